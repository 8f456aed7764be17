import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { markerId, sha256Hex, utf8 } from '../../rules/hash.ts';

test('writes any text as the UTF-8 that everybody else writes', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
  expect([...utf8('Hà \ud83d')]).toEqual([...new TextEncoder().encode('Hà \ud83d')]);
});

test('hashes as Node does', () => {
  const node = (text: string): string => createHash('sha256').update(text).digest('hex');
  for (const text of ['', 'abc', 'Câu lạc bộ Liên thế hệ tự giúp nhau', '𠀋 😀', 'Minh'.repeat(1_000)])
    expect(sha256Hex(text)).toBe(node(text));
});

test('gives each key, attempt and probe a place of its own within 31 bits', () => {
  const keys = Array.from({ length: 200 }, (_, index) => `quy-ky/yearly/${index}`);
  const ids = keys.flatMap((key) => [1, 2].flatMap((attempt) => [0, 1].map((probe) => markerId(key, attempt, probe))));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true);
});

test('never moves the place of a marker that stands in a workbook', () => {
  expect([markerId('quy-ky/yearly/2024/1', 1, 0), markerId('quy-ky/yearly/2024/1', 2, 0)]).toMatchInlineSnapshot(`
    [
      2137577817,
      936941050,
    ]
  `);
});

test('works where there is no Web API, as in Apps Script', async () => {
  const stdin = { contents: "export { sha256Hex } from './rules/hash.ts'", resolveDir: process.cwd(), loader: 'ts' } as const;
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife', globalName: 'hash', platform: 'neutral' });
  const script = `${outputFiles[0]?.text}; hash.sha256Hex('Hà')`;
  expect(runInNewContext(script, {})).toBe(sha256Hex('Hà'));
});
