// The pages behind the links of a mail, as a browser shows them under their own policy: on a telephone, with a finger, in the dark.
import { describe, expect, it } from 'vitest';
import { aSentReport, here, linksIn } from '../functions/a-receiver.ts';
import { ledgerOf } from '../functions/a-trial.ts';
import { aBrowser, CHROMIUM, NO_CHROMIUM } from './chromium.ts';
import { PHONE } from './in-browser.ts';

const TELEPHONE = { width: PHONE, height: 844 };

describe.skipIf(CHROMIUM === undefined)(`receipt pages${CHROMIUM === undefined ? ` (skipped: ${NO_CHROMIUM})` : ''}`, () => {
  const browser = aBrowser();
  const overflow = 'document.documentElement.scrollWidth - innerWidth';

  it('confirm by one button, and say that it is recorded; opening alone records nothing', async () => {
    const sheet = await aSentReport();
    const page = await browser.open(here(sheet, (await linksIn(sheet)).received), TELEPHONE);
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    expect(await page.evaluate("getComputedStyle(document.querySelector('button')).color")).toBe('rgb(255, 255, 255)'); // its style is let in
    expect((await ledgerOf(sheet, sheet.register))[0]?.[1]).toBe('Đã gửi số liệu');
    await page.getByRole('button', { name: 'Xác nhận đã tiếp nhận' }).click();
    await page.getByText('đã ghi nhận nơi nhận tiếp nhận').waitFor();
    expect((await ledgerOf(sheet, sheet.register))[0]?.[1]).toBe('Đã tiếp nhận');
  });

  it('take reasons with their places, and want at least one', async () => {
    const sheet = await aSentReport();
    const page = await browser.open(here(sheet, (await linksIn(sheet)).returned), TELEPHONE);
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    const send = page.getByRole('button', { name: 'Gửi yêu cầu chỉnh sửa' });
    await send.click();
    expect(await page.locator('textarea:invalid').count()).toBe(1);
    await page.getByLabel('Chỗ cần chỉnh sửa').first().selectOption({ label: 'Mục 4. Lưu ý về số liệu' });
    await page.getByLabel('Nội dung cần chỉnh sửa và lý do').first().fill('Đề nghị nêu rõ nguồn số liệu.');
    await send.click();
    await page.getByText('đã ghi nhận yêu cầu chỉnh sửa (1 nội dung)').waitFor();
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
  });
});
