// What a superior's Word documents say besides its mail, one a chain: its own words, events and money; of its units only sums. What no unit
// tells upwards (activities, loans, funds, who is of an ethnic minority) is not known here, and is left out or to people.

import { type IsoDate, yearOf } from '../calendar-date.ts';
import type { RolledUp } from '../progress/roll-up.ts';
import { lowHigh, UNKNOWN } from '../progress/tally.ts';
import { lowered } from '../text.ts';
import type { DocumentFacts, Movement } from './document-content.ts';
import { narrativesOf } from './document-facts.ts';
import { citations } from './paper-labels.ts';
import { papersOf } from './papers.ts';
import { eventLines, sourceLines } from './register-figures.ts';
import type { ReportPeriod } from './report-content.ts';
import type { SuperiorReview } from './superior-review.ts';

const UNTOLD = { low: 0 } as const;
const NO_FUND = { known: 0, clubs: 0, balance: 0 } as const;

/** `day`: whose names of offices, issuers and signers count. */
export function superiorDocument(
  { plan, superior, identity, workbook }: SuperiorReview,
  period: ReportPeriod,
  { base }: Pick<RolledUp, 'base'>,
  day: IsoDate,
  approver: string | undefined,
): DocumentFacts {
  const ending = (key: 'clubs' | 'members'): Movement => {
    const { low, high } = lowHigh(base[key]);
    return { opening: UNTOLD, added: UNTOLD, removed: UNTOLD, closing: high === undefined ? { low } : { low, high } };
  };
  const year = yearOf(period.cutOff);
  return {
    papers: papersOf({ plan, level: 'superior', reporter: superior, identity, day, approver }),
    basis: citations(plan),
    subject: lowered(plan.document.title),
    narratives: narrativesOf({ register: workbook }, period),
    // the sum of those in hardship stands in the table of targets, guarded there
    counts: { ...base, disadvantaged: UNKNOWN, minority: UNKNOWN, volunteers: UNKNOWN },
    movement: { clubs: ending('clubs'), members: ending('members') },
    events: eventLines(workbook, period),
    areas: [],
    loans: { made: UNTOLD, amount: UNTOLD },
    sources: { year, lines: sourceLines(workbook, plan, year) },
    funds: { income: NO_FUND, operating: NO_FUND },
  };
}
