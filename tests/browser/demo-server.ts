// What the script behind the sheet would answer for the demo register, by the real rules.
import type { Instant } from '../../rules/calendar-date.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { checkResultOf, panelOf } from '../../rules/reporting/panel.ts';
import type { ReportPreview } from '../../rules/reporting/preview-content.ts';
import { recordsBehind } from '../../rules/reporting/records-behind.ts';
import { review } from '../../rules/reporting/review.ts';
import { at, aWorkbook, readingOf, settingAt } from '../reporting/a-workbook.ts';
import type { Server } from './dialog-page.ts';

/** Answers over the register of xã Quy Kỳ as it stands on a day. */
export function demoServer(day = '2024-12-20', more: Server = {}): Server {
  const now = at(day);
  const reading = readingOf(aWorkbook(day));
  const found = review(reading, settingAt(now));
  return {
    panelData: () => panelOf(found, reading, now),
    panelRecords: (target: string, club?: string) => recordsBehind(found, target, club),
    checkData: () => checkResultOf(found),
    previewData: () => ({ ...aPreview(day), source: 'functions' }),
    jumpTo: () => null,
    ...more,
  };
}

/** The preview of a report that is due, with the mail that would really go out. */
export function aPreview(day = '2024-12-20', more: Partial<ReportPreview> = {}): ReportPreview {
  const now: Instant = at(day);
  const reading = readingOf(aWorkbook(day));
  const letter = decide(reading, settingAt(now)).deliveries[0]?.delivery.letter;
  if (letter === undefined) throw new Error(`no report is due on ${day}`);
  const shown = (addresses: typeof letter.to) => addresses.map(({ name, email }) => (name === undefined ? email : `${name} <${email}>`));
  const { unit, targets, findings } = panelOf(review(reading, settingAt(now)), reading, now);
  const [blocking] = findings.filter(({ severityKey }) => severityKey === 'error');
  return {
    report: letter.key,
    title: 'Báo cáo năm 2024',
    unit,
    state: 'Chờ duyệt',
    timing: 'hôm nay là hạn gửi (20/12/2024)',
    late: false,
    to: shown(letter.to),
    cc: shown(letter.cc),
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    figures: targets.map(({ title, plan, actual, status }) => ({ title, plan, actual, status })),
    blockers:
      blocking?.at === undefined ? [] : [{ text: `${blocking.message} ${blocking.repair}`, sheetId: blocking.at.sheetId, a1: 'B12' }],
    signers: [
      { name: 'Hoàng Văn Minh', position: 'CHỦ TỊCH', label: 'Hoàng Văn Minh – CHỦ TỊCH (UBND)' },
      { name: 'Lý Thị Lan', position: 'PHÓ CHỦ TỊCH', label: 'Lý Thị Lan – PHÓ CHỦ TỊCH (UBND)' },
    ],
    others: [],
    ...more,
  };
}
