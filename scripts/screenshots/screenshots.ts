// `npm run screenshots`: makes the pictures of README and manual anew, by using the page of `npm start` in a Chromium.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { DEMO_PLANS } from '../../cli/demo/demo-plans.ts';
import { openTrial } from '../../cli/open-trial.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { allow, cell, choose, closeDialog, dialog, mend, openTab, typeIn } from './sheet-acts.ts';

const DAY = '2024-12-16' as IsoDate;
const PICTURES = new URL('../../docs/pictures/', import.meta.url).pathname;
const [DESK, PHONE] = [
  { width: 1240, height: 750 },
  { width: 390, height: 844 },
];
const MOST = 200_000; // bytes of a picture

async function picture(page: Page, name: string): Promise<void> {
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  const { size } = statSync(path);
  if (size > MOST) throw new Error(`${name}.png has ${size} bytes, more than ${MOST}`);
  console.log(`${name}.png ${size}`);
}

async function aFinding(page: Page): Promise<void> {
  await openTab(page, 'Thành viên');
  const before = await cell(page, 'E4').innerText();
  await typeIn(page, 'E4', '2065');
  await cell(page, 'B4').getByText('Phải sửa').waitFor();
  await cell(page, 'E4').click({ position: { x: 4, y: 4 } });
  await page.locator('#note.has-note').waitFor();
  await picture(page, 'trang-thanh-vien');
  await typeIn(page, 'E4', before);
  await cell(page, 'B4').getByText('Phải sửa').waitFor({ state: 'detached' });
}

async function theSidebar(page: Page): Promise<void> {
  await choose(page, 'Bảng theo dõi');
  const panel = page.frameLocator('#sidebar iframe');
  await panel.locator('details.target summary').nth(1).click();
  await picture(page, 'bang-theo-doi');
  await page.locator('#sidebar').getByRole('button', { name: 'Đóng' }).click();
}

async function thePreview(page: Page): Promise<void> {
  await choose(page, 'Xem trước báo cáo');
  await dialog(page).frameLocator('iframe').getByText('Đề nghị quý cơ quan:').waitFor();
  await picture(page, 'xem-truoc');
  await mend(page, 'TV0052', '01/05/2024', '01/09/2024');
  await mend(page, 'VV0019', 'TV0999', 'TV0007');
  await mend(page, 'HD0041', 'Văn nghệ quần chúng', 'Tăng thu nhập');
  await dialog(page).getByText('Không có việc vướng.').waitFor();
  await closeDialog(page);
}

async function thePhone(page: Page): Promise<void> {
  await openTab(page, 'Việc cần làm');
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: 'Như điện thoại' }).click();
  const answer = cell(page, 'C5');
  await cell(page, 'B5').locator('.tick').click();
  await answer.getByText('Đã nhận').waitFor();
  await picture(page, 'dien-thoai');
  await cell(page, 'B5').locator('.tick').click();
  await answer.getByText('Đã thôi').waitFor();
  await page.getByRole('button', { name: 'Như điện thoại' }).click();
  await page.setViewportSize(DESK);
}

async function theApproval(page: Page): Promise<void> {
  await choose(page, 'Lãnh đạo đã duyệt');
  await dialog(page).getByLabel('Ai đã duyệt?').selectOption({ index: 1 });
  await dialog(page).getByLabel('Tôi xác nhận lãnh đạo đã duyệt các số liệu trên').check();
  await picture(page, 'duyet-gui');
  await dialog(page).getByRole('button', { name: 'Gửi báo cáo' }).click();
  await dialog(page)
    .getByText(/đã gửi đến/)
    .waitFor();
  await closeDialog(page);
}

async function theMailbox(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hộp thư' }).click();
  await page.locator('.mail-item').first().click();
  await page.frameLocator('.mail-html').getByText('Đề nghị quý cơ quan:').waitFor();
  await picture(page, 'hop-thu');
}

const executablePath =
  process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const plans = DEMO_PLANS.slice(0, 1).map(({ file }) => file); // the one commune is quick to make
const state = mkdtempSync(join(tmpdir(), 'ishc-pictures-'));
const { url, close } = await openTrial({ state, date: DAY, plans, tell: () => undefined });
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: DESK, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  await page.goto(url);
  await page.locator('.script-menu').waitFor();
  await allow(page);
  await aFinding(page);
  await page.locator('#strip').getByRole('button', { name: 'Đóng' }).click();
  for (const act of [theSidebar, thePreview, thePhone, theApproval, theMailbox]) await act(page);
} finally {
  await browser.close();
  await close();
  rmSync(state, { recursive: true, force: true });
}
