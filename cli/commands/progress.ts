// npx ishc progress REGISTER: every target of the plan as it stands.
import { parseArgs } from 'node:util';
import { STATUS_LABELS } from '../../rules/progress/labels.ts';
import { targetSummary } from '../summary.ts';
import { oneOperand } from './operands.ts';
import { momentFor, reviewOf, workspaceAddress } from './target-workspace.ts';
import { SAID } from './usage.ts';

export async function progress(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, date: { type: 'string' } },
    allowPositionals: true,
  });
  const workspace = await workspaceAddress();
  const found = await reviewOf(workspace, oneOperand(positionals, 'MÃ_SỔ'), await momentFor(workspace, values.date));
  const targets = found.progress.map((one) => ({
    clause: one.target.clause,
    title: one.target.title,
    ...targetSummary(one, found.plan.rounding.percentDecimals),
  }));
  if (values.json) console.log(JSON.stringify({ unit: found.unitId, asOf: found.asOf, targets }, null, 2));
  else
    console.log(
      [
        SAID.asOf(found.asOf),
        ...targets.map(({ clause, title, plan, actual, status }) =>
          SAID.target(`${clause} ${title}`, actual ?? '–', plan, STATUS_LABELS[status]),
        ),
      ].join('\n'),
    );
  return 0;
}
