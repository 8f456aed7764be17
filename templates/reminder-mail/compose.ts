// Reminders as mails: subject, HTML and plain text from one view.
import type { ComposeEscalation, ComposeReminder } from '../../rules/reporting/reminder-content.ts';
import type { MailText } from '../../rules/reporting/report-content.ts';
import * as compiled from '../generated/reminder-mail.ts';
import { template } from '../render.ts';
import { escalationView, type ReminderMailView, unitReminderView } from './view.ts';

const subject = template<ReminderMailView>(compiled.subject);
const body = template<ReminderMailView>(compiled.body);
const text = template<ReminderMailView>(compiled.text);

const mailOf = (view: ReminderMailView): MailText => ({
  subject: subject(view).normalize('NFC').replace(/\s+/g, ' ').trim(),
  html: body(view).normalize('NFC'),
  text: text(view).normalize('NFC'),
});

/** The reminder to a unit. The same content gives the same text, byte for byte. */
export const composeReminderMail: ComposeReminder = (content) => mailOf(unitReminderView(content));

/** The list for a superior. */
export const composeEscalationMail: ComposeEscalation = (content) => mailOf(escalationView(content));
