// The code knows no plan: units, offices and numbers of the committees' plans stand in the plan files and in the demo alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Plan } from '../../rules/plan/schema.ts';
import { PROBLEMS } from '../../rules/problem.ts';
import type { Tab } from '../../rules/register/column.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { TABS } from '../../rules/register/tabs.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const FOLDERS = ['rules', 'workbook', 'templates', 'functions', 'apps-script', 'local-workspace', 'scripts', 'cli'];
/** Benchmarks measure a demo register; they are no code of the product. */
const ASIDE = /^(templates\/plans|cli\/demo|scripts\/bench)\/|\/(\.types|dist|generated|schemas|node_modules)\//;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(ts|hbs|mjs|html|js)$/.test(path) && !ASIDE.test(path)),
);
const code = new Map(files.map((path) => [path, read(path).normalize('NFC')]));

const plans = ['quy-ky', 'buon-ma-thuot'].map((name) => Plan.parse(JSON.parse(read(`templates/plans/${name}.json`))));
const bare = (name: string): string => name.replace(/^(xã|phường|thành phố|tỉnh|huyện) /, '');

/** Names of few letters are ordinary words, or parts of them: they are looked for with the word that makes them a place. */
const namesOf = (names: Plan['units'][number]['names']): string[] =>
  names.flatMap(({ name, formerArea }) => [name, formerArea ?? '', bare(name).length >= 7 ? bare(name) : '']);

const words = new Set(
  plans
    .flatMap((plan) => [
      plan.id,
      ...plan.units.flatMap(({ names, locations }) => [...namesOf(names), ...locations]),
      ...namesOf(plan.superior?.names ?? []),
      plan.superior?.id ?? '',
      ...plan.offices.flatMap(({ id, name }) => [id, name]),
      plan.document.issuer,
      plan.document.place,
      ...plan.targets.map(({ id }) => id).filter((id) => id.length > 10), // shorter ones are ordinary words
      ...plan.targets.map(({ text = '' }) => text),
    ])
    .filter((word): word is string => typeof word === 'string' && word !== ''),
);
const codes = new Set(
  plans
    .flatMap((plan) =>
      [...plan.units, ...(plan.superior ? [plan.superior] : [])].flatMap(({ id, names }) => [id, ...names.map((one) => one.code)]),
    )
    .filter((one) => /^\d{4,}$/.test(one)),
);

/** Numbers of the targets that nobody would write for another reason. */
const numbers = new Set(
  JSON.stringify(plans.map(({ targets }) => targets.map((target) => ('bar' in target ? target.bar : {})))).match(/\b\d{3,}\b/g) ?? [],
);

const linesWith = (pattern: RegExp): string[] =>
  [...code].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])),
  );
const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&');

describe('no file of the code names', () => {
  it('that there is code to look at', () => {
    expect(files.length).toBeGreaterThan(200);
    expect([words.has('Quy Kỳ'), words.has('xã Quy Kỳ'), words.has('Buôn Ma Thuột'), words.has('Thống Nhất 1')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([...numbers]).toEqual(expect.arrayContaining(['150', '160', '950', '570']));
  });

  it.each([...words, 'Đắk Lắk', 'Định Hóa'])('%s', (word) => {
    expect(linesWith(new RegExp(`(?<![\\p{L}\\d-])${escaped(word.normalize('NFC'))}(?![\\p{L}\\d-])`, 'u'))).toEqual([]);
  });

  it.each([...codes])('the code %s', (one) => {
    expect(linesWith(new RegExp(`(?<!\\d)${one}(?!\\d)`))).toEqual([]);
  });

  it.each([...numbers].filter((number) => !['100', '150', '160'].includes(number)))('%s as a number', (number) => {
    expect(linesWith(new RegExp(`(?<![\\d.#_])${number}(?![\\d.%])`))).toEqual([]);
  });
});

describe('the documents name', () => {
  it.each(Object.keys(PROBLEMS))('what to do about %s', (problem) => {
    expect(read('docs/operations.md').includes(`| \`${problem}\` |`)).toBe(true);
  });

  const glossary = read('docs/glossary.md').normalize('NFC');
  const titles = new Set([...Object.values<Tab>(TABS), ...Object.values<Tab>(SUPERIOR_TABS)].map(({ title }) => title));
  it.each([...titles])('the tab %s', (title) => {
    expect(glossary.includes(title.normalize('NFC'))).toBe(true);
  });
});
