// Google's discovery documents as the stand-in's table of routes and schemas.
import { readFileSync } from 'node:fs';
import type { ServiceName } from './google-error.ts';

export interface Schema {
  readonly id?: string;
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
}

export interface Parameter extends Schema {
  readonly location: 'path' | 'query';
  readonly required?: boolean;
  readonly repeated?: boolean;
  readonly pattern?: string;
}

export interface Method {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly request?: { readonly $ref: string };
  readonly response?: { readonly $ref: string };
  readonly mediaUpload?: { readonly protocols: { readonly simple: { readonly path: string } } };
}

interface Resource {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}

export interface Api extends Resource {
  readonly service: ServiceName;
  readonly name: string;
  readonly version: string;
  readonly rootUrl: string;
  readonly servicePath: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

export interface Route {
  readonly api: Api;
  readonly method: Method;
  readonly upload: boolean;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly weight: number;
}

const FILES: readonly (readonly [ServiceName, string])[] = [
  ['sheets', 'sheets.v4.json'],
  ['drive', 'drive.v3.json'],
  ['gmail', 'gmail.v1.json'],
  ['cloudtasks', 'cloudtasks.v2.json'],
  ['script', 'script.v1.json'],
];

let loaded: readonly Api[] | undefined;
let table: readonly Route[] | undefined;

/** The five APIs, read from disk once per process. */
export function apis(): readonly Api[] {
  loaded ??= FILES.map(([service, file]) => {
    const document = JSON.parse(readFileSync(new URL(`schemas/${file}`, import.meta.url), 'utf8')) as Omit<Api, 'service'>;
    return { ...document, service };
  });
  return loaded;
}

function methodsOf(resource: Resource): Method[] {
  const own = Object.values(resource.methods ?? {});
  return own.concat(Object.values(resource.resources ?? {}).flatMap(methodsOf));
}

function compile(api: Api, method: Method, path: string, upload: boolean): Route {
  const names: string[] = [];
  const host = new URL(api.rootUrl).host;
  const source = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\\\+)?([^}]+)\}/g, (_all, _plus, name: string) => {
    names.push(name);
    const pattern = method.parameters?.[name]?.pattern;
    return pattern === undefined ? '([^/]+?)' : `(${pattern.replace(/^\^|\$$/g, '').replaceAll('[^/]+', '[^/:]+')})`;
  });
  const weight = path.replace(/\{[^}]+\}/g, '').length;
  return { api, method, upload, names, weight, pattern: new RegExp(`^/${host.replaceAll('.', '\\.')}/${source}$`) };
}

function routesOf(api: Api): Route[] {
  return methodsOf(api).flatMap((method) => {
    const plain = compile(api, method, `${api.servicePath}${method.path}`, false);
    const simple = method.mediaUpload?.protocols.simple.path;
    return simple === undefined ? [plain] : [plain, compile(api, method, simple.replace(/^\//, ''), true)];
  });
}

/**
 * The route for a request, with its path parameters decoded; the most literal path wins. A slash at the end, or before a verb as in
 * "spreadsheets/ID/:batchUpdate", changes nothing: the client google-spreadsheet asks Google that way.
 */
export function findRoute(httpMethod: string, path: string): { route: Route; path: Record<string, string> } | undefined {
  table ??= apis()
    .flatMap(routesOf)
    .sort((left, right) => right.weight - left.weight);
  const asked = path.replace(/\/(?=:[A-Za-z]+$|$)/, '');
  for (const route of table) {
    if (route.method.httpMethod !== httpMethod) continue;
    const found = route.pattern.exec(asked);
    if (found === null) continue;
    const values = decoded(route.names, found);
    return values === undefined ? undefined : { route, path: values };
  }
  return undefined;
}

function decoded(names: readonly string[], found: RegExpExecArray): Record<string, string> | undefined {
  try {
    return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
  } catch {
    return undefined; // a broken percent sign names no resource
  }
}
