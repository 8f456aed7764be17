// Script projects as the Apps Script API keeps them: bound to a file, their sources stored once each by what they hold.
import { createHash } from 'node:crypto';
import type { Account } from '../api-request.ts';
import { type ApiRequest, type Handlers, textParam } from '../api-request.ts';
import { rankOn, requireFile, type StoredFile } from '../drive/files.ts';
import { entityNotFound, GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../store.ts';
import { type CheckedFile, checkedFiles, type GivenFile } from './project-content.ts';

const PROJECTS = 'scripts';
const SOURCES = 'script-sources';
const WRITER = 3;

export interface ProjectFile {
  readonly name: string;
  readonly type: CheckedFile['type'];
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

function keep(store: Store, { name, type, source }: CheckedFile, now: number, before: readonly ProjectFile[]): ProjectFile {
  const hash = hashOf(source);
  const known = before.find((other) => other.name === name && other.type === type);
  if (store.get(SOURCES, hash) === undefined) store.put(SOURCES, hash, source);
  return { name, type, hash, createTime: known?.createTime ?? now, updateTime: known?.hash === hash ? known.updateTime : now };
}

function updateContent(store: Store, request: ApiRequest): unknown {
  const project = editable(store, request);
  const { files = [] } = request.body as { files?: readonly GivenFile[] };
  const checked = checkedFiles(files, (source) => store.get(SOURCES, hashOf(source)) !== undefined);
  const kept = checked.map((file) => keep(store, file, request.now, project.files));
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
