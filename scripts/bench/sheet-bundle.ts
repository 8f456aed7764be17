// How large the sheet's bundle is and how long a fresh runtime takes to evaluate it, beside a bundle that only imports zod and parses
// one row. Apps Script evaluates the whole script for every menu entry, tick and trigger, so this is paid each time.
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { ROOT } from '../generators.ts';
import { medians, ms, ratio } from './medians.ts';

const RUNS = 15;

const ZOD_ALONE = `
import { z } from 'zod';
const Row = z.strictObject({ code: z.string(), name: z.string(), birth: z.number().int(), board: z.boolean() });
export const row = Row.parse({ code: 'TV0001', name: 'Hoàng Thị Lan', birth: 1956, board: true });
`;

/** With the options of scripts/build.ts that decide what stands in the bundle and how. */
async function bundled(entry: { readonly file: string } | { readonly source: string }, minify: boolean): Promise<string> {
  const from = 'file' in entry ? { entryPoints: [entry.file] } : { stdin: { contents: entry.source, resolveDir: ROOT } };
  const result = await build({
    ...from,
    write: false,
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'ishc',
    target: 'es2019',
    minify,
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Compiled and run in a context of its own; a different last line each time, so that no compiled code is reused. */
function evaluator(code: string): () => void {
  let run = 0;
  return () => {
    run += 1;
    new Script(`${code}\n// ${run}`).runInContext(createContext({}));
  };
}

const kb = (text: string): string => `${Math.round(Buffer.byteLength(text) / 1024)} KB`;

export async function benchSheetBundle(): Promise<void> {
  const entry = { file: `${ROOT}apps-script/entry.ts` };
  const [ours, oursSmall, zod, zodSmall] = await Promise.all([
    bundled(entry, false),
    bundled(entry, true),
    bundled({ source: ZOD_ALONE }, false),
    bundled({ source: ZOD_ALONE }, true),
  ]);
  const times = medians(RUNS, { context: () => createContext({}), ours: evaluator(ours), zod: evaluator(zod) });
  const [own, alone] = [times.ours - times.context, times.zod - times.context];
  console.log(`sheet's bundle: ${kb(ours)} (${kb(oursSmall)} minified); zod alone: ${kb(zod)} (${kb(zodSmall)} minified)`);
  console.log(
    `  evaluated in a fresh context: ${ms(own)}; zod and one row: ${ms(alone)} (an empty context, ${ms(times.context)}, is taken off)`,
  );
  console.log(`  ratio size = ${ratio(ours.length, zod.length)}, ratio evaluation = ${ratio(own, alone)}`);
}
