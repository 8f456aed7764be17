// The story of one reporting year, told on the page of `npm start` in a real browser: open, type, mend, look, approve, send. In order.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { TABS } from '../../rules/register/tabs.ts';
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
  letterIn,
  noted,
  noteOf,
  openMailbox,
  opensAt,
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
  const opened = opensAt(browser, () => trial().url);

  test('begins on the register of Quy Kỳ, with what to try and the menu of the sheet', async () => {
    const page = await opened();
    expect(await page.locator('#workbook-title').innerText()).toContain('xã Quy Kỳ');
    await page.getByText('Thử ngay').waitFor();
    expect(await page.locator('#strip li').count()).toBeGreaterThan(3);
    await shows(page, 'A14', /chờ lãnh đạo duyệt/);
    await page.getByRole('button', { name: /^CLB Liên thế hệ/ }).click();
    const offered = await page.getByRole('menuitem').allInnerTexts();
    expect(offered).toContain('Lãnh đạo đã duyệt – gửi báo cáo…');
    expect(offered.slice(0, 3)).toEqual(['Kiểm tra toàn bộ sổ', 'Cập nhật tiến độ', 'Xem trước báo cáo']);
  });

  test('a wrong birth is told beside it at once; mended, all of it goes away but the note of a person', async () => {
    const page = await opened('Thành viên');
    await noted(trial(), { sheetId: TABS.members.sheetId, row: 3, column: 4 }, 'Đã hỏi lại gia đình');
    await page.locator('[data-address=E4][data-note]').waitFor();
    const before = [await textOf(page, 'E4'), await colourOf(page, 'B4')];
    await typeIn(page, 'E4', '2065');
    await shows(page, 'B4', 'Phải sửa: ngày hoặc năm sinh');
    await expect.poll(() => colourOf(page, 'B4')).toBe(RED);
    await goTo(page, 'E4');
    await expect.poll(() => noteOf(page)).toMatch(/Đã hỏi lại gia đình.*2065 sau ngày chốt số liệu.*Đề nghị/s);
    await typeIn(page, 'E4', before[0] ?? '');
    await shows(page, 'B4', '');
    await expect.poll(async () => [await textOf(page, 'E4'), await colourOf(page, 'B4')]).toEqual(before);
    await goTo(page, 'E4');
    await expect.poll(() => noteOf(page)).toBe('Ghi chú E4: Đã hỏi lại gia đình');
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
    await dialog(page)
      .getByText(/chưa được phép kết nối với máy chủ nên bản xem trước này do sổ tự tính.*Đề nghị/)
      .waitFor();
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
      /Đã sửa cách ghi \d+ ô: D109 thành “Hoàng Thị Lan 0 \(mẫu\)”.*Đề nghị ghi lại như cũ/s,
    );
    await goTo(page, 'E116');
    await shows(page, 'B116', /Phải sửa: ngày hoặc năm sinh/);
    await shows(page, 'E117', '1948');
    await goTo(page, 'A138');
    await shows(page, 'A138', 'TV0137');
    expect([await textOf(page, 'D138'), await textOf(page, 'E138')]).toEqual(['Hoàng Thị Lan 29 (mẫu)', '05/03/1969']);
  });

  const LIST = [
    'DANH SÁCH THÀNH VIÊN CLB XÓM MẪU',
    'STT\tHọ và tên\tNăm sinh\t\tĐịa chỉ',
    '\t\tNam\tNữ\t',
    '1\tHoàng Thị Thu Lan (mẫu)\t\t05/03/1951\tThống Nhất 1',
    '2\tNguyễn Văn Quang Minh (mẫu)\t1950\t\tThống Nhất 1',
    '3\tLê Thu Hà (mẫu)\t\t1962\tThống Nhất 1',
    'Cộng: 3',
  ].join('\n');

  async function previewed(page: Page): Promise<string[]> {
    await choose(page, 'Nhập danh sách thành viên');
    const shown = dialog(page);
    await shown.getByLabel('Danh sách thành viên').fill(LIST);
    await shown.getByRole('button', { name: 'Tiếp tục' }).click();
    await shown.getByLabel('Câu lạc bộ', { exact: true }).selectOption('CLB01');
    await shown.getByLabel('Ngày vào CLB').fill('2024-05-20');
    await shown.getByRole('button', { name: 'Xem trước' }).click();
    await shown.getByRole('heading', { name: 'Bước 3: Xem trước' }).waitFor();
    return shown.locator('.counts li').allTextContents();
  }

  test('a list with years below Nam and Nữ is looked at, written with codes, and is no news the second time', async () => {
    const page = await opened('Thành viên');
    expect(await previewed(page)).toEqual(['3Mới', '0Có thay đổi', '0Giống hệt', '0Chưa rõ']);
    await dialog(page).getByRole('button', { name: 'Ghi vào sổ: 3 người mới' }).click();
    await dialog(page).getByText('Mã đã cấp').waitFor();
    expect(await dialog(page).locator('.given li').first().innerText()).toBe('TV0138 – Hoàng Thị Thu Lan (mẫu) (1951)');
    await closeDialog(page);
    await goTo(page, 'A139');
    await shows(page, 'A139', 'TV0138');
    expect([await textOf(page, 'E139'), await textOf(page, 'F139'), await textOf(page, 'F140')]).toEqual(['05/03/1951', 'Nữ', 'Nam']);
    expect(await previewed(page)).toEqual(['0Mới', '0Có thay đổi', '3Giống hệt', '0Chưa rõ']);
    expect(await dialog(page).getByRole('button', { name: 'Không có gì để ghi' }).isDisabled()).toBe(true);
  });

  test.each([
    ['beside the grid', undefined],
    ['at 390 px', PHONE],
  ])('the sidebar shows %s every target, its rows and what to mend', async (_where, size) => {
    const page = await opened('Việc cần làm');
    const kept = await page.locator('#sidebar iframe').elementHandles(); // one that was open when the page was left gives way
    await choose(page, 'Bảng theo dõi');
    for (const frame of kept) await frame.waitForElementState('hidden');
    if (size !== undefined) await page.setViewportSize(size);
    const panel = sidebar(page);
    const members = panel.locator('details.target', { hasText: 'Số thành viên của các câu lạc bộ' });
    await members.waitFor();
    expect(await panel.locator('details.target').count()).toBe(15);
    await panel.getByText('20/12/2024 – còn 4 ngày đến hạn gửi').waitFor();
    await members.locator('summary').click();
    await members.getByRole('button', { name: 'Dòng nào đứng sau số này?' }).click();
    await members.getByRole('button', { name: 'Đến dòng TV0001' }).click();
    await active(page, 'A2');
    if (size !== undefined) {
      await page.locator('#sidebar').waitFor({ state: 'hidden' }); // else it would lie over the very cell
      expect(await cell(page, 'A2').isVisible()).toBe(true);
      await choose(page, 'Bảng theo dõi');
    }
    await panel.getByRole('tab', { name: /Cần kiểm tra/ }).click();
    await panel.locator('.finding', { hasText: 'VV0010' }).getByRole('button').click();
    await page.getByRole('grid', { name: 'Trang Vay vốn' }).waitFor({ state: 'attached' });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  });

  /** What stands in the way of the report, as the open preview says. */
  async function blockers(page: Page): Promise<string[]> {
    await choose(page, 'Xem trước báo cáo');
    await dialog(page).getByRole('heading', { name: 'Việc còn vướng' }).waitFor();
    return dialog(page).locator('.blockers li p').allInnerTexts();
  }

  test('the preview names what blocks the report; mended through the page, nothing does', async () => {
    const page = await opened('Thành viên');
    const found = await blockers(page);
    expect(found.map((text) => /[A-Z]{2}\d{4}/.exec(text)?.[0])).toEqual(['TV0052', 'VV0019', 'HD0041']);
    await dialog(page).frameLocator('iframe').getByText('chưa được lãnh đạo duyệt').first().waitFor();
    const mended = async (record: string, wrong: string, by: () => Promise<void>): Promise<void> => {
      await dialog(page).locator('.blockers li', { hasText: record }).getByRole('button').click();
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.locator('#content').getByText(wrong).waitFor();
      await by();
      await choose(page, 'Xem trước báo cáo');
      await dialog(page).getByRole('heading', { name: 'Việc còn vướng' }).waitFor();
      expect(await dialog(page).locator('.blockers li', { hasText: record }).count()).toBe(0);
    };
    const typed = (text: string) => async (): Promise<void> => {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await mended('TV0052', '01/05/2024', typed('01/09/2024'));
    await mended('HD0041', 'Văn nghệ quần chúng', typed('Tăng thu nhập'));
    await mended('VV0019', 'TV0999', async () => {
      for (let column = 0; column < 8; column += 1) await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Delete');
    });
    await dialog(page).getByText('Không có việc vướng.').waitFor();
  });

  test('the mail as it would go out is sent to oneself alone, and its short text is copied or selected', async () => {
    const page = await opened('Việc cần làm');
    await choose(page, 'Xem trước báo cáo');
    const shown = dialog(page);
    expect(await shown.getByRole('button', { name: 'Bảng kê số liệu đã chốt' }).count()).toBe(0);
    const short = shown.getByLabel('Tin ngắn để gửi qua Zalo');
    expect(await short.inputValue()).toMatch(/xã Quy Kỳ[\s\S]*năm 2024/i);
    await shown.getByRole('button', { name: 'Sao chép' }).click();
    await shown.getByText(/^Đã sao chép\.|^Đã chọn sẵn đoạn chữ/).waitFor();
    await shown.getByRole('button', { name: 'Gửi thử cho tôi' }).click();
    await shown.getByText('Đã gửi thử').first().waitFor();
    await closeDialog(page);
    await openMailbox(page, 'Cán bộ');
    await page.locator('.mail-item').first().click();
    expect(await page.locator('.mail-letter h3').innerText()).toMatch(/thử.*năm 2024/i);
    await openMailbox(page, 'Văn thư UBND huyện Định Hóa');
    await expect.poll(() => page.locator('.mail-item').count()).toBe(0);
  });

  test('an approved report is sent once, whatever runs afterwards: the ledger and the mailbox of the receiving level say so', async () => {
    const page = await opened('Theo dõi báo cáo');
    await choose(page, 'Lãnh đạo đã duyệt');
    const shown = dialog(page);
    await shown.getByLabel('Ai đã duyệt?').selectOption({ index: 1 });
    await shown.getByLabel('Tôi xác nhận lãnh đạo đã duyệt các số liệu trên').check();
    await shown.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await shown.getByText(/đã gửi đến UBND huyện Định Hóa/).waitFor();
    await closeDialog(page);
    await page.getByRole('gridcell', { name: 'Đã gửi số liệu' }).waitFor();
    await command(page, 'Chạy lịch báo cáo');
    await told(page, /./);
    await openMailbox(page, 'Văn thư UBND huyện Định Hóa');
    await page.locator('.mail-item').first().click();
    expect(await page.locator('.mail-item').count()).toBe(1);
    expect(await page.locator('.mail-letter h3').innerText()).toMatch(/năm 2024.*lãnh đạo đã duyệt/);
    await page.frameLocator('.mail-html').getByText('lãnh đạo đã duyệt ngày 16/12/2024').first().waitFor();
  });

  test('what was frozen for a report that was sent is listed by code, ready to be signed', async () => {
    const page = await opened('Việc cần làm');
    await choose(page, 'Xem trước báo cáo');
    await dialog(page).getByRole('button', { name: 'Bảng kê số liệu đã chốt' }).click();
    await page.getByRole('dialog', { name: 'Bảng kê số liệu đã chốt' }).waitFor();
    await dialog(page).getByText('TV0001').first().waitFor();
    expect(await dialog(page).locator('body').innerText()).not.toContain('Trương Văn Thắng');
  });

  test('on a phone a report on directive is approved and sent by tick boxes, which can be taken back', async () => {
    const asking = await opened('Việc cần làm');
    await choose(asking, 'Lập báo cáo đột xuất');
    await dialog(asking).getByLabel('Báo cáo về việc gì?').fill('về cho vay vốn');
    await dialog(asking).getByLabel('Số liệu từ ngày').fill('2024-01-01');
    await dialog(asking).getByLabel('Chốt số liệu đến hết ngày').fill('2024-11-30');
    await dialog(asking).getByLabel('Hạn gửi').fill('2024-12-19');
    await dialog(asking).getByRole('button', { name: 'Lập báo cáo' }).click();
    const said = dialog(asking).getByText(/^Đã lập /);
    await said.waitFor();
    await asking.close();

    const page = await opened('Việc cần làm', PHONE);
    await page.getByRole('button', { name: 'Như điện thoại' }).click();
    expect(await page.locator('.script-menu').isVisible()).toBe(false);
    const box = await cell(page, 'B5').locator('.tick').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(390);
    const tick = (address: string): Promise<void> => cell(page, address).locator('.tick').click();
    await tick('B5');
    await shows(page, 'C5', /^\d\d:\d\d: đã nhận, xử lý trước/);
    await tick('B5');
    await shows(page, 'C5', /^\d\d:\d\d: đã thôi/);
    await typeIn(page, 'D5', await textOf(page, 'E4'));
    await goTo(page, 'A5');
    await tick('B5');
    await shows(page, 'C5', /^\d\d:\d\d: đã nhận/);
    await command(page, 'Chạy lịch báo cáo');
    await shows(page, 'C5', /đột xuất.*đã ghi nhận .* duyệt/);

    // approved and not sent: what would be sent now, and is then sent, is the same letter
    await page.getByRole('button', { name: 'Như điện thoại' }).click();
    await choose(page, 'Xem trước báo cáo');
    const wouldBe = await letterIn(dialog(page).locator('iframe'));
    await closeDialog(page);
    await page.getByRole('button', { name: 'Như điện thoại' }).click();
    await tick('B6');
    await shows(page, 'C6', /^\d\d:\d\d: đã nhận/);
    await command(page, 'Chạy lịch báo cáo');
    await shows(page, 'C6', /đã gửi đến UBND huyện Định Hóa/);
    await openMailbox(page, 'Văn thư UBND huyện Định Hóa');
    expect(await page.locator('.mail-item').count()).toBe(2);
    await page.locator('.mail-item').first().click();
    expect(await page.locator('.mail-letter h3').innerText()).toContain('về cho vay vốn');
    expect(await letterIn(page.locator('.mail-html'))).toBe(wouldBe);
  });
});
