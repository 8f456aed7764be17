// The command line: how a run ends, and how it ends when it was asked for wrongly. One sentence, never a stack.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
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

/** The command in this process: its exit code, and what it said on standard error. */
async function commanded(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  const code = await reported(() => startCommand(args));
  spy.mockRestore();
  return { code, said: said.join('\n') };
}

describe('asked for wrongly', () => {
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
    const { code, said } = await commanded(args);
    expect(code).toBe(2);
    expectOneSentence(said);
    expect(said).toContain(named);
  });
});

test('a run ends with 0 and its results in the folder; a second one there meanwhile says so, changes nothing and ends with 1', async () => {
  const folder = aFolder();
  const out = join(folder, 'ket-qua');
  const first = start(['--once', ...QUY_KY, '--date', '20/12/2024', '--out', out], folder);
  await until(() => existsSync(join(out, 'state', 'workspace', 'lock')), first);
  first.child.kill('SIGSTOP');
  const second = await start(['--once', ...QUY_KY, '--date', '2025-12-20', '--out', out], folder).ended;
  first.child.kill('SIGCONT');
  expectOneSentence(second.stderr);
  expect(second.code).toBe(1);
  const { code, stdout, stderr } = await first.ended;
  expect(stderr).not.toContain('Error');
  expect(code).toBe(0);
  expect(stdout).toContain('Ngày chạy thử: 20/12/2024');
  expect(stdout).toMatch(/xã Quy Kỳ: .* đã gửi số liệu/);
  expect(mailsIn(out)).toEqual(['quy-ky-05545-bao-cao-nam-2024-1.eml']);
  expect(readdirSync(out).sort()).toEqual(['mails', 'state', 'summary.json']);
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

test('a folder that cannot be used is told in one sentence, exit 1', async () => {
  const file = join(aFolder(), 'tep');
  writeFileSync(file, '');
  const { code, said } = await commanded(['--once', '--out', file]);
  expect(code).toBe(1);
  expectOneSentence(said);
});
