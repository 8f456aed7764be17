// The tick boxes of Việc cần làm: the phone's menu. A tick is a wish until a turn acts on it; it is then answered beside itself and cleared.
import { type Instant, localDate, localTime } from '../calendar-date.ts';
import type { Block, OwnedCell } from '../conversation.ts';
import { type Summary, summaryOf } from '../findings/finding.ts';
import { Problem } from '../problem.ts';
import type { CellValue, Reading } from '../register/grid.ts';
import { readTicks } from '../register/read-todo.ts';
import { TABS } from '../register/tabs.ts';
import { type Place, type TickName, TODO_APPROVER, TODO_SIGNERS, TODO_TICKS } from '../register/todo-layout.ts';
import { tidy } from '../text.ts';
import type { OpenReport } from './life.ts';
import type { Review } from './review.ts';
import type { Wish } from './wish.ts';
import { signerLabel, TICK_SAID } from './wish-labels.ts';

/** What was ticked, as a wish; `waits`: approval was ticked, and nobody knows yet whose. */
export interface Ticked {
  readonly names: readonly TickName[];
  readonly wish: Wish | undefined;
  readonly waits: boolean;
  /** a wish that names no report that is open */
  readonly problem: Problem | undefined;
}

/** Reads the boxes. Which report is meant follows from the day: the first that is due of those not sent. */
export function ticked(reading: Reading, { identity }: Pick<Review, 'identity'>, open: readonly OpenReport[], now: Instant): Ticked {
  const ticks = readTicks(reading);
  const names = (Object.keys(TODO_TICKS) as TickName[]).filter((name) => ticks[name]);
  const nothing = { names, wish: undefined, waits: false, problem: undefined };
  if (!ticks.approved && !ticks.send) return nothing;
  const [first] = open;
  if (first === undefined) return { ...nothing, problem: new Problem('REPORT_UNKNOWN', { register: reading.register, report: '' }) };
  const asked = { by: TICK_SAID.asker, at: now };
  const report = first.report.key;
  if (!ticks.approved || first.approval !== undefined) {
    const problem =
      ticks.send || first.approval === undefined
        ? undefined
        : new Problem('ALREADY_APPROVED', { report, by: first.approval.by, on: first.approval.on });
    return { ...nothing, problem, wish: ticks.send ? { kind: 'send', report, asked } : undefined };
  }
  const signers = identity.signersOn(localDate(now));
  const chosen = tidy(String(cellAt(reading, TODO_APPROVER.value) ?? ''));
  const only = signers.length === 1 && signers[0] !== undefined ? signerLabel(signers[0]) : '';
  const approver = chosen === '' ? only : chosen;
  if (approver === '') return { ...nothing, waits: true };
  return { ...nothing, wish: { kind: 'approve', report, approver, send: ticks.send, asked } };
}

function cellAt(reading: Reading, { row, column }: Place): CellValue {
  const grid = reading.grids.get(TABS.todo.sheetId);
  return typeof grid === 'object' ? (grid[row]?.[column] ?? null) : null;
}

/** What is said of a wish that came by a tick: granted, refused, or still waiting for a name. */
export type TickOutcome = { readonly said: string } | { readonly waits: true } | undefined;

/** The boxes that were acted on are cleared, each with its answer; one that waits for a name stays ticked. */
export function tickBlocks(
  { names }: Pick<Ticked, 'names'>,
  outcome: TickOutcome,
  { findings }: Pick<Review, 'findings'>,
  now: Instant,
): Block[] {
  const time = localTime(now);
  const { error, warning } = summaryOf(findings);
  return names.flatMap((name): Block[] => {
    const { tick, answer } = TODO_TICKS[name];
    const answered = (said: string): Block[] => [cellBlock(tick, false), cellBlock(answer, said)];
    if (name === 'recheck') return answered(TICK_SAID.checked(time, error, warning));
    if (outcome === undefined) return [];
    return 'waits' in outcome ? [cellBlock(answer, TICK_SAID.chooseApprover)] : answered(TICK_SAID.answered(time, outcome.said));
  });
}

/** The names that may be chosen, beside the boxes: the dropdown of the approver's cell offers them. */
export function signersBlock({ identity }: Pick<Review, 'identity'>, now: Instant): Block {
  const labels = identity.signersOn(localDate(now)).map(signerLabel);
  const cells = Array.from({ length: TODO_SIGNERS.rows }, (_, index): OwnedCell[] => [labels[index] ?? null]);
  return { sheetId: TABS.todo.sheetId, ...TODO_SIGNERS.first, cells, rest: false };
}

/** What the sheet itself says at once beside a box that was ticked or cleared: `minutes` until the next turn at the latest. */
export const tickReceived = (isTicked: boolean, now: Instant, minutes: number): string =>
  isTicked ? TICK_SAID.received(localTime(now), localTime((now + minutes * 60_000) as Instant)) : TICK_SAID.takenBack(localTime(now));

/** The same of a check that was done there and then: a simple trigger may not write the lists, which follow with the next turn. */
export const tickChecked = ({ error, warning }: Summary, now: Instant, minutes: number): string =>
  `${TICK_SAID.checked(localTime(now), error, warning)} ${TICK_SAID.listedBy(localTime((now + minutes * 60_000) as Instant))}`;

const cellBlock = ({ row, column }: Place, cell: OwnedCell): Block => ({
  sheetId: TABS.todo.sheetId,
  row,
  column,
  cells: [[cell]],
  rest: false,
});
