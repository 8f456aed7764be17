// Findings on the clubs' own rows: what a club has to hold to be counted, and what it shares with another club.
import type { IsoDate } from '../calendar-date.ts';
import { textKey } from '../text.ts';
import { type Finding, finding } from './finding.ts';
import { at, clubName, groupsOf, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Club = RowOf<'clubs'>;

const FUND_COLUMNS = [
  { fund: 'income', column: 'incomeFundSince', name: 'quỹ tăng thu nhập' },
  { fund: 'operating', column: 'operatingFundSince', name: 'quỹ hoạt động' },
] as const;

export function clubFindings(scope: Scope): Finding[] {
  const { register } = scope;
  const firstLine = firstFundLines(scope);
  const listOf = groupsOf(register.members.rows, ({ values }) => values.club);
  return [
    ...register.clubs.rows.flatMap((row, index) => [
      ...beginnings(scope, row),
      ...headFindings(scope, row, index, listOf),
      ...fundFindings(scope, row, firstLine),
    ]),
    ...sharedNames(scope),
    ...sharedLocations(scope),
  ];
}

function beginnings({ register }: Scope, row: Club): Finding[] {
  const { resumed, founded } = row.values;
  const unfounded = isLeftBlank(register.clubs, row, 'founded');
  const unpaused = resumed !== undefined && isLeftBlank(register.clubs, row, 'paused');
  return [
    ...(unfounded ? [finding('CLUB_WITHOUT_FOUNDING', at(row, 'founded'), {})] : []),
    ...(founded !== undefined && isLeftBlank(register.clubs, row, 'decisionNo')
      ? [finding('CLUB_DECISION_BLANK', at(row, 'decisionNo'), { founded })]
      : []),
    ...(unpaused ? [finding('CLUB_RESUMED_NOT_PAUSED', at(row, 'resumed'), { resumed })] : []),
  ];
}

const TITLE = /^(?:ông|bà|anh|chị|đồng chí|đ\/c)\.? /;

/** The head ought to be one of the people in the list; the facts' clubs stand in the order of the rows. */
function headFindings(scope: Scope, row: Club, index: number, listOf: ReadonlyMap<string, readonly RowOf<'members'>[]>): Finding[] {
  const { head } = row.values;
  const club = scope.facts.clubs[index];
  if (head === undefined || club?.active !== 'yes' || !scope.register.members.columnAt.has('name')) return [];
  const list = listOf.get(club.code) ?? [];
  if (list.length === 0 || list.some(({ values }) => values.name === head)) return [];
  const key = textKey(head).replace(TITLE, '');
  if (list.some(({ values }) => values.name !== undefined && textKey(values.name) === key)) return [];
  return [finding('CLUB_HEAD_NOT_LISTED', at(row, 'head'), { head })];
}

function fundFindings({ register, question }: Scope, row: Club, firstLine: ReadonlyMap<string, IsoDate>): Finding[] {
  const blank = (column: string) => isLeftBlank(register.clubs, row, column);
  const unregulated = blank('regulationNo') && blank('regulationDate');
  const funded = FUND_COLUMNS.find(({ column }) => row.values[column] !== undefined);
  const since = funded && row.values[funded.column];
  const starts = FUND_COLUMNS.flatMap(({ fund, column, name }) => {
    const first = row.code === undefined ? undefined : firstLine.get(`${row.code} ${fund}`);
    if (first === undefined || first > question.asOf || !blank(column)) return [];
    return [finding('CLUB_FUND_START_BLANK', at(row, column), { fund: name, first })];
  });
  if (!unregulated || funded === undefined || since === undefined) return starts;
  return [...starts, finding('CLUB_FUND_WITHOUT_REGULATION', at(row, 'regulationDate'), { fund: funded.name, since })];
}

/** The first day of each club's lines, by "CLB01 income". */
function firstFundLines({ register }: Scope): Map<string, IsoDate> {
  const first = new Map<string, IsoDate>();
  for (const { values } of register.funds.rows) {
    const { club, fund, date } = values;
    if (club === undefined || fund === undefined || date === undefined) continue;
    const key = `${club} ${fund}`;
    const before = first.get(key);
    if (before === undefined || date < before) first.set(key, date);
  }
  return first;
}

/** Clubs that are not gone by the closing date; the facts' clubs stand in the order of the rows. */
const remaining = ({ register, facts }: Scope): Club[] => register.clubs.rows.filter((_, index) => facts.clubs[index]?.active !== 'no');

function sharedNames(scope: Scope): Finding[] {
  const groups = groupsOf(remaining(scope), ({ values }) => (values.name === undefined ? undefined : textKey(values.name)));
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map((row) => finding('CLUB_NAME_TWICE', at(row, 'name'), { name: row.values.name ?? '', other: first ? clubName(first) : '' })),
  );
}

function sharedLocations(scope: Scope): Finding[] {
  const groups = groupsOf(remaining(scope), ({ values }) => (values.location === undefined ? undefined : textKey(values.location)));
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map((row) =>
      finding('CLUB_LOCATION_SHARED', at(row, 'location'), { location: row.values.location ?? '', other: first ? clubName(first) : '' }),
    ),
  );
}
