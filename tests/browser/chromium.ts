// Where a Chromium is, for the tests that need one; without one they skip and say so.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `CHROMIUM` or `CHROMIUM_PATH`, or where Linux distributions put it. */
export const CHROMIUM = [process.env.CHROMIUM ?? '', process.env.CHROMIUM_PATH ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

export const NO_CHROMIUM = 'no Chromium was found: install one, or name it in CHROMIUM_PATH';

export function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A browser for the tests of a file; what a test has opened is closed after it. */
export function aBrowser(): { open(url: string, size?: Size): Promise<Page> } {
  let browser: Browser | undefined;
  const pages: Page[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(() => browser?.close());
  return {
    open: async (url, viewport = { width: 1280, height: 800 }) => {
      if (browser === undefined) throw new Error('the browser has not started');
      const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      pages.push(page);
      await page.goto(url);
      return page;
    },
  };
}
