// The links of a report's mail over HTTP: looking changes nothing, pressing records once, and whatever was altered does nothing.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { TABS } from '../../rules/register/tabs.ts';
import { answerLinks } from '../../rules/reporting/receipt-link.ts';
import { aSentReport, decoded, KEY, LINKS, linksIn, open, press } from './a-receiver.ts';
import type { Sheet } from './a-sheet.ts';
import { aTurn, cellsOf, sentOf } from './a-trial.ts';

const columns = Object.keys(TABS.reports.columns);
async function rowOf(sheet: Sheet): Promise<Record<string, unknown>> {
  const rows = await cellsOf(sheet, sheet.register, TABS.reports.title);
  const row = rows.find(([key]) => key === KEY) ?? [];
  return Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '']));
}
const everything = async (sheet: Sheet) =>
  JSON.stringify(await Promise.all([TABS.reports, TABS.frozen, TABS.todo].map(({ title }) => cellsOf(sheet, sheet.register, title))));
const writesOf = ({ workspace }: Sheet): number =>
  workspace.log.filter(({ method }) => method === 'sheets.spreadsheets.batchUpdate').length;

describe('the mail', () => {
  test('offers both links in its text and its HTML, and asks for a reply too', async () => {
    const sheet = await aSentReport();
    const { received, returned } = await linksIn(sheet);
    expect([received, returned]).toEqual(Object.values(answerLinks(LINKS, sheet.register, KEY)));
    expect(decoded((await sentOf(sheet))[0] ?? '')).toContain('hoặc trả lời thư này');
  });

  test('freezes no link', async () => {
    const sheet = await aSentReport();
    expect(JSON.stringify(await cellsOf(sheet, sheet.register, TABS.frozen.title))).not.toContain('receipt?');
  });
});

describe('looking at a link', () => {
  test('changes nothing, however often and however a scanner looks', async () => {
    const sheet = await aSentReport();
    const { received, returned } = await linksIn(sheet);
    const [before, writes] = [await everything(sheet), writesOf(sheet)];
    for (const link of [received, returned, received]) {
      expect((await open(sheet, link)).status).toBe(200);
      expect((await open(sheet, link, 'HEAD')).status).toBe(200);
    }
    expect((await open(sheet, received, 'PUT')).status).toBe(400);
    expect([await everything(sheet), writesOf(sheet)]).toEqual([before, writes]);
  });

  test('shows one button, the report’s name, and for a return the places of the report’s own mail', async () => {
    const sheet = await aSentReport();
    const { received, returned } = await linksIn(sheet);
    const page = (await open(sheet, received)).html;
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page).toContain('Báo cáo năm 2024 – Xã Quy Kỳ');
    const form = (await open(sheet, returned)).html;
    for (const place of ['Chỉ tiêu mục', 'CLB: ', 'Mục 4. Lưu ý về số liệu', 'Nội dung khác']) expect(form).toContain(place);
  });

  test('loads nothing from anywhere, runs no script, and tells nobody the address', async () => {
    const sheet = await aSentReport();
    const { html, headers } = await open(sheet, (await linksIn(sheet)).returned);
    expect(html).not.toMatch(/<script|https?:\/\/|@import|url\(|style=/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('pressing', () => {
  test('records the receipt once, sends no mail, and says so when pressed again', async () => {
    const sheet = await aSentReport();
    const { received } = await linksIn(sheet);
    const first = await press(sheet, received);
    expect([first.status, first.html]).toEqual([200, expect.stringContaining('đã ghi nhận nơi nhận tiếp nhận ngày 20/12/2024')]);
    expect(await rowOf(sheet)).toMatchObject({ status: 'Đã tiếp nhận', received: 45646, returned: '' });
    const after = await everything(sheet);
    const again = await press(sheet, received);
    expect([again.status, again.html]).toEqual([200, expect.stringContaining('đã được ghi nhận tiếp nhận ngày 20/12/2024')]);
    expect((await open(sheet, received)).html).not.toContain('<button');
    expect(await everything(sheet)).toBe(after);
    expect(await sentOf(sheet)).toHaveLength(1);
  });

  test('at the same moment records once, and everybody is told that it is recorded', async () => {
    const sheet = await aSentReport();
    const { received } = await linksIn(sheet);
    const pages = await Promise.all([press(sheet, received), press(sheet, received), press(sheet, received)]);
    for (const { status, html } of pages)
      expect([status, html]).toEqual([200, expect.stringMatching(/ghi nhận (nơi nhận )?tiếp nhận ngày/)]);
    expect((await rowOf(sheet)).status).toBe('Đã tiếp nhận');
  });

  test('returns the report with reasons and their places; a receipt before it stays', async () => {
    const sheet = await aSentReport();
    const { received, returned } = await linksIn(sheet);
    await press(sheet, received);
    const place = /<option value="(target:[^"]+)"/.exec((await open(sheet, returned)).html)?.[1] ?? '';
    const fields = { cho0: place, noidung0: ' Số CLB chưa khớp với văn bản. ', cho1: 'la', noidung1: '=1+1', noidung2: '   ' };
    const { status, html } = await press(sheet, returned, fields);
    expect([status, html]).toEqual([200, expect.stringContaining('(2 nội dung)')]);
    expect(await rowOf(sheet)).toMatchObject({ status: 'Yêu cầu chỉnh sửa', received: 45646, returned: 45646 });
    const kept = (await cellsOf(sheet, sheet.register, TABS.frozen.title)).find(([key, field]) => key === KEY && field === 'returned');
    expect(JSON.parse(String(kept?.[3]))).toMatchObject({
      reasons: [
        { place, text: 'Số CLB chưa khớp với văn bản.' },
        { place: 'other', text: '=1+1' },
      ],
    });
    expect((await press(sheet, returned, fields)).html).toContain('đã có yêu cầu chỉnh sửa');
  });

  test('without a reason, or with one that is too long, records nothing', async () => {
    const sheet = await aSentReport();
    const { returned } = await linksIn(sheet);
    const before = await everything(sheet);
    expect(await press(sheet, returned, { noidung0: '  ' })).toMatchObject({
      status: 400,
      html: expect.stringContaining('chưa có nội dung'),
    });
    expect(await press(sheet, returned, { noidung0: 'x'.repeat(1001) })).toMatchObject({ status: 400 });
    expect(await everything(sheet)).toBe(before);
  });

  test('while Google is busy says that it may not be recorded, and works when pressed again', async () => {
    const sheet = await aSentReport();
    const { received } = await linksIn(sheet);
    sheet.workspace.fault({ kind: 'lost', match: ({ method }) => method === 'sheets.spreadsheets.batchUpdate' });
    expect(await press(sheet, received)).toMatchObject({ status: 503, html: expect.stringContaining('bấm hai lần không ghi hai lần') });
    expect((await press(sheet, received)).html).toContain('tiếp nhận ngày 20/12/2024');
    await aTurn(sheet.register, sheet);
    expect(await rowOf(sheet)).toMatchObject({ status: 'Đã tiếp nhận', received: 45646 });
  });
});

describe('a link that is not as it was signed', () => {
  const swapped = (link: string, name: string, value: string) => link.replace(new RegExp(`${name}=[^&]*`), `${name}=${value}`);
  test.each([
    ['whose action was changed', (link: string) => swapped(link, 'viec', 'returned')],
    ['whose report was changed', (link: string) => swapped(link, 'bao-cao', encodeURIComponent('quy-ky/05545/bao-cao-nam/2025/1'))],
    ['whose register was changed', (link: string) => swapped(link, 'so', '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde')],
    ['whose signature was cut', (link: string) => link.slice(0, -1)],
    ['whose signature was guessed', (link: string) => swapped(link, 'ky', '0'.repeat(64))],
    ['with a parameter twice', (link: string) => `${link}&ky=${'0'.repeat(64)}`],
    ['with nothing behind its address', (link: string) => link.split('?')[0] ?? ''],
    [
      'signed by somebody else',
      (_link: string, { register }: Sheet) => answerLinks({ ...LINKS, secrets: ['x'.repeat(32)] }, register, KEY).received,
    ],
  ])('%s does nothing, asks Google nothing, and is no page of the report', async (_what, alter) => {
    const sheet = await aSentReport();
    const link = alter((await linksIn(sheet)).received, sheet);
    const from = sheet.workspace.log.length;
    for (const shown of [await open(sheet, link), await press(sheet, link)]) {
      expect(shown.status).toBe(403);
      expect(shown.html).toContain('Đường dẫn không còn nguyên vẹn');
      expect(shown.html).not.toContain('Quy Kỳ');
    }
    expect(sheet.workspace.log.length).toBe(from);
  });

  test('but signed with a secret of before is good while the deployment still names it', async () => {
    const sheet = await aSentReport({ ...LINKS, secrets: ['y'.repeat(40), ...LINKS.secrets] });
    const old = answerLinks(LINKS, sheet.register, KEY).received;
    expect((await press(sheet, old)).html).toContain('tiếp nhận ngày 20/12/2024');
  });
});

test('the log names neither the report’s words nor the reasons', async () => {
  const sheet = await aSentReport();
  const { returned } = await linksIn(sheet);
  await press(sheet, returned, { noidung0: 'Bà Hoàng Thị Mai ghi hai lần' });
  expect(JSON.stringify(sheet.log)).not.toMatch(/Mai|ky=/);
});
