// The ladder of reminders of one entry of the schedule, as a plan may say it; what it leaves out is the programme's default.
import * as z from 'zod';

const days = (least: number) => z.array(z.int().min(least).max(60)).max(10);

/** Days counted from the due day. An empty list: none of these; `superiorAfter: null`: the superior is never told. */
export const Reminders = z.strictObject({
  /** to the unit; 0: on the day itself */
  daysBefore: days(0).optional(),
  daysAfter: days(1).optional(),
  /** to the superior, after the unit's own last reminder */
  superiorAfter: z.int().min(1).max(60).nullable().optional(),
});
export type Reminders = z.infer<typeof Reminders>;
