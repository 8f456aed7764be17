// A superior's workbook as it is provisioned and written: tabs, headers, dropdowns, successors; owned tabs written once.
import { expect, test } from 'vitest';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { aTrial, cellsOf } from '../functions/a-trial.ts';
import { aDistrict, aRollUp, aSweep, linesOf } from './a-district.ts';

test('is provisioned from the plan: its tabs and headers, the plan’s targets to choose from, what became of each unit', async () => {
  const trial = await aTrial();
  const { plan, superior } = await aDistrict(trial, 6, 6);
  const { data } = await trial.clients.sheets.spreadsheets.get({
    spreadsheetId: superior,
    ranges: [`'${SUPERIOR_TABS.assigned.title}'!A1:E3`],
    fields: 'sheets(properties(sheetId,title,hidden),data(rowData(values(dataValidation))))',
  });
  const all = await trial.clients.sheets.spreadsheets.get({ spreadsheetId: superior, fields: 'sheets(properties(sheetId,title,hidden))' });
  const sheets = (all.data.sheets ?? []).map(({ properties }) => [properties?.sheetId, properties?.title]);
  expect(sheets).toEqual(Object.values(SUPERIOR_TABS).map(({ sheetId, title }) => [sheetId, title]));
  for (const tab of Object.values(SUPERIOR_TABS)) {
    const headers = (await cellsOf(trial, superior, tab.title))[('headerRow' in tab ? tab.headerRow : 1) - 1];
    expect(headers, tab.title).toEqual(Object.values(tab.columns).map(({ header }) => header));
  }
  const column = Object.keys(SUPERIOR_TABS.assigned.columns).indexOf('target');
  const rule = data.sheets?.[0]?.data?.[0]?.rowData?.[1]?.values?.[column]?.dataValidation;
  expect(rule?.condition?.values?.map(({ userEnteredValue }) => userEnteredValue)).toEqual(plan.targets.map(({ title }) => title));
  const units = (await cellsOf(trial, superior, SUPERIOR_TABS.units.title)).slice(1);
  expect(units.map(([id]) => id)).toEqual(plan.units.map(({ id }) => id));
  expect(units.map(([, , successor]) => successor)).toEqual([
    'phường Tân Lập (từ 01/07/2025)',
    'phường Tân Lập (từ 01/07/2025)',
    'phường Tân An (từ 01/07/2025)',
    'phường Tân Tiến (từ 01/11/2024); phường Buôn Ma Thuột (từ 01/07/2025)',
    'phường Thành Nhất (từ 01/07/2025)',
    'phường Thành Công (từ 01/11/2024); phường Buôn Ma Thuột (từ 01/07/2025)',
  ]);
});

test('its owned tabs are written once, and not again when nothing changed', async () => {
  const trial = await aTrial();
  const district = await aDistrict(trial, 3, 1);
  await aSweep(trial, district);
  const writes = async () => {
    const from = trial.workspace.log.length;
    await aRollUp(trial, district);
    return trial.workspace.log.slice(from).filter(({ method }) => method === 'sheets.spreadsheets.batchUpdate').length;
  };
  expect([await writes(), await writes(), await writes()]).toEqual([2, 0, 0]); // the digest is published, and settled with the tabs
  const [header = []] = await cellsOf(trial, district.superior, SUPERIOR_TABS.matrix.title);
  expect(header).toHaveLength(
    Object.keys(SUPERIOR_TABS.matrix.columns).length +
      district.plan.targets.filter(({ levels }) => levels?.includes('superior') ?? true).length,
  );
  expect((await linesOf(trial, district, 'progress')).filter((line) => line.includes('2/3 đơn vị có số liệu')).length).toBeGreaterThan(0);
  expect((await linesOf(trial, district, 'log'))[0]).toContain('Đã gửi số liệu');
});
