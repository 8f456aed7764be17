// The dialogs in a real browser, over the demo register and the real rules; only google.script is a stand-in.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { TABS } from '../../rules/register/tabs.ts';
import { CHROMIUM, NO_CHROMIUM } from './chromium.ts';
import { aSoundWorkbook, demoServer, previewOn } from './demo-server.ts';
import { DIALOG, dialogsInBrowser, PHONE, SIDEBAR } from './in-browser.ts';

const DAY = '2024-12-17';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe.skipIf(CHROMIUM === undefined)(`dialogs${CHROMIUM === undefined ? ` (skipped: ${NO_CHROMIUM})` : ''}`, () => {
  const shown = dialogsInBrowser(demoServer(DAY));

  it.each(['panel', 'preview', 'approve', 'ad-hoc', 'check', 'help'])('%s fits every width it may have', async (name) => {
    for (const width of name === 'panel' ? [SIDEBAR, PHONE] : [PHONE, DIALOG]) {
      const { page } = await shown(name, width);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  });

  describe('the preview', () => {
    it('shows the mail in a sealed frame, its plain text, and leads to what blocks', async () => {
      const { page, calls, closed } = await shown('preview');
      const frame = page.locator('iframe');
      expect(await frame.getAttribute('sandbox')).toBe('');
      await page.frameLocator('iframe').getByText('Đề nghị quý cơ quan:').waitFor();
      await button(page, 'Chỉ có chữ').click();
      expect(await page.locator('pre').isVisible()).toBe(true);
      expect(await frame.isVisible()).toBe(false);
      await page.locator('.blockers button').first().click();
      await expect.poll(closed).toBe(1);
      expect(calls.some((call) => call.startsWith(`jumpTo ${TABS.members.sheetId} `))).toBe(true);
    });

    it('runs nothing of a mail and fetches nothing for it', async () => {
      const html =
        '<html><head></head><body><img src="http://elsewhere.example/x.png"><script>top.document.title=1</script>Thư</body></html>';
      const { page, told } = await shown('preview', DIALOG, { previewData: () => ({ ...previewOn(DAY), html, source: 'functions' }) });
      // what a sealed frame asks for passes by the test's own listeners; the browser says what it refused
      const refused = () => told.filter((line) => /violates the following Content Security Policy|Blocked script execution/.test(line));
      await expect.poll(() => refused().length).toBe(2);
      expect(await page.title()).toBe('');
    });

    it('offers other reports, and says when the sheet worked it out by itself', async () => {
      const { page, calls } = await shown('preview', DIALOG, {
        previewData: () => ({
          ...previewOn(DAY),
          source: 'sheet',
          note: 'Bản xem trước do sổ tự tính.',
          others: [{ report: 'khac', title: 'Báo cáo đột xuất về vay vốn' }],
        }),
      });
      await page.getByText('Bản xem trước do sổ tự tính.').waitFor();
      await page.getByLabel('Báo cáo', { exact: true }).selectOption('khac');
      await expect.poll(() => calls).toEqual(['previewData', 'previewData khac']);
    });
  });

  describe('the approval', () => {
    const chosen = async (page: Page) => {
      await page.getByLabel('Ai đã duyệt?').selectOption({ index: 1 });
      await page.getByLabel('Tôi xác nhận lãnh đạo đã duyệt các số liệu trên').check();
    };

    it('cannot be sent while something blocks, and says why', async () => {
      const { page } = await shown('approve');
      expect(await button(page, 'Gửi báo cáo').isDisabled()).toBe(true);
      await page.getByText('Chưa gửi được vì còn việc vướng nêu ở trên.').waitFor();
    });

    it('wants a leader and a confirmation, then sends once however often it is pressed', async () => {
      const { page, calls } = await shown('approve', DIALOG, demoServer(DAY, aSoundWorkbook(DAY)));
      const send = button(page, 'Gửi báo cáo');
      expect(await send.isDisabled()).toBe(true);
      expect(await page.getByLabel('Ai đã duyệt?').inputValue()).toBe('');
      await chosen(page);
      await send.evaluate((element: { click(): void }) => {
        element.click();
        element.click();
      });
      await page.getByText(/đã gửi đến UBND huyện Định Hóa/).waitFor();
      expect(await send.isDisabled()).toBe(true);
      expect(calls.filter((call) => call.startsWith('approveAndSend'))).toHaveLength(1);
    });

    it('says that nothing was written when the functions cannot be reached, and can be sent again', async () => {
      const { page } = await shown('approve', PHONE, {
        ...demoServer(DAY, aSoundWorkbook(DAY)),
        approveAndSend: () => {
          throw new Error('Chưa kết nối được với máy chủ. Đề nghị kiểm tra mạng và thử lại sau ít phút.');
        },
      });
      await chosen(page);
      await button(page, 'Gửi báo cáo').click();
      await page.getByRole('alert').getByText('Chưa ghi vào sổ').waitFor();
      await page.getByText('Chưa kết nối được với máy chủ. Đề nghị kiểm tra mạng và thử lại sau ít phút.').waitFor();
      expect(await button(page, 'Gửi báo cáo').isEnabled()).toBe(true);
    });

    it('asks for nothing more where the figures were approved before', async () => {
      const approval = { by: 'Hoàng Văn Minh (mẫu)', on: '16/12/2024' };
      const { page, calls } = await shown('approve', DIALOG, {
        previewData: () => ({ ...previewOn(DAY, aSoundWorkbook(DAY)), approval, source: 'functions' }),
        approveAndSend: () => ({ said: 'Đã gửi.' }),
      });
      await button(page, 'Gửi báo cáo').click();
      await page.getByText('Đã gửi.').waitFor();
      expect(calls.some((call) => call.endsWith(approval.by))).toBe(true);
    });
  });

  it('of a report that was sent nothing is asked, and it is not said that it might be sent', async () => {
    const approval = { by: 'Hoàng Văn Minh (mẫu)', on: '16/12/2024' };
    const blockers = [{ text: 'Báo cáo này đã được gửi nên không gửi thêm thư.' }];
    const previewData = () => ({ ...previewOn(DAY), approval, blockers, sent: true, source: 'functions' });
    const { page } = await shown('approve', DIALOG, { previewData });
    await page.locator('.reason').getByText('Báo cáo này đã gửi.').waitFor();
    expect(await button(page, 'Gửi báo cáo').isDisabled()).toBe(true);
    expect(await page.locator('main, body').first().innerText()).not.toMatch(/để gửi ngay|Việc còn vướng|Ai đã duyệt/);
    const { page: looked } = await shown('preview', DIALOG, { previewData });
    await looked.getByText('Báo cáo này đã gửi. Nơi nhận đã nhận được thư sau.').waitFor();
    expect(await looked.locator('.facts').innerText()).not.toContain('Việc còn vướng');
  });

  it('a report on directive is asked for only when its days are in order', async () => {
    const { page, calls } = await shown('ad-hoc', PHONE);
    await page.getByLabel('Báo cáo về việc gì?').fill('về vay vốn quý III');
    await page.getByLabel('Hạn gửi').fill('2024-12-01');
    await button(page, 'Lập báo cáo').click();
    await page.getByText('Hạn gửi đã qua. Đề nghị chọn hạn gửi từ ngày 17/12/2024 trở đi.').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('due');
    await page.getByLabel('Hạn gửi').fill('2024-12-25');
    await button(page, 'Lập báo cáo').click();
    await page.getByText(/Đã lập báo cáo đột xuất về vay vốn quý III, hạn gửi 25\/12\/2024/).waitFor();
    expect(calls).toContain('requestAdHoc về vay vốn quý III 2024-01-01 2024-12-17 2024-12-25');
  });

  it('the check tells how many there are, and leads to the tab that holds all', async () => {
    const { page, calls } = await shown('check');
    expect(await page.locator('.counts').textContent()).toMatch(/Phải sửa.*Cần xem lại.*Gợi ý/);
    expect(await page.locator('.finding').count()).toBe(10);
    await page.getByRole('button', { name: /^Xem tất cả ở trang Nội dung cần kiểm tra/ }).click();
    await expect.poll(() => calls).toContain(`jumpTo ${TABS.findings.sheetId} 0 0`);
  });

  it.each([
    [undefined, 1],
    [true, 0],
  ])('the check says that nothing is wrong only where it could judge (unjudged: %s)', async (unjudged, clean) => {
    const note = 'Chưa kiểm tra được toàn bộ sổ. Đề nghị báo người quản trị.';
    const { page } = await shown('check', DIALOG, {
      checkData: () => ({ summary: { error: 0, warning: 0, hint: 0 }, findings: [], notes: [note], unjudged }),
    });
    await page.getByText(note).waitFor();
    expect(await page.getByText('Không có nội dung cần kiểm tra.').count()).toBe(clean);
  });

  it('shows what stands in the register as text, whatever it is', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const evilFinding = {
      severity: evil,
      severityKey: 'error',
      message: evil,
      repair: evil,
      rule: 'x',
      at: { sheetId: 1, row: 0, column: 0 },
    };
    const { page } = await shown('check', PHONE, {
      checkData: () => ({ summary: { error: 1, warning: 0, hint: 0 }, findings: [evilFinding] }),
    });
    expect(await page.locator('.finding p').first().textContent()).toBe(evil);
    expect(await page.title()).toBe('');
  });

  it('help leads to the tabs it names', async () => {
    const { page, calls } = await shown('help');
    await button(page, 'Mở trang Việc cần làm').click();
    await expect.poll(() => calls).toEqual([`jumpTo ${TABS.todo.sheetId} 0 0`]);
  });
});
