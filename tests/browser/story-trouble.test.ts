import { beforeAll, describe, expect, test } from 'vitest';
import { connectRegister } from '../../cli/connect-register.ts';
import { localClients } from '../../cli/local-google.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aBrowser, CHROMIUM, NO_CHROMIUM } from './chromium.ts';
import {
  active,
  allowScript,
  aTrialOfOneCommune,
  choose,
  closeDialog,
  dialog,
  goTo,
  opensAt,
  openTab,
  pasteAt,
  runsOf,
  shows,
  textOf,
  told,
  typeIn,
} from './story-page.ts';

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? `trouble (skipped: ${NO_CHROMIUM})` : 'trouble', () => {
  const trial = aTrialOfOneCommune();
  const browser = aBrowser();
  beforeAll(() => allowScript(trial()));
  const register = (): string => trial().trial.district.registers[0]?.id ?? '';
  const clients = () => localClients(trial().url);
  const changed = (...requests: readonly object[]) =>
    clients().sheets.spreadsheets.batchUpdate({ spreadsheetId: register(), requestBody: { requests: [...requests] } });
  const put = (tab: string, at: string, ...values: readonly string[]) =>
    clients().sheets.spreadsheets.values.update({
      spreadsheetId: register(),
      range: `'${tab}'!${at}`,
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: [[...values]] },
    });
  const opened = opensAt(browser, () => trial().url);

  test('two thousand pasted rows all get their codes', async () => {
    const page = await opened('Thành viên');
    const rows = Array.from({ length: 2000 }, (_, index) => `CLB01\tHoàng Thị Lan ${index}\t${1940 + (index % 40)}\tNữ`);
    await pasteAt(page, 'C109', rows.join('\n'));
    await goTo(page, 'A2108');
    await expect.poll(() => textOf(page, 'A2108'), { timeout: 40_000 }).toBe('TV2107');
    expect(await textOf(page, 'D2108')).toBe('Hoàng Thị Lan 1999');
    for (const { took, error } of await runsOf(trial().url)) expect([error, (took ?? 0) < 30_000]).toEqual([undefined, true]);
    await goTo(page, 'C109');
    await page.keyboard.press('Control+z');
    await shows(page, 'C109', '');
  });

  test('a cell of fifty thousand characters is kept whole, and taken back by Ctrl+Z', async () => {
    const page = await opened('Thành viên');
    const [before, long] = [await textOf(page, 'D5'), `${'Lan '.repeat(12_499)}Lan`];
    await pasteAt(page, 'D5', long);
    const kept = async () => (await clients().sheets.spreadsheets.values.get({ spreadsheetId: register(), range: "'Thành viên'!D5" })).data;
    await expect.poll(async () => (await kept()).values).toEqual([[long]]);
    await trial().trial.workspace.scripts.idle();
    await page.keyboard.press('Control+z');
    await shows(page, 'D5', before);
    expect((await runsOf(trial().url)).filter(({ error }) => error !== undefined)).toEqual([]);
  });

  test('rows whose codes are merged get none, and the sentence names the cells', async () => {
    await changed({
      mergeCells: {
        range: { sheetId: TABS.loans.sheetId, startRowIndex: 40, endRowIndex: 42, startColumnIndex: 0, endColumnIndex: 1 },
        mergeType: 'MERGE_ALL',
      },
    });
    const page = await opened('Vay vốn');
    await pasteAt(page, 'C41', 'TV0007\nTV0008');
    expect(await told(page, /ô gộp/)).toMatch(/Trang Vay vốn có ô gộp ở .*Đề nghị bỏ gộp/);
    await page.keyboard.press('Delete');
    await shows(page, 'C42', '');
  });

  test('a finding in a hidden tab leads there all the same', async () => {
    await changed({ updateSheetProperties: { properties: { sheetId: TABS.funds.sheetId, hidden: true }, fields: 'hidden' } });
    const page = await opened('Thành viên');
    await choose(page, 'Kiểm tra toàn bộ sổ');
    await dialog(page).locator('li', { hasText: 'Q0030' }).getByRole('button').click();
    await page.getByRole('grid', { name: 'Trang Quỹ CLB' }).waitFor();
  });

  test('a deleted row of headers is told of while one types, and put back by the menu with every record in place', async () => {
    const { sheetId, title } = TABS.activities;
    const rows = async () => (await clients().sheets.spreadsheets.values.get({ spreadsheetId: register(), range: title })).data.values;
    const before = await rows();
    await changed({ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } });
    const page = await opened(title);
    await typeIn(page, 'E2', 'Tập hát then, đàn tính');
    await told(page, /Trang Hoạt động: không tìm thấy tiêu đề cột nào ở dòng 1.*Đề nghị chọn .* Khôi phục định dạng sổ/);
    await choose(page, 'Khôi phục định dạng sổ');
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý' }).click();
    await page
      .getByRole('dialog')
      .getByText(/^Đã khôi phục/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý' }).click();
    await shows(page, 'A1', 'Mã hoạt động');
    expect(await rows()).toEqual(before?.map((row, index) => (index === 2 ? row.with(4, 'Tập hát then, đàn tính') : row)));
  });

  test('without the functions the preview is worked out in the sheet, and an approval says that nothing was written', async () => {
    await put('Thành viên', 'N53', '01/09/2024');
    await connectRegister(clients(), register(), 'http://127.0.0.1:9');
    const page = await opened();
    await choose(page, 'Xem trước báo cáo');
    await dialog(page).getByText('Chưa kết nối được với máy chủ nên bản xem trước này do sổ tự tính').waitFor();
    await dialog(page).locator('.blockers li').first().waitFor();
    for (const record of ['VV0019', 'HD0041']) {
      await dialog(page).locator('.blockers li', { hasText: record }).getByRole('button').click();
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page
        .locator('#content')
        .getByText(record === 'VV0019' ? 'TV0999' : 'Văn nghệ quần chúng')
        .waitFor();
      await page.keyboard.type(record === 'VV0019' ? 'TV0007' : 'Tăng thu nhập');
      await page.keyboard.press('Enter');
      await choose(page, 'Xem trước báo cáo');
      await dialog(page).getByRole('heading', { name: 'Việc còn vướng' }).waitFor();
    }
    await closeDialog(page);
    await choose(page, 'Lãnh đạo đã duyệt');
    await dialog(page).getByLabel('Ai đã duyệt?').selectOption({ index: 1 });
    await dialog(page).getByLabel('Tôi xác nhận lãnh đạo đã duyệt các số liệu trên').check();
    await dialog(page).getByRole('button', { name: 'Gửi báo cáo' }).click();
    await dialog(page).getByText('Chưa ghi vào sổ', { exact: true }).waitFor();
    expect(await dialog(page).getByRole('button', { name: 'Gửi báo cáo' }).isEnabled()).toBe(true);
    await closeDialog(page);
    await openTab(page, 'Theo dõi báo cáo');
    expect(await page.getByRole('gridcell', { name: 'Đã gửi số liệu' }).count()).toBe(0);
    await active(page, 'A1');
  });
});
