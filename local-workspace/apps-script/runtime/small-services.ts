// LockService, PropertiesService, Session, Logger and console.
import { inspect } from 'node:util';
import type { LockKind } from '../calls.ts';
import { ScriptError } from './bridge.ts';
import { notPermitted, type Running, SCOPES } from './running.ts';

type Lock = GoogleAppsScript.Lock.Lock;
type Properties = GoogleAppsScript.Properties.Properties;

/** Locks across runs; what a run still holds at its end is let go. */
export function lockService({ realm, bridge }: Running): GoogleAppsScript.Lock.LockService {
  const lockOf = (kind: LockKind): Lock => {
    let holds = false;
    const take = (wait: number): boolean => {
      holds = holds || bridge.call('lock', { kind, wait: Math.max(0, Number(wait)) });
      return holds;
    };
    return realm.served<Lock>('Lock', {
      hasLock: () => holds,
      tryLock: take,
      waitLock: (wait: number) => {
        if (!take(wait)) throw new ScriptError('Lock timeout: another process was holding the lock for too long.');
      },
      releaseLock: () => {
        if (holds) bridge.call('unlock', kind);
        holds = false;
      },
    });
  };
  return realm.served<GoogleAppsScript.Lock.LockService>('LockService', {
    getDocumentLock: () => lockOf('document'),
    getScriptLock: () => lockOf('script'),
    getUserLock: () => lockOf('user'),
  });
}

export function propertiesService({ realm, bridge }: Running): GoogleAppsScript.Properties.PropertiesService {
  const propertiesOf = (kind: LockKind): Properties => {
    const change = (values: Readonly<Record<string, string | null>>, only = false): Properties => {
      bridge.call('setProperties', { kind, values, only });
      return itself;
    };
    const all = (): Record<string, string> => ({ ...bridge.call('properties', kind) });
    const itself: Properties = realm.served<Properties>('Properties', {
      getProperty: (key: string) => all()[String(key)] ?? null,
      getProperties: all,
      getKeys: () => Object.keys(all()),
      setProperty: (key: string, value: string) => change({ [String(key)]: String(value) }),
      setProperties: (values: Record<string, string>, only?: boolean) =>
        change(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])), only === true),
      deleteProperty: (key: string) => change({ [String(key)]: null }),
      deleteAllProperties: () => change({}, true),
    });
    return itself;
  };
  return realm.served<GoogleAppsScript.Properties.PropertiesService>('PropertiesService', {
    getDocumentProperties: () => propertiesOf('document'),
    getScriptProperties: () => propertiesOf('script'),
    getUserProperties: () => propertiesOf('user'),
  });
}

export const userOf = ({ realm }: Running, email: string): GoogleAppsScript.Base.User =>
  realm.served<GoogleAppsScript.Base.User>('User', { getEmail: () => email });

/** Who runs the script; a simple trigger is told nobody's name. */
export function session(running: Running): GoogleAppsScript.Base.Session {
  const user = (called: string): GoogleAppsScript.Base.User => {
    if (running.isSimple) return userOf(running, '');
    if (!running.has(SCOPES.email, 'email')) throw notPermitted(`Session.${called}`, [SCOPES.email]);
    return userOf(running, running.job.as);
  };
  return running.realm.served<GoogleAppsScript.Base.Session>('Session', {
    getActiveUser: () => user('getActiveUser'),
    getEffectiveUser: () => user('getEffectiveUser'),
    getScriptTimeZone: () => running.job.timeZone,
    getActiveUserLocale: () => 'vi',
  });
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : inspect(value, { depth: 4, breakLength: Number.POSITIVE_INFINITY });

/** Text with its %s and %d filled in, then what is left. */
function lineOf([first, ...rest]: readonly unknown[]): string {
  const values = [...rest];
  const head =
    typeof first === 'string' ? first.replace(/%[sdifoOj]/g, (all) => (values.length === 0 ? all : shown(values.shift()))) : shown(first);
  return [head, ...values.map(shown)].join(' ');
}

export function consoleOf({ realm, bridge }: Running): object {
  const at =
    (level: string): ((...values: unknown[]) => void) =>
    (...values) =>
      bridge.line(`${level}${lineOf(values)}`);
  return realm.served<Record<string, unknown>>('console', {
    log: at(''),
    info: at(''),
    warn: at('warn: '),
    error: at('error: '),
  });
}

export function logger({ realm, bridge }: Running): GoogleAppsScript.Base.Logger {
  const lines: string[] = [];
  const itself: GoogleAppsScript.Base.Logger = realm.served<GoogleAppsScript.Base.Logger>('Logger', {
    log: (...values: unknown[]) => {
      const line = lineOf(values);
      lines.push(line);
      bridge.line(line);
      return itself;
    },
    getLog: () => lines.join('\n'),
    clear: () => {
      lines.length = 0;
    },
  });
  return itself;
}
