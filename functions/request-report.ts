// "Lập báo cáo đột xuất": a report on directive, with a window of its own.
import { type IsoDate, isoDate } from '../rules/calendar-date.ts';
import { grantedBy } from '../rules/cycle.ts';
import { Problem } from '../rules/problem.ts';
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { takeAnyTurn } from './any-turn.ts';
import { callerOf } from './caller.ts';
import type { PublicSetup } from './public-setup.ts';

/** Adds the report. Throws NOT_A_DATE, CALLER_UNKNOWN. */
export async function requestReport(
  input: Proof & PublicCalls['requestReport']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['requestReport']['out']> {
  const days = { from: dayIn(input.from), cutOff: dayIn(input.cutOff), due: dayIn(input.due) };
  const { email: by } = await callerOf(input, setup);
  const wish = { kind: 'adHoc', title: input.title, ...days, asked: { by, at: setup.now() } } as const;
  return grantedBy(await takeAnyTurn(input.register, setup, wish), input.register);
}

function dayIn(text: string): IsoDate {
  const day = isoDate(text);
  if (day === undefined) throw new Problem('NOT_A_DATE', { text });
  return day;
}
