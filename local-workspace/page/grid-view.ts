// A workbook and its tabs as the page shows them to one person.
import type { Account } from '../api-request.ts';
import { isOwner, rankOn, type StoredFile } from '../drive/files.ts';
import { entityNotFound, GoogleError } from '../google-error.ts';
import { sameJson } from '../json.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { Workbook } from '../sheets/workbook.ts';
import type { Store } from '../store.ts';
import { CellViews, hexOf } from './cell-view.ts';
import { chartViews } from './chart-view.ts';
import type { CellView, GridView, WorkbookView } from './protocol.ts';

const WRITER = 3;
const USUAL_WIDTH = 100;

export const personOf = (email: string): Account => ({ email, isServiceAccount: false });

/** What this person may do with a workbook. Throws 404 when there is none. */
export function accessOf(store: Store, id: string, as: string): WorkbookView['access'] {
  const file = store.get<StoredFile>('files', id);
  if (file === undefined) throw entityNotFound();
  const rank = rankOn(store, file, personOf(as));
  return rank === 0 ? 'none' : rank >= WRITER ? 'write' : 'read';
}

/** Title and tabs; what the scripts added, the route adds. */
export function workbookView(store: Store, id: string, as: string): Omit<WorkbookView, 'menus' | 'sidebar'> {
  const access = accessOf(store, id, as);
  const { doc, sheets } = Workbook.read(store, id);
  const { title } = doc.properties;
  if (access === 'none') return { id, title: '', access, tabs: [] };
  return {
    id,
    title,
    access,
    tabs: sheets.map((sheet) => {
      const { properties } = sheet.doc;
      const color = hexOf((properties as { tabColorStyle?: unknown }).tabColorStyle);
      return {
        sheetId: sheet.id,
        title: sheet.title,
        ...(color === undefined ? {} : { color }),
        hidden: properties.hidden === true,
        rows: sheet.rowCount,
        columns: sheet.columnCount,
        frozenRows: properties.gridProperties.frozenRowCount ?? 0,
        frozenColumns: properties.gridProperties.frozenColumnCount ?? 0,
      };
    }),
  };
}

/** One tab as this person sees it. Throws 403 when they may not, 404 or 400 when there is none. */
export function gridView(store: Store, id: string, sheetId: number, as: string, now: number): GridView {
  if (accessOf(store, id, as) === 'none') throw new GoogleError(403, 'The caller does not have permission');
  const file = store.get<StoredFile>('files', id);
  const owns = file !== undefined && isOwner(file, personOf(as));
  const workbook = Workbook.read(store, id, personOf(as), owns);
  const sheet = workbook.sheet(sheetId);
  const views = new CellViews(workbook, sheet, now);
  const empty = emptyCells(sheet, views);
  const rows = filledRows(sheet, views, empty);
  return {
    sheetId,
    version: file?.version ?? 0,
    columnWidths: Array.from({ length: sheet.columnCount }, (_unused, column) => sizeOf(sheet.doc.columnMetadata[column]) ?? USUAL_WIDTH),
    hiddenColumns: hiddenIn(sheet.doc.columnMetadata),
    hiddenRows: hiddenIn(sheet.doc.rowMetadata),
    rows,
    lists: views.lists,
    emptyCells: empty.map((view) => (isPlain(view) ? null : view)),
    merges: sheet.doc.merges.map(({ startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 }) => ({
      row: startRowIndex,
      column: startColumnIndex,
      rows: endRowIndex - startRowIndex,
      columns: endColumnIndex - startColumnIndex,
    })),
    charts: chartViews(workbook, sheet),
  };
}

const PLAIN: CellView = { text: '' };
const isPlain = (view: CellView): boolean => sameJson(view, PLAIN);

const sizeOf = (metadata: unknown): number | undefined => (metadata as { pixelSize?: number } | undefined)?.pixelSize;

const hiddenIn = (metadata: Readonly<Record<string, unknown>>): number[] =>
  Object.entries(metadata).flatMap(([index, one]) => ((one as { hiddenByUser?: boolean }).hiddenByUser === true ? [Number(index)] : []));

/** The cells of the last row, as if they were blank: what a new row of the tab is like. */
function emptyCells(sheet: Sheet, views: CellViews): CellView[] {
  const last = Math.max(sheet.rowCount - 1, 0);
  return Array.from({ length: sheet.columnCount }, (_unused, column) => views.at(last, column, false));
}

function filledRows(sheet: Sheet, views: CellViews, empty: readonly CellView[]): (readonly (CellView | null)[] | null)[] {
  const rows: (readonly (CellView | null)[] | null)[] = [];
  const usual = empty.map((view) => JSON.stringify(view));
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const cells = usual.map((text, column) => {
      const cell = sheet.cell(row, column);
      const view = views.at(row, column);
      // only a blank cell can be like those below the last row; comparing all of them would be most of the work
      if (cell?.v !== undefined || cell?.n !== undefined) return view;
      return JSON.stringify(view) === text ? null : view;
    });
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    rows.push(cells.length === 0 ? null : cells);
  }
  while (rows.length > 0 && rows.at(-1) === null) rows.pop();
  return rows;
}
