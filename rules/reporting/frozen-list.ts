// Bảng kê số liệu đã chốt: every figure of a frozen report with the codes of the records behind it, to be signed and kept in the commune.
import { type Instant, type IsoDate, viDate } from '../calendar-date.ts';
import type { Reading } from '../register/grid.ts';
import { capital } from '../text.ts';
import { type Explained, explainAll, frozenReport } from './explain.ts';

export interface FrozenListContent {
  readonly unit: string;
  readonly planTitle: string;
  readonly name: string;
  readonly key: string;
  readonly from: IsoDate;
  readonly cutOff: IsoDate;
  readonly approval?: { readonly by: string; readonly on: string };
  readonly versions: Explained['versions'];
  readonly isWhole: boolean;
  readonly now: Instant;
  readonly rows: readonly { readonly target: Explained; readonly parts: readonly Explained[] }[];
}

/** How the list becomes a page: given by templates/. */
export type PrintList = (content: FrozenListContent) => string;

/** Throws FROZEN_UNKNOWN. */
export function frozenList(reading: Reading, key: string, now: Instant): FrozenListContent {
  const report = frozenReport(reading, key);
  const rows = explainAll(report);
  const { content, isWhole } = report;
  const [first] = rows;
  return {
    unit: capital(content.unit.name),
    planTitle: content.planTitle,
    name: first?.target.name ?? content.title,
    key,
    from: content.period.from,
    cutOff: content.period.cutOff,
    ...(content.approval === undefined ? {} : { approval: { by: content.approval.by, on: viDate(content.approval.on) } }),
    versions: content.versions,
    isWhole,
    now,
    rows,
  };
}
