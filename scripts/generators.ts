// The list of what is generated. `generate.ts` writes it, `check-generated.ts` compares what git keeps.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileTemplates } from './compile-templates.ts';
import { dataDictionary } from './data-dictionary.ts';
import type { GeneratedFile } from './generated-file.ts';
import { planJsonSchema } from './plan-json-schema.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Add a generator here. Each is quick, reads files of the repository only, and gives the same text every time. */
const GENERATORS: readonly (() => readonly GeneratedFile[])[] = [
  () => compileTemplates(`${ROOT}templates`),
  () => [{ path: 'templates/plans/plan.schema.json', content: planJsonSchema(), committed: true }],
  () => [{ path: 'docs/data-dictionary.md', content: dataDictionary(), committed: true }],
];

/** All generated files as they should be. */
export const generatedFiles = (): GeneratedFile[] => GENERATORS.flatMap((generator) => generator());

/** Whether the file on disk is what it should be. */
export function isFresh(file: GeneratedFile): boolean {
  const path = ROOT + file.path;
  return existsSync(path) && readFileSync(path, 'utf8') === file.content;
}
