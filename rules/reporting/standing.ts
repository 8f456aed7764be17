// Where a report stands once it went out: answered, returned, replaced. The state follows from what was recorded, so that whatever a turn with
// an old reading wrote into the ledger is put right by the next one.
import { type Instant, type IsoDate, localDate } from '../calendar-date.ts';
import type { Block, Line } from '../conversation.ts';
import type { Register } from '../register/read-register.ts';
import { ANSWER_KINDS, type Answers, answerName } from './answers.ts';
import { isEarlier, type Ledger, type LedgerEntry } from './ledger.ts';
import { standingBlocks, unmarkedAnswerBlock } from './ledger-rows.ts';
import type { OpenReport, OpenState } from './life.ts';
import { replacementOf } from './revisions.ts';

/** The state that answers alone lead to; a return weighs more than a receipt. */
export const stateAfter = ({ received, returned }: Answers): 'received' | 'returned' | 'sent' =>
  returned !== undefined ? 'returned' : received !== undefined ? 'received' : 'sent';

export type StatusOf = (key: string) => Line['status'] | undefined;

export type Standing = 'sent' | 'received' | 'returned' | 'replaced';
/** Each weighs more than the one before; none is ever taken back. */
const RANKS: readonly string[] = ['sent', 'received', 'returned', 'replaced'] satisfies Standing[];

/** The state of a report whose line says sent. What an administrator has put into the ledger by hand stays, until more is known. */
export function standingOf(ledger: Ledger, key: string, statusOf: StatusOf): Standing {
  const replaced = replacementOf(ledger, key, (other) => statusOf(other) === 'sent') !== undefined;
  const recorded: Standing = replaced ? 'replaced' : stateAfter(ledger.answers.get(key) ?? {});
  const shown = ledger.entries.get(key)?.shown ?? '';
  return RANKS.indexOf(shown) > RANKS.indexOf(recorded) ? (shown as Standing) : recorded;
}

/** What the ledger is to show of every report that went out, where it now shows something else. `statusOf`: after the turn's deliveries. */
export function standingsShown(ledger: Ledger, { reports }: Pick<Register, 'reports'>, statusOf: StatusOf): Block[] {
  const shown = new Map(reports.rows.map(({ values }) => [values.key, values]));
  return [...ledger.entries.values()].flatMap((entry) => shownOf(entry, ledger, shown.get(entry.line.key) ?? {}, statusOf));
}

type Days = { readonly received?: IsoDate | undefined; readonly returned?: IsoDate | undefined };

function shownOf({ line, reportRow, shown }: LedgerEntry, ledger: Ledger, days: Days, statusOf: StatusOf): Block[] {
  const { key } = line;
  if (reportRow === undefined) return [];
  if (line.status !== 'sent') return isEarlier(shown) ? standingBlocks({ report: reportRow }, { status: line.status }) : [];
  const state = standingOf(ledger, key, statusOf);
  const answers = ledger.answers.get(key);
  const missing = Object.fromEntries(
    ANSWER_KINDS.flatMap((kind) => {
      const answer = answers?.[kind];
      const on = answer === undefined ? undefined : localDate(answer.at);
      return on === undefined || on === days[kind] ? [] : [[kind, on]];
    }),
  );
  return standingBlocks({ report: reportRow }, { ...(state === shown ? {} : { status: state }), ...missing });
}

/** The states that pass by themselves, as days go by. */
const PASSING: readonly string[] = ['notYet', 'collecting'] satisfies OpenState[];

/** What the ledger is to show of reports that stand in it before they go out, those on directive: their window may be over since. */
export function openShown({ reports }: Pick<Register, 'reports'>, open: readonly Pick<OpenReport, 'report' | 'state'>[]): Block[] {
  const shown = new Map(reports.rows.map(({ row, values }) => [values.key, { row: row - 1, status: values.status ?? '' }]));
  return open.flatMap(({ report, state }) => {
    const stands = shown.get(report.key);
    const isPast = stands !== undefined && PASSING.includes(stands.status) && stands.status !== state;
    return isPast ? standingBlocks({ report: stands.row }, { status: state }) : [];
  });
}

const DAY = 86_400_000;

/** The markers of answers that nobody can run into any more, and the note that they are gone. */
export function oldAnswers(
  ledger: Ledger,
  now: Instant,
): { readonly blocks: readonly Block[]; readonly drop: readonly { readonly key: string; readonly attempt: number }[] } {
  const old = [...ledger.entries.values()].flatMap(({ line: { key }, lineRow }) =>
    ANSWER_KINDS.flatMap((kind) => {
      const answer = ledger.answers.get(key)?.[kind];
      return lineRow === undefined || answer === undefined || answer.unmarked || answer.recorded + DAY >= now
        ? []
        : [{ block: unmarkedAnswerBlock(lineRow, key, kind, answer), drop: { key: answerName(key, kind), attempt: 0 } }];
    }),
  );
  return { blocks: old.map(({ block }) => block), drop: old.map(({ drop }) => drop) };
}
