// The ledger (Theo dõi báo cáo) and the frozen state behind it (_Số chốt): what was sent, and what it said.
// Rows are only ever added, and each key keeps its own: two turns at work never overwrite each other's lines.
import { type Instant, toSerial, viMoment } from '../calendar-date.ts';
import type { Block, Line, OwnedCell } from '../conversation.ts';
import { labelOf, REPORT_KINDS, REPORT_STATES } from '../register/choice-lists.ts';
import { chunksOf } from '../register/chunks.ts';
import type { Tab } from '../register/column.ts';
import type { Register } from '../register/read-register.ts';
import type { TabReading } from '../register/read-tab.ts';
import { TABS } from '../register/tabs.ts';
import type { ReportPeriod } from './report-content.ts';

export interface LedgerEntry {
  readonly line: Line;
  /** 0-based rows of the key in both tabs; undefined where the tab has lost it */
  readonly reportRow: number | undefined;
  readonly lineRow: number | undefined;
  /** the state that Theo dõi báo cáo shows */
  readonly shown: string | undefined;
}

export interface Ledger {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
}

/** Sent, and everything a receiver may have done since. */
export const SENT_STATES = ['sent', 'received', 'returned', 'replaced'];
/** A row that stands there before anything went out. */
const NOT_SENT_STATES = ['notYet', 'collecting', 'awaitingApproval', 'approved'];

/**
 * What was sent, from both tabs. Undefined when one of them is gone or no longer laid out as declared: then nobody can say what was
 * sent, and rows written by place would hit the wrong cells. A key of which the tabs tell two stories is `undecided`.
 */
export function ledgerOf(register: Pick<Register, 'reports' | 'frozen'>): Ledger | undefined {
  const { reports, frozen } = register;
  if (!isWhole(reports) || !isWhole(frozen)) return undefined;
  const entries = new Map<string, LedgerEntry>();
  const shownOf = new Map<string, { readonly row: number; readonly status: string | undefined }>();
  const twice = new Set<string>();
  for (const { row, values } of reports.rows) {
    if (values.key === undefined) continue;
    if (shownOf.has(values.key)) twice.add(values.key);
    else shownOf.set(values.key, { row: row - 1, status: values.status });
  }
  for (const { row, values } of frozen.rows) {
    const { key, field, value } = values;
    if (key === undefined || field === 'figures') continue; // figures of the period under way have no line
    if (field === 'line' && entries.get(key)?.lineRow !== undefined) twice.add(key);
    const line = field === 'line' ? parseLine(key, value ?? '') : undefined;
    const before = entries.get(key);
    if (before !== undefined && field !== 'line') continue;
    const shown = shownOf.get(key);
    entries.set(key, {
      line: line !== undefined && agrees(line, shown?.status) ? line : disagreeing(key, line),
      reportRow: shown?.row,
      lineRow: field === 'line' ? row - 1 : undefined,
      shown: shown?.status,
    });
  }
  for (const [key, { row, status }] of shownOf) {
    if (entries.has(key) || (status !== undefined && NOT_SENT_STATES.includes(status))) continue;
    entries.set(key, { line: disagreeing(key), reportRow: row, lineRow: undefined, shown: status });
  }
  for (const key of twice) {
    const entry = entries.get(key);
    if (entry) entries.set(key, { ...entry, line: disagreeing(key, entry.line) });
  }
  return { entries };
}

/** Each column where the declaration has it: these tabs are written by place. */
const isWhole = ({ state, tab, headerFaults, columnAt }: TabReading): boolean =>
  state === 'read' && headerFaults.length === 0 && Object.keys(tab.columns).every((key, place) => columnAt.get(key) === place);

const agrees = (line: Line, shown: string | undefined): boolean =>
  shown !== undefined && (line.status === 'sent' ? SENT_STATES.includes(shown) : line.status === shown);

const NOBODYS: Omit<Line, 'key'> = { status: 'undecided', attempt: 0, mailbox: '', draft: '', thread: '', leaseUntil: 0 as Instant };

const disagreeing = (key: string, line?: Line): Line => ({ ...NOBODYS, ...line, key, status: 'undecided', reason: 'ledger-disagrees' });

function parseLine(key: string, text: string): Line | undefined {
  try {
    const raw: unknown = JSON.parse(text);
    if (typeof raw !== 'object' || raw === null) return undefined;
    const { status, attempt, mailbox, draft, thread, leaseUntil, message, reason, unmarked } = raw as Record<string, unknown>;
    if (status !== 'sending' && status !== 'sent' && status !== 'undecided') return undefined;
    if (typeof attempt !== 'number' || typeof leaseUntil !== 'number') return undefined;
    if (typeof mailbox !== 'string' || typeof draft !== 'string' || typeof thread !== 'string') return undefined;
    return {
      key,
      status,
      attempt,
      mailbox,
      draft,
      thread,
      leaseUntil: leaseUntil as Instant,
      ...(typeof message === 'string' ? { message } : {}),
      ...(typeof reason === 'string' ? { reason } : {}),
      ...(unmarked === true ? { unmarked } : {}),
    };
  } catch {
    return undefined; // the entry is then told from the ledger alone, and a person decides
  }
}

/** Where a key's rows stand: its own, or the next free ones. */
export interface Rows {
  readonly report: number;
  readonly line: number;
}

/** Rows of _Số chốt kept for each report: its line, figures, record codes and versions, in parts of a cell's size. */
const FROZEN_STRIDE = 40;

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
  const rows = chunksOf(figures).map((part, index): OwnedCell[] => [key, 'figures', index + 1, part]);
  const blank: OwnedCell[] = [null, null, null, null];
  return block(TABS.frozen, 1, 0, [...rows, ...Array.from({ length: Math.max(0, FROZEN_STRIDE - rows.length) }, () => blank)]);
}

function frozenRows(line: Line, parts: Readonly<Record<string, string>>): OwnedCell[][] {
  const { key } = line;
  const chunks = Object.entries(parts).flatMap(([field, text]) =>
    chunksOf(text).map((part, index): OwnedCell[] => [key, field, index + 1, part]),
  );
  const rows = [[key, 'line', 1, lineText(line)], ...chunks];
  if (rows.length > FROZEN_STRIDE) throw new Error(`${key}: ${rows.length} frozen rows do not fit in ${FROZEN_STRIDE}`);
  return rows;
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
  block(TABS.reports, rows.report, 0, [reportRow(line, item, told)]),
];

/** The line of a key alone, in both tabs: what a takeover and a settling write. The rest of its row stays as it was published. */
export function lineBlocks(rows: Rows, line: Line, now: Instant): Block[] {
  const column = (key: keyof typeof TABS.reports.columns) => Object.keys(TABS.reports.columns).indexOf(key);
  const sentAt = line.status === 'sent' ? [block(TABS.reports, rows.report, column('sentAt'), [[viMoment(now)]])] : [];
  return [
    block(TABS.frozen, rows.line, 0, [[line.key, 'line', 1, lineText(line)]]),
    block(TABS.reports, rows.report, column('status'), [[stateLabel(line.status)]]),
    ...sentAt,
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
}

function reportRow(line: Line, period: LedgerItem, told: LedgerTold): OwnedCell[] {
  const shown: { readonly [K in keyof typeof TABS.reports.columns]: OwnedCell } = {
    key: line.key,
    kind: labelOf(REPORT_KINDS, period.kind),
    period: period.label,
    from: toSerial(period.from),
    cutOff: toSerial(period.cutOff),
    due: toSerial(period.due),
    status: stateLabel(line.status),
    closedAt: viMoment(told.closedAt),
    approvedBy: null,
    approvedOn: null,
    sentAt: null,
    sentTo: told.sentTo.join('; '),
    received: null,
    returned: null,
    daysLate: Math.max(0, told.daysLate),
    locked: null,
  };
  return Object.keys(TABS.reports.columns).map((key) => shown[key as keyof typeof shown]);
}

const block = (tab: Pick<Tab, 'sheetId'>, row: number, column: number, cells: readonly (readonly OwnedCell[])[]): Block => ({
  sheetId: tab.sheetId,
  row,
  column,
  cells,
  rest: false,
});

const DAY = 86_400_000;

/** Lines that were sent a day ago: no reading is that old, so nobody can still run into their markers. */
export const settledLongAgo = (ledger: Ledger | undefined, now: Instant): LedgerEntry[] =>
  [...(ledger?.entries.values() ?? [])].filter(
    ({ line }) => line.status === 'sent' && line.unmarked !== true && line.leaseUntil + DAY < now,
  );
