// Who calls: the identity token that Google gave the sheet's script, checked, and held against the script that the register was paired with.
// https://developers.google.com/identity/gsi/web/guides/verify-google-id-token
import { createVerify } from 'node:crypto';
import * as z from 'zod';
import type { Instant } from '../rules/calendar-date.ts';
import { sha256Hex } from '../rules/hash.ts';
import { Problem } from '../rules/problem.ts';
import type { WhyUnknown } from '../rules/problems/calls.ts';
import type { Proof } from '../rules/public-calls.ts';
import { TABS } from '../rules/register/tabs.ts';
import { unitItem } from '../rules/register/unit-items.ts';
import { readTabs } from './google-shell.ts';
import { troubleOf } from './google-trouble.ts';
import type { PublicSetup } from './public-setup.ts';

/** The person, and the OAuth client of the script that the token was made for. */
export interface Caller {
  readonly email: string;
  readonly audience: string;
}

const SKEW = 300; // seconds that clocks may be apart; google-auth-library allows the same
const Header = z.object({ alg: z.literal('RS256'), kid: z.string() });
const Claims = z.object({
  iss: z.enum(['https://accounts.google.com', 'accounts.google.com']),
  aud: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  email: z.string().regex(/^[^\s@]+@[^\s@]+$/),
  email_verified: z.literal(true),
});

/**
 * The caller of a paired register. Throws CALLER_UNKNOWN: no token, one that Google did not sign or that is over, a register that was
 * never paired, or another script's token.
 */
export async function callerOf({ register, token }: Proof, setup: PublicSetup): Promise<Caller> {
  const caller = await tokenOwner({ register, token }, setup);
  const { reading } = await readTabs(setup.clients.sheets, register, [TABS.unitInfo]);
  const paired = unitItem(reading, 'scriptAudience');
  if (paired === undefined) throw unknown(register, 'not-paired');
  if (paired !== caller.audience) throw unknown(register, 'other-script');
  // an address is personal: the log gets enough to see that two calls were one person's
  setup.log({ severity: 'INFO', message: 'caller', register, caller: sha256Hex(`${register} ${caller.email}`).slice(0, 12) });
  return caller;
}

/** Whom a token names, whatever script it was made for. Throws CALLER_UNKNOWN. */
export async function tokenOwner(
  { register, token }: { readonly register: string; readonly token?: string | undefined },
  setup: Pick<PublicSetup, 'certificates' | 'now'>,
): Promise<Caller> {
  if (token === undefined) throw unknown(register, 'no-token');
  const claims = signedClaims(token, await certificatesOf(register, setup));
  if (claims === undefined || !isInTime(claims, setup.now())) throw unknown(register, 'bad-token');
  return { email: claims.email.toLowerCase(), audience: claims.aud };
}

const unknown = (register: string, reason: WhyUnknown) => new Problem('CALLER_UNKNOWN', { register, reason });

/** Google's certificates by key id; the client keeps them for as long as Google's answer says. */
async function certificatesOf(register: string, { certificates }: Pick<PublicSetup, 'certificates'>): Promise<Map<string, string>> {
  try {
    const { certs } = await certificates.getFederatedSignonCertsAsync();
    return new Map(Object.entries(certs).flatMap(([id, pem]) => (typeof pem === 'string' ? [[id, pem] as const] : [])));
  } catch (error) {
    throw troubleOf(error, 'certificates', register);
  }
}

/**
 * The claims of a token that one of the certificates has signed. google-auth-library's verifyIdToken does the same, but by the machine's
 * clock, which in a trial is not the workspace's, and its errors quote the token.
 */
function signedClaims(token: string, certificates: ReadonlyMap<string, string>): z.infer<typeof Claims> | undefined {
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  const header = Header.safeParse(jsonIn(head));
  const certificate = header.success ? certificates.get(header.data.kid) : undefined;
  if (certificate === undefined || more.length > 0) return undefined;
  if (!createVerify('RSA-SHA256').update(`${head}.${body}`).verify(certificate, signature, 'base64url')) return undefined;
  return Claims.safeParse(jsonIn(body)).data;
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined; // no part of a token
  }
}

const isInTime = ({ iat, exp }: z.infer<typeof Claims>, now: Instant): boolean => iat - SKEW <= now / 1000 && now / 1000 <= exp + SKEW;
