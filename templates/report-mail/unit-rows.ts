// Section 3 of a superior's mail: a line per unit, those to be asked first, and their sum. What is not known is never summed as zero.

import { boundsText, numberText } from '../../rules/progress/labels.ts';
import type { OpenRange } from '../../rules/reporting/ranges.ts';
import type { UnitLine } from '../../rules/reporting/report-content.ts';
import { lowered } from '../../rules/text.ts';
import { partsOfRemark } from '../letter-head.ts';
import { COLORS } from './figure-view.ts';

export interface UnitNumbers {
  readonly clubs: string;
  readonly members: string;
  readonly older: string;
  readonly women: string;
  readonly borrowers: string;
}
export interface UnitRow extends UnitNumbers {
  readonly name: string;
  readonly state: string;
  readonly color: string;
}
export interface UnitSum extends UnitNumbers {
  /** "Cộng 18/21 đơn vị": over how many the sum is */
  readonly label: string;
}

const STATES: Readonly<Record<UnitLine['state'], { readonly text: string; readonly color: string }>> = {
  none: { text: 'chưa có số liệu', color: COLORS.notMet },
  live: { text: 'chưa gửi, số liệu đang có', color: COLORS.notDue },
  sent: { text: 'đã gửi', color: COLORS.met },
};
const ORDER: readonly UnitLine['state'][] = ['none', 'live', 'sent'];

/** Nothing heard, then not sent, then sent late, then sent in time; otherwise as they came. */
const urgency = ({ state, remark }: UnitLine): number => 2 * ORDER.indexOf(state) + (remark ? 0 : 1);

/** A number that has neither end is no number. */
const isKnown = (bounds: OpenRange | undefined): bounds is OpenRange =>
  bounds !== undefined && (bounds.low > 0 || bounds.high !== undefined);

const said = (bounds: OpenRange | undefined): string =>
  !isKnown(bounds) ? '–' : boundsText(numberText(bounds.low), bounds.high === undefined ? undefined : numberText(bounds.high));

/** The sum of what is known; without an upper bound when a unit that is inside does not know its own. */
function sumOf(parts: readonly (OpenRange | undefined)[]): OpenRange | undefined {
  const known = parts.filter(isKnown);
  if (known.length === 0) return undefined;
  const low = known.reduce((sum, part) => sum + part.low, 0);
  const high = known.reduce((sum, part) => sum + (part.high ?? Number.POSITIVE_INFINITY), 0);
  return known.length === parts.length && Number.isFinite(high) ? { low, high } : { low };
}

type Key = keyof UnitNumbers;
const inWords = (boundsFor: (key: Key) => OpenRange | undefined): UnitNumbers => ({
  clubs: said(boundsFor('clubs')),
  members: said(boundsFor('members')),
  older: said(boundsFor('older')),
  women: said(boundsFor('women')),
  borrowers: said(boundsFor('borrowers')),
});

/** Why, without what the unit or its administrator is asked to do: that is not for the receiver of this report. */
function stateText({ state, remark = '' }: UnitLine): string {
  const reason = partsOfRemark(remark).reason.replace(/\.$/, '');
  const start = lowered(reason);
  return start === '' ? STATES[state].text : `${STATES[state].text} – ${start}`;
}

const colorOf = ({ state, remark }: UnitLine): string => (state === 'sent' && remark ? COLORS.outside : STATES[state].color);

export const unitRows = (units: readonly UnitLine[]): UnitRow[] =>
  [...units]
    .sort((one, other) => urgency(one) - urgency(other))
    .map((unit) => ({ name: unit.name, state: stateText(unit), color: colorOf(unit), ...inWords((key) => unit[key]) }));

/** The sum over the units with figures. People are counted once per unit, so units may be added. */
export function unitSum(units: readonly UnitLine[]): UnitSum {
  const heard = units.filter(({ state }) => state !== 'none');
  return {
    label: `Cộng ${numberText(heard.length)}/${numberText(units.length)} đơn vị`,
    ...inWords((key) => sumOf(heard.map((unit) => unit[key]))),
  };
}

export function unitNotesOf(units: readonly UnitLine[]): string[] {
  if (units.length === 0) return [];
  return [
    'NCT: người cao tuổi. Vay vốn: số thành viên được vay vốn. Dấu “–”: chưa có số liệu.',
    'Mỗi người được tính một lần trong một đơn vị. Dòng cộng chỉ gồm các đơn vị có số liệu; ghi “từ … trở lên” khi có đơn vị chưa rõ số.',
  ];
}
