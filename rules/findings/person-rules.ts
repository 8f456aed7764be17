// Findings on one person written several times. Who is one person is told by the facts, so that a finding says what is in fact counted.
import type { IsoDate } from '../calendar-date.ts';
import type { Membership, Person } from '../progress/facts.ts';
import type { Birth } from '../register/column.ts';
import { recordKey } from '../register/read-reference.ts';
import { plainKey } from '../text.ts';
import { type Finding, finding, otherName } from './finding.ts';
import { at, clubName, groupsOf, type RowOf, type Scope } from './scope.ts';

type Member = RowOf<'members'>;

const IDENTITY = ['birth', 'sex', 'location'];

export function personFindings(scope: Scope): Finding[] {
  const rowOf = rowFinder(scope);
  const personOf = new Map<Member, Person>();
  const repeated = scope.facts.people.flatMap((person) => {
    const rows = person.memberships.flatMap((membership) => rowOf(membership) ?? []);
    for (const row of rows) personOf.set(row, person);
    return rows.length < 2 ? [] : [...twiceInClub(scope, rows), ...inTwoClubs(scope, rows)];
  });
  return [...repeated, ...maybeSame(scope, personOf)];
}

/**
 * The row of a membership. Memberships bear the row's code, or a stand-in with its number; a row that was pasted with its code is told
 * from the first by being the next.
 */
function rowFinder({ register }: Scope): (membership: Membership) => Member | undefined {
  const keyed = register.members.rows.flatMap((row) => {
    const { club, joined, birth } = row.values;
    const records = row.code === undefined ? [`#${row.row}`, recordKey(row)] : [row.code];
    return records.map((record) => ({ key: keyOf(record, club, joined, birth), row }));
  });
  const rows = groupsOf(keyed, ({ key }) => key);
  const taken = new Map<string, number>();
  return ({ record, club, joined, birth }) => {
    const key = keyOf(record, club, joined, birth);
    const next = taken.get(key) ?? 0;
    taken.set(key, next + 1);
    return rows.get(key)?.[next]?.row;
  };
}

const keyOf = (record: string, club: string | undefined, joined: IsoDate | undefined, birth: Birth | undefined): string =>
  [record, club, joined, birth?.year, birth?.month, birth?.day].join('|');

/** A day in one that is a day in the other; a missing first day is taken as long ago. */
function overlap(a: Member, b: Member): boolean {
  const before = (end: IsoDate | undefined, start: IsoDate | undefined) => end !== undefined && start !== undefined && end <= start;
  return !before(a.values.left, b.values.joined) && !before(b.values.left, a.values.joined);
}

const present = ({ values }: Member, asOf: IsoDate): boolean =>
  (values.joined === undefined || values.joined <= asOf) && (values.left === undefined || values.left > asOf);

function twiceInClub({ clubs, question }: Scope, rows: readonly Member[]): Finding[] {
  const begun = rows.filter(({ values }) => values.joined === undefined || values.joined <= question.asOf);
  return [...groupsOf(begun, ({ values }) => values.club)].flatMap(([club, group]) =>
    group.flatMap((row) => {
      const before = group.find((earlier) => earlier === row || overlap(earlier, row));
      if (before === undefined || before === row) return [];
      const clubRow = clubs.get(club);
      const words = { name: row.values.name ?? '', other: otherName(before, row), club: clubRow ? clubName(clubRow) : club };
      return [finding('MEMBER_TWICE_IN_CLUB', { ...at(row, 'name'), shows: IDENTITY }, words)];
    }),
  );
}

function inTwoClubs({ clubs, question }: Scope, rows: readonly Member[]): Finding[] {
  const now = rows.filter((row) => present(row, question.asOf));
  const [first, ...others] = [...groupsOf(now, ({ values }) => values.club).values()].flatMap((group) => group[0] ?? []);
  if (first === undefined) return [];
  const clubRow = clubs.get(first.values.club ?? '');
  const club = clubRow ? clubName(clubRow) : (first.values.club ?? '');
  return others.map((row) =>
    finding(
      'MEMBER_IN_TWO_CLUBS',
      { ...at(row, 'name'), shows: IDENTITY },
      { name: row.values.name ?? '', other: otherName(first, row), club },
    ),
  );
}

/** Names that differ by marks alone, or people that only sex or place tells apart. */
function maybeSame({ register, question }: Scope, personOf: ReadonlyMap<Member, Person>): Finding[] {
  const now = register.members.rows.filter((row) => present(row, question.asOf));
  const alike = groupsOf(now, ({ values }) =>
    values.name === undefined || values.birth === undefined ? undefined : `${plainKey(values.name)} ${values.birth.year}`,
  );
  return [...alike.values()].flatMap((group) => {
    const [first, ...others] = firstOfEach(group, personOf);
    if (first === undefined) return [];
    return others.map((row) =>
      finding('MEMBER_MAYBE_SAME', { ...at(row, 'name'), shows: IDENTITY }, { name: row.values.name ?? '', other: otherName(first, row) }),
    );
  });
}

/** One row of each person. */
function firstOfEach(rows: readonly Member[], personOf: ReadonlyMap<Member, Person>): Member[] {
  const seen = new Set<Person>();
  return rows.filter((row) => {
    const person = personOf.get(row);
    if (person === undefined || seen.has(person)) return false;
    seen.add(person);
    return true;
  });
}
