// The tabs that people fill, and the workbooks that have them.
import type { Tab } from '../register/column.ts';
import { TABS } from '../register/tabs.ts';

export const DATA_TABS: readonly Tab[] = Object.values<Tab>(TABS).filter(({ kind }) => kind === 'data');

/** The data tab that has this sheetId; other tabs are people's own, or not for people to fill. */
export const dataTabOf = (sheetId: number): Tab | undefined => DATA_TABS.find((tab) => tab.sheetId === sheetId);

/** Whether the workbook is a commune's register at all: a superior's has some tabs of the same kinds. `there`: the sheetIds of its tabs. */
export const isRegister = (there: { has(sheetId: number): boolean }): boolean =>
  [TABS.clubs, TABS.members, TABS.loans, TABS.funds, TABS.activities].some(({ sheetId }) => there.has(sheetId));
