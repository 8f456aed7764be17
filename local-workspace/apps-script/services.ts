// What the workspace does for a run: one answer to each call that a script's services make.
import type { PageBus } from '../page/bus.ts';
import type { Store } from '../store.ts';
import type { Audience, Viewer } from './audience.ts';
import type { ApiCall, Job, LockKind, Serving } from './calls.ts';
import { type GoogleClient, scopesOf } from './google-client.ts';
import { clientIdOf, type Identity } from './identity.ts';
import type { LockTable } from './locks.ts';
import { changeProperties, propertiesOf } from './properties.ts';
import { addTrigger, removeTrigger, triggersOf } from './time-triggers.ts';
import { urlFetch } from './url-fetch.ts';
import { refusedCell } from './validation.ts';

export interface Parts {
  readonly store: Store;
  readonly bus: PageBus;
  readonly now: () => number;
  readonly audience: Audience;
  readonly locks: LockTable;
  readonly client: GoogleClient;
  readonly identity: Identity;
}

const METADATA_ONLY = 'https://www.googleapis.com/auth/gmail.metadata';
const INSUFFICIENT = { code: 403, message: 'Request had insufficient authentication scopes.', status: 'PERMISSION_DENIED' };

/** What the scope for headers alone does not reach. */
function beyondMetadata({ method, params }: ApiCall): string | undefined {
  if (params.q !== undefined) return "Metadata scope does not support 'q' parameter";
  const { format = 'full' } = params;
  if (!method.endsWith('.get') || (format !== 'full' && format !== 'raw')) return undefined;
  return `Metadata scope doesn't allow format ${String(format).toUpperCase()}`;
}

/** Documents, scripts and people each have locks and properties of their own. */
const ownerOf = ({ scriptId, spreadsheet, as }: Job, kind: LockKind): string =>
  ({ document: `document:${scriptId}:${spreadsheet}`, script: `script:${scriptId}`, user: `user:${scriptId}:${as}` })[kind];

/** The answers for one run. */
export function servicesFor({ store, bus, now, audience, locks, client, identity }: Parts, run: string, job: Job): Serving {
  const { scriptId, spreadsheet, as, window, granted, timeZone } = job;
  const viewer: Viewer = { spreadsheet, as, window };
  return {
    api: (call) => client.call(as, call),
    advanced: (call) => {
      const scopes = scopesOf(call.method).filter((scope) => granted.includes(scope));
      if (scopes.length === 0) return { error: INSUFFICIENT };
      const beyond = scopes.every((scope) => scope === METADATA_ONLY) ? beyondMetadata(call) : undefined;
      return beyond === undefined ? client.call(as, call) : { error: { code: 403, message: beyond, status: 'PERMISSION_DENIED' } };
    },
    refusedCell: (entered) => refusedCell(store, as, entered, now()),
    fetch: urlFetch,
    ask: (asked) => audience.ask(viewer, run, asked),
    show: (shown) => audience.show(viewer, shown),
    toast: (toast) => bus.publish({ kind: 'toast', ...viewer, ...toast }),
    select: (place) => audience.select(viewer, place),
    menu: (menu) => audience.addMenu(viewer, menu),
    lock: ({ kind, wait }) => locks.take(ownerOf(job, kind), run, wait),
    unlock: (kind) => locks.release(ownerOf(job, kind), run),
    properties: (kind) => propertiesOf(store, ownerOf(job, kind)),
    setProperties: ({ kind, values, only }) => changeProperties(store, ownerOf(job, kind), values, only),
    identityToken: (scopes) =>
      identity.token(
        clientIdOf(scriptId),
        as,
        scopes.includes('https://www.googleapis.com/auth/userinfo.email') || scopes.includes('email'),
      ),
    accessToken: () => client.token(as),
    addTrigger: (wish) => addTrigger(store, { scriptId, email: as, timeZone }, wish, now()),
    triggers: () => triggersOf(store, scriptId, as).map(({ id, handler }) => ({ id, handler })),
    removeTrigger: (id) => removeTrigger(store, scriptId, as, id),
  };
}
