// The built script in a workbook of the local workspace calls the functions: proves, asks, tells people what became of it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { script } from 'googleapis/build/src/apis/script/index.js';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { pair } from '../../cli/commands/pair.ts';
import { connectRegister } from '../../cli/connect-register.ts';
import { type LocalPublicFunctions, localPublicSetup, servePublicFunctions } from '../../cli/local-functions.ts';
import { localAccount } from '../../cli/local-google.ts';
import { changeUnitItems } from '../../functions/unit-items.ts';
import type { RunAnswer } from '../../local-workspace/page/protocol.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { type ScriptFile, sheetFiles } from '../../scripts/sheet-bundle.ts';
import { requestsIn } from '../functions/a-sheet.ts';
import { aRegister, aTrial, keyOf, ledgerOf, sentOf, type Trial } from '../functions/a-trial.ts';

const DAY = '2024-12-17' as IsoDate;
const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
const LEADER = 'Hoàng Văn Minh (mẫu) – CHỦ TỊCH (UBND)';
const LAN = 'lan@hoi.example';

let files: ScriptFile[] = [];
beforeAll(async () => {
  files = await sheetFiles('connected');
});

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  vi.unstubAllEnvs();
});

interface Book extends Trial {
  readonly register: string;
  readonly functions: LocalPublicFunctions;
  /** what alerts have said */
  readonly told: string[];
  /** what is typed when the script asks */
  typed: string;
  run(name: string, ...args: unknown[]): Promise<RunAnswer>;
}

/** A register with its script, which Lan may edit and has allowed everything; the functions serve beside it. */
async function aBook(allow: 'all' | 'some' = 'all'): Promise<Book> {
  const trial = await aTrial(DAY);
  const { workspace, clients } = trial;
  const register = await aRegister(trial, DAY, 'few');
  await clients.drive.permissions.create({ fileId: register, requestBody: { type: 'user', role: 'writer', emailAddress: LAN } });
  const { projects } = script({ version: 'v1', auth: localAccount(workspace.url, LAN), retry: false });
  const { data } = await projects.create({ requestBody: { title: 'CLB Liên thế hệ', parentId: register } });
  await projects.updateContent({ scriptId: data.scriptId ?? '', requestBody: { files: files.map((file) => ({ ...file })) } });
  workspace.scripts.consent({ spreadsheet: register, as: LAN, allow });
  const functions = await servePublicFunctions(
    localPublicSetup({ workspace: workspace.url, now: () => trial.clock.now, log: (entry) => trial.log.push(entry) }),
  );
  open.push(functions);
  const told: string[] = [];
  const book: Book = {
    ...trial,
    register,
    functions,
    told,
    typed: '',
    run: (name, ...args) => workspace.scripts.run({ spreadsheet: register, as: LAN, function: name, ...(args.length > 0 ? { args } : {}) }),
  };
  workspace.bus.subscribe((event) => {
    if (event.kind !== 'ask') return;
    if (!event.prompt) told.push(event.text);
    setImmediate(() => workspace.scripts.answer({ ask: event.ask, button: 'ok', text: book.typed }));
  });
  await connectRegister(clients, register, functions.address);
  return book;
}

/** The administrator's command, and the code typed into the menu's question. */
async function paired(book: Book): Promise<Book> {
  vi.stubEnv('ISHC_WORKSPACE', book.workspace.url);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await pair([book.register, '--json']);
  book.typed = (JSON.parse(String(log.mock.calls[0]?.[0])) as { code: string }).code;
  log.mockRestore();
  expect(await book.run('pairWithFunctions')).toEqual({ value: null });
  return book;
}

const submit = (book: Book): Promise<RunAnswer> => book.run('approveAndSend', KEY, LEADER);

/** A server in the functions' place. */
async function instead(book: Book, answer: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer(answer as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => server.close() });
  await connectRegister(book.clients, book.register, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return server;
}

/** Nothing was done and nothing can be done later: no mail, no ledger line, no request left. */
async function expectUntouched(book: Book): Promise<void> {
  expect(await requestsIn(book, book.register)).toEqual([]);
  expect(await ledgerOf(book, book.register)).toEqual([]);
  expect(await sentOf(book)).toEqual([]);
}

describe('the menu', () => {
  test('pairs the register, then sends in the name of the person who asked', async () => {
    const book = await paired(await aBook());
    expect(book.told).toEqual([expect.stringContaining('Đã kết nối sổ')]);
    expect(await submit(book)).toEqual({
      value: { said: expect.stringContaining('đã gửi đến'), shortText: expect.stringContaining('Đã gửi lúc') },
    });
    expect((await sentOf(book)).map(keyOf)).toEqual([KEY]);
    expect(await requestsIn(book, book.register)).toEqual([]);
    await book.run('reviseReport');
    expect(book.told.slice(1)).toEqual([
      expect.stringContaining('Lập bản thay thế của Báo cáo năm 2024'),
      expect.stringContaining('Đã lập'),
    ]);
    expect((await ledgerOf(book, book.register)).map(([key]) => key)).toContain(KEY.replace(/1$/, '2'));
    await book.run('reviseReport');
    expect(book.told.at(-1)).toBe('Chưa có báo cáo nào đã gửi để lập bản thay thế.');
  });

  test('shows the functions’ own preview', async () => {
    const book = await aBook();
    expect(await book.run('previewData', KEY)).toMatchObject({ value: { report: KEY, source: 'functions' } });
  });

  test('shows what the functions refuse in their own words, with their own code', async () => {
    const book = await aBook();
    const { error } = (await submit(book)) as { error: string };
    expect(error).toMatch(/chưa được kết nối với máy chủ xử lý.* Đề nghị người quản trị .*\(mã hỗ trợ: CALLER_UNKNOWN\)/);
    await expectUntouched(book);
  });
});

describe('when the functions cannot be asked', () => {
  test.each([
    ['the person did not allow calls to the outside', 'some', () => Promise.resolve(), /bấm Cho phép.*SCRIPT_NOT_ALLOWED/],
    ['nobody listens', 'all', (book: Book) => book.functions.close(), /chưa ghi vào sổ. Đề nghị kiểm tra mạng.*FUNCTIONS_UNREACHABLE/],
    [
      'a page of somebody else answers',
      'all',
      (book: Book) => instead(book, (_, response) => response.writeHead(200).end('<html>Đăng nhập</html>')),
      /chưa ghi vào sổ.*FUNCTIONS_UNREACHABLE/,
    ],
    [
      'it is sent on to another address',
      'all',
      (book: Book) => instead(book, (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()),
      /chưa ghi vào sổ.*FUNCTIONS_UNREACHABLE/,
    ],
    [
      'something answers JSON of its own',
      'all',
      (book: Book) => instead(book, (_, response) => response.writeHead(500).end('{"error":{"message":"<b>boom</b>"}}')),
      /Máy chủ chưa thực hiện được yêu cầu/,
    ],
    [
      'its address is no safe one',
      'all',
      ({ clients, register }: Book) =>
        changeUnitItems(clients.sheets, register, () => ({ functionsAddress: { value: 'http://may-chu.example' } })),
      /FUNCTIONS_NOT_SET/,
    ],
  ] as const)('because %s, people are told so and nothing is written', async (_what, allow, arrange, told) => {
    const book = await aBook(allow);
    await arrange(book);
    const { error } = (await submit(book)) as { error: string };
    expect(error).toMatch(told);
    expect(error).not.toContain('boom');
    await expectUntouched(book);
  });

  test('because its answer is lost, people are sent to the ledger, and one mail has gone out', async () => {
    const book = await paired(await aBook());
    await instead(book, async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      await fetch(`${book.functions.address}${request.url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: Buffer.concat(chunks),
      });
      response.destroy();
    });
    const { error } = (await submit(book)) as { error: string };
    expect(error).toMatch(/máy chủ đã nhận.* Đề nghị xem trang Theo dõi báo cáo.*FUNCTIONS_NO_ANSWER/);
    expect((await sentOf(book)).map(keyOf)).toEqual([KEY]);
  });
});

test('a copy of a paired register has a script of its own, which the functions do not take for the original’s', async () => {
  const book = await paired(await aBook());
  const { data } = await book.clients.drive.files.copy({ fileId: book.register, requestBody: { name: 'Bản sao' } });
  const copy = data.id ?? '';
  await book.clients.drive.permissions.create({ fileId: copy, requestBody: { type: 'user', role: 'writer', emailAddress: LAN } });
  book.workspace.scripts.consent({ spreadsheet: copy, as: LAN, allow: 'all' });
  const answer = await book.workspace.scripts.run({ spreadsheet: copy, as: LAN, function: 'approveAndSend', args: [KEY, LEADER] });
  expect(answer).toEqual({ error: expect.stringContaining('CALLER_UNKNOWN') });
  expect(await sentOf(book)).toEqual([]);
});
