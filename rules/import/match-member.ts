// Who of the register a pasted line is: one person is told by name, year of birth and sex, and by place where both have one.
import type { Membership } from '../progress/facts.ts';
import { identityKey, type Named, peopleOf } from '../progress/persons.ts';
import { recordKey } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import type { Row } from '../register/read-tab.ts';
import type { TABS } from '../register/tabs.ts';
import { plainKey, textKey } from '../text.ts';
import type { MemberValues } from './read-line.ts';

export type Member = Row<typeof TABS.members>;

export interface Match {
  /** rows of the same person */
  readonly same: readonly Member[];
  /** some of the rows may be the same person: namesakes told apart by places that are not all known */
  readonly unsure: readonly Member[];
  /** same year of birth, and a name that is the same or differs by marks alone */
  readonly near: readonly Member[];
  /** same name, and a birth that the line or the row lacks */
  readonly birthless: readonly Member[];
}

/** Looks up members of a register. Made once, asked for every line. */
export function memberFinder(register: Pick<Register, 'members'>): (values: MemberValues) => Match {
  const { rows } = register.members;
  const byIdentity = grouped(rows, ({ values }) => identityKey(values.name, values.birth, values.sex));
  const byYear = grouped(rows, ({ values }) => nearKey(values));
  const byName = grouped(rows, ({ values }) => (values.name === undefined ? undefined : textKey(values.name)));
  return (values) => {
    const alike = byIdentity.get(identityKey(values.name, values.birth, values.sex) ?? '') ?? [];
    const { same, unsure } = amongNamesakes(alike, values);
    const near = (byYear.get(nearKey(values) ?? '') ?? []).filter((row) => !same.includes(row) && !unsure.includes(row));
    const namesakes = byName.get(textKey(values.name ?? '')) ?? [];
    return { same, unsure, near, birthless: namesakes.filter((row) => values.birth === undefined || row.values.birth === undefined) };
  };
}

const nearKey = ({ name, birth }: MemberValues): string | undefined =>
  name === undefined || birth === undefined ? undefined : `${plainKey(name)}|${birth.year}`;

/** The person that the line makes with the rows alike but for their places. */
function amongNamesakes(rows: readonly Member[], values: MemberValues): Pick<Match, 'same' | 'unsure'> {
  if (rows.length === 0) return { same: [], unsure: [] };
  const named = rows.map((row, index) => namedAs(String(index), row.values));
  const person = peopleOf([...named, namedAs('line', values)]).find(({ memberships }) =>
    memberships.some(({ record }) => record === 'line'),
  );
  if (person === undefined) return { same: [], unsure: [] };
  if (person.distinct === 'unknown') return { same: [], unsure: rows };
  const same = rows.filter((_, index) => person.memberships.some(({ record }) => record === String(index)));
  // a row without a place may be any of several: it may be the line's person too
  const unplaced = rows.filter(({ values: { location } }) => location === undefined && values.location !== undefined);
  const unsure = same.length === 0 ? unplaced : [];
  return { same, unsure };
}

/** Groups of lines that may be one person, by the same rules as rows of the register; where one lacks the sex, name and year alone tell. */
export function samePeople(lines: readonly { readonly line: number; readonly values: MemberValues }[]): readonly (readonly number[])[] {
  return [...grouped(lines, ({ values }) => nearKey(values)).values()].flatMap((group) => {
    if (group.length < 2) return [];
    if (group.some(({ values }) => values.sex === undefined)) return [group.map(({ line }) => line)];
    return [...grouped(group, ({ values }) => identityKey(values.name, values.birth, values.sex)).values()].flatMap((alike) => {
      const people = peopleOf(alike.map(({ line, values }) => namedAs(String(line), values)));
      if (people.some(({ distinct }) => distinct === 'unknown')) return [alike.map(({ line }) => line)];
      return people.flatMap(({ memberships }) => (memberships.length > 1 ? [memberships.map(({ record }) => Number(record))] : []));
    });
  });
}

const UNSAID = {
  joined: undefined,
  circumstance: undefined,
  ethnicMinority: undefined,
  needsLoan: undefined,
  insured: undefined,
  board: 'unknown',
  volunteer: 'unknown',
  borrower: 'unknown',
} as const;

function namedAs(record: string, { name, birth, sex, location, club, left }: MemberValues): Named {
  const member: Membership = {
    ...UNSAID,
    record,
    club,
    active: left === undefined ? 'yes' : 'no',
    birth,
    sex: sex === 'female' || sex === 'male' ? sex : undefined,
  };
  return { member, name, place: location };
}

export function grouped<T>(list: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export const keyOfMember = (row: Member): string => recordKey(row);
