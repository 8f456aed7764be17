// What reminders say, free of layout. To the unit's own office: what is due, what still blocks it. To a superior: who is missing.
// Counts and names of tabs only: nothing of a member, and no code of a record.
import type { Instant, IsoDate } from '../calendar-date.ts';
import type { MailText, Office } from './report-content.ts';

export interface ReminderReport {
  /** "Báo cáo năm 2024" */
  readonly name: string;
  /** whose it is, where the mail is about several units */
  readonly unit?: string;
  readonly due: IsoDate;
  /** the last day in time */
  readonly lateAfter: IsoDate;
  readonly cutOff: IsoDate;
  /** whether the window is over, so that the leader can approve */
  readonly isOver: boolean;
  /** records that cannot be counted as they stand, by the title of their tab; 0: the tab itself is gone or has lost a column */
  readonly blocked: readonly { readonly tab: string; readonly count: number }[];
  /** why it cannot go out at all, a sentence and what to do about it */
  readonly lacking?: { readonly text: string; readonly advice: string };
  /** parts of the written report that nobody has written yet, by their titles; asked for once the window is over */
  readonly unwritten: readonly string[];
}

export interface ReminderContent {
  readonly key: string;
  /** "xã An Bình", as it is called on the day */
  readonly unit: string;
  readonly planTitle: string;
  readonly now: Instant;
  readonly to: readonly Office[];
  /** the earliest due first; at least one */
  readonly reports: readonly ReminderReport[];
}
export type ComposeReminder = (content: ReminderContent) => MailText;

export interface EscalationReport {
  readonly name: string;
  readonly due: IsoDate;
  /** units that have to send */
  readonly of: number;
  readonly missing: readonly { readonly name: string; readonly remark?: string }[];
}
export interface EscalationContent {
  readonly key: string;
  readonly superior: string;
  readonly planTitle: string;
  readonly now: Instant;
  readonly to: readonly Office[];
  readonly reports: readonly EscalationReport[];
}
export type ComposeEscalation = (content: EscalationContent) => MailText;
