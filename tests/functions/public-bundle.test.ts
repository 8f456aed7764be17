// What is deployed open to the world holds no entry of the schedule: neither its code nor its names.
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/generators.ts';

const partsOf = async (entry: string): Promise<string[]> => {
  const { metafile } = await build({
    entryPoints: [`${ROOT}functions/${entry}`],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: 'out',
  });
  return Object.keys(metafile.inputs);
};

const PRIVATE = ['entries', 'sweep', 'process-register', 'roll-up'].map((name) => `functions/${name}.ts`);
const PUBLIC = ['public-entries', 'claim-request', 'caller', 'pair-register'].map((name) => `functions/${name}.ts`);

test('the public bundle holds none of the schedule, and the schedule’s none of the public', async () => {
  const [open, closed] = await Promise.all([partsOf('public-main.ts'), partsOf('main.ts')]);
  expect(open.filter((part) => PRIVATE.includes(part))).toEqual([]);
  expect(open).toEqual(expect.arrayContaining(PUBLIC));
  expect(closed.filter((part) => PUBLIC.includes(part))).toEqual([]);
  expect(closed).toEqual(expect.arrayContaining(PRIVATE));
});
