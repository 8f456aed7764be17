// Builds what is deployed: the functions' bundle for Cloud Functions and the sheet's bundle for clasp.
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import * as entry from './apps-script-exports.ts';
import { ROOT } from './generators.ts';

const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string; dependencies: Record<string, string> };

/** One file for the functions; packages stay outside and are installed by the deployment at these exact versions. */
async function buildFunctions(): Promise<string> {
  const folder = `${ROOT}functions/dist`;
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: [`${ROOT}functions/main.ts`],
    outfile: `${folder}/main.js`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
  });
  const { version, dependencies } = manifest;
  writeFileSync(
    `${folder}/package.json`,
    `${JSON.stringify({ name: 'ishc-functions', version, type: 'module', main: 'main.js', dependencies }, null, 2)}\n`,
  );
  return `${folder}/main.js`;
}

/** One script for the sheet: ES2019, no zod, each export a global function. */
async function buildAppsScript(): Promise<string> {
  const folder = `${ROOT}apps-script/dist`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = entry.exportsOf(readFileSync(`${ROOT}apps-script/entry.ts`, 'utf8'));
  const result = await build({
    entryPoints: [`${ROOT}apps-script/entry.ts`],
    outfile: `${folder}/Code.js`,
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'ishc',
    target: 'es2019',
    metafile: true,
    legalComments: 'inline',
    footer: { js: names.map((name) => `function ${name}() { return ishc.${name}.apply(this, arguments); }`).join('\n') },
  });
  const strangers = Object.keys(result.metafile.inputs).filter((path) => /node_modules\/zod\//.test(path));
  if (strangers.length > 0) throw new Error(`the sheet's bundle must not hold zod: ${strangers[0]}`);
  copyFileSync(`${ROOT}apps-script/appsscript.json`, `${folder}/appsscript.json`);
  return `${folder}/Code.js`;
}

for (const file of [await buildFunctions(), await buildAppsScript()]) {
  console.log(`${file.slice(ROOT.length)}: ${Math.round(statSync(file).size / 1024)} KB`);
}
