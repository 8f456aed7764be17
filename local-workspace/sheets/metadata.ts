// Developer metadata: unique ids, a storage quota, lookups by id, key, value and place.
import { badRequest } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { mergeByMask, requiredMask } from './mask-merge.ts';
import type { DataFilter, DeveloperMetadata, DimensionRange, MetadataLocation, MetadataLookup } from './wire.ts';
import type { Workbook } from './workbook.ts';

const QUOTA_CHARACTERS = 30_000;

/** The place with its type written out, its tab checked. Throws Google's 400. */
function located(workbook: Workbook, location: MetadataLocation | undefined): MetadataLocation {
  if (location?.spreadsheet === true) return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (location?.sheetId !== undefined) return { locationType: 'SHEET', sheetId: workbook.sheet(location.sheetId).id };
  const range = location?.dimensionRange;
  if (range === undefined) throw badRequest('DeveloperMetadata must have a location.');
  const { startIndex = 0, endIndex = Number.POSITIVE_INFINITY, dimension } = range;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw badRequest('dimension must be ROWS or COLUMNS.');
  if (endIndex - startIndex !== 1) throw badRequest('Developer metadata can only be attached to a single row or column.');
  const sheet = workbook.sheet(range.sheetId);
  if (endIndex > (dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount))
    throw badRequest('Developer metadata cannot be attached outside the grid.');
  return { locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN', dimensionRange: { sheetId: sheet.id, dimension, startIndex, endIndex } };
}

const ownerOf = ({ location }: DeveloperMetadata): string => String(location.dimensionRange?.sheetId ?? location.sheetId ?? 'spreadsheet');

function checkQuota(workbook: Workbook): void {
  const used = new Map<string, number>();
  for (const entry of workbook.doc.developerMetadata) {
    const owner = ownerOf(entry);
    used.set(owner, (used.get(owner) ?? 0) + entry.metadataKey.length + (entry.metadataValue?.length ?? 0));
  }
  for (const characters of used.values()) {
    if (characters > QUOTA_CHARACTERS)
      throw badRequest(`Developer metadata storage quota exceeded: more than ${QUOTA_CHARACTERS} characters.`);
  }
}

/** Adds an entry; its id must be free in the whole spreadsheet, or the whole batch is refused. */
export function createDeveloperMetadata(workbook: Workbook, body: JsonObject): JsonObject {
  const given = (body.developerMetadata ?? {}) as Partial<DeveloperMetadata>;
  const { metadataKey = '', metadataValue, visibility = 'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED' } = given;
  if (metadataKey === '') throw badRequest('DeveloperMetadata must have a key.');
  if (visibility.endsWith('UNSPECIFIED')) throw badRequest('DeveloperMetadata must have a visibility.');
  const taken = (id: number): boolean => workbook.doc.developerMetadata.some((other) => other.metadataId === id);
  const metadataId = given.metadataId ?? workbook.freshId(taken);
  if (metadataId < 0) throw badRequest('Developer metadata ID must not be negative.');
  if (taken(metadataId)) throw badRequest(`Developer metadata with ID ${metadataId} already exists.`);
  const location = located(workbook, given.location);
  const added: DeveloperMetadata = {
    metadataId,
    metadataKey,
    ...(metadataValue === undefined ? {} : { metadataValue }),
    location,
    visibility,
  };
  workbook.doc.developerMetadata.push(added);
  checkQuota(workbook);
  return { createDeveloperMetadata: { developerMetadata: added } };
}

/** Changes all entries that the filters match. */
export function updateDeveloperMetadata(workbook: Workbook, body: JsonObject): JsonObject {
  const {
    dataFilters = [],
    developerMetadata = {},
    fields,
  } = body as { dataFilters?: readonly DataFilter[]; developerMetadata?: JsonObject; fields?: string };
  const mask = requiredMask(fields, 'DeveloperMetadata');
  if (mask.metadataId !== undefined) throw badRequest('The ID of developer metadata cannot be changed.');
  const matched = searchMetadata(workbook, dataFilters).map((match) => match.developerMetadata);
  if (matched.length === 0) throw badRequest('No developer metadata matches the data filters.');
  const updated: DeveloperMetadata[] = [];
  workbook.doc.developerMetadata = workbook.doc.developerMetadata.map((entry) => {
    if (!matched.includes(entry)) return entry;
    const merged = mergeByMask(mask, entry as unknown as JsonObject, developerMetadata) as unknown as DeveloperMetadata;
    const kept: DeveloperMetadata = { ...merged, metadataId: entry.metadataId, location: located(workbook, merged.location) };
    if ((kept.metadataKey ?? '') === '') throw badRequest('DeveloperMetadata must have a key.');
    if ((kept.visibility ?? '') === '') throw badRequest('DeveloperMetadata must have a visibility.');
    updated.push(kept);
    return kept;
  });
  checkQuota(workbook);
  return { updateDeveloperMetadata: { developerMetadata: updated } };
}

/** Removes all entries that the filter matches; none is no error. */
export function deleteDeveloperMetadata(workbook: Workbook, body: JsonObject): JsonObject {
  const filter = body.dataFilter as DataFilter | undefined;
  if (filter === undefined) throw badRequest('A data filter must be specified.');
  const deleted = searchMetadata(workbook, [filter]).map((match) => match.developerMetadata);
  workbook.doc.developerMetadata = workbook.doc.developerMetadata.filter((entry) => !deleted.includes(entry));
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: deleted } };
}

export interface MatchedMetadata {
  readonly developerMetadata: DeveloperMetadata;
  readonly dataFilters: readonly DataFilter[];
}

/** Every entry that at least one filter selects, with the filters that did. */
export function searchMetadata(workbook: Workbook, filters: readonly DataFilter[]): MatchedMetadata[] {
  const lookups = filters.map((filter) => {
    if (filter.developerMetadataLookup === undefined)
      throw badRequest('The local workspace searches metadata by developerMetadataLookup only.');
    return filter.developerMetadataLookup;
  });
  return workbook.doc.developerMetadata.flatMap((entry) => {
    const matching = filters.filter((_filter, index) => matches(entry, lookups[index] ?? {}));
    return matching.length === 0 ? [] : [{ developerMetadata: entry, dataFilters: matching }];
  });
}

/** Whether a lookup selects an entry; parts that are not given select all. */
export function matches(entry: DeveloperMetadata, lookup: MetadataLookup): boolean {
  return (
    (lookup.metadataId === undefined || lookup.metadataId === entry.metadataId) &&
    (lookup.metadataKey === undefined || lookup.metadataKey === entry.metadataKey) &&
    (lookup.metadataValue === undefined || lookup.metadataValue === entry.metadataValue) &&
    (lookup.visibility === undefined || lookup.visibility === entry.visibility) &&
    (lookup.locationType === undefined || lookup.locationType === entry.location.locationType) &&
    (lookup.metadataLocation === undefined ||
      isAt(entry.location, lookup.metadataLocation, lookup.locationMatchingStrategy !== 'EXACT_LOCATION'))
  );
}

const sheetOf = (location: MetadataLocation): number | undefined =>
  location.dimensionRange === undefined ? location.sheetId : (location.dimensionRange.sheetId ?? 0);

function isAt(place: MetadataLocation, asked: MetadataLocation, intersecting: boolean): boolean {
  if (asked.spreadsheet === true) return intersecting || place.spreadsheet === true;
  if (intersecting && place.spreadsheet === true) return true;
  if (sheetOf(place) !== sheetOf(asked)) return false;
  if (asked.dimensionRange === undefined) return intersecting || place.dimensionRange === undefined;
  if (place.dimensionRange === undefined) return intersecting;
  return overlap(place.dimensionRange, asked.dimensionRange, intersecting);
}

function overlap(place: DimensionRange, asked: DimensionRange, intersecting: boolean): boolean {
  if (place.dimension !== asked.dimension) return intersecting;
  const [start, end] = [place.startIndex ?? 0, place.endIndex ?? Number.POSITIVE_INFINITY];
  const [from, to] = [asked.startIndex ?? 0, asked.endIndex ?? Number.POSITIVE_INFINITY];
  return intersecting ? start < to && from < end : start === from && end === to;
}
