// The daily digest as a mail: subject, HTML and plain text from one view.
import type { ComposeDigest } from '../../rules/reporting/digest-content.ts';
import * as compiled from '../generated/digest-mail.ts';
import { template } from '../render.ts';
import { type DigestMailView, digestMailView } from './view.ts';

const subject = template<DigestMailView>(compiled.subject);
const body = template<DigestMailView>(compiled.body);
const text = template<DigestMailView>(compiled.text);

/** The state of reporting as a mail. The same content gives the same text, byte for byte. */
export const composeDigestMail: ComposeDigest = (content) => {
  const view = digestMailView(content);
  return {
    subject: subject(view).normalize('NFC').replace(/\s+/g, ' ').trim(),
    html: body(view).normalize('NFC'),
    text: text(view).normalize('NFC'),
  };
};
