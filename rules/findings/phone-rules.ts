// Telephone numbers, where a plan asks for them. A number that a household shares is no finding.
// Mobile numbers of 11 digits were given new prefixes from 15/09/2018 on: Kế hoạch chuyển đổi mã mạng of the Ministry of Information.
import { type Finding, finding } from './finding.ts';
import { at, type RowOf, type Scope } from './scope.ts';

const NOW: { readonly [old: string]: string | undefined } = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0126': '076',
  '0127': '081',
  '0128': '078',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};
const MOBILE = /^0[35789]\d{8}$/;
const LANDLINE = /^02\d{9}$/;

/** Digits as dialled inside the country: without marks, +84 as 0, and with the zero that a number cell loses. */
function dialled(text: string): string {
  const digits = text.normalize('NFKC').replace(/[\s().\-–+]/g, '');
  const local = /^84\d{9,10}$/.test(digits) ? `0${digits.slice(2)}` : digits;
  return /^[35789]\d{8}$/.test(local) ? `0${local}` : local;
}

/** `0912 345 678`, when the text can only be a mobile number of today. */
export function mobileForm(text: string): string | undefined {
  const digits = dialled(text);
  return MOBILE.test(digits) ? spaced(digits) : undefined;
}

const spaced = (digits: string): string => digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');

export const phoneFindings = ({ register }: Scope): Finding[] => register.members.rows.flatMap(phoneFinding);

function phoneFinding(row: RowOf<'members'>): Finding[] {
  const { phone } = row.values;
  if (phone === undefined) return [];
  const digits = dialled(phone);
  if (MOBILE.test(digits) || LANDLINE.test(digits)) return [];
  const prefix = digits.length === 11 && /^\d+$/.test(digits) ? NOW[digits.slice(0, 4)] : undefined;
  if (prefix === undefined) return [finding('PHONE_MALFORMED', at(row, 'phone'), { shown: phone })];
  const now = spaced(`${prefix}${digits.slice(4)}`);
  return [finding('PHONE_OLD', at(row, 'phone'), { shown: phone, now })];
}
