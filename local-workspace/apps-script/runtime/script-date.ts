// The script's Date: the workspace's clock, read in the zone of the manifest, whatever machine this is.
import { momentAt, offsetAt, wallOf } from './zone.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PARTS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

type Method = (this: Date, ...args: number[]) => unknown;

/** Puts a Date into place whose now is given and whose wall clock is the zone's. */
export function scriptDate(Real: DateConstructor, timeZone: string, now: () => number): DateConstructor {
  const wall = (date: Date): Date => new Real(wallOf(timeZone, date.getTime()));
  const made = (args: readonly unknown[]): unknown[] => {
    if (args.length === 0) return [now()];
    if (args.length > 1) return [momentAt(timeZone, Real.UTC(...(args.map(Number) as [number, number])))];
    const [only] = args;
    return typeof only === 'string' ? [parsed(Real, timeZone, only)] : [only];
  };
  function ScriptDate(...args: unknown[]): unknown {
    if (new.target === undefined) return (Reflect.construct(Real, [now()], ScriptDate) as Date).toString();
    return Reflect.construct(Real, made(args), new.target) as unknown;
  }
  Object.defineProperty(ScriptDate, 'name', { value: 'Date' });
  ScriptDate.prototype = Real.prototype;
  ScriptDate.now = now;
  ScriptDate.UTC = Real.UTC;
  ScriptDate.parse = (text: string) => parsed(Real, timeZone, String(text));
  const methods: Record<string, Method> = { ...getters(wall), ...setters(wall, timeZone), ...texts(wall, timeZone) };
  for (const [name, method] of Object.entries({ ...methods, constructor: ScriptDate })) {
    Object.defineProperty(Real.prototype, name, { value: method, writable: true, configurable: true });
  }
  return ScriptDate as unknown as DateConstructor;
}

/** A text without a zone is the zone's, except a bare ISO day, which is UTC's; so says the language. */
function parsed(Real: DateConstructor, timeZone: string, text: string): number {
  const moment = Real.parse(text);
  if (/^\s*[+-]?\d{4,6}(-\d\d(-\d\d)?)?\s*$/.test(text) || /(Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(\(.*\))?\s*$/i.test(text)) return moment;
  const asUtc = Real.parse(/T\d\d:\d\d/.test(text) ? `${text.trim()}Z` : `${text} GMT`);
  return Number.isNaN(asUtc) ? moment : momentAt(timeZone, asUtc);
}

function getters(wall: (date: Date) => Date): Record<string, Method> {
  const methods: Record<string, Method> = {};
  for (const part of [...PARTS, 'Day'] as const) {
    methods[`get${part}`] = function () {
      return wall(this)[`getUTC${part}`]();
    };
  }
  return methods;
}

function setters(wall: (date: Date) => Date, timeZone: string): Record<string, Method> {
  const methods: Record<string, Method> = {};
  for (const part of PARTS) {
    methods[`set${part}`] = function (...args) {
      const shifted = wall(this);
      (shifted[`setUTC${part}`] as (...values: number[]) => number)(...args);
      return this.setTime(momentAt(timeZone, shifted.getTime()));
    };
  }
  return methods;
}

function texts(wall: (date: Date) => Date, timeZone: string): Record<string, Method> {
  const day = (at: Date): string =>
    `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())} ${String(at.getUTCFullYear()).padStart(4, '0')}`;
  const time = (at: Date, moment: number): string => {
    const minutes = Math.round(offsetAt(timeZone, moment) / 60_000);
    const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
    const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'long' }).formatToParts(moment);
    const zone = name.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
    return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} GMT${offset} (${zone})`;
  };
  const valid = (date: Date, text: () => string): string => (Number.isNaN(date.getTime()) ? 'Invalid Date' : text());
  return {
    getTimezoneOffset() {
      return -offsetAt(timeZone, this.getTime()) / 60_000;
    },
    toString(this: Date) {
      return valid(this, () => `${day(wall(this))} ${time(wall(this), this.getTime())}`);
    },
    toDateString() {
      return valid(this, () => day(wall(this)));
    },
    toTimeString() {
      return valid(this, () => time(wall(this), this.getTime()));
    },
    ...localeTexts(timeZone),
  };
}

function localeTexts(timeZone: string): Record<string, Method> {
  type Options = Intl.DateTimeFormatOptions;
  const whole: Options = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' };
  const shown = (usual: Options): Method =>
    function (this: Date, ...args: unknown[]) {
      const [locales, options] = args as [string | undefined, Options | undefined];
      const asked = options === undefined || Object.keys(options).length === 0 ? usual : options;
      return new Intl.DateTimeFormat(locales, { timeZone, ...asked }).format(this.getTime());
    } as Method;
  const { hour, minute, second, ...date } = whole;
  return { toLocaleString: shown(whole), toLocaleDateString: shown(date), toLocaleTimeString: shown({ hour, minute, second } as Options) };
}
