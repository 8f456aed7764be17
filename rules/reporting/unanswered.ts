// Which reports still wait for a word of their receivers, and when it is time to look into their threads: a look costs Gmail's quota.
import { type Instant, localDate, localTime } from '../calendar-date.ts';
import { sha256Hex } from '../hash.ts';
import type { Reading } from '../register/grid.ts';
import { readWorkbook } from '../register/read-register.ts';
import { ANSWERABLE_TABS, NO_LISTS } from './answerable.ts';
import { LEASE } from './deliver.ts';
import { frozenContent } from './frozen-content.ts';
import { ledgerOf } from './ledger.ts';
import type { Office } from './report-content.ts';
import { standingOf } from './standing.ts';

export interface Unanswered {
  readonly report: string;
  readonly mailbox: string;
  readonly thread: string;
  /** whom it was sent to */
  readonly receivers: readonly Office[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nobody answers later than that, or people see to it themselves. */
export const LOOKED_FOR = 60 * DAY;
const EAGER = 2 * DAY;

/** The reports whose threads are to be looked into now: of the first two days once an hour, later once a day, up to sixty days. */
export function unansweredIn(reading: Reading, now: Instant): Unanswered[] {
  const tabs = readWorkbook(ANSWERABLE_TABS, reading, NO_LISTS);
  const ledger = ledgerOf(tabs);
  if (ledger === undefined) return [];
  const statusOf = (key: string) => ledger.entries.get(key)?.line.status;
  return [...ledger.entries.values()].flatMap(({ line: { key, status, thread, mailbox, leaseUntil } }) => {
    const age = now - (leaseUntil - LEASE);
    if (status !== 'sent' || thread === '' || age > LOOKED_FOR || !isTime(key, age, now)) return [];
    if (standingOf(ledger, key, statusOf) !== 'sent') return [];
    const content = frozenContent(tabs.frozen, key);
    return content === undefined ? [] : [{ report: key, mailbox, thread, receivers: [...content.to, ...content.cc] }];
  });
}

const QUARTERS = 4;
const HOURS = 10;
const OPENS = 7;

/** One quarter of an hour of each hour, later of each day, by the key: so that thousands of registers do not look at one moment. */
function isTime(key: string, age: number, now: Instant): boolean {
  const [hour = 0, minute = 0] = localTime(now).split(':').map(Number);
  const own = Number.parseInt(sha256Hex(`${key} ${age > EAGER ? localDate(now) : ''}`).slice(0, 6), 16);
  const quarter = Math.floor(minute / (60 / QUARTERS)) === own % QUARTERS;
  return quarter && (age <= EAGER || hour === OPENS + (Math.floor(own / QUARTERS) % HOURS));
}
