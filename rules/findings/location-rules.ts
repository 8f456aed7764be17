// Findings on the places of the commune: one place written twice, and plans that contradict themselves.
import { labelOf, YES_NO } from '../register/choice-lists.ts';
import { textKey } from '../text.ts';
import { type Finding, finding, otherName } from './finding.ts';
import { at, groupsOf, isLeftBlank, type Scope } from './scope.ts';

export function locationFindings({ register }: Scope): Finding[] {
  const { rows } = register.locations;
  const alike = groupsOf(rows, ({ values }) =>
    values.name === undefined ? undefined : `${textKey(values.name)} ${textKey(values.formerUnit ?? '')}`,
  );
  return [
    ...rows.flatMap((row) => {
      const { hasPlan, plannedYear } = row.values;
      if (isLeftBlank(register.locations, row, 'hasPlan')) return [finding('LOCATION_PLAN_BLANK', at(row, 'hasPlan'), {})];
      if (hasPlan !== 'no' || plannedYear === undefined) return [];
      const words = { year: plannedYear, hasPlan: labelOf(YES_NO, hasPlan) };
      return [finding('LOCATION_PLAN_CONTRADICTED', { ...at(row, 'hasPlan'), shows: ['plannedYear'] }, words)];
    }),
    ...[...alike.values()].flatMap(([first, ...others]) =>
      others.map((row) =>
        finding('LOCATION_TWICE', at(row, 'name'), { name: row.values.name ?? '', other: first ? otherName(first, row) : '' }),
      ),
    ),
  ];
}
