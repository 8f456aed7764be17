// Gửi thử cho tôi: the mail as it would go out now, to the person who asks and to nobody else. Nothing is recorded.
import type { Letter } from '../conversation.ts';
import { Problem } from '../problem.ts';
import type { Reading } from '../register/grid.ts';
import { type ComposeSetting, composeReport } from './compose-report.ts';
import { openNow, withoutLinks } from './preview.ts';
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
  if ('missing' in mail) {
    if (mail.missing === 'recipient') throw new Problem('NO_RECIPIENT', { register, office: SAID.receivers });
    throw mail.missing === 'contact'
      ? new Problem('NO_CONTACT', { register })
      : new Problem('LEDGER_BROKEN', { register, reason: mail.missing });
  }
  const { subject, html, text } = mail.text;
  return {
    key: `${chosen.report.key}/thu/${setting.now}`,
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
