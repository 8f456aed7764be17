// One run as its services see it: what it was told, its way to the workspace, and what it may do.
import type { Job } from '../calls.ts';
import { type Bridge, ScriptError } from './bridge.ts';
import type { Realm } from './realm.ts';

const AUTH = 'https://www.googleapis.com/auth/';

export const SCOPES = {
  spreadsheets: `${AUTH}spreadsheets`,
  currentOnly: `${AUTH}spreadsheets.currentonly`,
  containerUi: `${AUTH}script.container.ui`,
  externalRequest: `${AUTH}script.external_request`,
  scriptApp: `${AUTH}script.scriptapp`,
  email: `${AUTH}userinfo.email`,
  openid: 'openid',
} as const;

export class Running {
  readonly job: Job;
  readonly bridge: Bridge;
  readonly realm: Realm;
  /** the workspace's clock */
  readonly now: () => number;

  constructor(job: Job, bridge: Bridge, realm: Realm, now: () => number) {
    this.job = job;
    this.bridge = bridge;
    this.realm = realm;
    this.now = now;
  }

  /** Simple triggers run without anybody's authorisation. */
  get isSimple(): boolean {
    return this.job.trigger === 'open' || this.job.trigger === 'edit';
  }

  has(...anyOf: readonly string[]): boolean {
    return !this.isSimple && anyOf.some((scope) => this.job.granted.includes(scope));
  }

  /** Throws Google's text unless one of the scopes was granted. */
  require(called: string, ...anyOf: readonly string[]): void {
    if (!this.has(...anyOf)) throw notPermitted(called, anyOf);
  }

  /** Google's own objects of the spreadsheet service are counted, call by call. */
  readonly counted = (): void => this.bridge.count();
}

export function notPermitted(called: string, anyOf: readonly string[]): ScriptError {
  const scopes = anyOf.length > 1 ? `(${anyOf.join(' || ')})` : (anyOf[0] ?? '');
  return new ScriptError(`You do not have permission to call ${called}. Required permissions: ${scopes}`);
}
