// The Drive API: files, copies, permissions, shared drives.
import { type ApiRequest, type Handlers, numberParam, pageOf, textParam } from '../api-request.ts';
import { copyBoundProject } from '../apps-script/projects.ts';
import { badRequest, GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import { Workbook } from '../sheets/workbook.ts';
import type { Store } from '../store.ts';
import { addFile, FOLDER, fileNotFound, isOwner, rankOn, requireFile, SPREADSHEET, type StoredFile, touchFile } from './files.ts';
import { permissionHandlers } from './permissions.ts';
import { compareBy, fileQuery } from './query.ts';
import { fileJson } from './render.ts';
import { driveMemberHandlers } from './shared-drives.ts';
import { copyWorkbook, createEmptyWorkbook, renameWorkbook } from './workbooks.ts';

interface FileBody {
  readonly id?: string;
  readonly name?: string;
  readonly mimeType?: string;
  readonly parents?: readonly string[];
  readonly description?: string;
  readonly starred?: boolean;
  readonly trashed?: boolean;
  readonly properties?: Readonly<Record<string, string>>;
  readonly appProperties?: Readonly<Record<string, string>>;
}

/** Files of shared drives stay hidden from callers that do not say they know about them. */
function visible(store: Store, request: ApiRequest, role: Parameters<typeof requireFile>[3]): StoredFile {
  const id = textParam(request, 'fileId');
  const file = requireFile(store, id, request.account, role);
  if (file.driveId !== undefined && request.params.supportsAllDrives !== true) throw fileNotFound(id);
  return file;
}

function noMedia(request: ApiRequest): void {
  if (request.media !== undefined)
    throw new GoogleError(501, 'The local workspace keeps no uploaded files: only folders and spreadsheets.');
}

function settable({ description, starred, properties, appProperties }: FileBody): Partial<StoredFile> {
  return {
    ...(description === undefined ? {} : { description }),
    ...(starred === undefined ? {} : { starred }),
    ...(properties === undefined ? {} : { properties }),
    ...(appProperties === undefined ? {} : { appProperties }),
  };
}

const mintId = (store: Store): string => `1${store.mint('file').toString('base64url')}`;

function create(store: Store, request: ApiRequest): unknown {
  noMedia(request);
  const body = request.body as FileBody;
  const { name = 'Untitled', mimeType = 'application/octet-stream', parents = [] } = body;
  if (mimeType !== FOLDER && mimeType !== SPREADSHEET)
    throw new GoogleError(501, `The local workspace keeps folders and spreadsheets, not ${mimeType}.`);
  if (parents.length > 1) throw badRequest('A file cannot be added to multiple parents.', { reason: 'invalidMultipleParents' });
  const id = mintId(store);
  const file = addFile(store, request.account, request.now, { id, name, mimeType, parents, ...settable(body) });
  if (mimeType === SPREADSHEET) createEmptyWorkbook(store, id, name, request.account);
  return fileJson(store, file, request.account);
}

function update(store: Store, request: ApiRequest): unknown {
  noMedia(request);
  const body = request.body as FileBody;
  const file = visible(store, request, 'writer');
  if (body.parents !== undefined)
    throw new GoogleError(
      403,
      'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
      { reason: 'fieldNotWritable' },
    );
  const trashed = body.trashed === undefined ? {} : trash(file, request, body.trashed);
  const name = body.name === undefined ? {} : { name: body.name };
  if (body.name !== undefined && file.mimeType === SPREADSHEET) renameWorkbook(store, file.id, body.name, request.account);
  return fileJson(
    store,
    touchFile(store, file, request.account, request.now, { ...name, ...settable(body), ...trashed, ...moved(store, file, request) }),
    request.account,
  );
}

function trash(file: StoredFile, request: ApiRequest, trashed: boolean): Partial<StoredFile> {
  if (!isOwner(file, request.account) && file.driveId === undefined)
    throw new GoogleError(403, 'The user does not have sufficient permissions for this file.', { reason: 'insufficientFilePermissions' });
  return { trashed, trashedTime: request.now };
}

function moved(store: Store, file: StoredFile, request: ApiRequest): Partial<StoredFile> {
  const added = textParam(request, 'addParents');
  if (added === '') return {};
  const parent = requireFile(store, added, request.account, 'writer');
  if (parent.mimeType !== FOLDER) throw badRequest('The specified parent is not a folder.', { reason: 'parentNotAFolder' });
  return {
    parents: [parent.id],
    ...(parent.driveId === undefined
      ? {}
      : { driveId: parent.driveId, permissions: file.permissions.filter((permission) => permission.role !== 'owner') }),
  };
}

function list(store: Store, request: ApiRequest): unknown {
  const withDrives = request.params.includeItemsFromAllDrives === true;
  if (withDrives && request.params.supportsAllDrives !== true)
    throw new GoogleError(403, 'The supportsAllDrives parameter must be set to true if includeItemsFromAllDrives is true.', {
      reason: 'teamDrivesParentLimit',
    });
  const driveId = textParam(request, 'driveId');
  const fits = fileQuery(textParam(request, 'q'), request.account);
  const all = store
    .values<StoredFile>('files')
    .filter((file) => file.parents.length > 0 || file.driveId !== undefined)
    .filter((file) => (file.driveId === undefined || withDrives) && (driveId === '' || file.driveId === driveId))
    .filter((file) => rankOn(store, file, request.account) > 0 && fits(file))
    .sort(compareBy(textParam(request, 'orderBy') || 'modifiedTime desc'));
  const size = numberParam(request, 'pageSize', 100);
  if (size < 1 || size > 1000)
    throw badRequest(`Invalid value '${size}'. Values must be within the range: [1, 1000]`, { reason: 'invalidParameter' });
  const { page, next } = pageOf(all, size, textParam(request, 'pageToken'));
  const files = page.map((file) => fileJson(store, file, request.account));
  return { kind: 'drive#fileList', incompleteSearch: false, files, ...(next === undefined ? {} : { nextPageToken: next }) };
}

function copy(store: Store, request: ApiRequest): unknown {
  const body = request.body as FileBody;
  const source = visible(store, request, 'reader');
  if (source.mimeType !== SPREADSHEET) throw new GoogleError(403, 'This file cannot be copied by the user.', { reason: 'cannotCopyFile' });
  const id = mintId(store);
  const name = body.name ?? `Copy of ${source.name}`;
  const parents = body.parents ?? (rankOn(store, source, request.account) >= 3 && source.driveId !== undefined ? source.parents : []);
  const file = addFile(store, request.account, request.now, { id, name, mimeType: SPREADSHEET, parents, ...settable(body) });
  copyWorkbook(store, Workbook.read(store, source.id), id, name);
  copyBoundProject(store, source.id, id, request.account, request.now);
  return fileJson(store, file, request.account);
}

function remove(store: Store, request: ApiRequest): undefined {
  const file = visible(store, request, 'writer');
  const mayDelete = file.driveId === undefined ? isOwner(file, request.account) : rankOn(store, file, request.account) >= 4;
  if (!mayDelete)
    throw new GoogleError(403, 'The user does not have sufficient permissions for this file.', { reason: 'insufficientFilePermissions' });
  for (const [id, child] of store.entries<StoredFile>('files')) if (child.parents.includes(file.id)) store.remove('files', id);
  store.remove('files', file.id);
  return undefined;
}

/** Masked answers are Google's rule here: without `fields` only the basics come back. */
function basics(request: ApiRequest, full: unknown, names: readonly string[]): unknown {
  if (textParam(request, 'fields') !== '' || full === undefined) return full;
  return Object.fromEntries(names.map((name) => [name, (full as JsonObject)[name]]).filter(([, value]) => value !== undefined));
}

const FILE_BASICS = ['kind', 'id', 'name', 'mimeType', 'driveId', 'resourceKey'];

function basicList(request: ApiRequest, full: unknown): unknown {
  if (textParam(request, 'fields') !== '') return full;
  const { files, ...rest } = full as JsonObject & { files: readonly unknown[] };
  return { ...rest, files: files.map((file) => basics(request, file, FILE_BASICS)) };
}

/** The handlers of the Drive API. */
export function driveHandlers(store: Store): Handlers {
  return {
    'drive.files.create': (request) => basics(request, create(store, request), FILE_BASICS),
    'drive.files.get': (request) => basics(request, fileJson(store, visible(store, request, 'reader'), request.account), FILE_BASICS),
    'drive.files.list': (request) => basicList(request, list(store, request)),
    'drive.files.update': (request) => basics(request, update(store, request), FILE_BASICS),
    'drive.files.copy': (request) => basics(request, copy(store, request), FILE_BASICS),
    'drive.files.delete': (request) => remove(store, request),
    ...permissionHandlers(store, (request, role) => visible(store, request, role)),
    ...driveMemberHandlers(store),
  };
}
