// Writes every file that is derived from another one. Run before start, test and check; a file that is right is left alone.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles, isFresh, ROOT } from './generators.ts';

for (const file of generatedFiles()) {
  if (isFresh(file)) continue;
  mkdirSync(dirname(ROOT + file.path), { recursive: true });
  writeFileSync(ROOT + file.path, file.content);
}
