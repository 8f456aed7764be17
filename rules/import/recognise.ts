// From the rows a line may be to one row, nobody yet, or the question to ask.
import { recordName } from '../findings/finding.ts';
import { textKey } from '../text.ts';
import { DOUBTS } from './labels.ts';
import type { Match, Member } from './match-member.ts';
import type { MemberValues } from './read-line.ts';

export interface Recognised {
  readonly row?: Member;
  readonly why: readonly string[];
  readonly candidates: readonly Member[];
}

/** Who a line is. Members of other clubs are asked for: a person may be in two clubs. */
export function recognised(values: MemberValues, { same, unsure, near, birthless }: Match): Recognised {
  const inClub = (row: Member): boolean => row.values.club === values.club;
  const here = same.filter(inClub);
  const present = here.filter((row) => row.values.left === undefined);
  const [only, ...others] = present.length > 0 ? present : here;
  if (only !== undefined && others.length > 0) return asked(DOUBTS.several({ records: names([only, ...others]) }), [only, ...others]);
  if (only?.values.left !== undefined) return asked(DOUBTS.left({ record: recordName(only), on: only.values.left }), [only]);
  if (only !== undefined) return { row: only, why: [], candidates: [] };
  if (unsure.length > 0) return asked(DOUBTS.several({ records: names(unsure) }), unsure);
  const [elsewhere] = same;
  if (elsewhere !== undefined) {
    const why = DOUBTS.otherClub({ record: recordName(elsewhere), club: elsewhere.values.club ?? '…' });
    return asked(why, same);
  }
  const silent = near.filter((row) => inClub(row) && isSilentOnSex(row, values));
  const [one] = silent;
  if (one !== undefined && silent.length === 1 && near.length === 1 && one.values.left === undefined)
    return { row: one, why: [], candidates: [] };
  if (near.length > 0) return asked(DOUBTS.near({ records: names(near) }), near);
  const sameName = birthless.filter(inClub);
  if (sameName.length > 0) return asked(DOUBTS.sameName({ records: names(sameName) }), sameName);
  return { why: [], candidates: [] };
}

const asked = (why: string, candidates: readonly Member[]): Recognised => ({ why: [why], candidates });
const names = (rows: readonly Member[]): string[] => rows.map(recordName);

/** The only one of that name and year in the club, where the list or the register says nothing of the sex. */
function isSilentOnSex(row: Member, { name, sex, location }: MemberValues): boolean {
  const place = row.values.location;
  const placed = place === undefined || location === undefined || textKey(place) === textKey(location);
  return placed && (sex === undefined || row.values.sex === undefined) && textKey(row.values.name ?? '') === textKey(name ?? '');
}
