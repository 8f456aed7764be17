// Dialogs opened in one browser for the tests of a file; whatever a test does, its dialog may ask nothing of the network.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type OpenDialog, openDialog, type Server } from './dialog-page.ts';

export const [SIDEBAR, PHONE, DIALOG] = [300, 390, 1000] as const;

/** Called inside a `describe`: gives the function that opens a dialog and waits until it shows what it has. */
export function dialogsInBrowser(usual: Server): (name: string, width?: number, server?: Server) => Promise<OpenDialog> {
  let browser: Browser | undefined;
  let open: OpenDialog[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const asked = open.flatMap(({ requests }) => requests);
    await Promise.all(open.map(({ page }) => page.close()));
    open = [];
    expect(asked).toEqual([]);
  });
  return async (name, width = DIALOG, server = usual) => {
    if (browser === undefined) throw new Error('the browser is not there yet');
    const opened = await openDialog(browser, name, server, width);
    open = [...open, opened];
    await opened.page.waitForFunction('!document.querySelector("[aria-busy]")');
    return opened;
  };
}
