// What is built here, sent through Google's own client to the local workspace, and read back.
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../rules/calendar-date.ts';
import type { Block, Marker, OwnedCell, Write } from '../../rules/conversation.ts';
import { changed } from '../../rules/owned-cells.ts';
import type { Tab } from '../../rules/register/column.ts';
import type { Grid, Reading } from '../../rules/register/grid.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { type GridSize, quoted } from '../../workbook/a1.ts';
import { afterRefusal, findMarker, markerSearch } from '../../workbook/marker.ts';
import { newWorkbook, type ProvisionOptions } from '../../workbook/provision.ts';
import { gridSizes, presentSheetIds, readRequest, tabsRequest, toReading, withoutTabs } from '../../workbook/read.ts';
import { furnishRequests, repairRequests, structureRequest } from '../../workbook/repair.ts';
import type { Request } from '../../workbook/sheets-json.ts';
import { toBatchUpdate, type WriteOptions } from '../../workbook/write.ts';
import { type Apis, apisOf, aWorkspace, refusal } from '../local-workspace/client.ts';
import { choices } from './small-register.ts';

const tabs: readonly Tab[] = Object.values(TABS);
const options: ProvisionOptions = { choices, protectTo: 'lan@hoi.example' };

async function aRegister(): Promise<{ apis: Apis; id: string }> {
  const apis = apisOf(await aWorkspace());
  const { create, finish } = newWorkbook('Sổ CLB xã Quy Kỳ', tabs, options);
  const { data } = await apis.sheets.spreadsheets.create({ requestBody: create });
  const id = data.spreadsheetId ?? '';
  await batch(apis, id, finish.requests);
  return { apis, id };
}
const batch = (apis: Apis, spreadsheetId: string, requests: Request[]) =>
  apis.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });

async function read(apis: Apis, id: string, wanted = tabs): Promise<{ reading: Reading; sizes: ReadonlyMap<number, GridSize> }> {
  const { data } = await apis.sheets.spreadsheets.values.batchGetByDataFilter({ spreadsheetId: id, requestBody: readRequest(wanted) });
  return { reading: toReading(id, tabs, data), sizes: gridSizes(data) };
}
function gridOf(reading: Reading, { sheetId }: Tab): Grid {
  const grid = reading.grids.get(sheetId);
  if (grid === undefined || grid === 'missing') throw new Error(`tab ${sheetId} is not there`);
  return grid;
}
const blockOf = (tab: Tab, cells: readonly (readonly OwnedCell[])[]): Block => ({
  sheetId: tab.sheetId,
  row: 1,
  column: 0,
  cells,
  rest: true,
});
const write = (apis: Apis, id: string, one: Omit<Write, 'register'>, more: WriteOptions = {}) =>
  batch(apis, id, toBatchUpdate({ register: id, ...one }, more).requests);
const headers = (tab: Tab): string[] =>
  Object.values(tab.columns)
    .filter((column) => !column.optional)
    .map(({ header }) => header);

/** The whole frame of a workbook and the first rows of each tab, as text: to be compared, not to be read. */
async function structure(apis: Apis, spreadsheetId: string): Promise<string> {
  const fields =
    'properties(title,locale,timeZone),sheets(properties,data,conditionalFormats,protectedRanges(range,description,warningOnly,editors,unprotectedRanges))';
  const ranges = tabs.map(({ title }) => `${quoted(title)}!1:13`);
  return JSON.stringify((await apis.sheets.spreadsheets.get({ spreadsheetId, ranges, fields })).data);
}

describe('a provisioned register', () => {
  it('reads back as its declared headers and nothing else', async () => {
    const { apis, id } = await aRegister();
    const { reading, sizes } = await read(apis, id);
    for (const tab of tabs) {
      const grid = gridOf(reading, tab);
      expect(grid[(tab.headerRow ?? 1) - 1]).toEqual(headers(tab));
      expect(grid).toHaveLength(tab.headerRow ?? 1);
      expect(sizes.get(tab.sheetId)?.columns).toBe(headers(tab).length);
    }
    expect(sizes.get(TABS.members.sheetId)?.rows).toBe(2000);
  });

  it('is the same when Drive made an empty spreadsheet, as shared drives need it, and one batch furnishes it', async () => {
    const { apis, id } = await aRegister();
    const { data: file } = await apis.drive.files.create({
      requestBody: { name: 'Trống', mimeType: 'application/vnd.google-apps.spreadsheet' },
    });
    await batch(apis, file.id ?? '', furnishRequests('Sổ CLB xã Quy Kỳ', tabs, options));
    expect((await structure(apis, file.id ?? '')) === (await structure(apis, id))).toBe(true);
  });

  it('still reads when people rename a tab, and says which tab is gone', async () => {
    const { apis, id } = await aRegister();
    await batch(apis, id, [
      { updateSheetProperties: { properties: { sheetId: TABS.members.sheetId, title: 'DS hội viên' }, fields: 'title' } },
      { deleteSheet: { sheetId: TABS.funds.sheetId } },
    ]);
    expect((await refusal(read(apis, id))).code).toBe(400);
    const { data } = await apis.sheets.spreadsheets.get({ spreadsheetId: id, ...tabsRequest() });
    const { reading } = await read(apis, id, withoutTabs(tabs, presentSheetIds(data)));
    expect(gridOf(reading, TABS.members)[0]).toEqual(headers(TABS.members));
    expect([...reading.grids].filter(([, grid]) => grid === 'missing').map(([sheetId]) => sheetId)).toEqual([TABS.funds.sheetId]);
  });
});

describe('owned cells', () => {
  const link = { label: 'Thành viên, TV0007', sheetId: TABS.members.sheetId, a1: 'E8' };
  const block = blockOf(TABS.findings, [
    ['Phải sửa', '=1+1', '0912', null, link, '+84 912', '', '1/2', 46_083],
    ['Gợi ý', "'x", true, 12.5, 'a\nb', null, null, null, null],
  ]);

  it('come back as they were written, text as text, and need no second write', async () => {
    const { apis, id } = await aRegister();
    expect(changed(block, gridOf((await read(apis, id)).reading, TABS.findings))).toBe(true);
    await write(apis, id, { blocks: [block] });
    const grid = gridOf((await read(apis, id)).reading, TABS.findings);
    expect(grid.slice(1)).toEqual([
      ['Phải sửa', '=1+1', '0912', null, 'Thành viên, TV0007', '+84 912', null, '1/2', 46_083],
      ['Gợi ý', "'x", true, 12.5, 'a\nb'],
    ]);
    expect(changed(block, grid)).toBe(false);
  });

  it('leave nothing of a longer list behind, links included', async () => {
    const { apis, id } = await aRegister();
    await write(apis, id, { blocks: [block] });
    const shorter = blockOf(TABS.findings, [['Gợi ý', null, null, null, 'không còn liên kết', null, null, null, null]]);
    await write(apis, id, { blocks: [shorter] });
    const { reading } = await read(apis, id);
    expect(gridOf(reading, TABS.findings).slice(1)).toEqual([['Gợi ý', null, null, null, 'không còn liên kết']]);
    const { data } = await apis.sheets.spreadsheets.get({
      spreadsheetId: id,
      ranges: ["'Nội dung cần kiểm tra'!E2"],
      includeGridData: true,
    });
    expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.textFormatRuns).toBeUndefined();
    await write(apis, id, { blocks: [blockOf(TABS.findings, [])] });
    expect(gridOf((await read(apis, id)).reading, TABS.findings)).toHaveLength(1);
  });

  it('make room for themselves, formatted like the rows above', async () => {
    const { apis, id } = await aRegister();
    const { sizes } = await read(apis, id);
    const many = blockOf(
      TABS.findings,
      Array.from({ length: 600 }, (_, index) => ['Gợi ý', 'Thành viên', `TV${index}`, null, null, null, null, null, 46_083]),
    );
    expect((await refusal(write(apis, id, { blocks: [many] }))).code).toBe(400);
    await write(apis, id, { blocks: [many] }, { sizes });
    const after = await read(apis, id);
    expect(gridOf(after.reading, TABS.findings)).toHaveLength(601);
    expect(after.sizes.get(TABS.findings.sheetId)?.rows).toBe(601);
    const { data } = await apis.sheets.spreadsheets.get({
      spreadsheetId: id,
      ranges: ["'Nội dung cần kiểm tra'!I601"],
      includeGridData: true,
    });
    expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.formattedValue).toBe('02/03/2026');
  });
});

describe('markers', () => {
  const marker: Marker = {
    key: 'quy-ky/yearly/2026/1',
    attempt: 1,
    mailbox: 'so@clb.example',
    draft: 'r-1',
    thread: 't-1',
    leaseUntil: 1_790_000_000_000 as Instant,
  };
  const search = async (apis: Apis, id: string, name: Pick<Marker, 'key' | 'attempt'>) =>
    (await apis.sheets.spreadsheets.developerMetadata.search({ spreadsheetId: id, requestBody: markerSearch(name) })).data;

  it('let the first of two batches through; the second learns whose marker stands', async () => {
    const { apis, id } = await aRegister();
    const one = (text: string, publish: Marker) => write(apis, id, { blocks: [blockOf(TABS.progress, [[text]])], publish });
    await one('thứ nhất', marker);
    expect((await refusal(one('thứ hai', { ...marker, draft: 'r-2' }))).code).toBe(400);
    const answer = await search(apis, id, marker);
    expect(afterRefusal(marker, answer)).toBe('taken');
    expect(findMarker(marker, answer)).toEqual(marker);
    expect(gridOf((await read(apis, id)).reading, TABS.progress)[1]).toEqual(['thứ nhất']);
  });

  it('step aside when another key holds the id', async () => {
    const { apis, id } = await aRegister();
    const { requests } = toBatchUpdate({ register: id, blocks: [], publish: marker });
    const squatter = requests.map(({ createDeveloperMetadata: created }) =>
      created
        ? { createDeveloperMetadata: { developerMetadata: { ...created.developerMetadata, metadataKey: 'ishc.delivery/1/khác' } } }
        : {},
    );
    await batch(apis, id, squatter);
    await refusal(write(apis, id, { blocks: [], publish: marker }));
    const next = afterRefusal(marker, await search(apis, id, marker));
    expect(next).toEqual({ probe: 1 });
    await write(apis, id, { blocks: [], publish: marker }, typeof next === 'object' ? next : {});
    expect(findMarker(marker, await search(apis, id, marker))).toEqual(marker);
    await write(apis, id, { blocks: [], drop: [marker] });
    expect(findMarker(marker, await search(apis, id, marker))).toBe('none');
    expect(findMarker({ key: 'khác', attempt: 1 }, await search(apis, id, { key: 'khác', attempt: 1 }))).toMatchObject({ key: 'khác' });
  });

  it('do not hide another cause of a refusal', async () => {
    const { apis, id } = await aRegister();
    await refusal(write(apis, id, { blocks: [{ ...blockOf(TABS.progress, [['x']]), sheetId: 999 }], publish: marker }));
    expect(afterRefusal(marker, await search(apis, id, marker))).toBe('other');
  });
});

describe('repair', () => {
  async function repair(apis: Apis, id: string, more: Partial<ProvisionOptions> = {}): Promise<void> {
    const { data } = await apis.sheets.spreadsheets.get({ spreadsheetId: id, ...structureRequest() });
    const { reading } = await read(apis, id, withoutTabs(tabs, presentSheetIds(data)));
    const requests = repairRequests(data, reading, tabs, { ...options, ...more });
    await batch(apis, id, requests);
  }
  it('changes nothing in a register that is as declared', async () => {
    const { apis, id } = await aRegister();
    const before = await structure(apis, id);
    await repair(apis, id);
    expect((await structure(apis, id)) === before).toBe(true);
  });

  it('brings back a deleted tab and leaves people’s cells and people’s own columns alone', async () => {
    const { apis, id } = await aRegister();
    await write(apis, id, {
      blocks: [{ sheetId: TABS.clubs.sheetId, row: 1, column: 0, cells: [['CLB01', 'CLB xóm Đồng Tâm']], rest: false }],
    });
    await batch(apis, id, [{ deleteSheet: { sheetId: TABS.progress.sheetId } }]);
    await repair(apis, id);
    const { reading } = await read(apis, id);
    expect(gridOf(reading, TABS.progress)[0]).toEqual(headers(TABS.progress));
    expect(gridOf(reading, TABS.clubs)[1]).toEqual(['CLB01', 'CLB xóm Đồng Tâm']);
  });

  describe('a lost row of headers', () => {
    const { sheetId } = TABS.clubs;
    const clubs = [
      ['CLB01', 'CLB xóm Đồng Tâm'],
      ['CLB02', 'CLB xóm Đoài'],
    ];
    const row = (index: number) => ({ sheetId, dimension: 'ROWS' as const, startIndex: index, endIndex: index + 1 });
    const [all, one] = [
      { sheetId, startRowIndex: 0, endRowIndex: 3 },
      { sheetId, startRowIndex: 0, endRowIndex: 1 },
    ];
    it.each<[string, Request[]]>([
      ['deleted', [{ deleteDimension: { range: row(0) } }] as never],
      ['blanked', [{ updateCells: { range: one, fields: 'userEnteredValue' } }] as never],
      ['sorted to below the records', [{ sortRange: { range: all, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } }] as never],
    ])('that was %s is back at its place, with every record below it', async (_what, requests) => {
      const { apis, id } = await aRegister();
      await write(apis, id, { blocks: [{ sheetId, row: 1, column: 0, cells: clubs, rest: false }] });
      await batch(apis, id, requests);
      await repair(apis, id);
      const grid = gridOf((await read(apis, id)).reading, TABS.clubs);
      expect(grid.slice(0, 3)).toEqual([headers(TABS.clubs), ...clubs]);
      const once = await structure(apis, id);
      await repair(apis, id);
      expect((await structure(apis, id)) === once).toBe(true);
    });
  });

  it('adds a column that the plan switches on behind the last one, and dropdowns follow', async () => {
    const { apis, id } = await aRegister();
    await repair(apis, id, { optionalColumns: ['members.phone'] });
    const { reading, sizes } = await read(apis, id);
    expect(gridOf(reading, TABS.members)[0]).toEqual([...headers(TABS.members), 'Số điện thoại']);
    expect(sizes.get(TABS.members.sheetId)?.columns).toBe(headers(TABS.members).length + 1);
    const once = await structure(apis, id);
    await repair(apis, id, { optionalColumns: ['members.phone'] });
    expect((await structure(apis, id)) === once).toBe(true);
  });
});
