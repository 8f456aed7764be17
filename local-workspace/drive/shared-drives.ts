// Shared drives: where files belong to nobody in particular, so that service accounts can work in them.
import { type ApiRequest, type Handlers, textParam } from '../api-request.ts';
import { badRequest, GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../store.ts';
import { FOLDER, permissionIdOf, type StoredDrive, type StoredFile, type StoredPermission } from './files.ts';

const driveJson = ({ id, name, createdTime }: StoredDrive): JsonObject => ({
  kind: 'drive#drive',
  id,
  name,
  createdTime: new Date(createdTime).toISOString(),
  hidden: false,
});

const isMember = (drive: StoredDrive, email: string): boolean =>
  drive.permissions.some((permission) => permission.emailAddress?.toLowerCase() === email.toLowerCase());

function create(store: Store, request: ApiRequest): unknown {
  const requestId = textParam(request, 'requestId');
  const { name = '' } = request.body as { name?: string };
  if (requestId === '' || name === '') throw badRequest('The requestId and name of a shared drive are required.', { reason: 'required' });
  if (request.account.isServiceAccount)
    throw new GoogleError(403, 'The user does not have permission to create shared drives.', { reason: 'userCannotCreateTeamDrives' });
  const before = store.get<string>('drive-requests', requestId);
  if (before !== undefined) throw new GoogleError(409, 'A shared drive already exists for this requestId.', { reason: 'duplicate' });
  const id = `0A${store.mint('drive').toString('base64url').slice(0, 15)}PVA`;
  const organizer: StoredPermission = {
    id: permissionIdOf(request.account.email),
    type: 'user',
    role: 'organizer',
    emailAddress: request.account.email,
  };
  const drive: StoredDrive = { id, name, createdTime: request.now, permissions: [] };
  // The top folder has the drive's id and carries its members, as in Google's answers to files.get.
  const top: StoredFile = {
    id,
    name,
    mimeType: FOLDER,
    parents: [],
    driveId: id,
    createdTime: request.now,
    modifiedTime: request.now,
    modifiedBy: request.account.email,
    permissions: [organizer],
    version: 1,
  };
  store.put('drive-requests', requestId, id);
  store.put('drives', id, drive);
  store.put('files', id, top);
  return driveJson(drive);
}

function memberOf(store: Store, request: ApiRequest, id: string): StoredDrive {
  const drive = store.get<StoredDrive>('drives', id);
  const top = store.get<StoredFile>('files', id);
  if (drive === undefined || top === undefined || !isMember({ ...drive, permissions: top.permissions }, request.account.email)) {
    throw new GoogleError(404, `Shared drive not found: ${id}`, {
      reason: 'notFound',
      location: { locationType: 'parameter', location: 'driveId' },
    });
  }
  return drive;
}

/** The handlers of drive.drives. Members are permissions on the file that has the drive's id. */
export function driveMemberHandlers(store: Store): Handlers {
  return {
    'drive.drives.create': (request) => create(store, request),
    'drive.drives.get': (request) => driveJson(memberOf(store, request, textParam(request, 'driveId'))),
    'drive.drives.list': (request) => {
      const all = store
        .values<StoredDrive>('drives')
        .filter((drive) =>
          isMember({ ...drive, permissions: store.get<StoredFile>('files', drive.id)?.permissions ?? [] }, request.account.email),
        );
      return { kind: 'drive#driveList', drives: all.map(driveJson) };
    },
  };
}
