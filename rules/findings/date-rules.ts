// Dates that contradict each other, or lie so far off that a year was mistyped. Pairs are data; one walk serves every tab.
import { addYears, type IsoDate, yearOf } from '../calendar-date.ts';
import type { Row, TabReading } from '../register/read-tab.ts';
import { type Finding, finding, headerOf } from './finding.ts';
import { at, type Scope } from './scope.ts';

interface Pair {
  readonly earlier: string;
  readonly later: string;
  /** odd: it does happen; impossible: one of the two is wrong; uncounted: and the record cannot be counted */
  readonly when: 'odd' | 'impossible' | 'uncounted';
}
const pair = (earlier: string, later: string, when: Pair['when']): Pair => ({ earlier, later, when });

const PAIRS: { readonly [tab: string]: readonly Pair[] } = {
  clubs: [
    pair('founded', 'launched', 'odd'),
    pair('founded', 'regulationDate', 'odd'),
    pair('founded', 'boardRecognised', 'odd'),
    pair('founded', 'incomeFundSince', 'odd'),
    pair('founded', 'operatingFundSince', 'odd'),
    pair('founded', 'paused', 'odd'),
    pair('paused', 'resumed', 'impossible'),
    pair('founded', 'dissolved', 'uncounted'),
    pair('paused', 'dissolved', 'odd'),
    pair('resumed', 'dissolved', 'odd'),
  ],
  members: [pair('joined', 'left', 'uncounted')],
  loans: [pair('date', 'due', 'impossible'), pair('date', 'lastRepaid', 'impossible')],
  declarations: [pair('from', 'until', 'impossible')],
  unitInfo: [pair('from', 'to', 'impossible')],
};

/** Dates and years that may well lie years ahead. */
const MAY_BE_AHEAD: readonly string[] = ['loans.due', 'assignments.due', 'assignments.year', 'locations.plannedYear', 'budget.year'];
/** No club of this kind is older than the programme; an earlier year is a slip of the hand. */
const EARLIEST = '1990-01-01';

type Values = { readonly [column: string]: unknown };
const dateIn = (row: Row, column: string): IsoDate | undefined => (row.values as Values)[column] as IsoDate | undefined;

export function dateFindings({ register, question }: Scope): Finding[] {
  const readings = Object.values<TabReading>(register).filter(({ tab }) => tab.kind !== 'owned');
  return readings.flatMap((reading) => [
    ...reading.rows.flatMap((row) => (PAIRS[row.tab] ?? []).flatMap((one) => reversed(row, one))),
    ...(reading.tab.kind === 'data' ? farOff(reading, question.asOf) : []),
  ]);
}

function reversed(row: Row, { earlier, later, when }: Pair): Finding[] {
  const first = dateIn(row, earlier);
  const second = dateIn(row, later);
  if (first === undefined || second === undefined || second >= first) return [];
  const place = { ...at(row, later), shows: [earlier], counts: when !== 'uncounted' };
  const words = { earlierHeader: headerOf(row.tab, earlier), earlier: first, later: second };
  return [finding(when === 'odd' ? 'DATES_UNUSUAL' : 'DATES_REVERSED', place, words)];
}

/** Dates and years that are more than a year ahead of the closing date, or older than the programme. */
function farOff({ tab, rows }: TabReading, asOf: IsoDate): Finding[] {
  const columns = Object.entries(tab.columns).filter(([key]) => !MAY_BE_AHEAD.includes(`${tab.key}.${key}`));
  const dates = columns.filter(([, { type }]) => type === 'date').map(([key]) => key);
  const years = columns.filter(([, { type }]) => type === 'year').map(([key]) => key);
  const last = addYears(asOf, 1);
  return rows.flatMap((row) => [
    ...dates.flatMap((column) => {
      const date = dateIn(row, column);
      if (date === undefined) return [];
      if (date > last) return [finding('DATE_FAR_AHEAD', at(row, column), { date, asOf })];
      return date < EARLIEST ? [finding('DATE_LONG_AGO', at(row, column), { date })] : [];
    }),
    ...years.flatMap((column) => {
      const year = (row.values as Values)[column] as number | undefined;
      return year !== undefined && year > yearOf(last) ? [finding('YEAR_FAR_AHEAD', at(row, column), { year, asOf })] : [];
    }),
  ]);
}
