// A run that is killed at any moment, and run again: one mail per key. Moments are lines of the workspace's journal, one per change.
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { once } from '../../cli/once.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { aFolder, mailsIn, start, summaryIn, until } from './a-folder.ts';

const DAY = '2024-12-20';
const PLAN = 'quy-ky';

/** Counts the lines of a growing file, looking only at what has come since. */
function lineCounter(file: string): () => number {
  let [seen, lines] = [0, 0];
  return () => {
    const size = existsSync(file) ? statSync(file).size : 0;
    if (size > seen) {
      const more = Buffer.alloc(size - seen);
      const handle = openSync(file, 'r');
      readSync(handle, more, 0, more.length, seen);
      closeSync(handle);
      for (let at = more.indexOf(10); at !== -1; at = more.indexOf(10, at + 1)) lines += 1;
      seen = size;
    }
    return lines;
  };
}

/** Starts a run and kills it as soon as the journal has so many lines; answers with how many it had in the end. */
async function killedAfter(lines: number, out: string): Promise<number> {
  const written = lineCounter(join(out, 'state', 'workspace', 'journal.jsonl'));
  const running = start(['--once', '--date', DAY, '--plan', PLAN, '--out', out], out);
  await until(() => (lines === 0 ? existsSync(join(out, 'state')) : written() >= lines), running);
  running.child.kill('SIGKILL');
  await running.ended;
  return written();
}

async function expectToEndRight(out: string): Promise<void> {
  const { failed, summary } = await once({ date: DAY as IsoDate, plans: [PLAN], out, tell: () => undefined });
  expect(failed).toBe(false);
  const keys = summary.registers.flatMap(({ deliveries }) => deliveries.map(({ key, status }) => `${key} ${status}`));
  expect(keys).toEqual(['quy-ky/05545/bao-cao-nam/2024/1 sent']);
  expect(mailsIn(out)).toEqual(['quy-ky-05545-bao-cao-nam-2024-1.eml']);
  expect(summaryIn(out)).toEqual(summary);
}

const MOMENTS = [0, 4, 7, 9, 11, 12, 13];

test('a run killed at any of its changes ends right when it is run again', async () => {
  const stopped: number[] = [];
  const one = async (lines: number): Promise<void> => {
    const out = aFolder();
    stopped.push(await killedAfter(lines, out));
    await expectToEndRight(out);
  };
  const waiting = [...MOMENTS];
  const worker = async (): Promise<void> => {
    for (let lines = waiting.shift(); lines !== undefined; lines = waiting.shift()) await one(lines);
  };
  await Promise.all([worker(), worker()]);
  expect(new Set(stopped).size).toBeGreaterThan(MOMENTS.length / 2 - 1); // the kills came at many different moments
}, 60_000);
