// Google's token endpoint: refresh tokens and signed assertions in, access tokens out that remember their account.
import type { Account } from './api-request.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Store } from './store.ts';

const LIFETIME_S = 3600;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const EMAIL = /^[^\s@]+@[^\s@]+$/;

interface StoredToken extends Account {
  readonly issuedAt: number;
}

export interface TokenAnswer {
  readonly code: number;
  readonly body: JsonObject;
}

const refused = (error: string, description: string): TokenAnswer => ({ code: 400, body: { error, error_description: description } });

function claimsOf(assertion: string): JsonObject | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

function accountOfAssertion(assertion: string): Account | undefined {
  const claims = claimsOf(assertion);
  const { sub, iss } = claims ?? {};
  if (typeof iss !== 'string' || !EMAIL.test(iss)) return undefined;
  if (typeof sub === 'string' && EMAIL.test(sub) && sub !== iss) return { email: sub, isServiceAccount: false };
  return { email: iss, isServiceAccount: true };
}

/** Answers a token request. Signatures and client secrets are not checked: PARITY tells. */
export function grantToken(store: Store, form: JsonObject): TokenAnswer {
  const account = accountOf(form);
  if (account === undefined) {
    const known = form.grant_type === 'refresh_token' || form.grant_type === JWT_BEARER;
    return known
      ? refused('invalid_grant', 'Bad Request')
      : refused('unsupported_grant_type', `Invalid grant_type: ${String(form.grant_type)}`);
  }
  return store.atomically(() => {
    const token = `ya29.local-${store.mint('token').toString('base64url')}`;
    // Lifetimes run in real time: clients measure expires_in by their own clock, not by the workspace's.
    store.put('tokens', token, { ...account, issuedAt: Date.now() } satisfies StoredToken);
    rememberAccount(store, account);
    const scope = typeof form.scope === 'string' ? { scope: form.scope } : {};
    return { code: 200, body: { access_token: token, expires_in: LIFETIME_S, token_type: 'Bearer', ...scope } };
  });
}

function accountOf(form: JsonObject): Account | undefined {
  if (form.grant_type === JWT_BEARER) return accountOfAssertion(String(form.assertion ?? ''));
  if (form.grant_type !== 'refresh_token') return undefined;
  const email = /^refresh:(.+)$/.exec(String(form.refresh_token ?? ''))?.[1] ?? '';
  return EMAIL.test(email) ? { email, isServiceAccount: false } : undefined;
}

function rememberAccount(store: Store, account: Account): void {
  if (store.get('accounts', account.email) === undefined) store.put('accounts', account.email, account);
}

/** Whether somebody with this address has an account here (and so a mailbox). */
export function isAccount(store: Store, email: string): boolean {
  const account = store.get<Account>('accounts', email.toLowerCase()) ?? store.get<Account>('accounts', email);
  return account !== undefined && !account.isServiceAccount;
}

/** The account of an Authorization header, or undefined when the token is unknown or over. */
export function accountOfToken(store: Store, authorization: string | undefined): Account | undefined {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  const stored = token === undefined ? undefined : store.get<StoredToken>('tokens', token);
  if (stored === undefined || Date.now() - stored.issuedAt > LIFETIME_S * 1000) return undefined;
  return { email: stored.email, isServiceAccount: stored.isServiceAccount };
}
