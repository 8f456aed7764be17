// What the script behind the sheet answers for the demo register, by the real rules; a report that is sent is sent once.

import type { IsoDate } from '../../rules/calendar-date.ts';
import { grantedBy } from '../../rules/cycle.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { checkResultOf, panelOf } from '../../rules/reporting/panel.ts';
import { previewReport } from '../../rules/reporting/preview.ts';
import type { ReportPreview } from '../../rules/reporting/preview-content.ts';
import { recordsBehind } from '../../rules/reporting/records-behind.ts';
import { review } from '../../rules/reporting/review.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import { aTurn, at, aWorkbook, REGISTER, readingOf, settingAt, type Workbook } from '../reporting/a-workbook.ts';
import type { Server } from './dialog-page.ts';

/** The demo register of a day with all rows dropped that keep its report from being approved. */
export function aSoundWorkbook(day: string): Workbook {
  const workbook = aWorkbook(day);
  for (const { sheetId, a1 } of previewReport(readingOf(workbook), settingAt(at(day))).blockers) {
    const grid = sheetId === undefined ? undefined : workbook.get(sheetId);
    if (typeof grid === 'object') grid[Number((a1 ?? '').replace(/\D/g, '')) - 1] = [];
  }
  return workbook;
}

/** Answers over a workbook as it stands on a day; `more` takes the place of single answers. */
export function demoServer(day: string, workbook: Workbook = aWorkbook(day), more: Server = {}): Server {
  const now = at(day);
  const asked = { by: 'lan@quy-ky.example', at: now };
  const reviewed = () => review(readingOf(workbook), settingAt(now));
  const grant = (wish: Wish) => grantedBy(aTurn(workbook, now, (reading) => decide(reading, { ...settingAt(now), wish })).result, REGISTER);
  return {
    panelData: () => panelOf(reviewed(), readingOf(workbook), now),
    panelRecords: (target: string, club?: string) => recordsBehind(reviewed(), target, club),
    checkData: () => checkResultOf(reviewed()),
    previewData: (report?: string) => ({ ...previewOn(day, workbook, report), source: 'functions' }),
    approveAndSend: (report: string, approver: string) => grant({ kind: 'approve', report, approver, send: true, asked }),
    requestAdHoc: (title: string, from: string, cutOff: string, due: string) =>
      grant({ kind: 'adHoc', title, from: from as IsoDate, cutOff: cutOff as IsoDate, due: due as IsoDate, asked }),
    jumpTo: () => null,
    ...more,
  };
}

/** The preview of a report as it stands on a day. */
export const previewOn = (day: string, workbook: Workbook = aWorkbook(day), report?: string): ReportPreview =>
  previewReport(readingOf(workbook), settingAt(at(day)), report);
