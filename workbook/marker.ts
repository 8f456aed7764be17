// A delivery's marker as developer metadata of the spreadsheet. Its id is a hash of key and attempt, so of two batches one is refused.
// Key and attempt stand in metadataKey, not in the value: a search or a removal by them never meets a colliding key's marker.
// https://developers.google.com/workspace/sheets/api/guides/metadata
import type { Instant } from '../rules/calendar-date.ts';
import type { Marker } from '../rules/conversation.ts';
import { markerId } from '../rules/hash.ts';
import type { MetadataAnswer, MetadataSearch, MetadataSearchAnswer, Request } from './sheets-json.ts';

/** Ids tried for one marker. Among the few hundred markers a register holds, even a second is a one in millions case. */
export const PROBES = 4;

type Name = Pick<Marker, 'key' | 'attempt'>;
const metadataKey = ({ key, attempt }: Name): string => `ishc.delivery/${attempt}/${key}`;

/** Publishes a marker; Google refuses the whole batch when the id is in use. */
export function publishRequest(marker: Marker, probe = 0): Request {
  const value = { m: marker.mailbox, d: marker.draft, t: marker.thread, l: marker.leaseUntil };
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: markerId(marker.key, marker.attempt, probe),
        metadataKey: metadataKey(marker),
        metadataValue: JSON.stringify(value),
        visibility: 'DOCUMENT',
        location: { spreadsheet: true },
      },
    },
  };
}

/** Removes a marker under whatever id it was published. */
export const dropRequest = (name: Name): Request => ({
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: metadataKey(name), visibility: 'DOCUMENT' } } },
});

/** The body of developerMetadata.search that finds a marker, and what sits on the ids it could have. */
export function markerSearch(name: Name): MetadataSearch {
  const ids = Array.from({ length: PROBES }, (_, probe) => ({ metadataId: markerId(name.key, name.attempt, probe) }));
  return {
    dataFilters: [{ metadataKey: metadataKey(name) }, ...ids].map((lookup) => ({
      developerMetadataLookup: { ...lookup, visibility: 'DOCUMENT' },
    })),
  };
}

/** The marker of a piece of metadata; undefined when it is none of ours. */
export function toMarker(metadata: MetadataAnswer): Marker | undefined {
  const [, attempt, key] = /^ishc\.delivery\/(\d+)\/(.+)$/s.exec(metadata.metadataKey ?? '') ?? [];
  const value = parsed(metadata.metadataValue ?? '');
  const { m, d, t, l } = value;
  if (key === undefined || typeof m !== 'string' || typeof d !== 'string' || typeof t !== 'string' || typeof l !== 'number')
    return undefined;
  return { key, attempt: Number(attempt), mailbox: m, draft: d, thread: t, leaseUntil: l as Instant };
}

/** The marker of exactly this key and attempt in an answer to `markerSearch`. */
export function findMarker(name: Name, answer: MetadataSearchAnswer): Marker | 'none' {
  const markers = metadataOf(answer).map(toMarker);
  return markers.find((marker) => marker?.key === name.key && marker.attempt === name.attempt) ?? 'none';
}

/**
 * What a refused batch (any 400) means, from the answer to `markerSearch`: the marker is there already, or another key holds its id
 * and the batch goes out again with the probe named, or the refusal had nothing to do with the marker.
 */
export function afterRefusal(marker: Name, answer: MetadataSearchAnswer, probe = 0): 'taken' | { readonly probe: number } | 'other' {
  if (findMarker(marker, answer) !== 'none') return 'taken';
  const used = new Set(metadataOf(answer).map(({ metadataId }) => metadataId));
  if (!used.has(markerId(marker.key, marker.attempt, probe))) return 'other';
  for (let next = probe + 1; next < PROBES; next += 1) if (!used.has(markerId(marker.key, marker.attempt, next))) return { probe: next };
  return 'other';
}

const metadataOf = (answer: MetadataSearchAnswer): MetadataAnswer[] =>
  (answer.matchedDeveloperMetadata ?? []).flatMap(({ developerMetadata }) => (developerMetadata ? [developerMetadata] : []));

/** Metadata of visibility DOCUMENT can be written by any add-on of the workbook: what is no JSON object is not ours. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
