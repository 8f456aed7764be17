// Where each report stands in the ledger and in _Số chốt, and what is written there: by whom a thing is published, approved, asked for.
// Every writer names its own cells and no others.
import { type Instant, type IsoDate, localDate, toSerial, viMoment } from '../calendar-date.ts';
import type { Block, Line, OwnedCell } from '../conversation.ts';
import { labelOf, REPORT_KINDS, REPORT_STATES } from '../register/choice-lists.ts';
import type { Tab } from '../register/column.ts';
import { TABS } from '../register/tabs.ts';
import { type AdHocRequest, requestRows } from './ad-hoc.ts';
import { type Answer, type AnswerKind, answerRow, answerRows, type Return } from './answers.ts';
import { type Approval, approvalHeadRows, approvalRow, approvalRows } from './approval.ts';
import { BLANK_ROW, FROZEN_STRIDE, fieldRows, LIVE_ROWS, PUBLISHED_ROWS, REQUEST_AT, withinArea } from './frozen-rows.ts';
import type { KeptApproval, Ledger } from './ledger.ts';
import type { ReportPeriod } from './report-content.ts';

/** Where a key's rows stand: its own, or the next free ones. */
export interface Rows {
  readonly report: number;
  readonly line: number;
}

/** The rows of a report by its place among the reports, so that two turns at work never choose the same row for two of them. */
export const rowsOf = (place: number): Rows => ({ report: 1 + place, line: 1 + (place + 1) * FROZEN_STRIDE });

/** Whether the rows of a place hold another key's report: a plan that changed its schedule, or somebody who moved rows. */
export const isTaken = ({ entries }: Ledger, key: string, rows: Rows): boolean =>
  [...entries].some(
    ([other, { reportRow, lineRow }]) =>
      other !== key &&
      (reportRow === rows.report || (lineRow !== undefined && lineRow >= rows.line && lineRow < rows.line + FROZEN_STRIDE)),
  );

/** The key under which _Số chốt holds the figures of the period under way; its rows come first. */
export const liveKey = (plan: string, unit: string): string => `${plan}/${unit}/hien-tai`;

/** The figures of the period under way. What an earlier, longer text left behind is blanked. */
export function liveBlock(key: string, figures: string): Block {
  const rows = withinArea(key, fieldRows(key, 'figures', figures), LIVE_ROWS);
  return block(TABS.frozen, 1, 0, [...rows, ...Array.from({ length: LIVE_ROWS - rows.length }, () => BLANK_ROW)]);
}

function frozenRows(line: Line, parts: Readonly<Record<string, string>>): readonly (readonly OwnedCell[])[] {
  const { key } = line;
  const rows = [
    ...fieldRows(key, 'line', lineText(line)),
    ...Object.entries(parts).flatMap(([field, text]) => fieldRows(key, field, text)),
  ];
  return withinArea(key, rows, PUBLISHED_ROWS);
}

const lineText = ({ key: _key, ...line }: Line): string => JSON.stringify(line);

/** What a key publishes: its row of the ledger, and its frozen rows with the figures and the record codes behind them. */
export const publishBlocks = (
  rows: Rows,
  line: Line,
  item: LedgerItem,
  told: LedgerTold,
  parts: Readonly<Record<string, string>>,
): Block[] => [
  block(TABS.frozen, rows.line, 0, frozenRows(line, parts)),
  ...reportBlocks(rows, { ...headCells(line.key, item), status: stateLabel(line.status), ...toldCells(told) }),
];

/** Where an approval is recorded: its area of _Số chốt, and its columns of the ledger. When the mail was sent is not its business. */
export const approvalBlocks = (rows: Rows, approval: Approval, item: LedgerItem): Block[] => [
  block(TABS.frozen, approvalRow(rows.line), 0, approvalRows(approval)),
  ...reportBlocks(rows, {
    ...headCells(approval.key, item),
    status: stateLabel('approved'),
    closedAt: viMoment(approval.at),
    ...approvedCells(approval),
  }),
];

/** An approved report is to be sent now. */
export const sendNowBlocks = (rows: Rows, approval: KeptApproval): Block[] => [
  block(TABS.frozen, approvalRow(rows.line), 0, approvalHeadRows({ ...approval, send: true }, approval.hash)),
];

/** Where a request is recorded: the last row of its place, and its row of the ledger. */
export const requestBlocks = (
  rows: Rows,
  key: string,
  request: AdHocRequest,
  item: LedgerItem,
  state: 'collecting' | 'awaitingApproval',
): Block[] => [
  block(TABS.frozen, rows.line + REQUEST_AT, 0, requestRows(key, request)),
  ...reportBlocks(rows, { ...headCells(key, item), status: stateLabel(state) }),
];

/** Where an answer is recorded: its part of _Số chốt, and its day and the state it leads to in the ledger. */
export const answerBlocks = (rows: Rows, key: string, kind: AnswerKind, answer: Answer | Return, state: string): Block[] => [
  block(TABS.frozen, answerRow(rows.line, kind), 0, answerRows(key, kind, answer)),
  ...standingBlocks(rows, { status: state, [kind]: localDate(answer.at) }),
];

interface StandingCells {
  readonly status?: string;
  readonly received?: IsoDate;
  readonly returned?: IsoDate;
  /** the signed document; '' takes it away */
  readonly issued?: string;
  /** why nothing can be changed any more; '' takes it away */
  readonly locked?: string;
}

/** What the ledger shows of a report after it went out; only what is named. */
export const standingBlocks = (rows: Pick<Rows, 'report'>, { status, received, returned, issued, locked }: StandingCells): Block[] =>
  reportBlocks(rows, {
    ...(status === undefined ? {} : { status: stateLabel(status) }),
    ...(received === undefined ? {} : { received: toSerial(received) }),
    ...(returned === undefined ? {} : { returned: toSerial(returned) }),
    ...(issued === undefined ? {} : { issued: issued || null }),
    ...(locked === undefined ? {} : { locked: locked || null }),
  });

/** An answer's row alone, once more: that its marker is gone. */
export const unmarkedAnswerBlock = (line: number, key: string, kind: AnswerKind, answer: Answer | Return): Block =>
  block(TABS.frozen, answerRow(line, kind), 0, answerRows(key, kind, { ...answer, unmarked: true }));

/** The line of a key alone, in both tabs: what a takeover and a settling write. The rest of its row stays as it was published. */
export function lineBlocks(rows: Rows, line: Line, now: Instant): Block[] {
  const sentAt = line.status === 'sent' ? { sentAt: viMoment(now) } : {};
  return [
    block(TABS.frozen, rows.line, 0, [[line.key, 'line', 1, lineText(line)]]),
    ...reportBlocks(rows, { status: stateLabel(line.status), ...sentAt }),
  ];
}

/** Notes that the markers of a key are gone. */
export const unmarkedBlock = (row: number, line: Line): Block =>
  block(TABS.frozen, row, 0, [[line.key, 'line', 1, lineText({ ...line, unmarked: true })]]);

const stateLabel = (key: string): string => labelOf(REPORT_STATES, key);
/** What a line of the ledger is about. */
export type LedgerItem = Omit<ReportPeriod, 'kind'> & { readonly kind: ReportPeriod['kind'] | 'digest' };

/** What the ledger shows of a report besides its line. */
export interface LedgerTold {
  readonly closedAt: Instant;
  readonly sentTo: readonly string[];
  readonly daysLate: number;
  readonly approval?: Pick<Approval, 'by' | 'on'> | undefined;
}

type ReportCells = Partial<{ readonly [K in keyof typeof TABS.reports.columns]: OwnedCell }>;

const headCells = (key: string, period: LedgerItem): ReportCells => ({
  key,
  kind: labelOf(REPORT_KINDS, period.kind),
  period: period.label,
  from: toSerial(period.from),
  cutOff: toSerial(period.cutOff),
  due: toSerial(period.due),
});

const toldCells = ({ closedAt, sentTo, daysLate, approval }: LedgerTold): ReportCells => ({
  closedAt: viMoment(closedAt),
  ...(approval === undefined ? {} : approvedCells(approval)),
  sentAt: null,
  sentTo: sentTo.join('; '),
  daysLate: Math.max(0, daysLate),
});

const approvedCells = ({ by, on }: Pick<Approval, 'by' | 'on'>): ReportCells => ({ approvedBy: by, approvedOn: toSerial(on) });

/** The cells that are named, and no others: a block per run of neighbouring columns. */
function reportBlocks({ report }: Pick<Rows, 'report'>, cells: ReportCells): Block[] {
  const blocks: Block[] = [];
  let run: OwnedCell[] | undefined;
  Object.keys(TABS.reports.columns).forEach((key, column) => {
    const cell = cells[key as keyof ReportCells];
    if (cell === undefined) run = undefined;
    else if (run !== undefined) run.push(cell);
    else {
      run = [cell];
      blocks.push(block(TABS.reports, report, column, [run]));
    }
  });
  return blocks;
}

const block = (tab: Pick<Tab, 'sheetId'>, row: number, column: number, cells: readonly (readonly OwnedCell[])[]): Block => ({
  sheetId: tab.sheetId,
  row,
  column,
  cells,
  rest: false,
});
