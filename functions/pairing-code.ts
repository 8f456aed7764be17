// The code that ties a register to the OAuth client of its script: made by the administrator's command, typed into the sheet once.
import { randomInt, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../rules/calendar-date.ts';
import type { UnitItemText } from '../rules/register/unit-items.ts';
import { PAIRING } from './labels.ts';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'; // none that looks like another
const LENGTH = 8;
export const TRIES = 5;
export const CODE_LIFE = 24 * 3_600_000;

/** A code that waits for being typed, as Thông tin đơn vị holds it. */
export interface WaitingCode {
  readonly hash: string;
  readonly until: Instant;
  readonly wrong: number;
}

/** "ABCD-2345" */
export function newPairingCode(): string {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** The code as it waits in its register from now on. */
export const waitingCode = (code: string, register: string, now: Instant): WaitingCode => ({
  hash: hashOf(code, register),
  until: (now + CODE_LIFE) as Instant,
  wrong: 0,
});

/** Whether what was typed is the code: spaces, dashes and small letters do not matter. */
export const isCode = (typed: string, { hash }: WaitingCode, register: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(typed, register), 'hex'), Buffer.from(hash, 'hex'));

/** A slow hash: whoever reads the tab could try all codes against a quick one within their day. */
function hashOf(code: string, register: string): string {
  return scryptSync(code.toUpperCase().replace(/[^0-9A-Z]/g, ''), `ishc.pairing ${register}`, 32).toString('hex');
}

/** The item's text: what the functions read, and beside it what people read. */
export const waitingText = ({ hash, until, wrong }: WaitingCode): UnitItemText => ({
  value: `${hash} ${until} ${wrong}`,
  detail: PAIRING.waiting(until, wrong),
});

/** The code in an item's text; undefined when there is none that can still be used. */
export function waitingCodeIn(text: string | undefined, now: Instant): WaitingCode | undefined {
  const [, hash = '', until, wrong] = /^([0-9a-f]{64}) (\d{1,15}) (\d)$/.exec(text ?? '') ?? [];
  if (until === undefined || Number(until) < now || Number(wrong) >= TRIES) return undefined;
  return { hash, until: Number(until) as Instant, wrong: Number(wrong) };
}
