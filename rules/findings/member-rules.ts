// Findings on single members: ages, the club's founding, circumstance, consent.
import type { IsoDate } from '../calendar-date.ts';
import { dateOf, yearOf } from '../calendar-date.ts';
import { reachedAge } from '../progress/match.ts';
import { CIRCUMSTANCES, labelOf, YES_NO } from '../register/choice-lists.ts';
import { ETHNIC_GROUPS } from '../register/ethnic-groups.ts';
import { viBirth } from '../register/read-date.ts';
import { type Finding, finding, recordName } from './finding.ts';
import { at, clubName, groupsOf, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Member = RowOf<'members'>;

const OLDEST = 120;
const YOUNGEST = 10;
/** Above so many missing consents a club is told once, with the first codes, so that other findings are not buried. */
const CONSENTS_ONE_BY_ONE = 5;

export function memberFindings(scope: Scope): Finding[] {
  const { register, question } = scope;
  const begun = register.members.rows.filter(({ values }) => values.joined === undefined || values.joined <= question.asOf);
  return [
    ...begun.flatMap((row) => [
      ...ageFindings(row, question.asOf),
      ...beforeClub(scope, row),
      ...circumstanceFindings(scope, row),
      ...nameFindings(row),
      ...ethnicFindings(row),
    ]),
    ...consentFindings(scope, begun),
    ...staleFindings(scope, begun),
  ];
}

function ageFindings(row: Member, asOf: IsoDate): Finding[] {
  const { birth } = row.values;
  if (birth === undefined) return [];
  const shown = viBirth(birth);
  const earliest = dateOf(birth.year, birth.month ?? 1, birth.day ?? 1);
  if (earliest !== undefined && earliest > asOf) return [finding('BIRTH_IN_FUTURE', at(row, 'birth'), { birth: shown, asOf })];
  if (reachedAge(birth, OLDEST + 1, asOf) === 'yes') return [finding('AGE_UNUSUAL', at(row, 'birth'), { birth: shown, age: 'old', asOf })];
  if (reachedAge(birth, YOUNGEST, asOf) === 'no') return [finding('AGE_UNUSUAL', at(row, 'birth'), { birth: shown, age: 'young', asOf })];
  return [];
}

function beforeClub({ clubs }: Scope, row: Member): Finding[] {
  const { joined } = row.values;
  const club = clubs.get(row.values.club ?? '');
  const founded = club?.values.founded;
  if (club === undefined || founded === undefined || joined === undefined || joined >= founded) return [];
  return [finding('MEMBER_BEFORE_CLUB', at(row, 'joined'), { joined, club: clubName(club), founded })];
}

function circumstanceFindings({ register }: Scope, row: Member): Finding[] {
  const { circumstance, circumstanceYear: year } = row.values;
  const unsaid = circumstance === 'none' || isLeftBlank(register.members, row, 'circumstance');
  if (year !== undefined && unsaid) return [finding('CIRCUMSTANCE_YEAR_ALONE', at(row, 'circumstanceYear'), { year })];
  if (circumstance === undefined || circumstance === 'none' || !isLeftBlank(register.members, row, 'circumstanceYear')) return [];
  const words = { circumstance: labelOf(CIRCUMSTANCES, circumstance) };
  return [finding('CIRCUMSTANCE_WITHOUT_YEAR', at(row, 'circumstanceYear'), words)];
}

/** Lists of poor households are drawn up every year; a certificate this old has most likely lapsed. */
const STALE_AFTER = 3;
const STALE_ONE_BY_ONE = 5;

function staleFindings({ clubs, question }: Scope, begun: readonly Member[]): Finding[] {
  const { asOf } = question;
  const stale = begun.flatMap((row) => {
    const { circumstance, circumstanceYear: year, left } = row.values;
    if (circumstance === undefined || circumstance === 'none' || year === undefined || (left !== undefined && left <= asOf)) return [];
    return yearOf(asOf) - year >= STALE_AFTER ? [{ row, year }] : [];
  });
  return [...groupsOf(stale, ({ row }) => row.values.club ?? '')].flatMap(([key, group]) => {
    const club = clubs.get(key);
    if (club === undefined || group.length <= STALE_ONE_BY_ONE) {
      return group.map(({ row, year }) => finding('CIRCUMSTANCE_STALE', at(row, 'circumstanceYear'), { year, asOf }));
    }
    const oldest = group.reduce((first, { year }) => Math.min(first, year), yearOf(asOf));
    return [finding('CIRCUMSTANCES_STALE', { ...at(club), valueClass: 'sensitive' }, { stale: group.length, oldest, asOf })];
  });
}

/** A year of birth in the name's cell, several people in one, or half a name. */
function nameFindings(row: Member): Finding[] {
  const { name } = row.values;
  if (name === undefined) return [];
  const why = /\d/.test(name) ? 'digit' : /[,;/&+]/.test(name) ? 'many' : name.includes(' ') ? undefined : 'short';
  return why === undefined ? [] : [finding('NAME_UNUSUAL', at(row, 'name'), { name, why })];
}

/** Kinh is no minority; Hoa is counted either way by different policies and foreigners by none, so of them nothing is told. */
function ethnicFindings(row: Member): Finding[] {
  const { ethnicGroup, ethnicMinority } = row.values;
  if (ethnicGroup === undefined || ethnicMinority === undefined) return [];
  const group = labelOf(ETHNIC_GROUPS, ethnicGroup);
  if (group === 'Hoa' || group === 'Người nước ngoài' || (group !== 'Kinh') === (ethnicMinority === 'yes')) return [];
  const place = { ...at(row, 'ethnicMinority'), shows: ['ethnicGroup'] };
  return [finding('ETHNIC_DISAGREE', place, { group, minority: labelOf(YES_NO, ethnicMinority) })];
}

/** In force from 01/01/2026; before it the decree. */
const lawOn = (day: IsoDate): string =>
  day >= '2026-01-01' ? 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15' : 'Nghị định số 13/2023/NĐ-CP';

function consentFindings({ register, clubs, question }: Scope, begun: readonly Member[]): Finding[] {
  const law = lawOn(question.asOf);
  const present = begun.filter(({ values }) => values.left === undefined || values.left > question.asOf);
  return [...groupsOf(present, ({ values }) => values.club)].flatMap(([club, members]) => {
    const missing = members.filter((row) => isLeftBlank(register.members, row, 'consent'));
    const row = clubs.get(club);
    if (row === undefined || missing.length <= CONSENTS_ONE_BY_ONE) {
      return missing.map((member) => finding('CONSENT_MISSING', at(member, 'consent'), { law }));
    }
    const words = { missing: missing.length, of: members.length, records: missing.map(recordName), law };
    return [finding('CONSENTS_MISSING', { ...at(row), valueClass: 'basic' }, words)];
  });
}
