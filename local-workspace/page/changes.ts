// Tells the page what a mutation changed, whoever carried it out: tabs of a workbook, mail.
import type { StoredFile } from '../drive/files.ts';
import { sameJson } from '../json.ts';
import type { SpreadsheetDoc } from '../sheets/workbook.ts';
import { type Changed, GRIDS, type Store } from '../store.ts';
import type { PageBus } from './bus.ts';

/** From now on the bus hears of every change in the store. */
export function publishChanges(store: Store, bus: PageBus): void {
  store.changed = (changes) => {
    if (!bus.isWatched) return;
    for (const [spreadsheet, sheets] of sheetsTouched(store, changes)) {
      const version = store.get<StoredFile>('files', spreadsheet)?.version ?? 0;
      bus.publish({ kind: 'changed', spreadsheet, sheets: [...sheets], version });
    }
    if (changes.some(({ collection }) => collection === 'messages')) bus.publish({ kind: 'mail' });
  };
}

function sheetsTouched(store: Store, changes: readonly Changed[]): Map<string, Set<number>> {
  const touched = new Map<string, Set<number>>();
  const touch = (spreadsheet: string, sheets: readonly number[]): void => {
    const known = touched.get(spreadsheet) ?? new Set();
    touched.set(spreadsheet, known);
    for (const sheet of sheets) known.add(sheet);
  };
  for (const { collection, key, before } of changes) {
    if (collection === GRIDS) {
      const slash = key.lastIndexOf('/');
      touch(key.slice(0, slash), [Number(key.slice(slash + 1))]);
    }
    if (collection === 'spreadsheets') touch(key, tabsThatDiffer(before as SpreadsheetDoc | undefined, store.get('spreadsheets', key)));
  }
  return touched;
}

function tabsThatDiffer(before: SpreadsheetDoc | undefined, after: SpreadsheetDoc | undefined): number[] {
  const known = new Map((before?.sheets ?? []).map((sheet) => [sheet.properties.sheetId, sheet]));
  return (after?.sheets ?? [])
    .filter((sheet) => !sameJson(known.get(sheet.properties.sheetId), sheet))
    .map(({ properties }) => properties.sheetId);
}
