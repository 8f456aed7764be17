// Whether an answer of the receiving level is recorded: the first receipt and the first return of a report that was sent and not replaced.
import { localDate } from '../calendar-date.ts';
import { Problem } from '../problem.ts';
import { tidy } from '../text.ts';
import { alreadyAnswered } from './answerable.ts';
import { type Answer, type Answers, answerMarker, type Reason, type Return } from './answers.ts';
import type { Grant, Scene } from './grant-scene.ts';
import type { Ledger } from './ledger.ts';
import { answerBlocks } from './ledger-rows.ts';
import { LIFE_SAID } from './life-labels.ts';
import type { PlannedReport } from './periods.ts';
import { replacementOf } from './revisions.ts';
import { stateAfter } from './standing.ts';
import type { Wish } from './wish.ts';
import { SAID } from './wish-labels.ts';

type AnswerWish = Extract<Wish, { readonly kind: 'received' | 'returned' }>;

export const MOST_REASONS = 10;
export const LONGEST_REASON = 1000;

/** Throws a Problem where nothing is recorded: not sent, replaced since, answered before, or a return without a reason. */
export function grantAnswer(wish: AnswerWish, { register, reports, setting }: Scene, ledger: Ledger): Grant {
  const { kind, report: key, asked } = wish;
  const entry = ledger.entries.get(key);
  const report = reports.find((one) => one.key === key);
  if (entry?.line.status !== 'sent' || entry.reportRow === undefined || entry.lineRow === undefined || report === undefined)
    throw new Problem('NOT_SENT_YET', { report: key });
  const by = replacementOf(ledger, key, (other) => ledger.entries.get(other)?.line.status === 'sent');
  if (by !== undefined) throw new Problem('REPORT_REPLACED', { report: key, by });
  const before = ledger.answers.get(key);
  const already = before?.[kind];
  if (already !== undefined) throw alreadyAnswered(key, kind, already.at);
  const answer: Answer | Return = {
    by: asked.by,
    at: asked.at,
    recorded: setting.now,
    ...(kind === 'returned' ? { reasons: soundReasons(wish.reasons) } : {}),
  };
  const after: Answers = { ...before, [kind]: answer };
  const rows = { report: entry.reportRow, line: entry.lineRow };
  return {
    first: {
      register,
      blocks: answerBlocks(rows, key, kind, answer, stateAfter(after)),
      publish: answerMarker(key, kind, answer),
    },
    answered: { key, answers: after },
    said: () => ({ said: saidOf(report, after, kind) }),
  };
}

function saidOf({ schedule, period }: PlannedReport, { received, returned }: Answers, kind: AnswerWish['kind']): string {
  const name = SAID.reportOf(schedule.title, period.label);
  if (kind === 'received' && received !== undefined) return LIFE_SAID.received(name, localDate(received.at));
  return LIFE_SAID.returned(name, returned?.reasons.length ?? 0);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** What was written, tidied; a place without words is no reason. Throws RETURN_INVALID. */
function soundReasons(reasons: readonly Reason[]): Reason[] {
  const said = reasons.map(({ place, text }) => ({ place, text: tidy(text.replace(CONTROL, ' ')) })).filter(({ text }) => text !== '');
  if (said.length === 0) throw new Problem('RETURN_INVALID', { tooLong: false });
  if (said.length > MOST_REASONS || said.some(({ text }) => text.length > LONGEST_REASON))
    throw new Problem('RETURN_INVALID', { tooLong: true });
  return said;
}
