// A client of Google Sheets that we did not write reads and edits a register in the stand-in; the register is processed as edited.
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCAL, localAccount } from '../../cli/local-google.ts';
import { rewriteToWorkspace } from '../../local-workspace/address.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aRegister, aTrial, aTurn, ledgerOf, type Trial } from '../functions/a-trial.ts';

const { fetch: ownFetch } = globalThis;
let trial: Trial;
beforeEach(async () => {
  trial = await aTrial();
  globalThis.fetch = (input, init) =>
    input instanceof Request
      ? ownFetch(new Request(rewriteToWorkspace(trial.workspace.url, input.url), input), init)
      : ownFetch(rewriteToWorkspace(trial.workspace.url, String(input)), init);
});
afterEach(() => {
  globalThis.fetch = ownFetch;
});

async function opened(register: string): Promise<GoogleSpreadsheet> {
  const document = new GoogleSpreadsheet(register, localAccount(trial.workspace.url, LOCAL.service));
  await document.loadInfo();
  return document;
}

function tabOf(document: GoogleSpreadsheet, { sheetId }: { readonly sheetId: number }) {
  const tab = document.sheetsById[sheetId];
  if (tab === undefined) throw new Error(`no tab ${sheetId}`);
  return tab;
}

test('google-spreadsheet finds the tabs, reads rows and cells as they stand', async () => {
  const register = await aRegister(trial);
  const document = await opened(register);
  expect(document.title).toBe('Sổ CLB Liên thế hệ – xã Quy Kỳ');
  expect(document.locale).toBe('vi_VN');
  expect(document.sheetsByIndex.map(({ title }) => title)).toEqual(Object.values(TABS).map(({ title }) => title));
  const members = tabOf(document, TABS.members);
  const rows = await members.getRows();
  expect(members.headerValues.slice(0, 3)).toEqual(['Mã thành viên', 'Kết quả kiểm tra', 'Câu lạc bộ']);
  expect(rows.length).toBeGreaterThan(100);
  expect(rows[0]?.get('Mã thành viên')).toBe('TV0001');
  expect(rows[0]?.get('Họ và tên')).toMatch(/\(mẫu\)$/);
  const clubs = tabOf(document, TABS.clubs);
  await clubs.loadCells('A1:P4');
  const [code, founded] = [clubs.getCellByA1('A2'), clubs.getCell(1, Object.keys(TABS.clubs.columns).indexOf('founded'))];
  expect(code.value).toBe('CLB01');
  expect(founded.value).toEqual(expect.any(Number));
  expect(founded.formattedValue).toMatch(/^\d{2}\/\d{2}\/\d{4}$/);
});

test('what it edits and adds is what the register is processed with', async () => {
  const register = await aRegister(trial);
  const document = await opened(register);
  const clubs = tabOf(document, TABS.clubs);
  await clubs.loadCells('A1:P4');
  const name = clubs.getCell(1, Object.keys(TABS.clubs.columns).indexOf('name'));
  name.value = 'CLB Liên thế hệ xóm Bản Mới';
  await clubs.saveUpdatedCells();
  const members = tabOf(document, TABS.members);
  const before = await members.getRows();
  const club = before[0]?.get('Câu lạc bộ') as string;
  await members.addRow({
    'Mã thành viên': 'TV9001',
    'Câu lạc bộ': club,
    'Họ và tên': 'Nguyễn Thị Lan',
    'Ngày hoặc năm sinh': '1950',
    'Giới tính': 'Nữ',
    'Ngày vào CLB': '01/03/2024',
  });
  const first = before[0];
  first?.set('Họ và tên', 'Trần Văn Minh');
  await first?.save();

  expect((await members.getRows()).length).toBe(before.length + 1);
  const { data } = await trial.clients.sheets.spreadsheets.values.get({ spreadsheetId: register, range: `'${TABS.members.title}'` });
  expect(data.values?.[1]).toContain('Trần Văn Minh');
  expect(data.values?.[before.length + 1]).toContain('Nguyễn Thị Lan');

  await aTurn(register, trial);
  expect(await ledgerOf(trial, register)).toEqual([['quy-ky/05545/bao-cao-nam/2024/1', 'Đã gửi số liệu']]);
  const progress = await trial.clients.sheets.spreadsheets.values.get({ spreadsheetId: register, range: `'${TABS.progress.title}'` });
  const text = JSON.stringify(progress.data.values);
  expect(text).toContain('CLB Liên thế hệ xóm Bản Mới');
  expect(text).not.toContain('Lan');
});
