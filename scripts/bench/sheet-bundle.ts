// How large the sheet's bundle is, and how long a fresh runtime takes to evaluate it and to follow one edited row, beside a bundle that only
// imports zod and parses one row. Apps Script evaluates the whole script for every menu entry, tick and edit, so this is paid each time.
// The aim is 0.3 of zod's time for both together, 0.5 at most; it is not met, about 2.9 on the machine of the last run. What stands above it:
// - scanning the text (two thirds of the evaluation) grows with every rule, dialog and mail; mails and their templates are evaluated late
//   already, but they are scanned all the same;
// - an edit is followed by a check of the whole register with the functions' own rules, in code that nothing has warmed up: that is what
//   takes a note away in another row, and what makes both shells find the same.
// Tried: minified, it takes a twelfth off; a bundle of nothing but onEdit, minified, would still be at 2.3. So packing alone cannot do it;
// what could is a quick look at the edited row alone, a second way of checking that would have to agree with the first.
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { Plan } from '../../rules/plan/schema.ts';
import { planToRows } from '../../rules/register/plan-text.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { ROOT } from '../generators.ts';
import { SHEET_BUNDLE, sheetCode } from '../sheet-bundle.ts';
import { usualGrids } from './bench-registers.ts';
import { medians, ms, ratio } from './medians.ts';
import { plainSheet } from './plain-sheet.ts';

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

/** Compiled and run in a context of its own; a different last line each time, so that no compiled code is reused. */
function evaluator(code: string, globals: () => object = () => ({})): () => void {
  let run = 0;
  return () => {
    run += 1;
    new Script(`${code}\n// ${run}`).runInContext(createContext(globals()));
  };
}

const kb = (text: string): string => `${Math.round(Buffer.byteLength(text) / 1024)} KB`;

/** A register of the usual size: two clubs with 104 members, in which somebody has just typed a member's birth. */
function anEdit(): { readonly globals: object; readonly event: object } {
  const planText = readFileSync(`${ROOT}templates/plans/quy-ky.json`, 'utf8');
  const grids = usualGrids(Plan.parse(JSON.parse(planText)));
  grids.get(TABS.plan.sheetId)?.push(...planToRows(planText).map((row) => [...row]));
  const birth = Object.keys(TABS.members.columns).indexOf('birth') + 1;
  return plainSheet(grids, { sheetId: TABS.members.sheetId, row: 20, column: birth });
}

export async function benchSheetBundle(): Promise<void> {
  const [{ source }, alone] = await Promise.all([sheetCode(), zodAlone()]);
  const { globals, event } = anEdit();
  const times = medians(RUNS, {
    context: () => createContext({}),
    ours: evaluator(source),
    edited: evaluator(`${source}\nonEdit(event);`, () => ({ ...globals, event })),
    zod: evaluator(alone),
  });
  const [own, edited, zod] = [times.ours - times.context, times.edited - times.context, times.zod - times.context];
  console.log(`sheet's bundle: ${kb(source)}; zod alone: ${kb(alone)}`);
  console.log(`  evaluated in a fresh context ${ms(own)}, with the first edited row ${ms(edited)}; zod and one row ${ms(zod)}`);
  console.log(`  (an empty context, ${ms(times.context)}, is taken off)`);
  console.log(`  ratio evaluation = ${ratio(own, zod)}, ratio evaluation and first edited row = ${ratio(edited, zod)}`);
}
