// The trial of `npm start` made in-process for a file of stories, and the page of it as a person uses it: tabs, cells, menu, dialogs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { OFFICER } from '../../cli/demo/page-roles.ts';
import { localClients } from '../../cli/local-google.ts';
import { type OpenTrial, openTrial } from '../../cli/open-trial.ts';
import type { RunRecord } from '../../local-workspace/page/protocol.ts';
import type { aBrowser, Size } from './chromium.ts';

/** A trial of one commune, opened before the tests of a file or a `describe` and closed after them. */
export function aTrialOfOneCommune(): () => OpenTrial {
  let opened: OpenTrial | undefined;
  const state = mkdtempSync(join(tmpdir(), 'ishc-story-'));
  beforeAll(async () => {
    opened = await openTrial({ state, plans: ['quy-ky'], tell: () => undefined });
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(state, { recursive: true, force: true });
  });
  return () => {
    if (opened === undefined) throw new Error('the trial has not begun');
    return opened;
  };
}

/** A person has said yes to the script of the first register. */
export async function allowScript({ trial, url }: OpenTrial, as: string = OFFICER): Promise<void> {
  const spreadsheet = trial.district.registers[0]?.id;
  const wish = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ spreadsheet, as, allow: 'all' }) };
  expect((await fetch(`${url}/_workspace/page/consent`, wish)).status).toBe(200);
}

/** A person has left a note in a cell of the first register, as on Google's own page. */
export async function noted(
  { trial, url }: OpenTrial,
  place: { readonly sheetId: number; readonly row: number; readonly column: number },
  note: string,
) {
  const { sheetId, row, column } = place;
  const range = { sheetId, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: column, endColumnIndex: column + 1 };
  await localClients(url).sheets.spreadsheets.batchUpdate({
    spreadsheetId: trial.district.registers[0]?.id ?? '',
    requestBody: { requests: [{ updateCells: { range, rows: [{ values: [{ note }] }], fields: 'note' } }] },
  });
}

export const cell = (page: Page, address: string): Locator => page.locator(`[role=gridcell][data-address="${address}"]`);

export async function openTab(page: Page, title: string): Promise<void> {
  await page.getByRole('tab', { name: title, exact: true }).click();
  await page.getByRole('grid', { name: `Trang ${title}`, exact: true }).waitFor();
}

/** Opens the page of a trial and, where one is named, a tab of the register it opens on. */
export const opensAt =
  (browser: ReturnType<typeof aBrowser>, url: () => string) =>
  async (tab?: string, size?: Size): Promise<Page> => {
    const page = await browser.open(url(), size);
    await page.locator('.script-menu').waitFor({ state: 'attached' });
    if (tab !== undefined) await openTab(page, tab);
    return page;
  };

/** Goes to a cell of the open tab, wherever it is, and clicks it. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(`{
    const tab = new URLSearchParams(location.hash.slice(1)).get('gid');
    location.hash = '#gid=' + tab + '&range=${address}';
  }`);
  await active(page, address);
  await cell(page, address).click({ position: { x: 4, y: 4 } });
}

/** Waits until the cell is the active one. */
export const active = (page: Page, address: string): Promise<void> => page.locator(`.grid[data-active="${address}"]`).waitFor();

export async function typeIn(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

export async function pasteAt(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}

export const textOf = (page: Page, address: string): Promise<string> => cell(page, address).innerText();

/** Waits until a cell shows it. */
export const shows = (page: Page, address: string, text: string | RegExp): Promise<void> =>
  expect.poll(() => textOf(page, address), { timeout: 10_000 })[typeof text === 'string' ? 'toBe' : 'toMatch'](text as never);

export const colourOf = (page: Page, address: string): Promise<string> =>
  cell(page, address).evaluate(
    (element) =>
      (globalThis as unknown as { getComputedStyle(of: unknown): { backgroundColor: string } }).getComputedStyle(element).backgroundColor,
  );

/** What is said of the selected cell below the grid. */
export const noteOf = (page: Page): Promise<string> => page.locator('#note').innerText();

/** Chooses from the menu of the sheet's script; `item` is the beginning of what it says. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.locator('.script-menu').click();
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
}

/** The dialog of the script that is open. */
export const dialog = (page: Page): FrameLocator => page.frameLocator('dialog[open] iframe');
export const sidebar = (page: Page): FrameLocator => page.frameLocator('#sidebar iframe');

export const closeDialog = async (page: Page): Promise<void> => {
  await page.locator('dialog[open]').getByRole('button', { name: 'Đóng' }).first().click();
  await page.locator('dialog').waitFor({ state: 'detached' });
};

/** Waits for words in a toast, and answers with all of it. */
export async function told(page: Page, words: string | RegExp): Promise<string> {
  const toast = page.locator('.toast').filter({ hasText: words }).first();
  await toast.waitFor();
  return toast.innerText();
}

/** Chooses from the menu of the trial's clock. */
export async function command(page: Page, item: string): Promise<void> {
  await page.locator('#clock button').first().click();
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
}

export async function becomes(page: Page, role: string): Promise<void> {
  await page.getByLabel('Vai').selectOption({ label: role });
}

export async function openMailbox(page: Page, whose: string): Promise<void> {
  const mailbox = page.getByLabel('Hộp thư của');
  if (!(await mailbox.isVisible())) await page.getByRole('button', { name: 'Hộp thư' }).click();
  const option = mailbox.locator('option', { hasText: whose });
  await mailbox.selectOption((await option.getAttribute('value')) ?? '');
}

/** The letter in a frame that shows mail: its body, whatever ends its lines, whatever time of the day it names and wherever its links lead. */
export const letterIn = async (frame: Locator): Promise<string> =>
  ((await frame.getAttribute('srcdoc')) ?? '')
    .replace(/\r\n/g, '\n')
    .replace(/^.*<body/s, '<body')
    .replace(/href="[^"]*"/g, 'href')
    .replace(/\d\d:\d\d ngày/g, '… ngày');

export const runsOf = async (url: string): Promise<RunRecord[]> =>
  (await (await fetch(`${url}/_workspace/page/runs`)).json()) as RunRecord[];
