// Kiểm tra toàn bộ sổ: the same decision as after an edit, over all of people's tabs.
import type { Instant } from '../rules/calendar-date.ts';
import { type Summary, summaryOf } from '../rules/findings/finding.ts';
import { TABS } from '../rules/register/tabs.ts';
import type { Review } from '../rules/reporting/review.ts';
import { dataTabOf } from '../rules/sheet/data-tabs.ts';
import { decideWhole } from '../rules/sheet/decide-edit.ts';
import { locked } from './document-lock.ts';
import { writeDecision } from './follow-edit.ts';
import { mergesOf } from './people-tabs.ts';
import { rememberCodes, rememberedCodes } from './remembered-codes.ts';
import { openBook } from './sheet-reading.ts';
import { sheetSetting } from './sheet-setting.ts';

export interface WholeCheck {
  /** what is found once everything is written; absent where the register cannot be judged, `said` then tells why */
  readonly review?: Review;
  readonly summary: Summary;
  /** Vietnamese sentences on what could not be written or judged, for the person */
  readonly said: readonly string[];
}

const WAIT = 10_000;

/** Checks the whole register, gives codes, and writes notes and results. Throws a Problem where the register cannot be read. */
export function checkWhole(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, now: Instant): WholeCheck {
  return locked(WAIT, (isOurs) => {
    const book = openBook(spreadsheet, Object.values(TABS));
    const merges = new Map(
      [...book.sheets].flatMap(([id, sheet]) => (dataTabOf(id) === undefined ? [] : [[id, mergesOf(sheet)] as const])),
    );
    const highest = rememberedCodes();
    const decision = decideWhole({ reading: book.reading, merges, highest, locked: isOurs }, sheetSetting(now));
    const troubles = writeDecision(book, decision, 'all');
    if (troubles.length === 0) rememberCodes(highest, decision.highest);
    const { review } = decision;
    return {
      ...(review === undefined ? {} : { review }),
      summary: summaryOf(review?.findings ?? []),
      said: [...decision.said, ...troubles],
    };
  });
}
