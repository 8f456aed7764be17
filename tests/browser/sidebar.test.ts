// The sidebar in a real browser, over the demo register and the real rules; only google.script is a stand-in.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { TABS } from '../../rules/register/tabs.ts';
import { CHROMIUM, NO_CHROMIUM } from './chromium.ts';
import { demoServer } from './demo-server.ts';
import { dialogsInBrowser, SIDEBAR } from './in-browser.ts';

const DAY = '2024-12-17';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe.skipIf(CHROMIUM === undefined)(`the sidebar${CHROMIUM === undefined ? ` (skipped: ${NO_CHROMIUM})` : ''}`, () => {
  const server = demoServer(DAY);
  const shown = dialogsInBrowser(server);

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
});
