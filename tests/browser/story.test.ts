// The story of one reporting year, told on the page of `npm start` in a real browser: open, type, mend, look, approve, send. In order.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aBrowser, CHROMIUM, NO_CHROMIUM } from './chromium.ts';
import {
  active,
  aTrialOfOneCommune,
  cell,
  choose,
  closeDialog,
  colourOf,
  command,
  dialog,
  goTo,
  noteOf,
  openMailbox,
  openTab,
  pasteAt,
  shows,
  sidebar,
  textOf,
  told,
  typeIn,
} from './story-page.ts';

const [PHONE, RED] = [{ width: 390, height: 844 }, 'rgb(244, 199, 195)'];

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? `a year (skipped: ${NO_CHROMIUM})` : 'a year', () => {
  const trial = aTrialOfOneCommune();
  const browser = aBrowser();
  const opened = async (tab?: string, size?: { readonly width: number; readonly height: number }): Promise<Page> => {
    const page = await browser.open(trial().url, size);
    await page.locator('.script-menu').waitFor({ state: 'attached' });
    if (tab !== undefined) await openTab(page, tab);
    return page;
  };

  test('begins on the register of Quy Kỳ, with what to try and the menu of the sheet', async () => {
    const page = await opened();
    expect(await page.locator('#workbook-title').innerText()).toContain('xã Quy Kỳ');
    await page.getByText('Thử ngay').waitFor();
    expect(await page.locator('#strip li').count()).toBeGreaterThan(3);
    await shows(page, 'A14', /chờ lãnh đạo duyệt/);
    await page.getByRole('button', { name: /^CLB Liên thế hệ/ }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
      'Kiểm tra toàn bộ sổ',
      'Cập nhật tiến độ',
      'Xem trước báo cáo',
      'Lãnh đạo đã duyệt – gửi báo cáo…',
      'Lập báo cáo đột xuất…',
      'Bảng theo dõi',
      'Nhập danh sách thành viên…',
      'Khôi phục định dạng sổ (giữ nguyên số liệu)',
      'Hướng dẫn',
      'Kết nối sổ với máy chủ…',
    ]);
  });

  test('a wrong birth is told beside it at once, and all of it goes away when it is mended', async () => {
    const page = await opened('Thành viên');
    const before = [await textOf(page, 'E4'), await colourOf(page, 'B4')];
    await typeIn(page, 'E4', '2065');
    await shows(page, 'B4', 'Phải sửa: ngày hoặc năm sinh');
    expect(await colourOf(page, 'B4')).toBe(RED);
    await goTo(page, 'E4');
    await expect.poll(() => noteOf(page)).toMatch(/2065 sau ngày chốt số liệu.*Đề nghị/);
    await typeIn(page, 'E4', before[0] ?? '');
    await shows(page, 'B4', '');
    expect([await textOf(page, 'E4'), await colourOf(page, 'B4')]).toEqual(before);
    expect(await cell(page, 'E4').getAttribute('data-note')).toBeNull();
  });

  test('the script asks for permission once; without it the sentence says what to do', async () => {
    const page = await opened();
    const allowed = async (answer: string, said: RegExp): Promise<void> => {
      await choose(page, 'Kiểm tra toàn bộ sổ');
      await page.getByRole('dialog', { name: 'Tập lệnh xin phép' }).getByRole('button', { name: answer }).click();
      await told(page, said);
    };
    await allowed('Không', /Chưa đủ quyền nên “Kiểm tra toàn bộ sổ” chưa chạy. Đề nghị/);
    await allowed('Chỉ một phần', /Đã cho phép một phần.*Đề nghị/);
    await choose(page, 'Xem trước báo cáo');
    await dialog(page).getByText('Chưa kết nối được với máy chủ nên bản xem trước này do sổ tự tính').waitFor();
    await closeDialog(page);
    await choose(page, 'Kiểm tra toàn bộ sổ');
    await dialog(page)
      .getByText(/chưa được phép kết nối với máy chủ xử lý; chưa ghi vào sổ. Đề nghị/)
      .waitFor();
    await page.reload();
    await page.locator('.script-menu').waitFor();
    await allowed('Cho phép', /Đã cho phép. Đề nghị chọn lại/);
    await choose(page, 'Kiểm tra toàn bộ sổ');
    await dialog(page).getByText('Phải sửa').first().waitFor();
  });

  test('the check of the whole register counts what it found and leads to each cell', async () => {
    const page = await opened();
    await choose(page, 'Kiểm tra toàn bộ sổ');
    const shown = dialog(page);
    await shown.getByRole('list', { name: 'Kết quả kiểm tra' }).waitFor();
    expect(await shown.locator('.counts li').allInnerTexts()).toEqual(['10\nPhải sửa', '4\nCần xem lại', '1\nGợi ý']);
    await shown.locator('li', { hasText: 'TV0067, cột Ngày hoặc năm sinh' }).getByRole('button').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await active(page, 'E68');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Thành viên');
  });

  test('thirty pasted rows get their codes; what is tidied is said, what is wrong is shown', async () => {
    const page = await opened('Thành viên');
    const rows = Array.from({ length: 30 }, (_, index) => {
      const birth = index === 7 ? '2065' : index % 2 === 0 ? String(1940 + index) : `5/3/${1940 + index}`;
      return [
        'CLB01',
        `  Hoàng   Thị Lan ${index} (mẫu) `,
        birth,
        index % 3 === 0 ? 'nữ' : 'Nữ',
        'Thống Nhất 1',
        ...Array(5).fill(''),
        '20/5/2024',
      ];
    });
    await pasteAt(page, 'C109', rows.map((row) => row.join('\t')).join('\n'));
    await shows(page, 'A109', 'TV0108');
    expect(await told(page, 'Đã sửa cách ghi')).toMatch(
      /Đã sửa cách ghi \d+ ô: D109 thành “Hoàng Thị Lan 0 \(mẫu\)”.*Đề nghị nhấn Ctrl\+Z/s,
    );
    await goTo(page, 'E116');
    await shows(page, 'B116', /Phải sửa: ngày hoặc năm sinh/);
    await shows(page, 'E117', '1948');
    await goTo(page, 'A138');
    await shows(page, 'A138', 'TV0137');
    expect([await textOf(page, 'D138'), await textOf(page, 'E138')]).toEqual(['Hoàng Thị Lan 29 (mẫu)', '05/03/1969']);
  });
});
