// Everything about mails, in one module that is evaluated late: see lazy.ts.
import type { Instant } from '../rules/calendar-date.ts';
import type { Letter } from '../rules/conversation.ts';
import type { PrintList } from '../rules/reporting/frozen-list.ts';
import type { ComposeReminder } from '../rules/reporting/reminder-content.ts';
import type { Compose } from '../rules/reporting/report-content.ts';
import { toBase64Url } from '../templates/base64.ts';
import { printFrozenList } from '../templates/frozen-list/compose.ts';
import { toMime } from '../templates/mime.ts';
import { composeReminderMail } from '../templates/reminder-mail/compose.ts';
import { composeReportMail } from '../templates/report-mail/compose.ts';

export const composeReport: Compose = (content) => composeReportMail(content);
export const composeReminder: ComposeReminder = (content) => composeReminderMail(content);

/** A letter as Gmail takes it: MIME in base64url. */
export const toRaw = (letter: Letter, now: Instant): string => toBase64Url(toMime(letter, now));
export const printList: PrintList = (content) => printFrozenList(content);
