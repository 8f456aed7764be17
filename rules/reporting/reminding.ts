// How a reminder is undertaken: one mail a day for a workbook, once, taken up again on its own day only. What it says, the deciders know.
import { type Instant, type IsoDate, localDate, localTime } from '../calendar-date.ts';
import type { Block, Letter, Line } from '../conversation.ts';
import type { Delivery } from './deliver.ts';
import type { Ledger } from './ledger.ts';
import { type ReminderEntry, reminderBlock, reminderRow } from './reminder-rows.ts';
import type { MailText, Office } from './report-content.ts';

/**
 * Reminders begin within office hours only. No turn outlives the night, so who reminds on a day has read all that was sent on the day before.
 */
const HOURS = { from: '07:00', until: '19:00' } as const;

/** Whether reminders begin at a time of day: "08:15". */
export const isReminderTime = (time: string): boolean => time >= HOURS.from && time < HOURS.until;

/** A reminder of today, as it would be drafted now. */
export interface ReminderDue {
  readonly key: string;
  /** keys of the reports it is about */
  readonly about: readonly string[];
  readonly from: string;
  readonly to: readonly Office[];
  readonly cc: readonly Office[];
  readonly text: MailText;
}

export interface RemindingPlan {
  readonly delivery: Delivery;
  readonly seen: Line | undefined;
  /** what is to be written of its line after the delivery */
  readonly settled: (line: Line | undefined) => Block[];
}

/** Whose turn it is. */
export interface Reminder {
  readonly register: string;
  readonly mailbox: string;
  readonly now: Instant;
}

type Reminded = Pick<Ledger, 'reminders'>;

/** The day of the last reminder that was begun; undefined where none is remembered. */
export const lastReminded = ({ reminders }: Reminded): IsoDate | undefined =>
  reminders.reduce<IsoDate | undefined>((last, { day }) => (last === undefined || last < day ? day : last), undefined);

/** Whether a reminder may be begun now: within its hours, and none was begun today. */
export function mayRemind(ledger: Reminded, now: Instant): boolean {
  const last = lastReminded(ledger);
  return isReminderTime(localTime(now)) && (last === undefined || last < localDate(now));
}

/**
 * The reminder that was published and never seen to be sent, while its day lasts and nothing it is about has gone out since. Another turn's
 * that is under way is taken up too: the turn then waits for it. What is left of a day before is left alone: its text is of that day.
 */
export function resumedReminder({ reminders }: Reminded, isOpen: (report: string) => boolean, sender: Reminder): RemindingPlan | undefined {
  const today = localDate(sender.now);
  const left = reminders.find(
    ({ line, day, about }) =>
      line.status === 'sending' &&
      (sender.now < line.leaseUntil || (day === today && localTime(sender.now) < HOURS.until && about.every(isOpen))),
  );
  if (left === undefined) return undefined;
  const empty: Omit<Letter, 'key' | 'from'> = { to: [], cc: [], replyTo: [], subject: '', html: '', text: '', attachments: [] };
  const letter: Letter = { key: left.line.key, from: { email: sender.mailbox }, ...empty };
  return planned(letter, left.row, left.about, left.line, sender);
}

/** Today's reminder. */
export function begunReminder({ key, about, from, to, cc, text }: ReminderDue, sender: Reminder): RemindingPlan {
  const { mailbox, now } = sender;
  const letter: Letter = { key, from: { name: from, email: mailbox }, to, cc, replyTo: [{ email: mailbox }], ...text, attachments: [] };
  return planned(letter, reminderRow(localDate(now)), about, undefined, sender);
}

function planned(
  letter: Letter,
  row: number,
  about: readonly string[],
  seen: Line | undefined,
  { register, mailbox }: Reminder,
): RemindingPlan {
  const write = (line: Line) => ({ register, blocks: [reminderBlock(row, line, about)] });
  return {
    delivery: { register, mailbox, letter, batch: write, takeOver: write },
    seen,
    settled: (line) => (line === undefined || (seen !== undefined && sameText(seen, line)) ? [] : [reminderBlock(row, line, about)]),
  };
}

const sameText = (one: Line, other: Line): boolean => JSON.stringify(one) === JSON.stringify(other);

const DAY = 86_400_000;

/** The markers of reminders of which nobody can make anything any more, sent or not, and the note that they are gone. */
export function unmarkedReminders(
  ledger: Reminded | undefined,
  now: Instant,
): { readonly blocks: readonly Block[]; readonly drop: readonly { readonly key: string; readonly attempt: number }[] } {
  const isOver = ({ line }: ReminderEntry): boolean => line.unmarked !== true && line.leaseUntil + DAY < now;
  const old = ledger?.reminders.filter(isOver) ?? [];
  return {
    blocks: old.map(({ line, row, about }) => reminderBlock(row, { ...line, unmarked: true }, about)),
    drop: old.flatMap(({ line: { key, attempt } }) => Array.from({ length: attempt }, (_, index) => ({ key, attempt: index + 1 }))),
  };
}
