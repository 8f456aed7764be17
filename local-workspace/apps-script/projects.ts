// Script projects as the Apps Script API keeps them: bound to a file, their sources stored once each by what they hold.
import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import type { Account } from '../api-request.ts';
import { type ApiRequest, type Handlers, textParam } from '../api-request.ts';
import { rankOn, requireFile, type StoredFile } from '../drive/files.ts';
import { badRequest, entityNotFound, GoogleError } from '../google-error.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Store } from '../store.ts';

const PROJECTS = 'scripts';
const SOURCES = 'script-sources';
const WRITER = 3;

export interface ProjectFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly hash: string;
  readonly createTime: number;
  readonly updateTime: number;
}

export interface Project {
  readonly scriptId: string;
  readonly title: string;
  readonly parentId?: string;
  readonly creator: string;
  readonly lastModifyUser: string;
  readonly createTime: number;
  readonly updateTime: number;
  readonly files: readonly ProjectFile[];
}

const iso = (moment: number): string => new Date(moment).toISOString();
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export const sourceOf = (store: Store, file: ProjectFile): string => store.get<string>(SOURCES, file.hash) ?? '';

/** The project bound to a file: the one created last, when there are several. */
export const boundProject = (store: Store, parentId: string): Project | undefined =>
  store
    .values<Project>(PROJECTS)
    .filter((project) => project.parentId === parentId)
    .at(-1);

export const projectOf = (store: Store, scriptId: string): Project | undefined => store.get<Project>(PROJECTS, scriptId);

/** Whether this person may edit the file that a script is bound to: who may not gets no script at all. */
export function mayEditFile(store: Store, id: string, email: string): boolean {
  const file = store.get<StoredFile>('files', id);
  return file !== undefined && rankOn(store, file, { email, isServiceAccount: false }) >= WRITER;
}

/** A copied file brings its bound script along. */
export function copyBoundProject(store: Store, from: string, to: string, account: Account, now: number): void {
  const project = boundProject(store, from);
  if (project === undefined) return;
  const scriptId = mintId(store);
  store.put(PROJECTS, scriptId, { ...project, scriptId, parentId: to, creator: account.email, createTime: now, updateTime: now });
}

const mintId = (store: Store): string =>
  `1${store.mint('script').toString('base64url')}${store.mint('script').toString('base64url').slice(0, 13)}`;

function create(store: Store, request: ApiRequest): unknown {
  const { title = 'Untitled project', parentId } = request.body as { title?: string; parentId?: string };
  if (parentId !== undefined) requireParent(store, parentId, request.account);
  const { email } = request.account;
  const now = request.now;
  const manifest = '{\n  "timeZone": "Etc/GMT",\n  "dependencies": {},\n  "exceptionLogging": "STACKDRIVER"\n}';
  const project: Project = {
    scriptId: mintId(store),
    title,
    ...(parentId === undefined ? {} : { parentId }),
    creator: email,
    lastModifyUser: email,
    createTime: now,
    updateTime: now,
    files: [keep(store, { name: 'appsscript', type: 'JSON', source: manifest }, now, [])],
  };
  store.put(PROJECTS, project.scriptId, project);
  return rendered(project);
}

function requireParent(store: Store, parentId: string, account: Account): void {
  try {
    requireFile(store, parentId, account, 'writer');
  } catch (error) {
    if (error instanceof GoogleError && error.code === 404) throw entityNotFound();
    if (error instanceof GoogleError) throw new GoogleError(403, 'The caller does not have permission');
    throw error;
  }
}

/** A project that this account may edit: as whoever created it, or as an editor of the file it is bound to. */
function editable(store: Store, request: ApiRequest): Project {
  const project = projectOf(store, textParam(request, 'scriptId'));
  if (project === undefined) throw entityNotFound();
  if (project.parentId === undefined && project.creator !== request.account.email)
    throw new GoogleError(403, 'The caller does not have permission');
  if (project.parentId !== undefined) requireParent(store, project.parentId, request.account);
  return project;
}

interface GivenFile {
  readonly name?: string;
  readonly type?: string;
  readonly source?: string;
}

function keep(
  store: Store,
  file: GivenFile & { readonly type: ProjectFile['type'] },
  now: number,
  before: readonly ProjectFile[],
): ProjectFile {
  const { name = '', type, source = '' } = file;
  const hash = hashOf(source);
  const known = before.find((other) => other.name === name && other.type === type);
  if (store.get(SOURCES, hash) === undefined) store.put(SOURCES, hash, source);
  return { name, type, hash, createTime: known?.createTime ?? now, updateTime: known?.hash === hash ? known.updateTime : now };
}

function checked(store: Store, files: readonly GivenFile[]): asserts files is readonly (GivenFile & { type: ProjectFile['type'] })[] {
  const names = new Set<string>();
  for (const { name = '', type = 'ENUM_TYPE_UNSPECIFIED', source = '' } of files) {
    if (name === '') throw badRequest('A file must have a name.');
    if (type === 'ENUM_TYPE_UNSPECIFIED') throw badRequest(`The file ${name} must have a type.`);
    if (names.has(name)) throw badRequest(`A file with this name already exists in the current project: ${name}`);
    names.add(name);
    if (type === 'SERVER_JS' && store.get(SOURCES, hashOf(source)) === undefined) checkSyntax(name, source);
    if (type === 'JSON') checkManifest(name, source);
  }
  if (!files.some(({ name, type }) => name === 'appsscript' && type === 'JSON'))
    throw badRequest('Project contents must include a manifest file named appsscript.');
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

function updateContent(store: Store, request: ApiRequest): unknown {
  const project = editable(store, request);
  const { files = [] } = request.body as { files?: readonly GivenFile[] };
  checked(store, files);
  const kept = files.map((file) => keep(store, file, request.now, project.files));
  const updated = { ...project, files: kept, updateTime: request.now, lastModifyUser: request.account.email };
  store.put(PROJECTS, project.scriptId, updated);
  forgetUnused(store, project.files);
  return contentOf(store, updated);
}

function forgetUnused(store: Store, files: readonly ProjectFile[]): void {
  const used = new Set(store.values<Project>(PROJECTS).flatMap((project) => project.files.map(({ hash }) => hash)));
  for (const { hash } of files) if (!used.has(hash)) store.remove(SOURCES, hash);
}

function contentOf(store: Store, project: Project): JsonObject {
  const files = project.files.map((file) => ({
    name: file.name,
    type: file.type,
    source: sourceOf(store, file),
    createTime: iso(file.createTime),
    updateTime: iso(file.updateTime),
    lastModifyUser: { email: project.lastModifyUser },
  }));
  return { scriptId: project.scriptId, files };
}

function rendered({ files: _files, creator, lastModifyUser, createTime, updateTime, ...rest }: Project): JsonObject {
  return {
    ...rest,
    createTime: iso(createTime),
    updateTime: iso(updateTime),
    creator: { email: creator },
    lastModifyUser: { email: lastModifyUser },
  };
}

/** The handlers of the Apps Script API; `changed` hears that a script may soon be run. */
export function scriptHandlers(store: Store, changed: () => void): Handlers {
  return {
    'script.projects.create': (request) => create(store, request),
    'script.projects.get': (request) => rendered(editable(store, request)),
    'script.projects.getContent': (request) => contentOf(store, editable(store, request)),
    'script.projects.updateContent': (request) => {
      changed();
      return updateContent(store, request);
    },
  };
}
