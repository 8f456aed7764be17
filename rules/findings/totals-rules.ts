// Findings on numbers that clubs report without a list: against themselves, against one another, and against a list where there is one.
import type { IsoDate } from '../calendar-date.ts';
import { reachedAge } from '../progress/match.ts';
import { type Three, three } from '../progress/three.ts';
import { type Finding, finding, otherName } from './finding.ts';
import { at, clubName, groupsOf, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Totals = RowOf<'totals'>;
type Member = RowOf<'members'>;

export function totalsFindings(scope: Scope): Finding[] {
  const { rows } = scope.register.totals;
  const byClub = groupsOf(rows, ({ values }) => values.club);
  const listOf = groupsOf(rows.length === 0 ? [] : scope.register.members.rows, ({ values }) => values.club);
  return [
    ...rows.flatMap((row) => [...partFindings(row), ...withoutMembers(scope, row)]),
    ...[...byClub].flatMap(([club, own]) => [...disagreeing(scope, club, own), ...besideList(scope, club, own, listOf.get(club) ?? [])]),
  ];
}

const PARTS = ['older', 'women', 'disadvantaged', 'borrowers'] as const;

/** A part of a club's members cannot be more than all of them; and parts that add up to the whole were most likely taken for it. */
function partFindings(row: Totals): Finding[] {
  const { members, older, women, disadvantaged } = row.values;
  if (members === undefined) return [];
  const above = PARTS.flatMap((column) => {
    const part = row.values[column];
    if (part === undefined || part <= members) return [];
    return [finding('TOTALS_PART_ABOVE_WHOLE', { ...at(row, column), shows: ['members'] }, { part, members })];
  });
  const summed = older && women && disadvantaged && older + women + disadvantaged === members;
  if (!summed) return above;
  return [...above, finding('TOTALS_PARTS_SUMMED', at(row, 'members'), { older, women, disadvantaged, members })];
}

const withoutMembers = ({ register }: Scope, row: Totals): Finding[] =>
  isLeftBlank(register.totals, row, 'members') ? [finding('TOTALS_WITHOUT_MEMBERS', at(row, 'members'), {})] : [];

const NUMBERS = ['members', ...PARTS] as const;

/** Two rows of one club and day that say different things. */
function disagreeing({ clubs }: Scope, club: string, rows: readonly Totals[]): Finding[] {
  return [...groupsOf(rows, ({ values }) => values.date)].flatMap(([, [first, ...others]]) =>
    others.flatMap((row) => {
      const { date } = row.values;
      if (first === undefined || date === undefined || NUMBERS.every((key) => row.values[key] === first.values[key])) return [];
      return [finding('TOTALS_DISAGREE', at(row, 'date'), { club: nameOf(clubs, club), date, other: otherName(first, row) })];
    }),
  );
}

const nameOf = (clubs: Scope['clubs'], key: string): string => {
  const row = clubs.get(key);
  return row === undefined ? key : clubName(row);
};

/** What the list has to say to each number; loans are told elsewhere and change after the day. */
const ASKED: readonly { readonly column: (typeof NUMBERS)[number]; readonly holds: (member: Member, day: IsoDate) => Three }[] = [
  { column: 'members', holds: () => 'yes' },
  { column: 'older', holds: ({ values }, day) => reachedAge(values.birth, 60, day) },
  { column: 'women', holds: ({ values }) => (values.sex === undefined ? 'unknown' : three(values.sex === 'female')) },
  {
    column: 'disadvantaged',
    holds: ({ values }) => (values.circumstance === undefined ? 'unknown' : three(values.circumstance !== 'none')),
  },
];

/** The newest numbers of a club that has a list: the report rests on the list, so a difference has to be seen. */
function besideList({ clubs, question }: Scope, club: string, rows: readonly Totals[], list: readonly Member[]): Finding[] {
  const dated = rows.filter(({ values }) => values.date !== undefined && values.date <= question.asOf);
  const newest = dated.reduce<Totals | undefined>(
    (last, row) => (!last || (row.values.date ?? '') > (last.values.date ?? '') ? row : last),
    undefined,
  );
  const date = newest?.values.date;
  if (newest === undefined || date === undefined || list.length === 0) return [];
  const present = list.filter(
    ({ values }) => !(values.joined !== undefined && values.joined > date) && !(values.left !== undefined && values.left <= date),
  );
  return ASKED.flatMap(({ column, holds }) => {
    const number = newest.values[column];
    const answers = present.map((member) => (member.faults.length > 0 ? 'unknown' : holds(member, date)));
    const least = answers.filter((answer) => answer === 'yes').length;
    const most = answers.filter((answer) => answer !== 'no').length;
    if (number === undefined || (number >= least && number <= most)) return [];
    return [finding('TOTALS_BESIDE_LIST', at(newest, column), { number, least, most, club: nameOf(clubs, club), date })];
  });
}
