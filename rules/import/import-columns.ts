// What a pasted column can stand for: the columns of Thành viên that people write, and ways of lists to say the same with marks.

import { SEX, YES_NO } from '../register/choice-lists.ts';
import type { PlanLists } from '../register/choices.ts';
import type { Choice, Column } from '../register/column.ts';
import { isColumnOn } from '../register/read-register.ts';
import { TABS } from '../register/tabs.ts';
import { EXTRA_TARGETS } from './labels.ts';

export type MemberKey = keyof typeof TABS.members.columns;

/** `skip`: not taken over. Else the key of an ImportColumn. */
export type Target = string;
export const SKIP = 'skip';

/** How the cells of a pasted column are read. */
export type Way =
  | { readonly is: 'cell' }
  /** a mark says the choice */
  | { readonly is: 'mark'; readonly choice: string }
  /** the cell holds the value, that it stands here says the choice of another column */
  | { readonly is: 'split'; readonly by: MemberKey; readonly choice: string }
  /** an office in the club, which ticks one of two boxes */
  | { readonly is: 'position' };

export interface ImportColumn {
  readonly target: Target;
  readonly key: MemberKey;
  readonly way: Way;
  readonly label: string;
}

const columns: { readonly [key: string]: Column } = TABS.members.columns;
const MOST_MARKS = 4;

const listed = (column: Column): readonly Choice[] => (column.list?.from === 'list' ? column.list.choices : []);

/** The columns of the tab that an import may fill, in their order. */
export const importKeys = (plan: Pick<PlanLists, 'optionalColumns'>): readonly MemberKey[] =>
  Object.entries(columns).flatMap(([key, column]) => (column.owned || !isColumnOn(plan, 'members', key, column) ? [] : [key as MemberKey]));

export const columnOf = (key: MemberKey): Column => TABS.members.columns[key];

/** Everything a pasted column may be said to be. */
export const importColumns = (plan: Pick<PlanLists, 'optionalColumns'>): readonly ImportColumn[] => [
  ...importKeys(plan).flatMap((key) => targetsOf(key)),
  { target: 'position', key: 'board', way: { is: 'position' }, label: EXTRA_TARGETS.position },
];

function targetsOf(key: MemberKey): readonly ImportColumn[] {
  const column = columnOf(key);
  const choices = column.list === YES_NO || listed(column).length > MOST_MARKS ? [] : listed(column);
  return [
    { target: key, key, way: { is: 'cell' }, label: column.header },
    ...choices.map(
      (choice): ImportColumn => ({
        target: `${key}:${choice.key}`,
        key,
        way: { is: 'mark', choice: choice.key },
        label: EXTRA_TARGETS.mark(column.header, choice.label),
      }),
    ),
    ...(column.type === 'birth' ? (SEX.from === 'list' ? SEX.choices : []) : []).map(
      (choice): ImportColumn => ({
        target: `${key}:${choice.key}`,
        key,
        way: { is: 'split', by: 'sex', choice: choice.key },
        label: EXTRA_TARGETS.birthOf(column.header, choice.label),
      }),
    ),
  ];
}
