// When a level reports: one entry per kind of report, with the day each report is due. Windows follow from the kind (NĐ 09/2019 Điều 12).
import * as z from 'zod';
import { Reminders } from './reminder-schema.ts';
import { dateText, id, sentence } from './schema-parts.ts';

const dayOfMonth = z.int().min(1).max(31);
/** A fixed day of the year, for a yearly report. One that comes before the cut-off is the next year's. */
const DayOfYear = z.strictObject({ month: z.int().min(1).max(12), day: dayOfMonth });
/** A fixed day of the cut-off's month, or of the next one where it comes before the cut-off; 31 is the last day of a shorter month. */
const DayOfMonth = z.strictObject({ day: dayOfMonth });
/** "03 ngày làm việc kể từ ngày chốt số liệu" */
const AfterCutOff = z.strictObject({ workingDaysAfterCutOff: z.int().min(1).max(60) });

const entry = {
  id,
  title: sentence, // "Báo cáo năm"
  clause: sentence,
  /** where the text gives no day and the project assumes one: said here and printed by `ishc plan check` */
  assumption: sentence.optional(),
  /** when its unit is reminded, and its superior told; left out: the programme's default */
  reminders: Reminders.optional(),
};
const limits = {
  /** days of grace: a report is late after the due day and so many days, or after the next working day where that is a day off */
  lateAfter: z.int().min(0).max(366).optional(),
  /** days after the due day when the period is locked; left out: never */
  lockedAfter: z.int().min(1).max(366).optional(),
};
/** Left out: on directive, when the superior asks. */
const periodic = { ...entry, due: z.union([DayOfMonth, AfterCutOff]).optional(), ...limits };
/** Cumulative from the plan's first day. Both dates stand here once a directive gives them; without them nothing is due by itself. */
const cumulative = { ...entry, cutOff: dateText.optional(), due: dateText.optional(), ...limits };

export const Schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yearly'), ...entry, due: z.union([DayOfYear, AfterCutOff]).optional(), ...limits }),
  /** of the first half of each year; of the second only where `secondHalf` says so, since the yearly report takes its place */
  z.strictObject({ kind: z.literal('six-month'), ...periodic, secondHalf: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('quarterly'), ...periodic }),
  z.strictObject({ kind: z.literal('monthly'), ...periodic }),
  z.strictObject({ kind: z.literal('interim'), ...cumulative }),
  z.strictObject({ kind: z.literal('final'), ...cumulative }),
  z.strictObject({ kind: z.literal('ad-hoc'), ...entry }),
]);
export type Schedule = z.infer<typeof Schedule>;
