// The stand-in's own routes under /_workspace/: health, sent mail, the clock, faults.
import type { Clock } from './clock.ts';
import { type FaultForm, type FaultList, faultFromForm } from './faults.ts';
import { sentMessages } from './gmail/mailbox.ts';
import type { Control } from './http.ts';
import { parseForm } from './http-body.ts';
import type { JsonObject } from './json.ts';
import type { Store } from './store.ts';

export interface ControlParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly faults: FaultList;
  /** Called when the clock has moved: tasks may have become due. */
  readonly clockMoved: () => void;
}

interface Answer {
  readonly code: number;
  readonly body: unknown;
}

const ok = (body: unknown): Answer => ({ code: 200, body });

const refused = (message: string): Answer => ({ code: 400, body: { error: { code: 400, message } } });

/** The control routes; undefined for a path that is none of them. */
export function controlRoutes(parts: ControlParts): Control {
  const { store, clock, faults } = parts;
  return (httpMethod, url, body, contentType) => {
    switch (`${httpMethod} ${url.pathname}`) {
      case 'GET /_workspace/health':
        return ok({ ok: true, now: clock.now() });
      case 'GET /_workspace/clock':
        return ok({ now: clock.now(), movable: clock.isMovable });
      case 'POST /_workspace/clock':
        return moveClock(parts, parseForm(body, contentType));
      case 'GET /_workspace/mail':
        return ok(
          sentMessages(store, url.searchParams.get('user') ?? undefined).map(({ id, threadId, user, at, raw }) => ({
            id,
            threadId,
            user,
            at,
            raw,
          })),
        );
      case 'POST /_workspace/faults':
        return addFault(faults, parseForm(body, contentType));
      case 'DELETE /_workspace/faults':
        faults.clear();
        return ok({});
      default:
        return undefined;
    }
  };
}

function moveClock({ clock, clockMoved }: ControlParts, form: JsonObject): Answer {
  const text = form.now;
  const now = typeof text === 'string' && !/^-?\d+$/.test(text) ? Date.parse(text) : Number(text);
  if (text === undefined || !Number.isFinite(now)) return refused('now must be a time: milliseconds since 1970, or ISO 8601');
  if (!clock.isMovable) return refused('the clock belongs to the caller of startWorkspace');
  clock.set(now);
  clockMoved();
  return ok({ now: clock.now(), movable: true });
}

const optionalText = (form: JsonObject, name: 'service' | 'method' | 'pathIncludes'): Partial<FaultForm> =>
  typeof form[name] === 'string' ? { [name]: form[name] } : {};

const optionalNumber = (form: JsonObject, name: 'times' | 'status'): Partial<FaultForm> =>
  form[name] === undefined ? {} : { [name]: Number(form[name]) };

function addFault(faults: FaultList, form: JsonObject): Answer {
  const fault = faultFromForm({
    kind: String(form.kind),
    ...optionalText(form, 'service'),
    ...optionalText(form, 'method'),
    ...optionalText(form, 'pathIncludes'),
    ...optionalNumber(form, 'times'),
    ...optionalNumber(form, 'status'),
  });
  if (fault === undefined) return refused('a fault needs kind lost, refuse, or status with a status from 400 to 599');
  faults.add(fault);
  return ok({});
}
