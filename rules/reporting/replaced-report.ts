// What a revision says of the report that it replaces: which one it was, and what it said where the two differ. Its number and date are
// people's words, never made up (NĐ 30/2020/NĐ-CP Điều 18.3: "thay thế Báo cáo số …").
import { frozenContent } from './frozen-content.ts';
import { issuedFor } from './issued.ts';
import type { PlannedReport } from './periods.ts';
import type { ReplacedReport, ReportContent } from './report-content.ts';
import { clubText, resultText } from './return-places.ts';
import type { Review } from './review.ts';

/** Undefined for a report that replaces none, and where what was sent can no longer be read. */
export function replacedBy(
  found: Pick<Review, 'register'>,
  report: PlannedReport,
  now: Pick<ReportContent, 'targets' | 'clubs'>,
): ReplacedReport | undefined {
  const { revises } = report;
  const before = revises === undefined ? undefined : frozenContent(found.register.frozen, revises);
  if (revises === undefined || before === undefined) return undefined;
  const { documentNo, date } = issuedFor(found.register, { ...report, key: revises }) ?? {};
  const clubOf = (code: string) => now.clubs.find((one) => one.code === code);
  return {
    key: revises,
    sentAt: before.sentAt,
    issued: { ...(documentNo === undefined ? {} : { number: documentNo }), ...(date === undefined ? {} : { date }) },
    targets: before.targets.filter((one) => resultText(one) !== resultText(now.targets.find(({ target }) => target.id === one.target.id))),
    clubs: before.clubs.filter((one) => clubText(one) !== clubText(clubOf(one.code))),
    newClubs: now.clubs.map(({ code }) => code).filter((code) => !before.clubs.some((one) => one.code === code)),
  };
}
