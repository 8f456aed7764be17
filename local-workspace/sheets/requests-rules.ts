// Batch requests on what lies over the cells: protection, conditional formats, named ranges, merges, filters.
import { badRequest } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { gridRangeOf, intersects, strictArea } from './a1.ts';
import { mergeByMask, requiredMask } from './mask-merge.ts';
import { assertEditable, mayEdit } from './protection.ts';
import type { Sheet } from './sheet.ts';
import type { Area, GridRange, NamedRange, ProtectedRange } from './wire.ts';
import type { Workbook } from './workbook.ts';

const allProtections = (workbook: Workbook): ProtectedRange[] => workbook.sheets.flatMap((sheet) => sheet.doc.protectedRanges);

/** The protection of an addProtectedRange or of a new spreadsheet, on its tab. Throws Google's 400 for an id in use. */
export function protect(workbook: Workbook, given: Partial<ProtectedRange>): ProtectedRange {
  const sheet = workbook.sheet(given.range?.sheetId);
  const taken = (id: number): boolean => allProtections(workbook).some((other) => other.protectedRangeId === id);
  const protectedRangeId = given.protectedRangeId ?? workbook.freshId(taken);
  if (taken(protectedRangeId)) throw badRequest(`A protected range with ID: ${protectedRangeId} already exists`);
  if (given.warningOnly === true && given.editors !== undefined) throw badRequest('Protected ranges with warningOnly cannot have editors.');
  const users = new Set([...(given.editors?.users ?? []), ...(workbook.editor === undefined ? [] : [workbook.editor.email])]);
  const editors = given.warningOnly === true ? {} : { editors: { ...given.editors, users: [...users] } };
  const added: ProtectedRange = { ...given, protectedRangeId, range: { ...given.range, sheetId: sheet.id }, ...editors };
  sheet.doc.protectedRanges.push(added);
  return added;
}

export function addProtectedRange(workbook: Workbook, body: JsonObject): JsonObject {
  const added = protect(workbook, (body.protectedRange ?? {}) as Partial<ProtectedRange>);
  return { addProtectedRange: { protectedRange: { ...structuredClone(added), requestingUserCanEdit: true } } };
}

function protectionOf(workbook: Workbook, id: unknown): { sheet: Sheet; index: number; protection: ProtectedRange } {
  for (const sheet of workbook.sheets) {
    const index = sheet.doc.protectedRanges.findIndex((candidate) => candidate.protectedRangeId === id);
    const protection = sheet.doc.protectedRanges[index];
    if (protection === undefined) continue;
    if (!mayEdit(workbook, protection)) throw badRequest('You do not have permission to edit this protected range.');
    return { sheet, index, protection };
  }
  throw badRequest(`No protected range with id: ${String(id)}`);
}

export function updateProtectedRange(workbook: Workbook, body: JsonObject): undefined {
  const given = (body.protectedRange ?? {}) as Partial<ProtectedRange>;
  const mask = requiredMask(body.fields, 'ProtectedRange');
  const { sheet, index, protection } = protectionOf(workbook, given.protectedRangeId);
  const merged = { ...mergeByMask(mask, protection, given as JsonObject), protectedRangeId: protection.protectedRangeId };
  sheet.doc.protectedRanges.splice(index, 1);
  const target = workbook.sheet((merged as ProtectedRange).range?.sheetId ?? sheet.id);
  target.doc.protectedRanges.splice(target === sheet ? index : target.doc.protectedRanges.length, 0, merged);
  return undefined;
}

export function deleteProtectedRange(workbook: Workbook, body: JsonObject): undefined {
  const { sheet, index } = protectionOf(workbook, body.protectedRangeId);
  sheet.doc.protectedRanges.splice(index, 1);
  return undefined;
}

function checkRule(workbook: Workbook, rule: JsonObject | undefined): { rule: JsonObject; sheet: Sheet } {
  const ranges = (rule?.ranges ?? []) as GridRange[];
  const [first] = ranges;
  if (rule === undefined || first === undefined) throw badRequest('A conditional format rule must have at least one range.');
  if ((rule.booleanRule === undefined) === (rule.gradientRule === undefined))
    throw badRequest('A conditional format rule must be either boolean or gradient.');
  const sheet = workbook.sheet(first.sheetId);
  if (ranges.some((range) => (range.sheetId ?? 0) !== sheet.id))
    throw badRequest('All ranges of a conditional format rule must be on the same sheet.');
  return { rule: { ...rule, ranges: ranges.map((range) => ({ ...range, sheetId: sheet.id })) }, sheet };
}

export function addConditionalFormatRule(workbook: Workbook, body: JsonObject): undefined {
  const { rule, sheet } = checkRule(workbook, body.rule as JsonObject | undefined);
  const index = (body.index as number | undefined) ?? sheet.doc.conditionalFormats.length;
  if (index < 0 || index > sheet.doc.conditionalFormats.length) throw noRule(sheet, index);
  sheet.doc.conditionalFormats.splice(index, 0, rule);
  return undefined;
}

const noRule = (sheet: Sheet, index: number): Error => badRequest(`No conditional format on sheet: ${sheet.id} at index: ${index}`);

export function updateConditionalFormatRule(workbook: Workbook, body: JsonObject): JsonObject {
  const { index = 0, newIndex, sheetId, rule } = body as { index?: number; newIndex?: number; sheetId?: number; rule?: JsonObject };
  const checked = rule === undefined ? undefined : checkRule(workbook, rule);
  const sheet = checked?.sheet ?? workbook.sheet(sheetId);
  const formats = sheet.doc.conditionalFormats;
  const old = formats[index];
  if (old === undefined) throw noRule(sheet, index);
  if (checked !== undefined) {
    formats[index] = checked.rule;
    return { updateConditionalFormatRule: { newRule: checked.rule, newIndex: index, oldRule: old } };
  }
  if (newIndex === undefined || newIndex < 0 || newIndex >= formats.length) throw noRule(sheet, newIndex ?? -1);
  formats.splice(index, 1);
  formats.splice(newIndex, 0, old);
  return { updateConditionalFormatRule: { newRule: old, newIndex, oldIndex: index } };
}

export function deleteConditionalFormatRule(workbook: Workbook, body: JsonObject): JsonObject {
  const sheet = workbook.sheet(body.sheetId as number | undefined);
  const index = (body.index as number | undefined) ?? 0;
  const rule = sheet.doc.conditionalFormats[index];
  if (rule === undefined) throw noRule(sheet, index);
  sheet.doc.conditionalFormats.splice(index, 1);
  return { deleteConditionalFormatRule: { rule } };
}

/** Names a range. Throws Google's 400 for a name in use or one that is no name. */
export function addNamedRange(workbook: Workbook, body: JsonObject): JsonObject {
  const given = (body.namedRange ?? {}) as Partial<NamedRange>;
  const { name = '', range = {} } = given;
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
    throw badRequest(`"${name}" is not a valid name for a named range.`);
  const isTaken = workbook.doc.namedRanges.some(
    (other) => other.name.toLowerCase() === name.toLowerCase() || other.namedRangeId === given.namedRangeId,
  );
  if (isTaken) throw badRequest(`A named range with the name "${name}" already exists.`);
  const { sheet } = strictArea(workbook, range);
  const namedRangeId =
    given.namedRangeId ?? String(workbook.freshId((id) => workbook.doc.namedRanges.some((other) => other.namedRangeId === String(id))));
  const added: NamedRange = { namedRangeId, name, range: { ...range, sheetId: sheet.id } };
  workbook.doc.namedRanges.push(added);
  return { addNamedRange: { namedRange: added } };
}

export function deleteNamedRange(workbook: Workbook, body: JsonObject): undefined {
  const index = workbook.doc.namedRanges.findIndex((named) => named.namedRangeId === body.namedRangeId);
  if (index === -1) throw badRequest(`No named range with id: ${String(body.namedRangeId)}`);
  workbook.doc.namedRanges.splice(index, 1);
  return undefined;
}

function mergedAreas(area: Area, mergeType: unknown): Area[] {
  if (mergeType === 'MERGE_ROWS') return span(area.startRow, area.endRow).map((row) => ({ ...area, startRow: row, endRow: row + 1 }));
  if (mergeType === 'MERGE_COLUMNS')
    return span(area.startColumn, area.endColumn).map((column) => ({ ...area, startColumn: column, endColumn: column + 1 }));
  return [area];
}

const span = (start: number, end: number): number[] => Array.from({ length: end - start }, (_unused, index) => start + index);

const fullArea = (range: GridRange): Area => ({
  sheetId: range.sheetId ?? 0,
  startRow: range.startRowIndex ?? 0,
  endRow: range.endRowIndex ?? Number.MAX_SAFE_INTEGER,
  startColumn: range.startColumnIndex ?? 0,
  endColumn: range.endColumnIndex ?? Number.MAX_SAFE_INTEGER,
});

const covers = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

/** Merges cells: the first keeps its value, the others lose theirs. */
export function mergeCells(workbook: Workbook, body: JsonObject): undefined {
  const { sheet, area } = strictArea(workbook, (body.range ?? {}) as GridRange);
  assertEditable(workbook, sheet, area);
  const touched = sheet.doc.merges.filter((merge) => intersects(fullArea(merge), area));
  if (touched.some((merge) => !covers(area, fullArea(merge))))
    throw badRequest('You must select all cells in a merged range to merge or unmerge them.');
  sheet.doc.merges = sheet.doc.merges.filter((merge) => !touched.includes(merge));
  for (const merged of mergedAreas(area, body.mergeType)) {
    if (merged.endRow - merged.startRow === 1 && merged.endColumn - merged.startColumn === 1) continue;
    for (const row of span(merged.startRow, merged.endRow)) {
      for (const column of span(merged.startColumn, merged.endColumn)) {
        if (row === merged.startRow && column === merged.startColumn) continue;
        const { userEnteredValue: _lost, ...rest } = workbook.unpack(sheet.cell(row, column));
        sheet.setCell(row, column, workbook.pack(rest));
      }
    }
    sheet.doc.merges.push(gridRangeOf(merged));
  }
  return undefined;
}

export function unmergeCells(workbook: Workbook, body: JsonObject): undefined {
  const { sheet, area } = strictArea(workbook, (body.range ?? {}) as GridRange);
  assertEditable(workbook, sheet, area);
  const touched = sheet.doc.merges.filter((merge) => intersects(fullArea(merge), area));
  if (touched.some((merge) => !covers(area, fullArea(merge))))
    throw badRequest('You must select all cells in a merged range to merge or unmerge them.');
  sheet.doc.merges = sheet.doc.merges.filter((merge) => !touched.includes(merge));
  return undefined;
}

/** Puts the tab's filter in place; what it hides is not worked out. */
export function setBasicFilter(workbook: Workbook, body: JsonObject): undefined {
  const filter = (body.filter ?? {}) as JsonObject;
  const range = (filter.range ?? {}) as GridRange;
  const { sheet } = strictArea(workbook, range);
  sheet.doc.basicFilter = { ...filter, range: { ...range, sheetId: sheet.id } };
  return undefined;
}

export function clearBasicFilter(workbook: Workbook, body: JsonObject): undefined {
  delete workbook.sheet(body.sheetId as number | undefined).doc.basicFilter;
  return undefined;
}
