// Writes what is derived from other files. Run before start, test and check; a file that is right is left alone.
// Files that git keeps are written with --all only: otherwise `npm run check` would mend what it has to report.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles, isFresh, ROOT } from './generators.ts';

const all = process.argv.includes('--all');
for (const file of generatedFiles()) {
  if ((file.committed && !all) || isFresh(file)) continue;
  mkdirSync(dirname(ROOT + file.path), { recursive: true });
  writeFileSync(ROOT + file.path, file.content);
}
