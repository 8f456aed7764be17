// The border between the services and the script's own world: what comes in is of that world's kinds, what is not served says so.
import { types } from 'node:util';
import { type Context, createContext, runInContext } from 'node:vm';
import { ScriptError } from './bridge.ts';

type Members = Record<string, unknown>;
type Callable = (...args: unknown[]) => unknown;

/** Names that JavaScript itself asks objects for; a script that asks finds nothing. */
const LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'valueOf', 'inspect', 'nodeType', 'length', 'prototype']);

export class Realm {
  readonly context: Context = createContext({});
  readonly #kinds = runInContext('({ Array, Object, Error, Date })', this.context) as {
    Array: ArrayConstructor;
    Object: ObjectConstructor;
    Error: ErrorConstructor;
    Date: DateConstructor;
  };
  readonly #served = new WeakMap<object, string>();

  get Date(): DateConstructor {
    return this.#kinds.Date;
  }

  define(name: string, value: unknown): void {
    Object.defineProperty(this.context, name, { value, writable: true, configurable: true, enumerable: false });
  }

  /** One of Google's objects: a member that it lacks throws and names itself. `counted` hears each call. */
  served<T extends object>(name: string, members: Partial<T>, counted?: () => void): T {
    const shown: Members = Object.create(null) as Members;
    for (const [key, member] of Object.entries(members)) {
      shown[key] = typeof member === 'function' ? this.#shown(member as Callable, counted) : member;
    }
    shown.toString ??= () => name;
    const proxy = new Proxy(shown, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target || LANGUAGE.has(key)) return target[key as string];
        throw this.errorOf(new ScriptError(`${name}.${key} is not served by the local workspace`));
      },
      set: (_target, key) => {
        throw this.errorOf(new ScriptError(`${name}.${String(key)} cannot be set`));
      },
    });
    this.#served.set(proxy, name);
    return proxy as unknown as T;
  }

  /** An enumeration whose members are compared by identity, as Google's are. */
  enumeration<T>(name: string, members: readonly string[]): T {
    const values = members.map((member, index) => [
      member,
      this.served(`${name}.${member}`, { toString: () => member, name: () => member, ordinal: () => index }),
    ]);
    return this.served(name, Object.fromEntries(values) as object) as T;
  }

  /** What a script is given: arrays, objects and dates of its own world. */
  outward(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || this.#served.has(value)) return value;
    if (types.isDate(value)) return new this.#kinds.Date(value.getTime());
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) value[index] = this.outward(value[index]);
      return Object.setPrototypeOf(value, this.#kinds.Array.prototype) as unknown;
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    const members = value as Members;
    for (const key of Object.keys(members)) members[key] = this.outward(members[key]);
    return Object.setPrototypeOf(members, this.#kinds.Object.prototype) as unknown;
  }

  /** A failure as an Error of the script's world. */
  errorOf(error: unknown): unknown {
    if (!(error instanceof Error)) return error; // thrown by the script itself
    const { name, message } = error;
    const own = new this.#kinds.Error(message);
    Object.defineProperty(own, 'name', { value: error instanceof ScriptError ? name : 'Exception', configurable: true, writable: true });
    const frames = (own.stack ?? '').split('\n').filter((line) => /\.gs:\d+/.test(line)); // the script's own, none of the machine's
    Object.defineProperty(own, 'stack', { value: [String(own), ...frames].join('\n'), configurable: true, writable: true });
    if (error instanceof ScriptError && error.details !== undefined) Object.assign(own, { details: this.outward(error.details) });
    return own;
  }

  #shown(member: Callable, counted: (() => void) | undefined): Callable {
    return (...args) => {
      counted?.();
      try {
        return this.outward(member(...args));
      } catch (error) {
        throw this.errorOf(error);
      }
    };
  }
}
