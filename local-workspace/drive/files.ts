// Files as Drive knows them, and who may see or change which.
import type { Account } from '../api-request.ts';
import { entityNotFound, GoogleError } from '../google-error.ts';
import type { Store } from '../store.ts';

export type Role = 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';

export interface StoredPermission {
  readonly id: string;
  readonly type: string;
  readonly role: Role;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly allowFileDiscovery?: boolean;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents: readonly string[];
  readonly driveId?: string;
  readonly createdTime: number;
  readonly modifiedTime: number;
  readonly modifiedBy: string;
  readonly trashed?: boolean;
  readonly trashedTime?: number;
  readonly description?: string;
  readonly starred?: boolean;
  readonly properties?: Readonly<Record<string, string>>;
  readonly appProperties?: Readonly<Record<string, string>>;
  readonly permissions: readonly StoredPermission[];
  readonly version: number;
}

export interface StoredDrive {
  readonly id: string;
  readonly name: string;
  readonly createdTime: number;
  readonly permissions: readonly StoredPermission[];
}

export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
export const FOLDER = 'application/vnd.google-apps.folder';
const RANK: Readonly<Record<Role, number>> = { reader: 1, commenter: 2, writer: 3, fileOrganizer: 3, organizer: 4, owner: 5 };

function grants(permission: StoredPermission, account: Account): boolean {
  if (permission.type === 'anyone') return true;
  if (permission.type === 'domain') return account.email.endsWith(`@${permission.domain ?? ''}`);
  return permission.emailAddress?.toLowerCase() === account.email.toLowerCase();
}

function inherited(store: Store, file: StoredFile, depth = 0): readonly StoredPermission[] {
  const above =
    depth > 20
      ? []
      : file.parents.flatMap((id) => {
          const parent = store.get<StoredFile>('files', id);
          return parent === undefined ? [] : inherited(store, parent, depth + 1);
        });
  const drive = file.driveId === undefined ? undefined : store.get<StoredDrive>('drives', file.driveId);
  return [...file.permissions, ...above.filter((permission) => permission.role !== 'owner'), ...(drive?.permissions ?? [])];
}

/** What an account may do with a file at most: its own permission, its folders' and its shared drive's. */
export function rankOn(store: Store, file: StoredFile, account: Account): number {
  return Math.max(
    0,
    ...inherited(store, file)
      .filter((permission) => grants(permission, account))
      .map((permission) => RANK[permission.role]),
  );
}

export const isOwner = (file: StoredFile, account: Account): boolean =>
  file.permissions.some((permission) => permission.role === 'owner' && grants(permission, account));

/** The file of a spreadsheet when the account may do that much with it; 404 and 403 in the words of the newer APIs. */
export function requireSpreadsheet(store: Store, id: string, account: Account, role: 'reader' | 'writer'): StoredFile {
  const file = store.get<StoredFile>('files', id);
  if (file === undefined) throw entityNotFound();
  if (file.mimeType !== SPREADSHEET)
    throw new GoogleError(400, 'This operation is not supported for this document', { status: 'FAILED_PRECONDITION' });
  if (rankOn(store, file, account) < RANK[role]) throw new GoogleError(403, 'The caller does not have permission');
  return file;
}

/** The file, when the account may see it and do that much; Drive's 404 and 403 otherwise. */
export function requireFile(store: Store, id: string, account: Account, role: Role): StoredFile {
  const file = store.get<StoredFile>('files', id === 'root' ? rootOf(account) : id);
  const rank = file === undefined ? 0 : rankOn(store, file, account);
  if (file === undefined || rank === 0) throw fileNotFound(id);
  if (rank >= RANK[role]) return file;
  throw new GoogleError(403, 'The user does not have sufficient permissions for this file.', { reason: 'insufficientFilePermissions' });
}

export function fileNotFound(id: string): GoogleError {
  return new GoogleError(404, `File not found: ${id}.`, {
    reason: 'notFound',
    location: { locationType: 'parameter', location: 'fileId' },
  });
}

/** The id of an account's My Drive. */
export function rootOf(account: Account): string {
  return `0A${Buffer.from(account.email).toString('base64url')}`;
}

/** The permission id of a person: the same on every file. */
export function permissionIdOf(who: string): string {
  let number = 7n;
  for (const byte of Buffer.from(who.toLowerCase())) number = (number * 257n + BigInt(byte)) % 100_000_000_000_000_000_000n;
  return number.toString().padStart(20, '0');
}

/** A new file of this owner, in My Drive unless a parent says otherwise. Service accounts can own none. */
export function addFile(
  store: Store,
  account: Account,
  now: number,
  given: Pick<StoredFile, 'id' | 'name' | 'mimeType'> & Partial<StoredFile>,
): StoredFile {
  const parent = given.parents?.[0] === undefined ? undefined : requireFile(store, given.parents[0], account, 'writer');
  const driveId = parent?.driveId;
  if (driveId === undefined && account.isServiceAccount) {
    const message = 'Service Accounts do not have storage quota. Leverage shared drives, or use OAuth delegation instead.';
    throw new GoogleError(403, message, { reason: 'storageQuotaExceeded', domain: 'usageLimits' });
  }
  const owner: StoredPermission = { id: permissionIdOf(account.email), type: 'user', role: 'owner', emailAddress: account.email };
  const file: StoredFile = {
    ...given,
    parents: [parent?.id ?? ensureRoot(store, account, now)],
    ...(driveId === undefined ? {} : { driveId }),
    createdTime: now,
    modifiedTime: now,
    modifiedBy: account.email,
    permissions: driveId === undefined ? [owner] : [],
    version: 1,
  };
  store.put('files', file.id, file);
  return file;
}

function ensureRoot(store: Store, account: Account, now: number): string {
  const id = rootOf(account);
  if (store.get('files', id) !== undefined) return id;
  const owner: StoredPermission = { id: permissionIdOf(account.email), type: 'user', role: 'owner', emailAddress: account.email };
  const root: StoredFile = {
    id,
    name: 'My Drive',
    mimeType: FOLDER,
    parents: [],
    createdTime: now,
    modifiedTime: now,
    modifiedBy: account.email,
    permissions: [owner],
    version: 1,
  };
  store.put('files', id, root);
  return id;
}

/** Marks a file as changed now; the version counts up. */
export function touchFile(store: Store, file: StoredFile, account: Account, now: number, change: Partial<StoredFile> = {}): StoredFile {
  const touched = {
    ...file,
    ...change,
    modifiedTime: Math.max(now, file.modifiedTime),
    modifiedBy: account.email,
    version: file.version + 1,
  };
  store.put('files', file.id, touched);
  return touched;
}
