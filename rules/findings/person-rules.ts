// Findings on one person written several times. Who is one person is told by the facts, so that a finding says what is in fact counted.
import type { IsoDate } from '../calendar-date.ts';
import type { Membership, Person } from '../progress/facts.ts';
import { plainKey } from '../text.ts';
import { type Finding, finding, recordName } from './finding.ts';
import { at, clubName, groupsOf, type RowOf, type Scope } from './scope.ts';

type Member = RowOf<'members'>;

const IDENTITY = ['birth', 'sex', 'location'];
const other = (row: Member) => ({ name: row.values.name ?? '', other: recordName(row) });

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

/** The row of a membership: memberships carry the row's code, which two rows may share, or a stand-in with its number. */
function rowFinder({ register }: Scope): (membership: Membership) => Member | undefined {
  const rows = new Map<string, Member[]>();
  const put = (record: string, row: Member) => {
    const known = rows.get(record);
    if (known) known.push(row);
    else rows.set(record, [row]);
  };
  for (const row of register.members.rows) {
    if (row.code !== undefined) put(row.code, row);
    else for (const record of [`#${row.row}`, `#row${row.row}`]) put(record, row);
  }
  return ({ record, club, joined, birth }) => {
    const found = rows.get(record) ?? [];
    return found.find(({ values }) => values.club === club && values.joined === joined && values.birth === birth) ?? found[0];
  };
}

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
    group.flatMap((row, index) => {
      const before = group.slice(0, index).find((earlier) => overlap(earlier, row));
      if (before === undefined) return [];
      const clubRow = clubs.get(club);
      const words = { name: row.values.name ?? '', other: recordName(before), club: clubRow ? clubName(clubRow) : club };
      return [finding('MEMBER_TWICE_IN_CLUB', { ...at(row, 'name'), shows: IDENTITY }, words)];
    }),
  );
}

function inTwoClubs({ clubs, question }: Scope, rows: readonly Member[]): Finding[] {
  const now = rows.filter((row) => present(row, question.asOf));
  const [first, ...others] = [...groupsOf(now, ({ values }) => values.club).values()].flatMap((group) => group[0] ?? []);
  if (first === undefined) return [];
  const clubRow = clubs.get(first.values.club ?? '');
  const words = { other: recordName(first), club: clubRow ? clubName(clubRow) : (first.values.club ?? '') };
  return others.map((row) =>
    finding('MEMBER_IN_TWO_CLUBS', { ...at(row, 'name'), shows: IDENTITY }, { name: row.values.name ?? '', ...words }),
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
    const words = other(first);
    return others.map((row) =>
      finding('MEMBER_MAYBE_SAME', { ...at(row, 'name'), shows: IDENTITY }, { ...words, name: row.values.name ?? '' }),
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
