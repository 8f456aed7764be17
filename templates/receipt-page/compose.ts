// The page as HTML, and the fingerprint of its one style for the policy that forbids everything else.
import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '../../rules/base64.ts';
import { utf8 } from '../../rules/hash.ts';
import * as compiled from '../generated/receipt-page.ts';
import { template } from '../render.ts';
import type { ReceiptPageView } from './view.ts';

const body = template<ReceiptPageView>(compiled.body);

export interface Page {
  readonly html: string;
  /** value of Content-Security-Policy */
  readonly policy: string;
}

export function composeReceiptPage(view: ReceiptPageView): Page {
  const html = body(view).normalize('NFC');
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const hash = base64(sha256(utf8(style)));
  return { html, policy: `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'` };
}
