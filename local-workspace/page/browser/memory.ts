// What the page remembers between visits: where one was in the address, the rest in the browser's storage.
import type { Edit } from '../protocol.ts';
import { addressOf, type Place, placeAt } from './place.ts';

export interface Whereabouts {
  readonly role?: string;
  readonly workbook?: string;
  readonly sheetId?: number;
  readonly place?: Place;
}

/** "#vai=…&so=…&gid=…&range=…"; a link of Google's own form names only tab and cell. */
export function whereabouts(hash: string): Whereabouts {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const [role, workbook, gid, range] = [given.get('vai'), given.get('so'), given.get('gid'), given.get('range')];
  const place = placeAt(range ?? '');
  return {
    ...(role === null ? {} : { role }),
    ...(workbook === null ? {} : { workbook }),
    ...(gid === null || !/^\d+$/.test(gid) ? {} : { sheetId: Number(gid) }),
    ...(place === undefined ? {} : { place }),
  };
}

export function hashOf({ role, workbook, sheetId, place }: Whereabouts): string {
  const given = new URLSearchParams();
  if (role !== undefined) given.set('vai', role);
  if (workbook !== undefined) given.set('so', workbook);
  if (sheetId !== undefined) given.set('gid', String(sheetId));
  if (place !== undefined) given.set('range', addressOf(place));
  return `#${given}`;
}

/** This window, until the page is loaded anew. */
export const WINDOW = crypto.randomUUID();

function stored<T>(key: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined; // storage is switched off, or holds something of somebody else's
  }
}

function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // without storage the page forgets, and works
  }
}

export const MEMORY = {
  last: (): Whereabouts => stored<Whereabouts>('ishc.last') ?? {},
  keepLast: (last: Whereabouts): void => store('ishc.last', last),
  waiting: (): readonly Edit[] => stored<Edit[]>('ishc.waiting') ?? [],
  keepWaiting: (edits: readonly Edit[]): void => store('ishc.waiting', edits),
  phone: (): boolean => stored<boolean>('ishc.phone') ?? false,
  keepPhone: (on: boolean): void => store('ishc.phone', on),
  stripClosed: (): boolean => stored<boolean>('ishc.strip') ?? false,
  keepStripClosed: (): void => store('ishc.strip', true),
  closedSidebar: (): string | undefined => stored<string>('ishc.sidebar'),
  keepClosedSidebar: (dialog: string): void => store('ishc.sidebar', dialog),
  seenMail: (): readonly string[] => stored<string[]>('ishc.mail') ?? [],
  keepSeenMail: (ids: readonly string[]): void => store('ishc.mail', ids.slice(-500)),
  forget: (): void => {
    for (const key of ['ishc.last', 'ishc.waiting', 'ishc.mail', 'ishc.sidebar']) store(key, null);
  },
};
