// Gửi thử cho tôi: the mail as it would go out now, to the person who asks and to nobody else. Nothing is recorded.
import type { Instant } from '../calendar-date.ts';
import type { Letter } from '../conversation.ts';
import { Problem } from '../problem.ts';
import type { Reading } from '../register/grid.ts';
import { type ComposeSetting, composeReport } from './compose-report.ts';
import type { Heard } from './heard.ts';
import type { Missing } from './owned-tabs.ts';
import { openNow, withoutLinks } from './preview.ts';
import { openSuperior } from './superior-preview.ts';
import type { Composed } from './undertaking.ts';
import { SAID } from './wish-labels.ts';

/** A day's test mails of one register. */
export const TESTS_A_DAY = 5;

export interface TestQuestion {
  /** whose address it goes to */
  readonly to: string;
  readonly mailbox: string;
  /** key of the report; left out: the first that is due of those not sent */
  readonly report?: string | undefined;
}

/** The letter. Throws a Problem where there is no such report, or it could not go out either. */
export function testLetter(reading: Reading, setting: ComposeSetting, { to, mailbox, report: key }: TestQuestion): Letter {
  const { found, chosen } = openNow(reading, setting, key);
  const { register } = reading;
  if (chosen === undefined) throw new Problem('REPORT_UNKNOWN', { register, report: key ?? '' });
  const mail = composeReport(found, chosen.report, chosen.approval, withoutLinks(setting));
  return letterTo({ to, mailbox, register, report: chosen.report.key, now: setting.now }, mail);
}

/** The same of a superior's report. */
export function testSuperiorLetter(
  reading: Reading,
  heard: ReadonlyMap<string, Heard>,
  setting: ComposeSetting,
  { to, mailbox, report }: TestQuestion,
): Letter {
  const { chosen, mail } = openSuperior(reading, heard, setting, report);
  return letterTo({ to, mailbox, register: reading.register, report: chosen.report.key, now: setting.now }, mail);
}

interface Addressed extends Omit<TestQuestion, 'report'> {
  readonly register: string;
  readonly report: string;
  readonly now: Instant;
}

function letterTo({ to, mailbox, register, report, now }: Addressed, mail: Composed | { readonly missing: Missing }): Letter {
  if ('missing' in mail) {
    if (mail.missing === 'recipient') throw new Problem('NO_RECIPIENT', { register, office: SAID.receivers });
    throw mail.missing === 'contact'
      ? new Problem('NO_CONTACT', { register })
      : new Problem('LEDGER_BROKEN', { register, reason: mail.missing });
  }
  const { subject, html, text } = mail.text;
  return {
    key: `${report}/thu/${now}`,
    from: { name: mail.from, email: mailbox },
    to: [{ email: to }],
    cc: [],
    replyTo: [],
    subject: SAID.testSubject(subject),
    html,
    text,
    attachments: mail.attachments ?? [],
  };
}
