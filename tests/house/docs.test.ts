// The documents as data: every link leads somewhere, every document can be reached from the README, and nothing is named that is not there.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PROBLEMS } from '../../rules/problem.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const START = 'README.md';
const DOCUMENTS = [START, 'CHANGELOG.md', 'local-workspace/PARITY.md', ...globSync('docs/**/*.md', { cwd: root })];

interface Link {
  readonly from: string;
  readonly target: string;
}

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Without fenced blocks and inline code: what stands there is no link. */
const proseOf = (file: string): string =>
  textOf(file)
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '');

const isOutside = (target: string): boolean => /^[a-z]+:/.test(target);

/** Links and pictures that stay in the repository. */
const linksOf = (from: string): Link[] =>
  [...proseOf(from).matchAll(/\]\(([^()\s]+)\)|<img src="([^"]+)"/g)].flatMap(([, link, picture]) => {
    const target = link ?? picture;
    return target === undefined || isOutside(target) ? [] : [{ from, target }];
  });

/** As GitHub makes them: lower case, without punctuation, dashes for spaces; the second of a name ends in -1. And those that are set by hand. */
function anchorsOf(file: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = [
    ...textOf(file)
      .replace(/^```[\s\S]*?^```/gm, '')
      .matchAll(/^#{1,6} (.+)$/gm),
  ].map(([, heading = '']) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const anchor = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
      .replace(/ /g, '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
  const named = [...textOf(file).matchAll(/<a (?:id|name)="([^"]+)">/g)].map(([, name = '']) => name);
  return new Set([...anchors, ...named]);
}

/** The file that a link means, from the root. */
function fileOf({ from, target }: Link): string {
  const [path = ''] = target.split('#');
  return path === '' ? from : relative(root, resolve(root, dirname(from), decodeURI(path)));
}

function faultOf(link: Link): string | undefined {
  const file = fileOf(link);
  if (file.startsWith('..') || !existsSync(join(root, file))) return `${link.from}: no file ${link.target}`;
  const anchor = link.target.split('#')[1];
  if (anchor === undefined || extname(file) !== '.md') return undefined;
  return anchorsOf(file).has(decodeURI(anchor)) ? undefined : `${link.from}: no heading ${link.target}`;
}

test('every link of a document leads to a file that is there and to a heading that is there', () => {
  expect(DOCUMENTS.flatMap(linksOf).flatMap((link) => faultOf(link) ?? [])).toEqual([]);
});

test('every file below docs can be reached from the README by following links', () => {
  const reached = new Set([START]);
  for (const file of reached) {
    if (extname(file) !== '.md') continue;
    for (const next of linksOf(file).map(fileOf)) {
      const whole = join(root, next);
      if (!existsSync(whole)) continue;
      const isFolder = statSync(whole).isDirectory();
      for (const one of isFolder ? globSync(`${next.replace(/\/$/, '')}/*`, { cwd: root }) : [next]) reached.add(one);
    }
  }
  const files = globSync('docs/**/*', { cwd: root }).filter((file) => statSync(join(root, file)).isFile());
  expect(files.filter((file) => !reached.has(file))).toEqual([]);
});

test('documents are written in composed letters', () => {
  expect(DOCUMENTS.filter((file) => textOf(file) !== textOf(file).normalize('NFC'))).toEqual([]);
});

/** What a text names after some words, each once. */
const namedIn = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();

test('every variable of the configuration is in the example of an environment and in the table of operations', () => {
  const variables = namedIn(textOf('rules/config.ts'), /^ {2}(ISHC_[A-Z_]+):/gm);
  expect(variables.length).toBeGreaterThan(0);
  expect(namedIn(textOf('.env.example'), /^#?(ISHC_[A-Z_]+)=/gm)).toEqual(variables);
  expect(namedIn(textOf('docs/operations.md'), /^\| `(ISHC_[A-Z_]+)` \|/gm)).toEqual(variables);
});

test('every code of a problem has one row in the table of operations', () => {
  const rows = [...textOf('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \| [a-zA-Z]+, \d{3} \|/gm)].map(([, code = '']) => code);
  expect(rows.sort()).toEqual(Object.keys(PROBLEMS).sort());
});

test('a menu item that a manual names is on the menu of the sheet', () => {
  const items = namedIn(textOf('apps-script/labels.ts').split('export const DIALOG')[0] ?? '', /^ {2}\w+: '([^']+)',$/gm);
  const named = DOCUMENTS.flatMap((file) => namedIn(textOf(file), /CLB Liên thế hệ > ([^*\n]+?)\*/g));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !items.includes(name))).toEqual([]);
});

test('what the documents run is there, and what they call missing is missing', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const missing = namedIn(textOf(START), /`npm run ([a-z:-]+)`(?=[^|]*nothing has been run against real Google yet)/g);
  const run = DOCUMENTS.flatMap((file) => namedIn(textOf(file), /npm run (?:-s )?([a-z:]+)/g));
  expect([...new Set(run)].filter((name) => !(name in scripts)).sort()).toEqual(missing);
  expect(
    Object.keys(scripts).filter((name) => !/^p(re|ost)/.test(name) && !run.includes(name) && !['start', 'test'].includes(name)),
  ).toEqual([]);
});
