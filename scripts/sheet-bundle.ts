// The files of the sheet's script, as clasp and the Apps Script API take them: one bundle, a page per dialog, and the manifest of a mode.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { TABS } from '../rules/register/tabs.ts';
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

/** What decides how a bundle for Apps Script looks. */
export const SHEET_BUNDLE = {
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'iife',
  globalName: 'ishc',
  target: 'es2019',
  charset: 'utf8', // Vietnamese can be read in the script's editor
  minifyWhitespace: true, // what is passed over costs time too
  minifySyntax: true, // names stay: the log tells by them where something went wrong
} as const satisfies BuildOptions;

/** All files of a mode. Throws when the bundle holds what Apps Script has not. */
export async function sheetFiles(mode: Mode): Promise<ScriptFile[]> {
  const [code, ...pages] = await Promise.all([sheetCode(), ...dialogNames().map(dialogPage)]);
  return [code, ...pages, { name: 'appsscript', type: 'JSON', source: readFileSync(`${FOLDER}/manifests/${mode}.json`, 'utf8') }];
}

/** The rest of the script stands in a comment: apps-script/whole.ts says why. This stands there for the end of a comment. */
const END_OF_COMMENT = '*\u2215';

const NOT_IN_APPS_SCRIPT = /node_modules\/zod\//;
/** What the first answer to an edit may do without, and what would make it late. */
const NOT_AT_EVERY_EDIT = /node_modules\/|rules\/(?:reporting|progress|plan|import|problems?)\b|templates\//;

/** The declarations of all tabs are data, and needed at every edit: from JSON they are there in half the time. */
const declarationsAsJson: Plugin = {
  name: 'declarations as JSON',
  setup({ onLoad }) {
    const json = JSON.stringify(TABS);
    if (!isDeepStrictEqual(JSON.parse(json), TABS)) throw new Error('a declaration of a tab is more than data');
    onLoad({ filter: /[\\/]rules[\\/]register[\\/]tabs\.ts$/ }, () => ({
      contents: `export const TABS = JSON.parse(${JSON.stringify(json)});`,
    }));
  },
};

/** Code.js: each export of the two entries is a global function; those of the whole script evaluate it first. */
export async function sheetCode(): Promise<ScriptFile> {
  const [entry, whole] = await Promise.all([
    bundled('entry.ts', NOT_AT_EVERY_EDIT, [declarationsAsJson]),
    bundled('whole-script.ts', NOT_IN_APPS_SCRIPT),
  ]);
  return {
    name: 'Code',
    type: 'SERVER_JS',
    source: [
      entry.text,
      ...entry.names.map((name) => globalFunction(name, 'ishc')),
      inComment(whole.text),
      ...whole.names.map((name) => globalFunction(name, 'ishc.whole()')),
    ].join('\n'),
  };
}

const globalFunction = (name: string, from: string): string => `function ${name}() { return ${from}.${name}.apply(this, arguments); }`;

function inComment(code: string): string {
  if (code.includes(END_OF_COMMENT)) throw new Error('the whole script holds the sign that stands for the end of a comment');
  return `function wholeScript_() {/*\n${code.split('*/').join(END_OF_COMMENT)}*/}`;
}

async function bundled(
  entry: string,
  forbidden: RegExp,
  plugins: Plugin[] = [],
): Promise<{ readonly text: string; readonly names: readonly string[] }> {
  const result = await build({
    ...SHEET_BUNDLE,
    entryPoints: [`${FOLDER}/${entry}`],
    write: false,
    metafile: true,
    legalComments: 'inline',
    plugins,
    define: { END_OF_COMMENT: JSON.stringify(END_OF_COMMENT) },
  });
  const parts = Object.values(result.metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const strangers = parts.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && forbidden.test(path));
  if (strangers.length > 0) throw new Error(`the bundle of ${entry} must not hold ${strangers[0]?.[0]}`);
  return { text: textOf(result), names: exportsOf(readFileSync(`${FOLDER}/${entry}`, 'utf8')) };
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
