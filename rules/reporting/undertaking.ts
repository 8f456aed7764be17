// How a mail that is due is undertaken: its rows, its delivery, what the ledger shows of it afterwards. What is due, the deciders know.
import type { Instant } from '../calendar-date.ts';
import type { Block, Letter, Line, RegisterId } from '../conversation.ts';
import { APPROVAL_ATTEMPT } from './approval.ts';
import type { Delivery } from './deliver.ts';
import { type Ledger, settledLongAgo } from './ledger.ts';
import { isTaken, type LedgerItem, lineBlocks, publishBlocks, type Rows, rowsOf, unmarkedBlock } from './ledger-rows.ts';
import type { Missing } from './owned-tabs.ts';
import { unmarkedReminders } from './reminding.ts';
import type { Attachment, MailText, Office, ReportContent } from './report-content.ts';

/** A mail as it would be drafted now, and what is frozen with it. */
export interface Composed {
  readonly from: string;
  readonly to: readonly Office[];
  readonly cc: readonly Office[];
  readonly replyTo: readonly Office[];
  readonly text: MailText;
  readonly attachments?: readonly Attachment[];
  readonly daysLate: number;
  readonly approval?: ReportContent['approval'];
  /** kept in _Số chốt, each under its name */
  readonly parts: Readonly<Record<string, string>>;
}

type NotComposed = { readonly missing: Missing };

/** A mail whose day has come. It may have gone out long ago: `undertake` looks. */
export interface Due {
  readonly key: string;
  /** its place among the mails of the workbook, from 0: fixes its rows */
  readonly place: number;
  readonly item: LedgerItem;
  /** asked only of a mail that nobody has drafted yet */
  readonly compose: () => Composed | NotComposed;
}

export interface Planned {
  readonly key: string;
  readonly rows: Rows;
  /** what the ledger says of it already */
  readonly seen: Line | undefined;
  /** absent where the ledger has it */
  readonly item: LedgerItem | undefined;
  readonly delivery: Delivery;
}
export type Undertaking<D extends Due = Due> = Planned | { readonly due: D; readonly missing: Missing };
export const isPlanned = (one: Undertaking): one is Planned => 'delivery' in one;

/** Whose turn it is. */
export interface Sender {
  readonly register: RegisterId;
  readonly mailbox: string;
  readonly now: Instant;
}

/**
 * What is to be done about each mail due, and first about those that were published and never seen to be sent, due today or not. A mail
 * that went out, or that waits for a person, is left alone; one that cannot go out says what it lacks.
 */
export function undertake<D extends Due>(dues: readonly D[], ledger: Ledger, sender: Sender): Undertaking<D>[] {
  const isDue = new Set(dues.map(({ key }) => key));
  const left = [...ledger.entries.values()].flatMap((entry): Planned[] => {
    const { line, reportRow: report, lineRow } = entry;
    const known = line.status === 'sending' && !isDue.has(line.key) && report !== undefined && lineRow !== undefined;
    return known ? [resumed(line, { report, line: lineRow }, sender)] : [];
  });
  return [...left, ...dues.flatMap((due) => undertakeOne(due, ledger, sender))];
}

function undertakeOne<D extends Due>(due: D, ledger: Ledger, sender: Sender): Undertaking<D>[] {
  const entry = ledger.entries.get(due.key);
  const fixed = rowsOf(due.place);
  if (entry !== undefined) {
    const rows: Rows = { report: entry.reportRow ?? fixed.report, line: entry.lineRow ?? fixed.line };
    return entry.line.status === 'sending' ? [resumed(entry.line, rows, sender)] : [];
  }
  if (isTaken(ledger, due.key, fixed)) return [{ due, missing: 'rows' }]; // nobody's line is overwritten
  const mail = due.compose();
  return 'missing' in mail ? [{ due, missing: mail.missing }] : [begun(due, mail, fixed, sender)];
}

function begun(due: Due, mail: Composed, rows: Rows, { register, mailbox, now }: Sender): Planned {
  const { key, item } = due;
  const { from, to, cc, replyTo, text, attachments = [], daysLate, approval, parts } = mail;
  const told = { closedAt: now, sentTo: [...to, ...cc].map(({ name }) => name), daysLate, approval };
  const head = { key, from: { name: from, email: mailbox }, to, cc, replyTo: [...replyTo, { email: mailbox }] };
  return {
    key,
    rows,
    seen: undefined,
    item,
    delivery: {
      register,
      mailbox,
      letter: { ...head, ...text, attachments },
      batch: (line) => ({ register, blocks: publishBlocks(rows, line, item, told, parts) }),
      takeOver: (line) => ({ register, blocks: lineBlocks(rows, line, now) }),
    },
  };
}

/** A mail whose draft and figures were published before: only its line moves, and what is drafted now would be no use. */
function resumed(seen: Line, rows: Rows, { register, mailbox, now }: Sender): Planned {
  const { key } = seen;
  const write = (line: Line) => ({ register, blocks: lineBlocks(rows, line, now) });
  const letter: Letter = { key, from: { email: mailbox }, to: [], cc: [], replyTo: [], subject: '', html: '', text: '', attachments: [] };
  return { key, rows, seen, item: undefined, delivery: { register, mailbox, letter, batch: write, takeOver: write } };
}

/** What is to be written of the lines after the deliveries: only those that differ from what the ledger said before. */
export function settledBlocks(plans: readonly Planned[], lines: readonly Line[], now: Instant): Block[] {
  const lineOf = new Map(lines.map((line) => [line.key, line]));
  return plans.flatMap(({ key, seen, rows }): Block[] => {
    const line = lineOf.get(key);
    return line === undefined || (seen !== undefined && sameLine(seen, line)) ? [] : lineBlocks(rows, line, now);
  });
}

const sameLine = (one: Line, other: Line): boolean =>
  one.status === other.status &&
  one.attempt === other.attempt &&
  one.draft === other.draft &&
  one.message === other.message &&
  one.reason === other.reason;

export interface Unmarking {
  readonly blocks: readonly Block[];
  readonly drop: readonly { readonly key: string; readonly attempt: number }[];
}

/** The markers that nobody can run into any more, all attempts of a key together, and the note that they are gone. */
export function unmarking(ledger: Ledger | undefined, now: Instant): Unmarking {
  const old = settledLongAgo(ledger, now);
  const reminders = unmarkedReminders(ledger, now);
  return {
    blocks: [...old.flatMap(({ line, lineRow }) => (lineRow === undefined ? [] : [unmarkedBlock(lineRow, line)])), ...reminders.blocks],
    drop: [
      ...reminders.drop,
      ...old.flatMap(({ line: { key, attempt } }) => [
        ...(ledger?.approvals.has(key) === true ? [{ key, attempt: APPROVAL_ATTEMPT }] : []),
        ...Array.from({ length: attempt }, (_, index) => ({ key, attempt: index + 1 })),
      ]),
    ],
  };
}
