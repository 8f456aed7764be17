// Protected ranges refuse edits of people who are neither owner nor editor of them.
import { badRequest } from '../google-error.ts';
import { intersects } from './a1.ts';
import type { Sheet } from './sheet.ts';
import type { Area, GridRange, ProtectedRange } from './wire.ts';
import type { Workbook } from './workbook.ts';

function areaOf(sheet: Sheet, range: GridRange | undefined): Area {
  return {
    sheetId: sheet.id,
    startRow: range?.startRowIndex ?? 0,
    endRow: range?.endRowIndex ?? Number.MAX_SAFE_INTEGER,
    startColumn: range?.startColumnIndex ?? 0,
    endColumn: range?.endColumnIndex ?? Number.MAX_SAFE_INTEGER,
  };
}

const contains = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

/** Whether the one who edits may change what this protects. */
export function mayEdit(workbook: Workbook, protection: ProtectedRange): boolean {
  if (protection.warningOnly === true || workbook.isOwner || workbook.editor === undefined) return true;
  return protection.editors?.users?.includes(workbook.editor.email) ?? false;
}

/** Whether all of the area may be changed at once by the one who edits. */
export const isEditable = (workbook: Workbook, sheet: Sheet, area: Area): boolean =>
  sheet.doc.protectedRanges.every(
    (protection) =>
      mayEdit(workbook, protection) ||
      !intersects(areaOf(sheet, protection.range), area) ||
      // Google allows an edit that lies within one of the exceptions
      protection.unprotectedRanges?.some((range) => contains(areaOf(sheet, range), area)) === true,
  );

/** Throws Google's 400 when the area touches cells protected from the one who edits. */
export function assertEditable(workbook: Workbook, sheet: Sheet, area: Area): void {
  if (isEditable(workbook, sheet, area)) return;
  throw badRequest(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

/** How each cell of a tab is protected from the one who edits: not at all, only with a warning, or closed. */
export function protectionsOf(workbook: Workbook, sheet: Sheet): (row: number, column: number) => 'locked' | 'warned' | undefined {
  const protections = sheet.doc.protectedRanges.map((protection) => ({
    area: areaOf(sheet, protection.range),
    open: (protection.unprotectedRanges ?? []).map((range) => areaOf(sheet, range)),
    locks: !mayEdit(workbook, protection),
    warns: protection.warningOnly === true,
  }));
  return (row, column) => {
    const cell: Area = { sheetId: sheet.id, startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
    const own = protections.filter(({ area, open }) => contains(area, cell) && !open.some((one) => contains(one, cell)));
    if (own.some(({ locks }) => locks)) return 'locked';
    return own.some(({ warns }) => warns) ? 'warned' : undefined;
  };
}
