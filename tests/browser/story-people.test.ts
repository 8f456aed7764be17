import { describe, expect, test } from 'vitest';
import { aBrowser, CHROMIUM, NO_CHROMIUM } from './chromium.ts';
import {
  active,
  allowScript,
  aTrialOfOneCommune,
  becomes,
  cell,
  choose,
  command,
  goTo,
  openMailbox,
  opensAt,
  openTab,
  pasteAt,
  shows,
  sidebar,
  textOf,
  told,
  typeIn,
} from './story-page.ts';

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? `people (skipped: ${NO_CHROMIUM})` : 'people', () => {
  const trial = aTrialOfOneCommune();
  const browser = aBrowser();
  const opened = opensAt(browser, () => trial().url);

  test('two people typing at once see what both typed, and no code is given twice', async () => {
    const [one, other] = [await opened('Thành viên'), await opened('Thành viên')];
    const rows = (name: string): string =>
      Array.from({ length: 8 }, (_, index) => `CLB01\t${name} ${index}\t19${50 + index}\tNữ`).join('\n');
    await Promise.all([pasteAt(one, 'C109', rows('Hoàng Thị Lan')), pasteAt(other, 'C117', rows('Triệu Thị Hà'))]);
    await Promise.all([typeIn(one, 'D2', 'Nông Văn Minh'), typeIn(other, 'D3', 'Lê Thu Hà')]);
    for (const page of [one, other]) {
      await shows(page, 'D2', 'Nông Văn Minh');
      await shows(page, 'D3', 'Lê Thu Hà');
      await goTo(page, 'A124');
      const codes = (): Promise<string[]> => Promise.all(Array.from({ length: 16 }, (_, index) => textOf(page, `A${109 + index}`)));
      await expect.poll(async () => new Set((await codes()).filter((code) => /^TV\d{4}$/.test(code))).size).toBe(16);
      expect(await textOf(page, 'D124')).toBe('Triệu Thị Hà 7');
    }
  });

  test('who may only look is told so in a sentence, changes nothing and has no menu', async () => {
    const page = await opened('Thành viên');
    await becomes(page, 'Người không có quyền sửa');
    await page.getByText('Chỉ xem', { exact: true }).waitFor();
    await openTab(page, 'Thành viên');
    const before = await textOf(page, 'D4');
    await goTo(page, 'D4');
    await page.keyboard.type('x');
    await expect.poll(() => page.locator('#message').innerText()).toMatch(/chỉ được xem\. Đề nghị/);
    expect(await textOf(page, 'D4')).toBe(before);
    expect(await page.locator('.script-menu').count()).toBe(0);
  });

  test('the superior sees its own workbook and its mailbox, and not the register of the commune', async () => {
    const page = await opened();
    await becomes(page, 'Cấp trên (huyện)');
    await expect.poll(() => page.locator('#workbook-title').innerText()).toMatch(/^Huyện Định Hóa/);
    await page
      .getByRole('gridcell', { name: /Quy Kỳ/ })
      .first()
      .waitFor();
    await page
      .locator('.workbook-link', { hasText: /Quy Kỳ/i })
      .first()
      .click();
    await page.getByText(/không được chia sẻ tệp này\. Đề nghị/).waitFor();
    expect(await page.locator('[role=gridcell]').count()).toBe(0);
    await openMailbox(page, 'Văn thư UBND huyện Định Hóa');
    await page.getByText('Chưa có thư.').waitFor();
  });

  test('a dialog is shown in the window that asked for it, and in no other of the same person', async () => {
    await allowScript(trial());
    const [one, other] = [await opened(), await opened()];
    await choose(one, 'Bảng theo dõi');
    await sidebar(one)
      .getByRole('tab', { name: /Cần kiểm tra/ })
      .click();
    await goTo(other, 'A5');
    await sidebar(one).locator('.finding button').first().click();
    await active(one, 'N53');
    await typeIn(other, 'D5', 'x'); // by then whatever else was said has come
    expect(await other.locator('#sidebar').isVisible()).toBe(false);
    expect(await other.getByRole('tab', { selected: true }).innerText()).toBe('Việc cần làm');
  });

  test('on the due day the figures go out although nobody approved them, and the letter says so', async () => {
    const page = await opened();
    await command(page, 'Đến hạn kế tiếp|Hạn kế tiếp');
    await told(page, /đã gửi 1 báo cáo/);
    await openMailbox(page, 'Văn thư UBND huyện Định Hóa');
    await page.locator('.mail-item').first().click();
    expect(await page.locator('.mail-letter h3').innerText()).toMatch(/năm 2024.*chưa được lãnh đạo duyệt/);
    await page.frameLocator('.mail-html').getByText('Báo cáo số liệu tổng hợp tự động – chưa được lãnh đạo duyệt').waitFor();
    await page.getByRole('button', { name: 'Hộp thư' }).click();
    await openTab(page, 'Theo dõi báo cáo');
    await page.getByRole('gridcell', { name: 'Đã gửi số liệu' }).waitFor();
    await cell(page, 'A2').waitFor();
  });
});
