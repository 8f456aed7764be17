// npx ishc plan check FILE: what is wrong with a plan file, or what one should know of it.
import { parseArgs } from 'node:util';
import { planNotices } from '../../rules/plan/check-plan.ts';
import { readPlanFile } from '../plan-file.ts';
import { oneOperand } from './operands.ts';
import { SAID } from './usage.ts';

/** 0 when the plan can be used, whatever its notices; 2 when it is refused. */
export async function planCheck(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const file = oneOperand(positionals, 'TỆP');
  const reading = readPlanFile(file);
  if (!reading.ok) {
    if (values.json) console.log(JSON.stringify({ ok: false, faults: reading.faults }, null, 2));
    else console.error([SAID.planFaulty(file, reading.faults.length), ...reading.faults.map(({ user }) => `  - ${user}`)].join('\n'));
    return 2;
  }
  const { plan } = reading.file;
  const notices = planNotices(plan);
  if (values.json)
    console.log(JSON.stringify({ ok: true, plan: plan.id, targets: plan.targets.length, tasks: plan.tasks.length, notices }, null, 2));
  else
    console.log(
      [
        SAID.planSound(file, plan.targets.length, plan.tasks.length),
        SAID.notices(notices.length),
        ...notices.map(({ user }) => `  - ${user}`),
      ].join('\n'),
    );
  return 0;
}
