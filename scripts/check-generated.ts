// Fails, with a line per file, when a generated file that git keeps is not what its source says.
import { generatedFiles, isFresh } from './generators.ts';

for (const file of generatedFiles()) {
  if (!file.committed || isFresh(file)) continue;
  console.error(`${file.path} is stale: run "npm run generate -- --all" and commit it`);
  process.exitCode = 1;
}
