// How large the sheet's bundle is, and how long a fresh runtime takes to evaluate it and to answer one edited row, beside a bundle that only
// imports zod and parses one row. Apps Script evaluates the whole script for every menu entry, tick and edit, so this is paid each time.
// The aim is 0.3 of zod's time for evaluation and answer together, 0.5 at most; docs/decisions/017 tells how it got there. An edit is answered when its
// first notes are written (SpreadsheetApp.flush); the check of the whole register, which comes after that in the same run, has a line of its own.
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { Plan } from '../../rules/plan/schema.ts';
import { planToRows } from '../../rules/register/plan-text.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { ROOT } from '../generators.ts';
import { SHEET_BUNDLE, sheetCode } from '../sheet-bundle.ts';
import { usualGrids } from './bench-registers.ts';
import { DoneAt, medians, ms, ratio } from './medians.ts';
import { type PlainSheet, plainSheet } from './plain-sheet.ts';

const RUNS = 15;

const ZOD_ALONE = `
import { z } from 'zod';
const Row = z.strictObject({ code: z.string(), name: z.string(), birth: z.number().int(), board: z.boolean() });
export const row = Row.parse({ code: 'TV0001', name: 'Hoàng Thị Lan', birth: 1956, board: true });
`;

async function zodAlone(): Promise<string> {
  const { outputFiles } = await build({ ...SHEET_BUNDLE, write: false, stdin: { contents: ZOD_ALONE, resolveDir: ROOT } });
  return outputFiles[0]?.text ?? '';
}

let texts = 0;

/**
 * A text never seen before, so that no compiled code is reused; in one piece, as a script that was just loaded. It differs at its beginning: the
 * engine compares a text with all that are as long, and with an end of their own that took longer from run to run.
 */
function unseen(code: string): string {
  texts += 1;
  return Buffer.from(`// ${texts}\n${code}`, 'utf16le').toString('utf16le');
}

/** Compiles and runs the code in a context of its own, and gives the moment when that was done: at the end, or when `done` says. */
function evaluator(code: string, globals: () => object = () => ({}), done: () => number = () => performance.now()): () => DoneAt {
  let next = unseen(code);
  return () => {
    new Script(next).runInContext(createContext(globals()));
    const moment = new DoneAt(done());
    next = unseen(code);
    return moment;
  };
}

/** The same, followed by an edit. It is done when it is answered. */
function answered(code: string, { globals, event }: PlainSheet): () => DoneAt {
  let first: number | undefined;
  const flush = () => {
    first ??= performance.now();
  };
  const world = () => {
    first = undefined;
    return { ...globals, SpreadsheetApp: { ...globals.SpreadsheetApp, flush }, event };
  };
  return evaluator(`${code}\nonEdit(event);`, world, () => {
    if (first === undefined) throw new Error('the edit was not answered');
    return first;
  });
}

const kb = (text: string): string => `${Math.round(Buffer.byteLength(text) / 1024)} KB`;
const MEMBER = Object.keys(TABS.members.columns);

/** A register of the usual size: two clubs with 104 members, in which somebody has just typed a birth that no calendar has. */
function anEdit(edited: { readonly column: number; readonly columns: number }): PlainSheet {
  const planText = readFileSync(`${ROOT}templates/plans/quy-ky.json`, 'utf8');
  const grids = usualGrids(Plan.parse(JSON.parse(planText)));
  grids.get(TABS.plan.sheetId)?.push(...planToRows(planText).map((row) => [...row]));
  const row = grids.get(TABS.members.sheetId)?.[19];
  if (row === undefined) throw new Error('the register has no twentieth row');
  row[MEMBER.indexOf('birth')] = '30/02/1956';
  return plainSheet(grids, { sheetId: TABS.members.sheetId, row: 20, ...edited });
}

export async function benchSheetBundle(): Promise<void> {
  const [{ source }, alone] = await Promise.all([sheetCode(), zodAlone()]);
  const typed = anEdit({ column: MEMBER.indexOf('birth') + 1, columns: 1 });
  const pasted = anEdit({ column: 1, columns: MEMBER.length });
  const times = medians(RUNS, {
    context: () => createContext({}),
    ours: evaluator(source),
    typed: answered(source, typed),
    pasted: answered(source, pasted),
    checked: evaluator(`${source}\nonEdit(event);`, () => ({ ...typed.globals, event: typed.event })),
    zod: evaluator(alone),
  });
  const net = (time: number): number => time - times.context;
  const beside = (time: number): string => `${ms(net(time))}, ratio = ${ratio(net(time), net(times.zod))}`;
  const atOnce = source.slice(0, source.indexOf('function wholeScript_'));
  console.log(
    `sheet's bundle: ${kb(source)}, of it parsed at once ${kb(atOnce)}; zod alone: ${kb(alone)}, with one row ${ms(net(times.zod))}`,
  );
  console.log(`  (an empty context, ${ms(times.context)}, is taken off each)`);
  console.log(`  evaluated in a fresh context: ${beside(times.ours)}`);
  console.log(`  evaluated and the first edited row answered: ${beside(times.typed)}; a row pasted as a whole: ${beside(times.pasted)}`);
  console.log(`  evaluated and the whole register checked after the edit: ${beside(times.checked)}`);
}
