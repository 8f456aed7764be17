// A revision's mail: which report it replaces, and a table of what was said before and what is said now.
import { CHANGES, REPLACED } from '../../rules/reporting/life-labels.ts';
import type { ClubLine, ReportContent } from '../../rules/reporting/report-content.ts';
import { reportName } from '../../rules/reporting/report-name.ts';
import { clubRow } from './club-rows.ts';
import type { Page } from './figure-view.ts';
import { targetRow } from './target-row.ts';

export interface ChangedRow {
  readonly label: string;
  readonly before: string;
  readonly now: string;
}
export interface ReplacedView {
  readonly sentence: string;
  readonly rows: readonly ChangedRow[];
  /** '' where there are rows */
  readonly nothing: string;
}

/** None for a report that replaces none. What is masked in the tables is masked here. */
export function replacedView(content: ReportContent, page: Page): ReplacedView[] {
  const { replaces } = content;
  if (replaces === undefined) return [];
  const rows = [...targetRows(content, page), ...clubRows(content)].filter(({ before, now }) => before !== now);
  return [
    {
      sentence: replacedSentence(content),
      rows,
      nothing: rows.length > 0 ? '' : 'Kết quả các chỉ tiêu và số liệu từng câu lạc bộ không thay đổi.',
    },
  ];
}

/** "Thay thế Báo cáo số 05/BC-UBND ngày 19/12/2024 (…)."; '' for a report that replaces none. */
export const replacedSentence = ({ replaces, title, period }: ReportContent): string =>
  replaces === undefined ? '' : REPLACED.sentence(reportName(title, period.label), replaces.issued, replaces.sentAt);

const resultOf = (progress: ReportContent['targets'][number] | undefined, page: Page): string => {
  if (progress === undefined) return CHANGES.none;
  const { figure, status } = targetRow(progress, 0, page);
  return [figure, status].filter((part) => part !== '').join(' – ');
};

function targetRows({ replaces, targets }: ReportContent, page: Page): ChangedRow[] {
  return (replaces?.targets ?? []).map((before) => ({
    label: CHANGES.target(before.target.clause, before.target.title),
    before: resultOf(before, page),
    now: resultOf(
      targets.find(({ target }) => target.id === before.target.id),
      page,
    ),
  }));
}

function clubRows({ replaces, clubs }: ReportContent): ChangedRow[] {
  const row = (club: ClubLine, before: ClubLine | undefined, now: ClubLine | undefined): ChangedRow => ({
    label: club.name,
    before: clubResult(before),
    now: clubResult(now),
  });
  const now = (code: string) => clubs.find((club) => club.code === code);
  const added = (replaces?.newClubs ?? []).flatMap((code) => now(code) ?? []);
  return [...(replaces?.clubs ?? []).map((one) => row(one, one, now(one.code))), ...added.map((one) => row(one, undefined, one))];
}

function clubResult(club: ClubLine | undefined): string {
  if (club === undefined) return CHANGES.none;
  const { members, older, women, borrowers, incomeFund, operatingFund } = clubRow(club);
  return `thành viên ${members}; NCT ${older}; nữ ${women}; vay vốn ${borrowers}; quỹ tăng thu nhập: ${incomeFund}; quỹ hoạt động: ${operatingFund}`;
}
