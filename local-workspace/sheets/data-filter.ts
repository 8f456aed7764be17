// Data filters to ranges: a grid range, A1 text, or the rows, columns and tabs that metadata marks.
import { badRequest, GoogleError } from '../google-error.ts';
import { parseA1 } from './a1.ts';
import { matches } from './metadata.ts';
import type { DataFilter, GridRange } from './wire.ts';
import type { Workbook } from './workbook.ts';

/** The ranges a filter selects. Throws Google's 400, naming the filter, for a tab that is not there. */
export function rangesOf(workbook: Workbook, filter: DataFilter, name: string): GridRange[] {
  try {
    if (filter.gridRange !== undefined) return [{ ...filter.gridRange, sheetId: workbook.sheet(filter.gridRange.sheetId).id }];
    if (filter.a1Range !== undefined) return [parseA1(workbook, filter.a1Range)];
    if (filter.developerMetadataLookup !== undefined) return markedRanges(workbook, filter);
    throw badRequest('No data filter specified.');
  } catch (error) {
    if (error instanceof GoogleError && error.code === 400) throw badRequest(`Invalid ${name}: ${error.message}`);
    throw error;
  }
}

function markedRanges(workbook: Workbook, filter: DataFilter): GridRange[] {
  const marked = workbook.doc.developerMetadata.filter((entry) => matches(entry, filter.developerMetadataLookup ?? {}));
  return marked.flatMap(({ location }) => {
    const range = location.dimensionRange;
    if (range === undefined) return location.sheetId === undefined ? [] : [{ sheetId: location.sheetId }];
    const { sheetId = 0, startIndex = 0, endIndex = startIndex + 1 } = range;
    return [
      range.dimension === 'ROWS'
        ? { sheetId, startRowIndex: startIndex, endRowIndex: endIndex }
        : { sheetId, startColumnIndex: startIndex, endColumnIndex: endIndex },
    ];
  });
}
