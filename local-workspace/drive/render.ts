// A file as Drive's JSON.
import type { Account } from '../api-request.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../store.ts';
import { FOLDER, isOwner, permissionIdOf, rankOn, type StoredFile, type StoredPermission } from './files.ts';

const iso = (at: number): string => new Date(at).toISOString();

const userJson = (email: string, viewer: Account): JsonObject => ({
  kind: 'drive#user',
  displayName: email.split('@')[0] ?? email,
  me: email.toLowerCase() === viewer.email.toLowerCase(),
  permissionId: permissionIdOf(email),
  emailAddress: email,
});

/** A permission with all its fields. */
export function permissionJson(permission: StoredPermission): JsonObject {
  const { id, type, role, emailAddress, domain, allowFileDiscovery } = permission;
  return {
    kind: 'drive#permission',
    id,
    type,
    role,
    ...(emailAddress === undefined ? {} : { emailAddress, displayName: emailAddress.split('@')[0], deleted: false, pendingOwner: false }),
    ...(domain === undefined ? {} : { domain, displayName: domain }),
    ...(type === 'anyone' || type === 'domain' ? { allowFileDiscovery: allowFileDiscovery ?? false } : {}),
  };
}

function urlOf({ id, mimeType }: StoredFile): string {
  return mimeType === FOLDER
    ? `https://drive.google.com/drive/folders/${id}`
    : `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`;
}

/** A file with all the fields that the stand-in knows. */
export function fileJson(store: Store, file: StoredFile, viewer: Account): JsonObject {
  const owner = file.permissions.find((permission) => permission.role === 'owner')?.emailAddress;
  const rank = rankOn(store, file, viewer);
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    starred: file.starred ?? false,
    trashed: file.trashed ?? false,
    explicitlyTrashed: file.trashed ?? false,
    parents: file.parents,
    spaces: ['drive'],
    version: String(file.version),
    webViewLink: urlOf(file),
    createdTime: iso(file.createdTime),
    modifiedTime: iso(file.modifiedTime),
    lastModifyingUser: userJson(file.modifiedBy, viewer),
    shared: file.driveId !== undefined || file.permissions.length > 1,
    ownedByMe: isOwner(file, viewer),
    capabilities: { canEdit: rank >= 3, canComment: rank >= 2, canCopy: rank >= 1, canShare: rank >= 3, canTrash: isOwner(file, viewer) },
    ...(owner === undefined ? {} : { owners: [userJson(owner, viewer)] }),
    ...(file.driveId === undefined ? {} : { driveId: file.driveId }),
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.properties === undefined ? {} : { properties: file.properties }),
    ...(file.appProperties === undefined ? {} : { appProperties: file.appProperties }),
    ...(file.trashed === true && file.trashedTime !== undefined ? { trashedTime: iso(file.trashedTime) } : {}),
    ...(rank >= 3
      ? { permissions: file.permissions.map(permissionJson), permissionIds: file.permissions.map((permission) => permission.id) }
      : {}),
  };
}
