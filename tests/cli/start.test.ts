// The command line: how a run ends, and how it ends when it was asked for wrongly. One sentence, never a stack.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { reported } from '../../cli/reported.ts';
import { startCommand } from '../../cli/start-command.ts';
import { aFolder, mailsIn, start, until } from './a-folder.ts';

const QUY_KY = ['--plan', 'quy-ky'];

/** One line that asks for something in Vietnamese. */
function expectOneSentence(stderr: string): void {
  expect(stderr.trim().split('\n').length).toBe(1);
  expect(stderr).toMatch(/Đề nghị .*\./);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error|undefined/);
}

test('a run ends with 0, what it did on standard output and its mails in the folder', async () => {
  const out = aFolder();
  const { code, stdout, stderr } = await start(['--once', ...QUY_KY, '--date', '20/12/2024', '--out', join(out, 'ket-qua')], out).ended;
  expect(stderr).not.toContain('Error');
  expect(code).toBe(0);
  expect(stdout).toContain('Ngày chạy thử: 20/12/2024');
  expect(stdout).toMatch(/xã Quy Kỳ: .* đã gửi số liệu/);
  expect(mailsIn(join(out, 'ket-qua')).length).toBeGreaterThan(0);
  expect(readdirSync(join(out, 'ket-qua')).sort()).toEqual(['mails', 'state', 'summary.json']);
});

describe('asked for wrongly', () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    ['a day that is none', ['--once', '--date', '2024-02-31'], '2024-02-31'],
    ['no day at all', ['--once', '--date', 'hôm nay'], 'hôm nay'],
    ['an option that there is not', ['--twice'], '--twice'],
    ['an option without its value', ['--once', '--date'], ''],
    ['a word too many', ['once'], ''],
    ['a plan without a demo', ['--once', '--plan', 'ha-noi'], 'ha-noi'],
    ['a port that is none', ['--port', 'tám'], 'tám'],
    ['a port beyond all ports', ['--port', '70000'], '70000'],
  ])('%s: one sentence that names it, and exit code 2', async (_what, args, named) => {
    const said: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
    expect(await reported(() => startCommand(args))).toBe(2);
    expectOneSentence(said.join('\n'));
    expect(said.join('\n')).toContain(named);
  });
});

test('a second run in the folder of one that is still running says so, changes nothing and ends with 1', async () => {
  const out = aFolder();
  const first = start(['--once', ...QUY_KY, '--out', out], out);
  await until(() => existsSync(join(out, 'state', 'workspace', 'lock')), first);
  first.child.kill('SIGSTOP');
  const second = await start(['--once', ...QUY_KY, '--out', out, '--date', '2025-12-20'], out).ended;
  first.child.kill('SIGCONT');
  expectOneSentence(second.stderr);
  expect(second.code).toBe(1);
  expect((await first.ended).code).toBe(0);
  expect(mailsIn(out)).toEqual(['quy-ky-05545-bao-cao-nam-2024-1.eml']);
});

describe('a port', () => {
  const taken = async (port: number): Promise<{ readonly port: number; readonly free: () => Promise<void> }> => {
    const server = createServer();
    const listening = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)); // somebody else has it already: it is taken all the same
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    const free = () => new Promise<void>((resolve) => (listening ? server.close(() => resolve()) : resolve()));
    return { port: listening ? (server.address() as AddressInfo).port : port, free };
  };

  test('that was asked for and is in use is refused in one sentence, exit 1', async () => {
    const folder = aFolder();
    const { port, free } = await taken(0);
    const { code, stderr } = await start(['--port', String(port)], folder).ended;
    await free();
    expectOneSentence(stderr);
    expect(stderr).toContain(String(port));
    expect(code).toBe(1);
  });

  test('that nobody asked for is replaced by another, which is named and answers, and Ctrl+C ends it with 0', async () => {
    const folder = aFolder();
    const { free } = await taken(8080);
    const running = start(QUY_KY, folder);
    await until(() => running.printed().includes('Ctrl+C'), running);
    const [, url = ''] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(running.printed()) ?? [];
    expect(url).not.toContain(':8080');
    expect((await fetch(`${url}/_workspace/health`)).status).toBe(200);
    running.child.kill('SIGINT');
    const { code, stderr } = await running.ended;
    await free();
    expect(stderr).toContain('Cổng 8080 đang được dùng');
    expect(code).toBe(0);
  });
});

test('a folder that cannot be used ends with 1 and leaves no process behind', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'tep'), '');
  const { code } = await start(['--once', '--out', join(folder, 'tep')], folder).ended;
  expect(code).toBe(1);
});
