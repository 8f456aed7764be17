// The dialog Nhập danh sách thành viên in a real browser, over a small register and the real rules; only google.script is a stand-in.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aMember } from '../findings/a-register.ts';
import { tabbed } from '../import/lists.ts';
import { CHROMIUM, NO_CHROMIUM } from './chromium.ts';
import { importServer } from './import-server.ts';
import { DIALOG, dialogsInBrowser, PHONE } from './in-browser.ts';

const LIST = tabbed(
  'DANH SÁCH THÀNH VIÊN CLB XÓM ĐÔNG',
  'STT | Họ và tên | Năm sinh |  | Địa chỉ | SĐT',
  ' |  | Nam | Nữ |  | ',
  '1 | Hoàng Thị Lan |  | 05/03/1956 | Xóm Đông | 0912 345 678',
  '2 | Nguyễn Văn Minh | 1950 |  | Xóm Đoài | ',
  '3 | Lê Thu Hà |  | 05/03/25 | Xóm Đông | ',
  'Cộng: | 3',
);
const MEMBERS = [aMember({ location: 'Đông' })];
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** From the empty dialog to the preview. */
async function toPreview(page: Page, list = LIST): Promise<void> {
  await page.getByLabel('Danh sách thành viên').fill(list);
  await button(page, 'Tiếp tục').click();
  await page.getByLabel('Câu lạc bộ', { exact: true }).selectOption('CLB01');
  await page.getByLabel('Ngày vào CLB').fill('2024-05-20');
  await button(page, 'Xem trước').click();
  await page.getByRole('heading', { name: 'Bước 3: Xem trước' }).waitFor();
}
const counts = (page: Page): Promise<string[]> => page.locator('.counts li').allTextContents();

describe.skipIf(CHROMIUM === undefined)(`the import of a list${CHROMIUM === undefined ? ` (skipped: ${NO_CHROMIUM})` : ''}`, () => {
  const shown = dialogsInBrowser({});

  it.each([PHONE, DIALOG])('goes from the pasted list to the codes, in %i pixels', async (width) => {
    const { server, book } = importServer(MEMBERS);
    const { page, told } = await shown('import', width, server);
    const fits = async () => expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await fits();
    await toPreview(page);
    await fits();
    expect(await counts(page)).toEqual(['1Mới', '1Có thay đổi', '0Giống hệt', '1Chưa rõ']);
    await page.getByLabel('Năm sinh là').selectOption('05/03/1925');
    await button(page, 'Ghi vào sổ: 2 người mới, 1 người có thay đổi').click();
    await page.getByText('Đã ghi vào sổ').waitFor();
    expect(await page.locator('.given li').allTextContents()).toEqual(['TV0002 – Nguyễn Văn Minh (1950)', 'TV0003 – Lê Thu Hà (1925)']);
    await fits();
    expect(book().register.members.rows.map(({ values }) => values.birth?.year)).toEqual([1956, 1950, 1925]);
    expect(told).toEqual([]);
  });

  it('lets the columns be changed, and says which the plan does not need', async () => {
    const { server } = importServer(MEMBERS);
    const { page } = await shown('import', PHONE, server);
    await page.getByLabel('Danh sách thành viên').fill(LIST);
    await button(page, 'Tiếp tục').click();
    await page.getByText('theo nguyên tắc chỉ thu thập dữ liệu cần thiết').waitFor();
    expect(await page.getByLabel('Năm sinh – Nữ').inputValue()).toBe('birth:female');
    expect(await page.getByLabel(/^SĐT/).locator('option').allTextContents()).not.toContain('Số điện thoại');
    await page.getByLabel(/^Họ và tên/).selectOption('skip');
    await button(page, 'Xem trước').click();
    await page.getByText('Chưa có cột nào là Họ và tên.').waitFor();
    await page.getByLabel(/^Họ và tên/).selectOption('name');
    await page.getByLabel('Câu lạc bộ', { exact: true }).selectOption('CLB02');
    await button(page, 'Xem trước').click();
    await page.getByText('Trùng họ tên, năm sinh, giới tính với TV0001 ở CLB01').waitFor();
    await button(page, 'Quay lại').click();
    expect(await page.getByLabel('Câu lạc bộ', { exact: true }).inputValue()).toBe('CLB02');
  });

  it('takes an answer to a question back', async () => {
    const { server } = importServer([]);
    const { page } = await shown('import', DIALOG, server);
    await toPreview(page, tabbed('Họ và tên | Năm sinh | Giới tính', 'Hoàng Thị Lan | 1956 | Nữ', 'Hoàng Thị Lan | 1956 | Nữ'));
    const first = page.getByLabel('Cách xử lý').first();
    await first.selectOption('new');
    await expect.poll(() => counts(page)).toEqual(['1Mới', '0Có thay đổi', '0Giống hệt', '1Chưa rõ']);
    expect(await page.evaluate('document.activeElement.id')).toBe('decide-2');
    await first.selectOption('');
    await expect.poll(() => counts(page)).toEqual(['0Mới', '0Có thay đổi', '0Giống hệt', '2Chưa rõ']);
    expect(await button(page, 'Không có gì để ghi').isDisabled()).toBe(true);
  });

  it('writes nothing when the register was changed meanwhile, and shows what would be now', async () => {
    const { server, put, book } = importServer([]);
    const { page } = await shown('import', DIALOG, server);
    await toPreview(page);
    put(MEMBERS);
    await button(page, /^Ghi vào sổ/).click();
    await page.getByText('Sổ vừa được người khác sửa').waitFor();
    expect(await counts(page)).toEqual(['1Mới', '1Có thay đổi', '0Giống hệt', '1Chưa rõ']);
    expect(book().register.members.rows).toHaveLength(1);
  });

  it('says what went wrong and keeps the list', async () => {
    const { server } = importServer(MEMBERS);
    const busy = () => {
      throw new Error('Danh sách chưa được ghi: sổ đang được cập nhật. Đề nghị chờ một phút rồi bấm ghi lại.');
    };
    const { page } = await shown('import', PHONE, { ...server, importConfirm: busy });
    await toPreview(page);
    await button(page, /^Ghi vào sổ/).click();
    await page.getByText('sổ đang được cập nhật').waitFor();
    expect(await button(page, /^Ghi vào sổ/).isEnabled()).toBe(true);
    await button(page, 'Quay lại').click();
    await button(page, 'Quay lại').click();
    expect(await page.getByLabel('Danh sách thành viên').inputValue()).toBe(LIST);
  });

  it('is done with the keyboard alone', async () => {
    const { server } = importServer([]);
    const { page } = await shown('import', DIALOG, server);
    await page.keyboard.insertText('Hoàng Thị Lan; 1956; Nữ; Đông\nNguyễn Văn Minh; 1950; Nam; Đông');
    const press = async (name: string | RegExp) => {
      for (let tries = 0; tries < 40; tries += 1) {
        await page.keyboard.press('Tab');
        const text = String(await page.evaluate('document.activeElement.textContent'));
        if (typeof name === 'string' ? text === name : name.test(text)) break;
      }
      await page.keyboard.press('Enter');
    };
    await press('Tiếp tục');
    await page.getByRole('heading', { name: 'Bước 2' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await press('Xem trước');
    await page.getByRole('heading', { name: 'Bước 3' }).waitFor();
    await press(/^Ghi vào sổ/);
    await page.getByText('Mã đã cấp').waitFor();
  });
});
