// The sidebar and the dialogs in a real browser, over the demo register and the real rules; only google.script is a stand-in.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TABS } from '../../rules/register/tabs.ts';
import { CHROMIUM, launchChromium } from './chromium.ts';
import { aSoundWorkbook, demoServer, previewOn } from './demo-server.ts';
import { type OpenDialog, openDialog, type Server } from './dialog-page.ts';

const DAY = '2024-12-17';
const [SIDEBAR, PHONE, DIALOG] = [300, 390, 1000];

describe.skipIf(CHROMIUM === undefined)(`in a browser${CHROMIUM === undefined ? ' (skipped: no Chromium was found)' : ''}`, () => {
  let browser: Browser;
  let open: OpenDialog | undefined;
  const server = demoServer(DAY);
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(open?.requests ?? []).toEqual([]);
    await open?.page.close();
    open = undefined;
  });
  const shown = async (name: string, width = DIALOG, answers: Server = server): Promise<OpenDialog & { page: Page }> => {
    open = await openDialog(browser, name, answers, width);
    await open.page.waitForFunction('!document.querySelector("[aria-busy]")');
    return open;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  it.each(['panel', 'preview', 'approve', 'ad-hoc', 'check', 'help'])('%s fits every width it may have', async (name) => {
    for (const width of name === 'panel' ? [SIDEBAR, PHONE] : [PHONE, DIALOG]) {
      const { page } = await shown(name, width);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      if (width === PHONE) await page.close();
    }
  });

  describe('the sidebar', () => {
    it('shows every target, and the records behind a figure lead to their rows', async () => {
      const { page, calls } = await shown('panel', SIDEBAR);
      const targets = page.locator('details.target');
      expect(await targets.count()).toBe(15);
      const members = targets.filter({ hasText: 'Số thành viên của các câu lạc bộ' });
      await members.locator('summary').click();
      await members.getByRole('button', { name: 'Dòng nào đứng sau số này?' }).click();
      await members.getByRole('button', { name: 'Đến dòng TV0001' }).click();
      await expect.poll(() => calls).toContain(`jumpTo ${TABS.members.sheetId} 1 0`);
      expect(await members.locator('.records').textContent()).not.toMatch(/Nguyễn|Hoàng|Lý|Ma /);
    });

    it('shows findings by severity, each a click away from its cell', async () => {
      const { page, calls } = await shown('panel', SIDEBAR);
      await page.getByRole('tab', { name: /Cần kiểm tra/ }).click();
      const all = await page.locator('.finding').count();
      await page.getByRole('button', { name: /^Phải sửa/ }).click();
      const errors = await page.locator('.finding').count();
      expect(errors).toBeGreaterThan(0);
      expect(errors).toBeLessThan(all);
      await page.locator('.finding button').first().click();
      await expect.poll(() => calls.some((call) => call.startsWith('jumpTo '))).toBe(true);
    });

    it('keeps what is open when it is brought up to date', async () => {
      const { page, calls } = await shown('panel', SIDEBAR);
      await page.locator('details.target summary').first().click();
      await page.getByRole('tab', { name: /Cần kiểm tra/ }).click();
      await button(page, 'Cập nhật').click();
      await page.getByText('Đã cập nhật.').waitFor();
      expect(calls.filter((call) => call === 'panelData')).toHaveLength(2);
      expect(await page.getByRole('tab', { name: /Cần kiểm tra/ }).getAttribute('aria-selected')).toBe('true');
      expect(await page.locator('details.target[open]').count()).toBe(1);
    });

    it('moves between its parts with the arrow keys', async () => {
      const { page } = await shown('panel', SIDEBAR);
      await page.getByRole('tab').first().focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('tab').nth(1).getAttribute('aria-selected')).toBe('true');
    });

    it('says so when there is nothing, and when it failed, with another try', async () => {
      let failing = true;
      const { page } = await shown('panel', SIDEBAR, {
        ...server,
        panelData: () => {
          if (failing) throw new Error('Sổ đang được cập nhật. Đề nghị thử lại sau ít phút.');
          return { unit: 'xã Quy Kỳ', plan: 'Kế hoạch', today: DAY, asOf: 'Tính đến ngày 14/12/2024', targets: [], findings: [] };
        },
      });
      await page.getByRole('alert').getByText('Sổ đang được cập nhật. Đề nghị thử lại sau ít phút.').waitFor();
      failing = false;
      await button(page, 'Thử lại').click();
      await page.getByText('Chưa có chỉ tiêu giao cho đơn vị trong kế hoạch.').waitFor();
      await page.getByRole('tab', { name: /Cần kiểm tra/ }).click();
      await page.getByText('Không có nội dung cần kiểm tra.').waitFor();
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
          others: [{ report: 'khac', title: 'Báo cáo đột xuất (về vay vốn)' }],
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

  it('a report on directive is asked for only when its days are in order', async () => {
    const { page, calls } = await shown('ad-hoc', PHONE);
    await page.getByLabel('Báo cáo về việc gì?').fill('về vay vốn quý III');
    await page.getByLabel('Hạn gửi').fill('2024-12-01');
    await button(page, 'Lập báo cáo').click();
    await page.getByText('Hạn gửi đã qua. Đề nghị chọn hạn gửi từ ngày 17/12/2024 trở đi.').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('due');
    await page.getByLabel('Hạn gửi').fill('2024-12-25');
    await button(page, 'Lập báo cáo').click();
    await page.getByText(/Đã lập báo cáo đột xuất \(về vay vốn quý III\), hạn gửi 25\/12\/2024/).waitFor();
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

  it('help leads to the tabs it names', async () => {
    const { page, calls } = await shown('help');
    await button(page, 'Mở trang Việc cần làm').click();
    await expect.poll(() => calls).toEqual([`jumpTo ${TABS.todo.sheetId} 0 0`]);
  });
});
