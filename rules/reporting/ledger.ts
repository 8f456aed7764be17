// The ledger (Theo dõi báo cáo) and the frozen state behind it (_Số chốt): what was sent, and what it said.
// Rows are only ever added, and each key keeps its own: two turns at work never overwrite each other's lines.
import type { Instant } from '../calendar-date.ts';
import type { Line } from '../conversation.ts';
import type { Register } from '../register/read-register.ts';
import type { TabReading } from '../register/read-tab.ts';
import { type AdHocRequest, REQUEST_FIELD, requestFrom } from './ad-hoc.ts';
import { ANSWER_FIELDS, type Answers, answersFrom } from './answers.ts';
import { APPROVAL_FIELDS, type Approval, approvalFrom } from './approval.ts';
import { EXTENSION_FIELD, extensionsFrom } from './extension-rows.ts';
import { fieldsOf } from './frozen-rows.ts';
import type { Extension } from './lateness.ts';
import { parseLine } from './line-text.ts';
import { REMINDER_FIELD, type ReminderEntry, remindersIn } from './reminder-rows.ts';

export interface LedgerEntry {
  readonly line: Line;
  /** 0-based rows of the key in both tabs; undefined where the tab has lost it */
  readonly reportRow: number | undefined;
  readonly lineRow: number | undefined;
  /** the state that Theo dõi báo cáo shows */
  readonly shown: string | undefined;
}

/** An approval as it was read, with the hash of what was frozen. */
export type KeptApproval = Approval & { readonly hash: string };

export interface Ledger {
  /** what was published */
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  /** what leaders approved, sent or not */
  readonly approvals: ReadonlyMap<string, KeptApproval>;
  /** what receivers answered to what was sent */
  readonly answers: ReadonlyMap<string, Answers>;
  /** reports on directive and revisions, by number */
  readonly requests: readonly AdHocRequest[];
  /** what became of each reminder, as far back as a month */
  readonly reminders: readonly ReminderEntry[];
  /** what the superior granted this unit, as the schedule last brought it */
  readonly extensions: readonly Extension[];
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
    if (key === undefined || field === undefined || LINELESS.includes(field)) continue;
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
  return { entries, ...recordedIn(frozen), reminders: remindersIn(frozen.rows) };
}

/** Fields that stand there without a line: figures of the period under way, what was approved, answered, asked for; reminders. */
const LINELESS: readonly string[] = ['figures', ...APPROVAL_FIELDS, ...ANSWER_FIELDS, REQUEST_FIELD, REMINDER_FIELD, EXTENSION_FIELD];

function recordedIn({ rows }: Register['frozen']): Omit<Ledger, 'entries' | 'reminders'> {
  const approvals = new Map<string, KeptApproval>();
  const answers = new Map<string, Answers>();
  const requests: AdHocRequest[] = [];
  const extensions: Extension[] = [];
  for (const [key, fields] of fieldsOf(rows)) {
    const approval = approvalFrom(key, fields);
    const request = requestFrom(fields);
    const answered = answersFrom(fields);
    if (approval !== undefined) approvals.set(key, approval);
    if (request !== undefined) requests.push(request);
    if (answered !== undefined) answers.set(key, answered);
    extensions.push(...extensionsFrom(fields));
  }
  return { approvals, answers, extensions, requests: requests.sort((a, b) => a.number - b.number) };
}

/** Each column where the declaration has it: these tabs are written by place. */
const isWhole = ({ state, tab, headerFaults, columnAt }: TabReading): boolean =>
  state === 'read' && headerFaults.length === 0 && Object.keys(tab.columns).every((key, place) => columnAt.get(key) === place);

/** An approval that was recorded while the mail went out may have put its own state over a later one: the line then counts. */
const agrees = (line: Line, shown: string | undefined): boolean =>
  shown !== undefined &&
  (line.status === 'sent' ? SENT_STATES.includes(shown) || isEarlier(shown) : line.status === shown || isEarlier(shown));
/** A state of before anything went out. */
export const isEarlier = (shown: string | undefined): boolean => shown !== undefined && NOT_SENT_STATES.includes(shown);

const NOBODYS: Omit<Line, 'key'> = { status: 'undecided', attempt: 0, mailbox: '', draft: '', thread: '', leaseUntil: 0 as Instant };

const disagreeing = (key: string, line?: Line): Line => ({ ...NOBODYS, ...line, key, status: 'undecided', reason: 'ledger-disagrees' });

const DAY = 86_400_000;

/** Lines that were sent a day ago: no reading is that old, so nobody can still run into their markers. */
export const settledLongAgo = (ledger: Ledger | undefined, now: Instant): LedgerEntry[] =>
  [...(ledger?.entries.values() ?? [])].filter(
    ({ line }) => line.status === 'sent' && line.unmarked !== true && line.leaseUntil + DAY < now,
  );
