// What a person does on the page, for the pictures: open a tab, go to a cell, type, choose from the menu.
import type { FrameLocator, Locator, Page } from 'playwright-core';

export const cell = (page: Page, address: string): Locator => page.locator(`[role=gridcell][data-address="${address}"]`);
export const dialog = (page: Page): FrameLocator => page.frameLocator('dialog[open] iframe');

export async function openTab(page: Page, title: string): Promise<void> {
  await page.getByRole('tab', { name: title, exact: true }).click();
  await page.getByRole('grid', { name: `Trang ${title}`, exact: true }).waitFor();
}

export async function typeIn(page: Page, address: string, text: string): Promise<void> {
  await cell(page, address).click({ position: { x: 4, y: 4 } });
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Chooses from the menu of the sheet's script; `item` is the beginning of what it says. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.locator('.script-menu').click();
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
}

export async function closeDialog(page: Page): Promise<void> {
  await page.locator('dialog[open]').getByRole('button', { name: 'Đóng' }).first().click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

/** The script is allowed to run, and what it says of that is read. */
export async function allow(page: Page): Promise<void> {
  await choose(page, 'Hướng dẫn');
  await page.getByRole('button', { name: 'Cho phép' }).click();
  await hush(page);
}

/** Every toast is read and closed. */
export async function hush(page: Page): Promise<void> {
  const toasts = page.locator('.toast');
  await toasts.first().waitFor();
  for (let left = await toasts.count(); left > 0; left = await toasts.count()) await toasts.first().getByRole('button').click();
}

/** Goes from what blocks the report to its cell, and types what is right; then looks at the preview again. */
export async function mend(page: Page, record: string, wrong: string, right: string): Promise<void> {
  await dialog(page).locator('.blockers li', { hasText: record }).getByRole('button').click();
  await page.locator('#content').getByText(wrong).waitFor();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.keyboard.type(right);
  await page.keyboard.press('Enter');
  await page.locator('[data-pending]').first().waitFor({ state: 'detached' });
  await choose(page, 'Xem trước báo cáo');
  await dialog(page).getByRole('heading', { name: 'Việc còn vướng' }).waitFor();
}
