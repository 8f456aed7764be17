// What people declared about the data: which sections are complete, or nil, from which day to which. Without it a blank is not a zero.
import { addDays, type IsoDate } from '../calendar-date.ts';
import type { Register } from '../register/read-register.ts';
import type { TabKey } from '../register/tabs.ts';

export type Section = 'clubs' | 'members' | 'loans' | 'funds' | 'activities' | 'events' | 'locations';

/** Whether a section is known to be complete from a day up to the register's day, for a club or for the commune's own rows. */
export type Declared = (section: Section, club: string | undefined, from: IsoDate) => boolean;

/** The columns by which a section's rows are told apart; with one of them gone a declaration cannot be held against the rows. */
const TOLD_BY: { readonly [S in Section]: readonly string[] } = {
  clubs: ['name'],
  members: ['club', 'name', 'joined'],
  loans: ['member', 'date', 'purpose'],
  funds: ['club', 'fund', 'date', 'received', 'spent'],
  activities: ['club', 'date', 'area'],
  events: ['kind', 'date'],
  locations: ['name'],
};

/** Days for which something was declared; `from` left out: since ever. */
interface Days {
  readonly from: IsoDate | undefined;
  readonly until: IsoDate;
}

/**
 * Declarations that reach a day. "Đã nhập đủ đến ngày" speaks of everything before its day, "không phát sinh" of its own days only:
 * of a month without a loan nothing follows for the months before. Spans of several declarations add up.
 */
export function declarationsOn(register: Register, day: IsoDate): Declared {
  const spans = new Map<string, Days[]>();
  for (const { values, faults } of register.declarations.rows) {
    const { section, state, until, club = '', from } = values;
    if (section === undefined || until === undefined || (state !== 'complete' && state !== 'nil')) continue;
    if (faults.some(({ column }) => column === 'club' || (column === 'from' && state === 'nil'))) continue;
    const key = `${section}/${club}`;
    const days = { from: state === 'nil' ? from : undefined, until };
    spans.set(key, [...(spans.get(key) ?? []), days]);
  }
  return (section, club, from) => {
    const reading = register[section satisfies TabKey];
    if (reading.state === 'missing' || !TOLD_BY[section].every((column) => reading.columnAt.has(column))) return false;
    const own = club === undefined ? [] : (spans.get(`${section}/${club}`) ?? []);
    return covers([...own, ...(spans.get(`${section}/`) ?? [])], from < day ? from : day, day);
  };
}

/** Whether the spans leave no day out from one day to another, both counted. */
function covers(spans: readonly Days[], from: IsoDate, to: IsoDate): boolean {
  let open = from; // the first day nobody has spoken of yet
  for (const span of [...spans].sort(byFrom)) {
    if (span.from !== undefined && span.from > open) break;
    if (span.until >= to) return true;
    if (span.until >= open) open = addDays(span.until, 1);
  }
  return false;
}

const byFrom = (a: Days, b: Days): number => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0);
