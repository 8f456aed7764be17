// The advanced services Sheets and Gmail: REST methods by the names and the order of arguments that Google gives them in scripts.
import type { JsonObject } from '../../json.ts';
import { ScriptError } from './bridge.ts';
import type { Running } from './running.ts';
import { signed } from './utilities.ts';

/** A method's arguments before the optional ones: 'resource' is the body, the others are parameters of the path. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  'sheets.spreadsheets.get': ['spreadsheetId'],
  'sheets.spreadsheets.create': ['resource'],
  'sheets.spreadsheets.batchUpdate': ['resource', 'spreadsheetId'],
  'sheets.spreadsheets.getByDataFilter': ['resource', 'spreadsheetId'],
  'sheets.spreadsheets.values.get': ['spreadsheetId', 'range'],
  'sheets.spreadsheets.values.update': ['resource', 'spreadsheetId', 'range'],
  'sheets.spreadsheets.values.batchGet': ['spreadsheetId'],
  'sheets.spreadsheets.values.batchUpdate': ['resource', 'spreadsheetId'],
  'sheets.spreadsheets.values.batchGetByDataFilter': ['resource', 'spreadsheetId'],
  'sheets.spreadsheets.values.batchUpdateByDataFilter': ['resource', 'spreadsheetId'],
  'sheets.spreadsheets.developerMetadata.get': ['spreadsheetId', 'metadataId'],
  'sheets.spreadsheets.developerMetadata.search': ['resource', 'spreadsheetId'],
  'gmail.users.getProfile': ['userId'],
  'gmail.users.drafts.create': ['resource', 'userId'],
  'gmail.users.drafts.update': ['resource', 'userId', 'id'],
  'gmail.users.drafts.list': ['userId'],
  'gmail.users.drafts.get': ['userId', 'id'],
  'gmail.users.drafts.send': ['resource', 'userId'],
  'gmail.users.drafts.delete': ['userId', 'id'],
  'gmail.users.threads.get': ['userId', 'id'],
  'gmail.users.threads.list': ['userId'],
  'gmail.users.messages.list': ['userId'],
  'gmail.users.messages.get': ['userId', 'id'],
};

type Tree = { [name: string]: Tree | ((...args: unknown[]) => unknown) };

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** The global object of an advanced service; undefined for a service that is not served. */
export function advancedService(running: Running, service: string): object | undefined {
  const tree: Tree = {};
  for (const [id, order] of Object.entries(METHODS)) {
    const [api, ...path] = id.split('.');
    const method = path.pop() ?? '';
    if (api !== service) continue;
    let at = tree;
    for (const name of path) {
      at[capital(name)] ??= {};
      at = at[capital(name)] as Tree;
    }
    at[method === 'delete' ? 'remove' : method] = (...args) => call(running, id, order, args);
  }
  return Object.keys(tree).length === 0 ? undefined : servedTree(running, capital(service), tree);
}

function servedTree(running: Running, name: string, tree: Tree): object {
  const members = Object.entries(tree).map(([key, member]) => [
    key,
    typeof member === 'function' ? member : servedTree(running, `${name}.${key}`, member),
  ]);
  return running.realm.served(name, Object.fromEntries(members) as object);
}

function call(running: Running, id: string, order: readonly string[], args: readonly unknown[]): unknown {
  if (args.length < order.length || args.length > order.length + 1)
    throw new ScriptError(`Invalid number of arguments provided. Expected ${order.length}-${order.length + 1} only`);
  const optional = (args[order.length] ?? {}) as JsonObject;
  const given = Object.fromEntries(order.map((name, index) => [name, args[index]]));
  const { resource, ...path } = given;
  // What JSON cannot hold, Google refuses too; the copy also sheds the script's own kinds.
  const params = JSON.parse(JSON.stringify({ ...optional, ...path })) as JsonObject;
  const body = resource === undefined ? {} : { body: JSON.parse(JSON.stringify(resource)) as unknown };
  const outcome = running.bridge.call('advanced', { method: id, params, ...body });
  if ('body' in outcome) return id.startsWith('gmail.') ? withBytes(outcome.body) : outcome.body;
  const { message } = outcome.error;
  throw new ScriptError(`API call to ${id} failed with error: ${message}`, 'GoogleJsonResponseException', outcome.error);
}

/** What the API sends as base64 text, a script is given as signed bytes. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      (key === 'data' || key === 'raw') && typeof member === 'string' ? signed(Buffer.from(member, 'base64url')) : withBytes(member),
    ]),
  );
}
