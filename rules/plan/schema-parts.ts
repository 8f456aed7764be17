// The small pieces every part of the plan's schema is made of.
import * as z from 'zod';
import { type IsoDate, isoDate } from '../calendar-date.ts';

/** A stable key of the file itself: lower-case ASCII, digits, "-" and ".". */
export const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);
/** A unit's code on the day the plan was issued; the register's for good. */
export const unitId = z.string().regex(/^\d{5}$/);
/** Vietnamese text: NFC, no space at its ends, not empty. */
export const sentence = z
  .string()
  .min(1)
  .refine((text) => text === text.normalize('NFC').trim(), { message: 'not NFC or not trimmed', params: { fault: 'PLAN_TEXT_UNTIDY' } });
export const dateText = z
  .string()
  .refine((text) => isoDate(text) !== undefined, { message: 'no such date, yyyy-mm-dd wanted', params: { fault: 'PLAN_NO_SUCH_DATE' } })
  .transform((text) => text as IsoDate);
/** From and to are both counted; left out: open. */
export const valid = { from: dateText.optional(), to: dateText.optional() };
