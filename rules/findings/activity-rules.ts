// Findings on what happened: rows dated after their club was dissolved, and rows that were pasted twice.
import type { IsoDate } from '../calendar-date.ts';
import type { Row } from '../register/read-tab.ts';
import { type Finding, finding, otherName } from './finding.ts';
import { at, clubName, groupsOf, type Scope } from './scope.ts';

export const activityFindings = (scope: Scope): Finding[] => [...afterDissolution(scope), ...repeatedRows(scope)];

function afterDissolution({ register, clubs, members }: Scope): Finding[] {
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

/** Rows that say the same in all of these columns were most likely pasted twice; the first ones have to be filled. */
const SAME_IN: readonly {
  readonly tab: 'loans' | 'funds' | 'activities';
  readonly filled: readonly string[];
  readonly too: readonly string[];
}[] = [
  { tab: 'loans', filled: ['member', 'date', 'amount'], too: ['purpose', 'source'] },
  { tab: 'funds', filled: ['club', 'fund', 'date'], too: ['received', 'spent', 'kind', 'inKind', 'note'] },
  { tab: 'activities', filled: ['club', 'date', 'area'], too: ['content', 'attendances', 'helped'] },
];

function repeatedRows({ register }: Scope): Finding[] {
  return SAME_IN.flatMap(({ tab, filled, too }) => {
    const rows: readonly Row[] = register[tab].rows;
    const groups = groupsOf(rows, ({ values, faults }) => {
      const all: { readonly [column: string]: unknown } = values;
      if (faults.length > 0 || filled.some((column) => all[column] === undefined)) return undefined;
      return JSON.stringify([...filled, ...too].map((column) => all[column] ?? null));
    });
    return [...groups.values()].flatMap(([first, ...others]) =>
      others.map((row) => finding('ROW_REPEATED', at(row), { other: first ? otherName(first, row) : '' })),
    );
  });
}
