// A folder for a run to leave its results in, removed after the test, and the command as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { RunSummary } from '../../cli/summary.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ishc-'));
  folders.push(folder);
  return folder;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** what it has printed so far */
  readonly printed: () => string;
}

const START = new URL('../../cli/start.ts', import.meta.url).pathname;

/** `npm start` with these arguments, in a folder. */
export function start(args: readonly string[], cwd: string): Running {
  const child = spawn(process.execPath, [START, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    stdout += String(data);
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += String(data);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended, printed: () => stdout + stderr };
}

/** Looks again every few milliseconds until it is so. */
export async function until(isSo: () => boolean, running: Pick<Running, 'child'>): Promise<void> {
  while (!isSo() && running.child.exitCode === null && running.child.signalCode === null)
    await new Promise((resolve) => setTimeout(resolve, 2));
}

export const summaryIn = (out: string): RunSummary => JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as RunSummary;
export const mailsIn = (out: string): string[] =>
  readdirSync(join(out, 'mails'))
    .filter((name) => name.endsWith('.eml'))
    .sort();
