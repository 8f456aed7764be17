// The links in a report's mail by which its receiver answers: signed for one register, one report and one action. They never expire; what
// they may still do is decided when they are used.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../hash.ts';
import { ANSWER_KINDS, type AnswerKind } from './answers.ts';

export interface ReceiptLink {
  readonly register: string;
  readonly report: string;
  readonly action: AnswerKind;
}

/** A deployment's own; the first secret signs, every one of them is accepted, so that a secret can be changed and old mails keep working. */
export interface LinkSetting {
  /** where the public entries are, without a slash at the end */
  readonly address: string;
  readonly secrets: readonly [string, ...string[]];
}

/** The addresses that a mail offers. */
export interface AnswerLinks {
  readonly received: string;
  readonly returned: string;
}

/** Changes with the meaning of what is signed. */
const PURPOSE = 'ishc.receipt.1';

function signature({ register, report, action }: ReceiptLink, secret: string): string {
  const bytes = hmac(sha256, utf8(secret), utf8([PURPOSE, action, register, report].join('\n')));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The parameters of a link, in the order in which they stand in its address. */
export const receiptQuery = (link: ReceiptLink, secret: string): readonly (readonly [string, string])[] => [
  ['viec', link.action],
  ['so', link.register],
  ['bao-cao', link.report],
  ['ky', signature(link, secret)],
];

/** Both links of a report. */
export function answerLinks(setting: LinkSetting, register: string, report: string): AnswerLinks {
  const link = (action: AnswerKind): string =>
    `${setting.address}/receipt?${receiptQuery({ register, report, action }, setting.secrets[0])
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')}`;
  return { received: link('received'), returned: link('returned') };
}

/** What a link's parameters were signed for; undefined where one is missing, doubled or was altered. */
export function linkIn(query: Readonly<Record<string, unknown>>, { secrets }: Pick<LinkSetting, 'secrets'>): ReceiptLink | undefined {
  const { viec, so: register, 'bao-cao': report, ky } = query;
  const action = ANSWER_KINDS.find((kind) => kind === viec);
  if (action === undefined || typeof register !== 'string' || typeof report !== 'string' || typeof ky !== 'string') return undefined;
  if (!/^[\w-]{10,100}$/.test(register) || report.length > 300 || !/^[0-9a-f]{64}$/.test(ky)) return undefined;
  const link = { register, report, action };
  const right = secrets.map((secret) => isSame(signature(link, secret), ky)); // all are tried, however the first one ends
  return right.includes(true) ? link : undefined;
}

/** As long for a wrong text as for the right one. */
function isSame(one: string, other: string): boolean {
  let differences = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) differences |= one.charCodeAt(at) ^ other.charCodeAt(at % Math.max(1, other.length));
  return differences === 0;
}
