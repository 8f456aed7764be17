// Findings on the people's verdicts of clubs: years in which a club was not there, two verdicts of one year, verdicts without a paper.
import { yearOf } from '../calendar-date.ts';
import { labelOf, VERDICTS } from '../register/choice-lists.ts';
import { type Finding, finding, otherName } from './finding.ts';
import { at, clubName, groupsOf, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Assessment = RowOf<'assessments'>;

export function assessmentFindings(scope: Scope): Finding[] {
  const { rows } = scope.register.assessments;
  const yearly = groupsOf(rows, ({ values }) => (values.club && values.year ? `${values.club} ${values.year}` : undefined));
  return [
    ...rows.flatMap((row) => [...outsideLife(scope, row), ...documentFindings(scope, row)]),
    ...[...yearly.values()].flatMap((group) => twice(scope, group)),
  ];
}

function outsideLife({ clubs }: Scope, row: Assessment): Finding[] {
  const { year } = row.values;
  const club = clubs.get(row.values.club ?? '');
  if (club === undefined || year === undefined) return [];
  const { founded, dissolved } = club.values;
  const name = clubName(club);
  if (founded !== undefined && year < yearOf(founded)) {
    return [finding('ASSESSMENT_BEFORE_FOUNDING', at(row, 'year'), { year, club: name, founded })];
  }
  if (dissolved === undefined || year <= yearOf(dissolved)) return [];
  return [finding('ASSESSMENT_AFTER_DISSOLUTION', at(row, 'year'), { year, club: name, dissolved })];
}

function documentFindings({ register }: Scope, row: Assessment): Finding[] {
  const { date, year } = row.values;
  const blank = (column: string) => isLeftBlank(register.assessments, row, column);
  if (blank('documentNo') && blank('date')) return [finding('ASSESSMENT_WITHOUT_DOCUMENT', at(row, 'documentNo'), {})];
  if (date === undefined || year === undefined || yearOf(date) >= year) return [];
  return [finding('ASSESSMENT_DOCUMENT_EARLY', { ...at(row, 'date'), shows: ['year'] }, { date, year })];
}

function twice({ clubs }: Scope, [first, ...others]: readonly Assessment[]): Finding[] {
  return others.flatMap((row) => {
    const { club: key, year, verdict } = row.values;
    const club = clubs.get(key ?? '');
    if (first === undefined || club === undefined || year === undefined || verdict === undefined) return [];
    const words = { club: clubName(club), year, verdict: labelOf(VERDICTS, verdict), other: otherName(first, row) };
    return [finding('ASSESSMENT_TWICE', at(row, 'verdict'), words)];
  });
}
