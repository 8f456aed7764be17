// The worker: takes one run at a time, gives it a world of its own, and tells how it ended.

import { Script } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { Ended, Job, Start } from '../calls.ts';
import { Bridge } from './bridge.ts';
import { defineGlobals } from './globals.ts';
import { Realm } from './realm.ts';
import { Running } from './running.ts';
import { scriptDate } from './script-date.ts';

/** Compiled scripts by what they hold: the next run of the same project need not parse them again. */
const compiled = new Map<string, Script>();
const MOST_COMPILED = 8;

function scriptOf({ name, source, hash }: Job['scripts'][number]): Script {
  const known = compiled.get(hash);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const script = new Script(source, { filename: `${name}.gs` });
  compiled.set(hash, script);
  return script;
}

const isCallable = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === 'function';

function textOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}

async function run({ job, shared }: Start): Promise<Ended> {
  const realm = new Realm();
  const began = performance.now();
  const now = (): number => Math.floor(job.clock.now + (job.clock.runs ? performance.now() - began : 0));
  realm.define('Date', scriptDate(realm.Date, job.timeZone, now));
  const running = new Running(job, new Bridge(shared), realm, now);
  try {
    const event = realm.outward(defineGlobals(running));
    for (const script of job.scripts) scriptOf(script).runInContext(realm.context);
    const called: unknown = new Script(`typeof ${job.function} === 'function' ? ${job.function} : undefined`).runInContext(realm.context);
    if (!isCallable(called)) return { error: `Script function not found: ${job.function}` };
    const given = event === undefined ? job.args.map((argument) => realm.outward(argument)) : [event];
    let value = called(...given);
    await new Promise((resolve) => setImmediate(resolve)); // what promises left to do
    if (typeof value === 'object' && value !== null && isCallable((value as { then?: unknown }).then)) value = await value;
    return { value: plain(value) };
  } catch (error) {
    return { error: textOf(error) };
  }
}

/** What a dialog may be given back: plain data; anything else in it makes it null, as Google does. */
function plain(value: unknown): unknown {
  const isPlain = (part: unknown): boolean => {
    if (part === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof part)) return true;
    if (typeof part !== 'object' || Object.prototype.toString.call(part) === '[object Date]') return false;
    return Object.values(part).every(isPlain);
  };
  return isPlain(value) && value !== undefined ? (JSON.parse(JSON.stringify(value)) as unknown) : null;
}

process.on('unhandledRejection', () => {
  // a promise that a script drops: Google's run ends all the same
});

parentPort?.on('message', (start: Start) => {
  void run(start).then((ended) => parentPort?.postMessage({ ended }));
});
