// Findings on what happened: rows dated before, after or between the days on which their club was at work, and rows that were pasted twice.
import type { IsoDate } from '../calendar-date.ts';
import type { Row } from '../register/read-tab.ts';
import { type Finding, finding, otherName } from './finding.ts';
import { at, clubName, groupsOf, type RowOf, type Scope } from './scope.ts';

export const activityFindings = (scope: Scope): Finding[] => [...afterDissolution(scope), ...outOfService(scope), ...repeatedRows(scope)];

function afterDissolution({ register, clubs, members }: Scope): Finding[] {
  if (![...clubs.values()].some(({ values }) => values.dissolved !== undefined)) return [];
  const late = (row: Row, column: string, date: IsoDate | undefined, key: string | undefined): Finding[] => {
    const club = clubs.get(key ?? '');
    const dissolved = club?.values.dissolved;
    if (club === undefined || dissolved === undefined || date === undefined || date <= dissolved) return [];
    return [finding('AFTER_DISSOLUTION', at(row, column), { date, club: clubName(club), dissolved })];
  };
  return [
    ...register.members.rows.flatMap((row) => late(row, 'joined', row.values.joined, row.values.club)),
    ...register.loans.rows.flatMap((row) => late(row, 'date', row.values.date, members.get(row.values.member ?? '')?.values.club)),
    ...register.funds.rows.flatMap((row) => late(row, 'date', row.values.date, row.values.club)),
    ...register.activities.rows.flatMap((row) => late(row, 'date', row.values.date, row.values.club)),
    ...register.events.rows.flatMap((row) => (row.values.clubs ?? []).flatMap((club) => late(row, 'date', row.values.date, club))),
  ];
}

/** What a club did before there was a decision, or while it rested. Of money and training nothing is told: both may well come first. */
function outOfService({ register, clubs }: Scope): Finding[] {
  const rows: readonly (RowOf<'activities'> | RowOf<'totals'>)[] = [...register.activities.rows, ...register.totals.rows];
  return rows.flatMap((row) => {
    const { date } = row.values;
    const club = clubs.get(row.values.club ?? '');
    if (club === undefined || date === undefined) return [];
    const { founded, paused, resumed } = club.values;
    if (founded !== undefined && date < founded)
      return [finding('BEFORE_FOUNDING', at(row, 'date'), { date, club: clubName(club), founded })];
    if (row.tab !== 'activities' || paused === undefined || date < paused || (resumed !== undefined && date >= resumed)) return [];
    return [finding('DURING_PAUSE', at(row, 'date'), { date, club: clubName(club), paused, resumed })];
  });
}

/** Rows that say the same in all of these columns were most likely pasted twice; the first ones have to be filled. */
const SAME_IN: readonly {
  readonly tab: 'loans' | 'funds' | 'activities' | 'events';
  readonly filled: readonly string[];
  readonly too: readonly string[];
}[] = [
  { tab: 'loans', filled: ['member', 'date', 'amount'], too: ['purpose', 'source'] },
  { tab: 'funds', filled: ['club', 'fund', 'date'], too: ['received', 'spent', 'kind', 'inKind', 'note'] },
  { tab: 'activities', filled: ['club', 'date', 'area'], too: ['content', 'attendances', 'helped'] },
  { tab: 'events', filled: ['date', 'kind'], too: ['audience', 'role', 'inCharge', 'clubs', 'locations', 'participants'] },
];

function repeatedRows({ register }: Scope): Finding[] {
  return SAME_IN.flatMap(({ tab, filled, too }) => {
    const rows: readonly Row[] = register[tab].rows;
    const alike = groupsOf(rows, (row) => (row.faults.length > 0 ? undefined : textOf(row, filled)));
    const many = [...alike.values()].flatMap((group) =>
      group.length < 2 ? [] : [...groupsOf(group, (row) => wholeOf(row, too)).values()],
    );
    return many.flatMap(([first, ...others]) =>
      others.map((row) => finding('ROW_REPEATED', at(row), { other: first ? otherName(first, row) : '' })),
    );
  });
}

/** The columns that have to be filled, as one text; undefined when one of them is not. */
function textOf({ values }: Row, columns: readonly string[]): string | undefined {
  const all: { readonly [column: string]: unknown } = values;
  let text = '';
  for (const column of columns) {
    if (all[column] === undefined) return undefined;
    text += `${all[column]}\n`;
  }
  return text;
}

function wholeOf({ values }: Row, columns: readonly string[]): string {
  const all: { readonly [column: string]: unknown } = values;
  return JSON.stringify(columns.map((column) => all[column] ?? null));
}
