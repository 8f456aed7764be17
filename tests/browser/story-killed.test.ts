// `npm start` is killed while somebody types, and started again on the same folder: nothing that was acknowledged is lost, nothing is done twice.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { aFolder, start, until } from '../cli/a-folder.ts';
import { aBrowser, CHROMIUM, NO_CHROMIUM } from './chromium.ts';
import { cell, goTo, openTab, runsOf, shows, typeIn } from './story-page.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? `a kill (skipped: ${NO_CHROMIUM})` : 'a kill', () => {
  const browser = aBrowser();

  test('keeps what was acknowledged; what was typed meanwhile waits under a banner and is carried out once', async () => {
    const [folder, port] = [aFolder(), await freePort()];
    const url = `http://127.0.0.1:${port}`;
    const begin = async () => {
      const running = start(['--plan', 'quy-ky', '--port', String(port)], folder);
      await until(() => running.printed().includes('Ctrl+C'), running);
      return running;
    };
    const first = await begin();
    const page = await browser.open(url);
    await page.locator('.script-menu').waitFor();
    await openTab(page, 'Thành viên');
    await typeIn(page, 'D109', 'Hoàng Thị Lan');
    await cell(page, 'D109').and(page.locator(':not([data-pending])')).waitFor();
    first.child.kill('SIGKILL');
    await first.ended;
    await page.getByText(/Mất kết nối với không gian thử/).waitFor();
    await typeIn(page, 'D110', 'Triệu Thị Hà');
    await page.locator('[data-address=D110][data-pending]').waitFor();
    await page.getByText('1 thay đổi đang chờ gửi.').waitFor();

    const second = await begin();
    await page.locator('#banner').waitFor({ state: 'hidden' });
    await goTo(page, 'D110');
    await shows(page, 'D109', 'Hoàng Thị Lan');
    await shows(page, 'D110', 'Triệu Thị Hà');
    await page.locator('[data-address=D110]:not([data-pending])').waitFor();
    // both rows have their codes: the killed run of the first is made up for by the edit after it
    await shows(page, 'A109', 'TV0108');
    await shows(page, 'A110', 'TV0109');
    expect((await runsOf(url)).filter(({ trigger }) => trigger === 'edit')).toHaveLength(1);
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
  });
});
