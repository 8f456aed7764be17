// The files of the sheet's script, as clasp and the Apps Script API take them: one bundle, a page per dialog, and the manifest of a mode.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { exportsOf } from './apps-script-exports.ts';
import { ROOT } from './generators.ts';

export interface ScriptFile {
  /** without an ending, as the Apps Script API has it */
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

/** connected: the functions write and send; standalone: the script does it all, and needs more rights for it. */
export const MODES = ['connected', 'standalone'] as const;
export type Mode = (typeof MODES)[number];

const FOLDER = `${ROOT}apps-script`;
const UI = `${FOLDER}/ui`;

/** What decides how the bundle looks: one script of ES2019 in which nothing is evaluated before it is needed. */
export const SHEET_BUNDLE = {
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'iife',
  globalName: 'ishc',
  target: 'es2019',
  charset: 'utf8', // Vietnamese can be read in the script's editor
} as const satisfies BuildOptions;

/** All files of a mode. Throws when the bundle holds what Apps Script has not. */
export async function sheetFiles(mode: Mode): Promise<ScriptFile[]> {
  const [code, ...pages] = await Promise.all([sheetCode(), ...dialogNames().map(dialogPage)]);
  return [code, ...pages, { name: 'appsscript', type: 'JSON', source: readFileSync(`${FOLDER}/manifests/${mode}.json`, 'utf8') }];
}

/** Code.js: each export of the entry is a global function. */
export async function sheetCode(): Promise<ScriptFile> {
  const names = exportsOf(readFileSync(`${FOLDER}/entry.ts`, 'utf8'));
  const result = await build({
    ...SHEET_BUNDLE,
    entryPoints: [`${FOLDER}/entry.ts`],
    write: false,
    metafile: true,
    legalComments: 'inline',
    footer: { js: names.map((name) => `function ${name}() { return ishc.${name}.apply(this, arguments); }`).join('\n') },
  });
  const strangers = Object.keys(result.metafile.inputs).filter((path) => /node_modules\/zod\//.test(path));
  if (strangers.length > 0) throw new Error(`the sheet's bundle must not hold zod: ${strangers[0]}`);
  return { name: 'Code', type: 'SERVER_JS', source: textOf(result) };
}

/** Every folder of apps-script/ui that holds a dialog. */
function dialogNames(): string[] {
  if (!existsSync(UI)) return [];
  const folders = readdirSync(UI, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).filter((name) => existsSync(`${UI}/${name}/dialog.ts`));
}

/** A dialog as one page: its name, its style and its script stand where `ui/page.html` says. */
export async function dialogPage(name: string): Promise<ScriptFile> {
  const result = await build({
    entryPoints: [`${UI}/${name}/dialog.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    minify: true,
    charset: 'utf8',
  });
  const script = textOf(result).replace(/<\/(script)/gi, '<\\/$1'); // a text that closes the element would end the script
  const page = readFileSync(`${UI}/page.html`, 'utf8');
  const source = page
    .replace('<!-- name -->', name)
    .replace('<!-- style -->', () => `<style>\n${readFileSync(`${UI}/look.css`, 'utf8')}</style>`)
    .replace('<!-- script -->', () => `<script>\n${script}</script>`);
  return { name, type: 'HTML', source };
}

const textOf = ({ outputFiles }: { readonly outputFiles?: readonly { readonly text: string }[] }): string => {
  const text = outputFiles?.[0]?.text;
  if (text === undefined) throw new Error('esbuild gave no output');
  return text;
};
