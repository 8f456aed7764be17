// What a project's files must be before Google keeps them: named once, free of syntax errors, with a manifest among them.
import { Script } from 'node:vm';
import { badRequest } from '../google-error.ts';
import { isObject } from '../json.ts';

export interface GivenFile {
  readonly name?: string;
  readonly type?: string;
  readonly source?: string;
}

/** A file that can be kept. */
export interface CheckedFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

const isType = (type: string): type is CheckedFile['type'] => type === 'SERVER_JS' || type === 'HTML' || type === 'JSON';

/** The files of a request; throws Google's 400. `isKnown` tells of sources that were checked before. */
export function checkedFiles(files: readonly GivenFile[], isKnown: (source: string) => boolean): CheckedFile[] {
  const names = new Set<string>();
  const checked = files.map(({ name = '', type = '', source = '' }) => {
    if (name === '') throw badRequest('A file must have a name.');
    if (!isType(type)) throw badRequest(`The file ${name} must have a type.`);
    if (names.has(name)) throw badRequest(`A file with this name already exists in the current project: ${name}`);
    names.add(name);
    if (type === 'SERVER_JS' && !isKnown(source)) checkSyntax(name, source);
    if (type === 'JSON') checkManifest(name, source);
    return { name, type, source };
  });
  if (!checked.some(({ type }) => type === 'JSON')) throw badRequest('Project contents must include a manifest file named appsscript.');
  return checked;
}

function checkSyntax(name: string, source: string): void {
  try {
    new Script(source, { filename: name });
  } catch (error) {
    const line = /:(\d+)/.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1] ?? '1';
    throw badRequest(`Syntax error: ${error instanceof Error ? error.message : String(error)} line: ${line} file: ${name}`);
  }
}

function checkManifest(name: string, source: string): void {
  if (name !== 'appsscript') throw badRequest(`JSON files other than the manifest are not allowed: ${name}`);
  try {
    if (isObject(JSON.parse(source))) return;
  } catch {
    // told below, like any other manifest that is none
  }
  throw badRequest('"appsscript.json" has errors: Invalid JSON.');
}
