// Builders for readings: a tab's grid from what matters, headers and order from the declaration.
import type { PlanLists } from '../../rules/register/choices.ts';
import type { CellValue, Grid, Reading } from '../../rules/register/grid.ts';
import { TABS, type TabKey, type Tabs } from '../../rules/register/tabs.ts';

export type Cells<K extends TabKey> = { readonly [C in keyof Tabs[K]['columns']]?: CellValue };

/** Headers in row 1 (or where the declaration says), then a row per record. */
export function gridOf<K extends TabKey>(tab: K, rows: readonly Cells<K>[]): Grid {
  const { columns, headerRow = 1 }: { columns: { readonly [key: string]: { readonly header: string } }; headerRow?: number } = TABS[tab];
  const keys = Object.keys(columns);
  const above: CellValue[][] = Array.from({ length: headerRow - 1 }, () => []);
  const body = rows.map((row) => keys.map((key) => (row as { readonly [key: string]: CellValue | undefined })[key] ?? null));
  return [...above, keys.map((key) => columns[key]?.header ?? ''), ...body];
}

/** Every tab of a register, empty unless told. */
export function aReading(grids: { readonly [K in TabKey]?: Grid | 'missing' } = {}): Reading {
  const keys = Object.keys(TABS) as TabKey[];
  return { register: 'quy-ky', grids: new Map(keys.map((key) => [TABS[key].sheetId, grids[key] ?? gridOf(key, [])])) };
}

const named = (clause: string, id: string, title: string) => ({ id, clause, title });

export function aPlan(changes: Partial<PlanLists> = {}): PlanLists {
  return {
    areas: [named('II.3', 'income', 'Tăng thu nhập'), named('II.3', 'health', 'Chăm sóc sức khoẻ')],
    fundingSources: [named('III.1', 'state', 'Ngân sách nhà nước'), named('III.2', 'donors', 'Tài trợ, viện trợ')],
    loanPurposes: [
      { id: 'livestock', title: 'Chăn nuôi', production: true },
      { id: 'trade', title: 'Kinh doanh nhỏ', production: true },
    ],
    chargeUnits: [{ id: 'hoi-nct', clause: 'IV.1', title: 'Hội Người cao tuổi xã', level: 'commune' }],
    targets: [
      {
        kind: 'narrative',
        id: 'health',
        clause: 'II.2.c',
        title: 'Sức khoẻ thành viên',
        text: 'Mọi thành viên được nâng cao sức khoẻ',
        deadline: '2025-12-31' as never,
      },
    ],
    optionalColumns: [],
    ...changes,
  };
}
