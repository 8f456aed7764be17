// Who is one person: name key, year of birth and sex, and place where both rows have one. The order of the rows plays no part.
import type { Birth } from '../register/column.ts';
import { textKey } from '../text.ts';
import type { Membership, Person } from './facts.ts';
import type { Three } from './three.ts';

/** A membership with what tells its person from others. */
export interface Named {
  readonly member: Membership;
  readonly name: string | undefined;
  readonly place: string | undefined;
}

/** What rows of one person have in common, place aside; undefined where a row lacks name, birth or sex. */
export const identityKey = (name: string | undefined, birth: Birth | undefined, sex: string | undefined): string | undefined =>
  name === undefined || birth === undefined || sex === undefined ? undefined : `${textKey(name)}|${birth.year}|${sex}`;

/** Groups memberships by person. A row that lacks name, birth or sex is somebody of its own. */
export function peopleOf(rows: readonly Named[]): Person[] {
  const alike = new Map<string, Named[]>();
  rows.forEach((row, index) => {
    const key = identityKey(row.name, row.member.birth, row.member.sex) ?? `row ${index}`;
    const group = alike.get(key);
    if (group) group.push(row);
    else alike.set(key, [row]);
  });
  return [...alike.values()].flatMap((group) => (group.length === 1 ? [personOf(group, 'yes')] : namesakes(group)));
}

const personOf = (rows: readonly Named[], distinct: Three): Person => ({
  record: rows[0]?.member.record ?? '',
  memberships: rows.map(({ member }) => member),
  distinct,
});

/**
 * Rows alike but for their places: a person for each place. A row without a place is the one who lives there, when there is one such
 * place; where it may be any of several, nobody can tell whether it is one of them or one more.
 */
function namesakes(group: readonly Named[]): Person[] {
  const placed = new Map<string, Named[]>();
  const unplaced: Named[] = [];
  for (const row of group) {
    const place = row.place === undefined ? '' : textKey(row.place);
    if (place === '') unplaced.push(row);
    else placed.set(place, [...(placed.get(place) ?? []), row]);
  }
  if (unplaced.length === 0) return [...placed.values()].map((rows) => personOf(rows, 'yes'));
  const here = [...placed].filter(([, rows]) => rows.some(({ member }) => member.active !== 'no'));
  const homes = here.length > 0 ? here : [...placed];
  const [home] = homes;
  if (home === undefined) return [personOf(unplaced, 'yes')];
  if (homes.length > 1) return [...[...placed.values()].map((rows) => personOf(rows, 'yes')), personOf(unplaced, 'unknown')];
  const [place] = home;
  return [...placed].map(([at, rows]) => personOf(at === place ? [...rows, ...unplaced] : rows, 'yes'));
}
