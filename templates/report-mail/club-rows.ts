// Section 3 of a commune's mail: a line per club, as text.
import { viDate } from '../../rules/calendar-date.ts';
import { boundsText, numberText } from '../../rules/progress/labels.ts';
import type { Range } from '../../rules/reporting/ranges.ts';
import type { ClubLine } from '../../rules/reporting/report-content.ts';
import { TOTALS_MARK, TOTALS_NOTE } from './figure-view.ts';

export interface ClubRow {
  readonly name: string;
  readonly place: string;
  readonly members: string;
  readonly older: string;
  readonly women: string;
  readonly borrowers: string;
  readonly incomeFund: string;
  readonly operatingFund: string;
}

const known = (range: Range | undefined): string => (range ? boundsText(numberText(range.low), numberText(range.high)) : '–');
const fund = (has: boolean | undefined): string => (has === undefined ? 'chưa rõ' : has ? 'có' : 'chưa');

export function clubRow(club: ClubLine): ClubRow {
  return {
    name: club.name + (club.fromTotals ? TOTALS_MARK : ''),
    place: [...(club.location ? [club.location] : []), ...(club.founded ? [`thành lập ${viDate(club.founded)}`] : [])].join(', '),
    members: known(club.members),
    older: known(club.older),
    women: known(club.women),
    borrowers: known(club.borrowers),
    incomeFund: fund(club.incomeFund),
    operatingFund: fund(club.operatingFund),
  };
}

export function clubNotesOf(clubs: readonly ClubLine[]): string[] {
  if (clubs.length === 0) return [];
  return ['NCT: người cao tuổi. Dấu “–”: chưa có số liệu.', ...(clubs.some((club) => club.fromTotals) ? [TOTALS_NOTE] : [])];
}
