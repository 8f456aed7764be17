// Builds what is deployed: the functions' bundle for Cloud Functions and the sheet's bundle for clasp.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { ROOT } from './generators.ts';
import { MODES, sheetFiles } from './sheet-bundle.ts';

const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string; dependencies: Record<string, string> };

/** One file for the entries of the schedule and one, in a folder of its own, for those that are open to the world: they are deployed apart. */
async function buildFunctions(): Promise<string[]> {
  const folder = `${ROOT}functions/dist`;
  rmSync(folder, { recursive: true, force: true });
  return [
    await buildDeployment('ishc-functions', 'functions/main.ts', folder),
    await buildDeployment('ishc-public-functions', 'functions/public-main.ts', `${folder}/public`),
  ];
}

/** Packages stay outside and are installed by the deployment at these exact versions. */
async function buildDeployment(name: string, entry: string, folder: string): Promise<string> {
  await build({
    entryPoints: [`${ROOT}${entry}`],
    outfile: `${folder}/main.js`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
  });
  const { version, dependencies } = manifest;
  writeFileSync(`${folder}/package.json`, `${JSON.stringify({ name, version, type: 'module', main: 'main.js', dependencies }, null, 2)}\n`);
  return `${folder}/main.js`;
}

const ENDINGS = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' } as const;

/** What clasp pushes: a folder per mode, the same bundle in both. */
async function buildAppsScript(): Promise<string[]> {
  rmSync(`${ROOT}apps-script/dist`, { recursive: true, force: true });
  const written: string[] = [];
  for (const mode of MODES) {
    const folder = `${ROOT}apps-script/dist/${mode}`;
    mkdirSync(folder, { recursive: true });
    for (const { name, type, source } of await sheetFiles(mode)) {
      written.push(`${folder}/${name}${ENDINGS[type]}`);
      writeFileSync(`${folder}/${name}${ENDINGS[type]}`, source);
    }
  }
  return written;
}

for (const file of [...(await buildFunctions()), ...(await buildAppsScript())]) {
  console.log(`${file.slice(ROOT.length)}: ${Math.round(statSync(file).size / 1024)} KB`);
}
