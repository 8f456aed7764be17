// ScriptApp: who one is to others, what was authorised, and time triggers.
import type { TriggerInfo, TriggerWish } from '../calls.ts';
import { ScriptError } from './bridge.ts';
import { notPermitted, type Running, SCOPES } from './running.ts';

type App = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type Builder = GoogleAppsScript.Script.ClockTriggerBuilder;

interface Modes {
  readonly authMode: App['AuthMode'];
  readonly status: App['AuthorizationStatus'];
  readonly eventType: App['EventType'];
  readonly source: App['TriggerSource'];
}

/** The service, and the mode that events carry. */
export function scriptApp(running: Running): { readonly app: App; readonly mode: unknown } {
  const { realm, job, bridge } = running;
  const modes: Modes = {
    authMode: realm.enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']),
    status: realm.enumeration('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']),
    eventType: realm.enumeration('EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED']),
    source: realm.enumeration('TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']),
  };
  const app = realm.served<App>('ScriptApp', {
    AuthMode: modes.authMode,
    AuthorizationStatus: modes.status,
    EventType: modes.eventType,
    TriggerSource: modes.source,
    getScriptId: () => job.scriptId,
    getIdentityToken: () => (running.has(SCOPES.openid) ? bridge.call('identityToken', job.granted) : (null as unknown as string)),
    getOAuthToken: () => {
      if (running.isSimple) throw notPermitted('ScriptApp.getOAuthToken', job.manifestScopes);
      return bridge.call('accessToken', null);
    },
    getAuthorizationInfo: (mode) => {
      if (mode !== modes.authMode.FULL) throw new ScriptError('Only ScriptApp.AuthMode.FULL is served by the local workspace');
      const isComplete = job.manifestScopes.every((scope) => job.granted.includes(scope));
      const status = isComplete ? modes.status.NOT_REQUIRED : modes.status.REQUIRED;
      return realm.served<GoogleAppsScript.Script.AuthorizationInfo>('AuthorizationInfo', { getAuthorizationStatus: () => status });
    },
    ...triggers(running, modes),
  });
  return { app, mode: running.isSimple ? modes.authMode.LIMITED : modes.authMode.FULL };
}

function triggers(running: Running, modes: Modes): Partial<App> {
  const { realm, bridge } = running;
  const triggerOf = ({ id, handler }: TriggerInfo): Trigger =>
    realm.served<Trigger>('Trigger', {
      getUniqueId: () => id,
      getHandlerFunction: () => handler,
      getEventType: () => modes.eventType.CLOCK,
      getTriggerSource: () => modes.source.CLOCK,
    });
  const require = (called: string): void => running.require(`ScriptApp.${called}`, SCOPES.scriptApp);
  return {
    newTrigger: (handler: string) => {
      require('newTrigger');
      return realm.served<GoogleAppsScript.Script.TriggerBuilder>('TriggerBuilder', {
        timeBased: () => clockBuilder(running, (wish) => triggerOf(bridge.call('addTrigger', { handler: String(handler), ...wish }))),
      });
    },
    getProjectTriggers: () => {
      require('getProjectTriggers');
      return bridge.call('triggers', null).map(triggerOf);
    },
    deleteTrigger: (trigger) => {
      require('deleteTrigger');
      bridge.call('removeTrigger', trigger.getUniqueId());
    },
  };
}

type Wish = Omit<TriggerWish, 'handler'>;

function clockBuilder({ realm }: Running, create: (wish: Wish) => Trigger): Builder {
  let wish: Partial<Wish> = {};
  const change = (part: Partial<Wish>): Builder => {
    wish = { ...wish, ...part };
    return itself;
  };
  const itself: Builder = realm.served<Builder>('ClockTriggerBuilder', {
    everyMinutes: (n: number) => {
      if (![1, 5, 10, 15, 30].includes(n))
        throw new ScriptError('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
      return change({ every: 'minutes', n });
    },
    everyHours: (n: number) => change({ every: 'hours', n: positive(n, 'everyHours') }),
    everyDays: (n: number) => change({ every: 'days', n: positive(n, 'everyDays') }),
    atHour: (hour: number) => {
      if (!(Number.isInteger(hour) && hour >= 0 && hour <= 23)) throw new ScriptError('The value you passed to atHour was invalid.');
      return change({ hour });
    },
    create: () => {
      const { every, n, hour } = wish;
      if (every === undefined || n === undefined) throw new ScriptError('The recurrence interval of a clock trigger must be specified.');
      return create({ every, n, ...(hour === undefined ? {} : { hour }) });
    },
  });
  return itself;
}

function positive(n: number, called: string): number {
  if (!(Number.isInteger(n) && n > 0)) throw new ScriptError(`The value you passed to ${called} was invalid.`);
  return n;
}
