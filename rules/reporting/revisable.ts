// Which reports may be replaced now: those that were sent, each in its newest version; what the receiver returned comes first.
import { localDate, viDate } from '../calendar-date.ts';
import type { Reading } from '../register/grid.ts';
import { frozenContent } from './frozen-content.ts';
import { ledgerOf } from './ledger.ts';
import { reportsOf } from './life.ts';
import { REVISABLE } from './life-labels.ts';
import { type ReviewSetting, review } from './review.ts';
import { revisionOf } from './revisions.ts';
import { standingOf } from './standing.ts';
import { SAID } from './wish-labels.ts';

export interface Revisable {
  readonly report: string;
  /** "Báo cáo năm 2024, đã gửi ngày 20/12/2024, nơi nhận yêu cầu chỉnh sửa" */
  readonly label: string;
}

/** Empty where nothing was sent, and where the ledger cannot tell. */
export function revisableReports(reading: Reading, setting: ReviewSetting): Revisable[] {
  const found = review(reading, setting);
  const ledger = ledgerOf(found.register);
  if (ledger === undefined) return [];
  const statusOf = (key: string) => ledger.entries.get(key)?.line.status;
  const sent = reportsOf(found, ledger, localDate(setting.now)).filter(
    ({ key }) => statusOf(key) === 'sent' && revisionOf(ledger, key) === undefined,
  );
  const standing = (key: string) => standingOf(ledger, key, statusOf);
  const newestFirst = [...sent].reverse();
  const returned = newestFirst.filter(({ key }) => standing(key) === 'returned');
  const others = newestFirst.filter(({ key }) => standing(key) !== 'returned');
  return [...returned, ...others].map(({ key, schedule, period }) => {
    const at = frozenContent(found.register.frozen, key)?.sentAt;
    const on = at === undefined ? '' : viDate(localDate(at));
    return { report: key, label: REVISABLE.label(SAID.reportOf(schedule.title, period.label), on, standing(key) === 'returned') };
  });
}
