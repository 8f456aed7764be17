// The demo register of xã Quy Kỳ with nothing to mend in it, and how one cell or one row of it is damaged.
import { demoAssignments } from '../../cli/demo/assignments.ts';
import { quyKyDemo } from '../../cli/demo/quy-ky.ts';
import { type DemoRow, type DemoRows, demoGrids } from '../../cli/demo/register.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { RuleId } from '../../rules/findings/catalogue.ts';
import { checkRegister } from '../../rules/findings/check.ts';
import type { Finding } from '../../rules/findings/finding.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import type { TabKey, Tabs } from '../../rules/register/tabs.ts';
import { QUY_KY, THE_YEAR_2024 } from './a-register.ts';

type ColumnOf<K extends TabKey> = keyof Tabs[K]['columns'] & string;

/** One cell typed differently, or one row added (like another one, or from nothing). Dates are `2024-04-12`, choices are keys. */
export interface TypedIn<K extends TabKey> {
  readonly tab: K;
  /** the row that is damaged; of a tab without codes "dòng 3" */
  readonly record: string;
  /** what stands there instead */
  readonly cells: DemoRow<K>;
  /** set: a row is added; its cells are those of this record but for `cells`, or only `cells` when it names none */
  readonly added?: { readonly like?: string };
  readonly why: string;
  /** optional columns that the plan has to switch on: `phone` */
  readonly on?: readonly ColumnOf<K>[];
}
export type Typed = { readonly [K in TabKey]: TypedIn<K> }[TabKey];

/** And what has to be found of it. */
interface MutationOf<K extends TabKey> extends TypedIn<K> {
  readonly rule: RuleId;
  /** where it ought to be found; left out, at `record` */
  readonly at?: { readonly tab?: TabKey; readonly record?: string };
  /** the column it ought to be found in; left out: the row as a whole */
  readonly column?: string;
}
export type Mutation = { readonly [K in TabKey]: MutationOf<K> }[TabKey];

type AnyRow = { readonly [column: string]: CellValue | undefined };

const DAY = '2024-12-20' as IsoDate;
/** The second club has more elders than the plan's frame and never declared its activities: told on purpose, and mended here. */
const YOUNGER = ['TV0061', 'TV0065', 'TV0077', 'TV0078'];

/** The register as entered by 20/12/2024, in which nothing has to be mended or looked at again. */
export function aCleanDemo(): DemoRows {
  const rows = quyKyDemo(DAY, 'so-mau', { mistakes: 'without' });
  const declared: DemoRow<'declarations'> = {
    code: 'XN013',
    club: 'CLB02',
    section: 'activities',
    state: 'complete',
    until: '2024-12-14',
    declaredBy: 'Lường Thị Thắm (mẫu)',
    declaredOn: '2024-12-16',
  };
  return {
    ...rows,
    members: (rows.members ?? []).map((row) => (YOUNGER.includes(String(row.code)) ? { ...row, birth: '1975' } : row)),
    declarations: [...(rows.declarations ?? []), declared],
    totals: [],
    assignments: demoAssignments(QUY_KY, DAY),
  };
}

/** The rows with one damage in them. Throws when the record to damage is not there. */
export function damaged(rows: DemoRows, { tab, record, cells, added }: Typed): DemoRows {
  const own: readonly AnyRow[] = rows[tab] ?? [];
  const at = (wanted: string): number => own.findIndex(({ code }, index) => (code === undefined ? `dòng ${index + 2}` : code) === wanted);
  const source = added === undefined ? record : added.like;
  if (source !== undefined && at(source) < 0) throw new Error(`${tab} holds no ${source}`);
  if (added === undefined) return { ...rows, [tab]: own.map((row, index) => (index === at(record) ? { ...row, ...cells } : row)) };
  const like = added.like === undefined ? {} : own[at(added.like)];
  return { ...rows, [tab]: [...own, { ...like, code: record, ...cells }] };
}

/** What is found in rows as of 14/12/2024, with some optional columns switched on. */
export function findingsIn(rows: DemoRows, optionalColumns: readonly string[] = []): Finding[] {
  const plan = { ...QUY_KY, optionalColumns: [...optionalColumns] };
  return checkRegister(readRegister({ register: 'so-mau', grids: demoGrids(rows, plan) }, plan), { ...THE_YEAR_2024, plan });
}
