// Whether a report still waits for an answer of its receiver, from the two tabs that know: what the page behind a link needs, and no row of
// people's.
import { localDate } from '../calendar-date.ts';
import { Problem } from '../problem.ts';
import type { PlanLists } from '../register/choices.ts';
import type { Reading } from '../register/grid.ts';
import { readWorkbook } from '../register/read-register.ts';
import { TABS } from '../register/tabs.ts';
import type { AnswerKind } from './answers.ts';
import { frozenContent } from './frozen-content.ts';
import { ledgerOf } from './ledger.ts';
import type { ReceiptLink } from './receipt-link.ts';
import type { ReportContent } from './report-content.ts';
import { replacementOf } from './revisions.ts';

/** The tabs that it is told from. */
export const ANSWERABLE_TABS = { reports: TABS.reports, frozen: TABS.frozen } as const;

/** None of these tabs has a list of the plan's. */
export const NO_LISTS: PlanLists = { areas: [], fundingSources: [], loanPurposes: [], chargeUnits: [], targets: [], optionalColumns: [] };

export interface Answerable {
  /** as it was sent */
  readonly content: ReportContent | undefined;
  /** why nothing is to be recorded any more, or not yet */
  readonly trouble: Problem | undefined;
}

/** Throws LEDGER_BROKEN where nobody can tell. */
export function answerable(reading: Reading, { report, action }: Pick<ReceiptLink, 'report' | 'action'>): Answerable {
  const tabs = readWorkbook(ANSWERABLE_TABS, reading, NO_LISTS);
  const ledger = ledgerOf(tabs);
  if (ledger === undefined) throw new Problem('LEDGER_BROKEN', { register: reading.register, reason: 'a tab or a column is gone' });
  const isSent = (key: string): boolean => ledger.entries.get(key)?.line.status === 'sent';
  const content = frozenContent(tabs.frozen, report);
  const by = replacementOf(ledger, report, isSent);
  const answered = ledger.answers.get(report)?.[action];
  const trouble =
    !isSent(report) || content === undefined
      ? new Problem('NOT_SENT_YET', { report })
      : by !== undefined
        ? new Problem('REPORT_REPLACED', { report, by })
        : answered !== undefined
          ? alreadyAnswered(report, action, answered.at)
          : undefined;
  return { content, trouble };
}

export const alreadyAnswered = (report: string, kind: AnswerKind, at: Parameters<typeof localDate>[0]): Problem =>
  new Problem('ALREADY_ANSWERED', { report, kind, on: localDate(at) });
