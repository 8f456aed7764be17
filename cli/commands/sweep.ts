// npx ishc sweep SUPERIOR: runs the schedule once over every register of a superior, with the functions in this process.
import { parseArgs } from 'node:util';
import { localDate } from '../../rules/calendar-date.ts';
import { clockAt } from '../clock.ts';
import { START } from '../labels.ts';
import { HAS_FAILED, reportingRun } from '../reporting-run.ts';
import { oneOperand } from './operands.ts';
import { momentFor, workspaceAddress } from './target-workspace.ts';
import { SAID } from './usage.ts';

/** 1 when an outage or a bug kept a register from being done; a bad register is none. */
export async function sweep(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, date: { type: 'string' } },
    allowPositionals: true,
  });
  const superior = oneOperand(positionals, 'MÃ_SỔ_CẤP_TRÊN');
  const workspace = await workspaceAddress();
  const now = await momentFor(workspace, values.date);
  const { trouble, log } = await reportingRun({
    workspace,
    superiors: [superior],
    clock: clockAt(now),
    onProgress: (left) => {
      if (left > 0) console.error(START.waiting(left));
    },
  });
  const done = new Set(log.flatMap(({ subject }) => (typeof subject === 'string' && subject !== superior ? [subject] : [])));
  const failures = [...trouble].map(([register, { code }]) => ({ register, code }));
  if (values.json) console.log(JSON.stringify({ date: localDate(now), registers: done.size, failures }, null, 2));
  else
    console.log([SAID.swept(done.size, failures.length), ...failures.map(({ register, code }) => SAID.trouble(register, code))].join('\n'));
  return [...trouble.values()].some(({ kind }) => HAS_FAILED.includes(kind)) ? 1 : 0;
}
