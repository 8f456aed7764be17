// What each person allowed each script, as on Google's consent screen.
import type { Consent } from '../page/protocol.ts';
import type { Store } from '../store.ts';

const CONSENTS = 'script-consents';
/** What 'some' leaves out: who one is, and the world outside. */
const DECLINED = /^(openid|email|https:\/\/www\.googleapis\.com\/auth\/(userinfo\.email|script\.external_request))$/;

interface Stored {
  readonly granted: readonly string[];
  readonly declined: readonly string[];
}

const keyOf = (scriptId: string, email: string): string => `${scriptId}/${email.toLowerCase()}`;

/** Remembers what a person chose for the scopes the manifest asks for now. */
export function storeConsent(store: Store, scriptId: string, email: string, allow: Consent['allow'], scopes: readonly string[]): void {
  const key = keyOf(scriptId, email);
  store.atomically(() => {
    if (allow === 'none') return store.remove(CONSENTS, key);
    const declined = allow === 'some' ? scopes.filter((scope) => DECLINED.test(scope)) : [];
    return store.put(CONSENTS, key, { granted: scopes.filter((scope) => !declined.includes(scope)), declined } satisfies Stored);
  });
}

/** What was declined is asked about again: on Google whenever the script next needs it, here once the workbook is opened anew. */
export function askAgain(store: Store, scriptId: string, email: string): void {
  const key = keyOf(scriptId, email);
  const stored = store.get<Stored>(CONSENTS, key);
  if (stored === undefined || stored.declined.length === 0) return;
  store.atomically(() => store.put(CONSENTS, key, { ...stored, declined: [] } satisfies Stored));
}

export interface Authority {
  readonly granted: readonly string[];
  /** scopes that this person has never been asked about */
  readonly unasked: readonly string[];
}

/** What a person's consent is worth for the scopes a manifest asks for now. */
export function authorityOf(store: Store, scriptId: string, email: string, scopes: readonly string[]): Authority {
  const { granted = [], declined = [] } = store.get<Stored>(CONSENTS, keyOf(scriptId, email)) ?? {};
  return {
    granted: scopes.filter((scope) => granted.includes(scope)),
    unasked: scopes.filter((scope) => !granted.includes(scope) && !declined.includes(scope)),
  };
}
