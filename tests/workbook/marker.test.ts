// Markers as developer metadata, and what a refused batch means.
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../rules/calendar-date.ts';
import type { Marker } from '../../rules/conversation.ts';
import { afterRefusal, dropRequest, findMarker, markerSearch, publishRequest, toMarker } from '../../workbook/marker.ts';
import type { DeveloperMetadata } from '../../workbook/sheets-json.ts';
import { assertConforms } from './google-schema.ts';

const marker: Marker = {
  key: 'quy-ky/nam-2026/1',
  attempt: 1,
  mailbox: 'so@clb.example',
  draft: 'r-1',
  thread: 't-1',
  leaseUntil: 1_790_000_000_000 as Instant,
};
const published = (one: Marker, probe = 0): DeveloperMetadata => {
  const metadata = publishRequest(one, probe).createDeveloperMetadata?.developerMetadata;
  if (!metadata) throw new Error('nothing is published');
  return metadata;
};
const answer = (...metadata: object[]) => ({ matchedDeveloperMetadata: metadata.map((developerMetadata) => ({ developerMetadata })) });

describe('a marker', () => {
  it('comes back as it was published', () => {
    expect(toMarker(published(marker))).toEqual(marker);
    expect(toMarker(published({ ...marker, key: 'có dấu/và "ngoặc"\n/2' }))).toMatchObject({ key: 'có dấu/và "ngoặc"\n/2' });
  });

  it.each([
    ['other metadata', { metadataKey: 'request', metadataValue: '{}' }],
    ['a value that is no JSON', { metadataKey: 'ishc.delivery/1/k', metadataValue: 'x' }],
    ['a value that lacks the draft', { metadataKey: 'ishc.delivery/1/k', metadataValue: '{"m":"a","t":"b","l":1}' }],
    ['a value that is null', { metadataKey: 'ishc.delivery/1/k', metadataValue: 'null' }],
  ])('is not seen in %s', (_name, metadata) => {
    expect(toMarker(metadata)).toBeUndefined();
  });

  it('is searched for by key and by the ids it may have', async () => {
    await assertConforms('/abc/developerMetadata:search', markerSearch(marker));
    expect(findMarker(marker, answer(published({ ...marker, attempt: 2 }), published(marker)))).toEqual(marker);
    expect(findMarker(marker, answer(published({ ...marker, attempt: 2 })))).toBe('none');
    expect(findMarker(marker, {})).toBe('none');
  });

  it('is dropped by its key, never by an id that another key may hold', () => {
    const lookup = dropRequest(marker).deleteDeveloperMetadata?.dataFilter.developerMetadataLookup;
    expect(lookup).toEqual({ metadataKey: published(marker).metadataKey, visibility: 'DOCUMENT' });
  });

  it('stays below 400 characters, so that seventy fit into the room a spreadsheet has', () => {
    const long = {
      ...marker,
      key: 'x'.repeat(80),
      mailbox: `${'m'.repeat(40)}@thainguyen.example`,
      draft: `r-${'9'.repeat(20)}`,
      thread: 'f'.repeat(16),
    };
    const { metadataKey, metadataValue } = published(long);
    expect(metadataKey.length + metadataValue.length).toBeLessThan(400);
  });
});

describe('a refused batch', () => {
  const squatter = { ...published({ ...marker, key: 'khác' }), metadataId: published(marker).metadataId };

  it('means taken when the marker is there, under whatever id', () => {
    expect(afterRefusal(marker, answer(published(marker)))).toBe('taken');
    expect(afterRefusal(marker, answer(squatter, published(marker, 1)))).toBe('taken');
  });

  it('goes out again under the next id when another key holds this one', () => {
    expect(afterRefusal(marker, answer(squatter))).toEqual({ probe: 1 });
    const second = { ...squatter, metadataId: published(marker, 1).metadataId };
    expect(afterRefusal(marker, answer(squatter, second))).toEqual({ probe: 2 });
  });

  it('has another cause when the id is free', () => {
    expect(afterRefusal(marker, {})).toBe('other');
    expect(afterRefusal(marker, answer(squatter), 1)).toBe('other');
  });
});
