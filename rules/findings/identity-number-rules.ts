// The 12-digit personal number, where a plan asks for it: province (3), century and sex (1), year of birth (2), random (6).
// Nghị định 137/2015/NĐ-CP Điều 13. Only ever "Cần xem lại": old people's papers carry clerical dates. The number itself is never shown.
import { type Finding, finding, otherName } from './finding.ts';
import { at, groupsOf, type RowOf, type Scope } from './scope.ts';

type Member = RowOf<'members'>;

const digitsOf = (row: Member): string | undefined => row.values.nationalId?.replace(/[\s.-]/g, '');

export function identityNumberFindings({ register }: Scope): Finding[] {
  const rows = register.members.rows.filter(({ values }) => values.nationalId !== undefined);
  const alike = groupsOf(rows, digitsOf);
  return [
    ...rows.flatMap(numberFindings),
    ...[...alike.values()].flatMap(([first, ...others]) =>
      others.map((row) => finding('NATIONAL_ID_TWICE', at(row, 'nationalId'), { other: first ? otherName(first, row) : '' })),
    ),
  ];
}

function numberFindings(row: Member): Finding[] {
  const digits = digitsOf(row) ?? '';
  if (/^\d{9}$/.test(digits)) return [finding('NATIONAL_ID_OLD', at(row, 'nationalId'), {})];
  if (/^\d{11}$/.test(digits)) return [zeroLost(row, `0${digits}`)];
  if (!/^\d{12}$/.test(digits))
    return [finding('NATIONAL_ID_MALFORMED', at(row, 'nationalId'), { digits: digits.replace(/\D/g, '').length })];
  const what = disagreeing(row, digits);
  return what.length === 0 ? [] : [finding('NATIONAL_ID_DISAGREES', { ...at(row, 'nationalId'), shows: what }, { what })];
}

/** What of the row the number does not fit. */
function disagreeing({ values: { birth, sex } }: Member, digits: string): ('birth' | 'sex')[] {
  const century = Number(digits[3]);
  const year = 1900 + 100 * Math.floor(century / 2) + Number(digits.slice(4, 6));
  return [
    ...(birth !== undefined && birth.year !== year ? (['birth'] as const) : []),
    ...(sex !== undefined && (sex === 'female') !== (century % 2 === 1) ? (['sex'] as const) : []),
  ];
}

/** A number cell drops the zero that most provinces' codes begin with. */
function zeroLost(row: Member, mended: string): Finding {
  const { birth, sex } = row.values;
  const fits = birth !== undefined && sex !== undefined && disagreeing(row, mended).length === 0;
  return finding('NATIONAL_ID_ZERO_LOST', { ...at(row, 'nationalId'), shows: ['birth', 'sex'] }, { fits });
}
