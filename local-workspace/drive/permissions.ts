// Who may see and change a file: permissions list, get, create, update, delete.
import { type ApiRequest, type Handlers, textParam } from '../api-request.ts';
import { badRequest, GoogleError } from '../google-error.ts';
import type { Store } from '../store.ts';
import { isOwner, permissionIdOf, type Role, type StoredFile, type StoredPermission } from './files.ts';
import { permissionJson } from './render.ts';

type Visible = (request: ApiRequest, role: Role) => StoredFile;

interface PermissionBody {
  readonly type?: string;
  readonly role?: Role;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly allowFileDiscovery?: boolean;
}

const ROLES: readonly Role[] = ['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader'];

function permissionOf(file: StoredFile, id: string): StoredPermission {
  const permission = file.permissions.find((candidate) => candidate.id === id);
  if (permission === undefined)
    throw new GoogleError(404, `Permission not found: ${id}.`, {
      reason: 'notFound',
      location: { locationType: 'parameter', location: 'permissionId' },
    });
  return permission;
}

/** The permission that a body asks for. Throws Drive's 400 and 403. */
export function newPermission({ type, role, emailAddress, domain, allowFileDiscovery }: PermissionBody): StoredPermission {
  if (type === undefined || role === undefined || !ROLES.includes(role))
    throw badRequest('The permission type and role fields are required.', { reason: 'required' });
  if (type === 'anyone') return { id: 'anyoneWithLink', type, role, allowFileDiscovery: allowFileDiscovery ?? false };
  if (type === 'domain') {
    if (domain === undefined) throw badRequest('The domain field is required for a domain permission.', { reason: 'required' });
    return { id: `${permissionIdOf(domain)}k`, type, role, domain, allowFileDiscovery: allowFileDiscovery ?? false };
  }
  if (type !== 'user' && type !== 'group') throw badRequest('The specified permission type is invalid.', { reason: 'invalid' });
  if (emailAddress === undefined || !emailAddress.includes('@'))
    throw badRequest('The specified emailAddress is invalid or not applicable for the given permission type.', { reason: 'invalid' });
  return { id: permissionIdOf(emailAddress), type, role, emailAddress };
}

function create(store: Store, visible: Visible, request: ApiRequest): unknown {
  const file = visible(request, 'writer');
  const permission = newPermission(request.body as PermissionBody);
  if (permission.role === 'owner')
    throw new GoogleError(403, 'The transferOwnership parameter must be enabled when the permission role is "owner".', {
      reason: 'forbidden',
    });
  const others = file.permissions.filter((candidate) => candidate.id !== permission.id);
  // Sharing does not count as a change of the file: modifiedTime stays.
  store.put('files', file.id, { ...file, permissions: [...others, permission], version: file.version + 1 });
  return permissionJson(permission);
}

function update(store: Store, visible: Visible, request: ApiRequest): unknown {
  const file = visible(request, 'writer');
  const permission = permissionOf(file, textParam(request, 'permissionId'));
  const { role } = request.body as PermissionBody;
  if (permission.role === 'owner' || role === 'owner')
    throw new GoogleError(403, 'The transferOwnership parameter must be enabled when the permission role is "owner".', {
      reason: 'forbidden',
    });
  const changed = { ...permission, role: role ?? permission.role };
  store.put('files', file.id, {
    ...file,
    permissions: file.permissions.map((candidate) => (candidate === permission ? changed : candidate)),
    version: file.version + 1,
  });
  return permissionJson(changed);
}

function remove(store: Store, visible: Visible, request: ApiRequest): undefined {
  const file = visible(request, 'reader');
  const permission = permissionOf(file, textParam(request, 'permissionId'));
  const isOwn = permission.emailAddress === request.account.email;
  if (!isOwn) visible(request, 'writer');
  if (permission.role === 'owner' && isOwner(file, request.account))
    throw new GoogleError(403, 'The owner of a file cannot be removed.', { reason: 'cannotDeletePermission' });
  store.put('files', file.id, {
    ...file,
    permissions: file.permissions.filter((candidate) => candidate !== permission),
    version: file.version + 1,
  });
  return undefined;
}

/** The handlers of drive.permissions. */
export function permissionHandlers(store: Store, visible: Visible): Handlers {
  return {
    'drive.permissions.list': (request) => ({
      kind: 'drive#permissionList',
      permissions: visible(request, 'writer').permissions.map(permissionJson),
    }),
    'drive.permissions.get': (request) => permissionJson(permissionOf(visible(request, 'writer'), textParam(request, 'permissionId'))),
    'drive.permissions.create': (request) => create(store, visible, request),
    'drive.permissions.update': (request) => update(store, visible, request),
    'drive.permissions.delete': (request) => remove(store, visible, request),
  };
}
