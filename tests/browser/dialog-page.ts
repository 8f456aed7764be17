// A dialog of the sheet in a browser by itself: its page as the build makes it, and a stand-in for google.script that a test answers.
import type { Browser, Page } from 'playwright-core';
import { dialogPage } from '../../scripts/sheet-bundle.ts';

const made = new Map<string, Promise<string>>();

/** The page of a dialog as it is deployed; each is built once. */
export function dialogHtml(name: string): Promise<string> {
  const html = made.get(name) ?? dialogPage(name).then(({ source }) => source);
  made.set(name, html);
  return html;
}

/** What the script behind the sheet would do; throwing is answering with an error. */
export type Server = { readonly [name: string]: (...args: never[]) => unknown };

export interface OpenDialog {
  readonly page: Page;
  /** every call that reached the script, in order: `jumpTo 103 5 0` */
  readonly calls: string[];
  /** addresses outside the page that it asked for */
  readonly requests: string[];
  /** lines of the browser's console */
  readonly told: string[];
  /** how often the dialog asked to be closed */
  closed(): Promise<number>;
}

/** google.script.run and google.script.host as a dialog sees them; answers cross over as JSON, as Google's do. */
function standIn(): void {
  const host = { closed: 0, focused: 0 };
  type Handler = (answer: unknown) => void;
  const runner = (good: Handler, bad: Handler): unknown =>
    new Proxy(
      {},
      {
        get: (_target, name: string) => {
          if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, bad);
          if (name === 'withFailureHandler') return (handler: Handler) => runner(good, handler);
          return (...args: unknown[]) => {
            const call = (globalThis as unknown as { callScript: (name: string, args: string) => Promise<string> }).callScript;
            call(name, JSON.stringify(args)).then((text) => {
              const answer = JSON.parse(text) as { readonly value?: unknown; readonly error?: string };
              if (answer.error === undefined) good(answer.value);
              else bad(new Error(answer.error));
            });
          };
        },
      },
    );
  const script = {
    run: runner(
      () => undefined,
      () => undefined,
    ),
    host: {
      close: () => {
        host.closed += 1;
      },
      editor: {
        focus: () => {
          host.focused += 1;
        },
      },
    },
  };
  Object.assign(globalThis, { google: { script }, scriptHost: host });
}

const PAGE = 'http://sheet.example/';

/** Opens a dialog in a window of its size. */
export async function openDialog(browser: Browser, name: string, server: Server, width: number, height = 700): Promise<OpenDialog> {
  const page = await browser.newPage({ viewport: { width, height } });
  const [calls, requests, told]: [string[], string[], string[]] = [[], [], []];
  page.on('console', (line) => told.push(line.text()));
  page.on('pageerror', (error) => told.push(String(error)));
  await page.exposeFunction('callScript', async (called: string, args: string) => {
    const parsed = JSON.parse(args) as never[];
    calls.push([called, ...parsed].join(' '));
    try {
      const answer = server[called];
      if (answer === undefined) throw new Error(`no function ${called}`);
      return JSON.stringify({ value: (await answer(...parsed)) ?? null });
    } catch (error) {
      return JSON.stringify({ error: error instanceof Error ? error.message : String(error) });
    }
  });
  await page.addInitScript(standIn);
  const html = await dialogHtml(name);
  await page.route('**/*', (route) => {
    const address = route.request().url();
    if (address === PAGE) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    requests.push(address);
    return route.abort();
  });
  await page.goto(PAGE);
  return {
    page,
    calls,
    requests,
    told,
    closed: () => page.evaluate(() => (globalThis as unknown as { scriptHost: { closed: number } }).scriptHost.closed),
  };
}
