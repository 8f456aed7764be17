// The page in a real browser: what one sees, types and is told. Smoke tests; the register's own story is told elsewhere.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type APage, aPage, EDITOR, OWNER, range } from '../local-workspace/a-page.ts';
import { batch, valuesOf } from '../local-workspace/client.ts';
import { aBrowser, CHROMIUM, NO_CHROMIUM, type Size } from './chromium.ts';

const cell = (page: Page, address: string) => page.locator(`[role=gridcell][data-address="${address}"]`);

async function arrived(apis: APage['apis'], id: string, at: string, value: unknown): Promise<void> {
  await expect.poll(() => valuesOf(apis, id, at), { timeout: 5000 }).toEqual([[value]]);
}

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? `the page (skipped: ${NO_CHROMIUM})` : 'the page', () => {
  const browser = aBrowser();

  async function opened(size?: Size): Promise<{ own: APage; page: Page }> {
    const own = await aPage({ properties: { title: 'Thành viên', gridProperties: { rowCount: 300, columnCount: 4, frozenRowCount: 1 } } });
    await batch(
      own.apis,
      own.id,
      { addProtectedRange: { protectedRange: { range: range(0, 0, 1, 4), editors: { users: [OWNER] } } } },
      {
        updateCells: {
          range: range(0, 0),
          rows: [{ values: [{ userEnteredValue: { stringValue: 'Họ và tên' }, note: 'Ghi đủ họ tên' }] }],
          fields: '*',
        },
      },
      { setDataValidation: { range: range(1, 1, 299), rule: { condition: { type: 'BOOLEAN' }, strict: true } } },
      {
        setDataValidation: {
          range: range(1, 2, 299),
          rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Hộ nghèo' }, { userEnteredValue: 'Hộ cận nghèo' }] } },
        },
      },
    );
    const page = await browser.open(own.workspace.url, size);
    await cell(page, 'A2').waitFor();
    return { own, page };
  }

  test('typing, Enter and Tab fill cells, and what another writes appears by itself', async () => {
    const { own, page } = await opened();
    await cell(page, 'A2').click();
    await page.keyboard.type('Hoàng Thị Lan');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nông Văn Minh');
    await page.keyboard.press('Tab');
    await arrived(own.apis, own.id, 'A2', 'Hoàng Thị Lan');
    await arrived(own.apis, own.id, 'A3', 'Nông Văn Minh');
    expect(await page.getByRole('grid').getAttribute('data-active')).toBe('B3');
    await own.apis.sheets.spreadsheets.values.update({
      spreadsheetId: own.id,
      range: 'A4',
      valueInputOption: 'RAW',
      requestBody: { values: [['Triệu Hà']] },
    });
    await page.getByRole('gridcell', { name: 'Triệu Hà' }).waitFor();
  });

  test('what an input method composes arrives whole, its first letter too', async () => {
    const { own, page } = await opened();
    await cell(page, 'A2').click();
    const session = await page.context().newCDPSession(page);
    for (const text of ['d', 'đ', 'đă', 'đặ', 'đặng'])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.keyboard.insertText('Đặng');
    await page.keyboard.insertText(' Thị Hà');
    await page.keyboard.press('Enter');
    await arrived(own.apis, own.id, 'A2', 'Đặng Thị Hà');
  });

  test('cells are copied, cut and pasted by their keys', async () => {
    const { own, page } = await opened();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await cell(page, 'A2').click();
    for (const name of ['Lan', 'Minh']) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await cell(page, 'A2').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await cell(page, 'D2').click();
    await page.keyboard.press('Control+v');
    await arrived(own.apis, own.id, 'D3', 'Minh');
    await page.keyboard.press('Control+x');
    await cell(page, 'D8').click();
    await page.keyboard.press('Control+v');
    await arrived(own.apis, own.id, 'D9', 'Minh');
    expect(await valuesOf(own.apis, own.id, 'D2:D3')).toBeUndefined();
  });

  test('a tick box by the space bar, a list by its first letters or by any text, undone by Ctrl+Z', async () => {
    const { own, page } = await opened();
    await cell(page, 'B2').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Space');
    await arrived(own.apis, own.id, 'B2', true);
    await cell(page, 'C2').click();
    await page.keyboard.type('can');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await arrived(own.apis, own.id, 'C2', 'Hộ cận nghèo');
    await page.keyboard.type('Hộ khá');
    await page.keyboard.press('Enter');
    await arrived(own.apis, own.id, 'C3', 'Hộ khá');
    await page.keyboard.press('Control+z');
    await expect.poll(() => valuesOf(own.apis, own.id, 'C3'), { timeout: 5000 }).toBeUndefined();
  });

  test('a pasted block goes in but for the words over tick boxes, which are named, and is taken back by Ctrl+Z', async () => {
    const { own, page } = await opened();
    await cell(page, 'A2').click();
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Lan\\tx\\nMinh\\tx');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await page.locator('#message').filter({ hasText: 'Các ô B2:B3 là ô đánh dấu' }).waitFor();
    await arrived(own.apis, own.id, 'A3', 'Minh');
    await page.keyboard.press('Control+z');
    await expect.poll(() => valuesOf(own.apis, own.id, 'A2:B3'), { timeout: 5000 }).toBeUndefined();
  });

  test('a blank cell that the text of its neighbour runs over is clicked all the same', async () => {
    const { own, page } = await opened();
    await own.apis.sheets.spreadsheets.values.update({
      spreadsheetId: own.id,
      range: 'A3',
      valueInputOption: 'RAW',
      requestBody: { values: [['Hoàng Thị Lan, chủ nhiệm câu lạc bộ xóm Đông']] },
    });
    await page.getByRole('gridcell', { name: 'Hoàng Thị Lan, chủ nhiệm' }).waitFor();
    await cell(page, 'D3').click();
    await cell(page, 'C3').click({ position: { x: 12, y: 8 } });
    expect(await page.getByRole('grid').getAttribute('data-active')).toBe('C3');
    await cell(page, 'B3').locator('.tick').click();
    await arrived(own.apis, own.id, 'B3', true);
  });

  test('a protected cell says so beside itself and keeps its value; its note is told in words', async () => {
    const { page } = await opened();
    await cell(page, 'A1').click();
    await expect.poll(() => page.locator('#note').innerText()).toContain('Ghi đủ họ tên');
    await page.keyboard.type('x');
    await expect.poll(() => page.getByRole('alert').filter({ visible: true }).innerText()).toMatch(/^Ô A1 được bảo vệ .*Đề nghị/);
    expect(await cell(page, 'A1').innerText()).toBe('Họ và tên');
  });

  test('a paste of several cells lands where it belongs, also below the last row', async () => {
    const { own, page } = await opened();
    await cell(page, 'A2').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Lan\\n"Minh\\nem"\\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await arrived(own.apis, own.id, 'A300', 'Lan');
    await arrived(own.apis, own.id, 'A301', 'Minh\nem');
  });

  test('whoever may only look is told so; what is locked for one is told from what is not', async () => {
    const { own, page } = await opened();
    await page.getByLabel('Vai').selectOption('minh');
    await page.getByText('Chỉ xem', { exact: true }).waitFor();
    await cell(page, 'A2').click();
    await page.keyboard.type('x');
    await expect.poll(() => page.locator('#message').innerText()).toContain('chỉ được xem');
    expect(await valuesOf(own.apis, own.id, 'A2')).toBeUndefined();
  });

  test('only the rows in sight are in the document', async () => {
    const { page } = await opened();
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await cell(page, 'A2').click();
    await page.keyboard.press('Control+ArrowDown');
    await cell(page, 'A300').waitFor();
  });

  test('a dialog of a script runs in its frame, asks through the page, and closes by Esc', async () => {
    const { own, page } = await opened();
    const { bus } = own.workspace;
    const to = { spreadsheet: own.id, as: EDITOR };
    bus.publish({
      kind: 'dialog',
      dialog: 'd1',
      ...to,
      title: 'Xem trước',
      html: '<p>Nội dung xem trước</p>',
      width: 400,
      height: 200,
      modal: true,
    });
    await page.frameLocator('dialog iframe').getByText('Nội dung xem trước').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    bus.publish({ kind: 'toast', ...to, title: 'Đã kiểm tra', text: 'Không có lỗi.', seconds: 5 });
    await page.getByText('Không có lỗi.').waitFor();
    bus.publish({ kind: 'ask', ask: 'a1', ...to, title: 'Xác nhận', text: 'Gửi báo cáo?', prompt: false, buttons: ['yes', 'no'] });
    await page.getByRole('dialog', { name: 'Xác nhận' }).getByRole('button', { name: 'Có' }).click();
    bus.publish({ kind: 'ask', ask: 'a2', ...to, title: '', text: 'Đã khôi phục.', prompt: false, buttons: ['ok'] });
    const untitled = page.getByRole('dialog', { name: 'Thông báo' });
    await untitled.getByText('Đã khôi phục.').waitFor();
    expect(await untitled.getByRole('heading').count()).toBe(0);
    await untitled.getByRole('button', { name: 'Đồng ý' }).click();
    await untitled.waitFor({ state: 'detached' });
    bus.publish({ kind: 'sidebar', dialog: 's1', ...to, title: 'Bảng theo dõi', html: '<p>Tiến độ</p>' });
    await page.frameLocator('#sidebar iframe').getByText('Tiến độ').waitFor();
    bus.publish({ kind: 'close', dialog: 's1' });
    await page.locator('#sidebar').waitFor({ state: 'hidden' });
  });

  test('a command is asked for in the clock menu and answers', async () => {
    const { page } = await opened();
    await page.getByRole('button', { name: /^Ngày chạy thử/ }).click();
    await page.getByRole('menuitem', { name: /^Nhắc lại/ }).click();
    await page.getByText('đã làm').waitFor();
    const [toast, note] = [await page.locator('#toasts').boundingBox(), await page.locator('#note').boundingBox()];
    expect((toast?.x ?? 0) + (toast?.width ?? 0), 'a toast hides nothing of the note below the grid').toBeLessThanOrEqual(note?.x ?? 0);
  });

  test('what is typed while the workspace is away waits under a banner, survives a reload, and arrives when it is back', async () => {
    const { own, page } = await opened();
    await page.context().setOffline(true);
    await cell(page, 'A2').click();
    await page.keyboard.type('Hà');
    await page.keyboard.press('Enter');
    await page.locator('[data-address=A2][data-pending]').waitFor();
    await page.context().setOffline(false);
    await arrived(own.apis, own.id, 'A2', 'Hà');
    await page.route('**/_workspace/page/e*', (route) => route.abort());
    await page.keyboard.type('Minh');
    await page.keyboard.press('Enter');
    await page.getByText(/^Mất kết nối với không gian thử.*1 thay đổi đang chờ gửi/).waitFor();
    expect(await valuesOf(own.apis, own.id, 'A3')).toBeUndefined();
    await page.unroute('**/_workspace/page/e*');
    await page.reload();
    await arrived(own.apis, own.id, 'A3', 'Minh');
    await page.locator('#banner').waitFor({ state: 'hidden' });
  });

  test('Tab moves between cells, and Esc is the way out of the grid for whoever has no mouse', async () => {
    const { page } = await opened();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Tab');
    expect(await page.getByRole('grid').getAttribute('data-active')).toBe('B1');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("role")')).toBe('tab');
  });

  test('at 390 px nothing runs out of the window sideways', async () => {
    const { page } = await opened({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Hộp thư' }).click();
    await page.getByRole('heading', { name: 'Hộp thư' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
