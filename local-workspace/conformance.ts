// Every request and answer checked against Google's schemas with ajv, compiled when first needed.
import type { ValidateFunction } from 'ajv';
import { type Api, apis, type Route, type Schema } from './discovery.ts';
import { GoogleError } from './google-error.ts';
import type { JsonObject } from './json.ts';

interface Compiler {
  addSchema(schema: object): unknown;
  getSchema(id: string): ValidateFunction | undefined;
}

/** One per process: each of Google's schemas is compiled once, whatever number of workspaces and answers refer to it. */
let shared: Compiler | undefined;

/** A discovery schema as JSON Schema: unknown names refused, 64-bit integers as text. */
function jsonSchema(schema: Schema): JsonObject {
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) {
    const properties = Object.entries(schema.properties ?? {}).map(([name, member]) => [name, jsonSchema(member)]);
    const rest = schema.additionalProperties === undefined ? false : jsonSchema(schema.additionalProperties);
    return { type: 'object', properties: Object.fromEntries(properties) as JsonObject, additionalProperties: rest };
  }
  if (schema.items !== undefined) return { type: 'array', items: jsonSchema(schema.items) };
  switch (schema.type) {
    case 'string':
      return { type: 'string', ...(schema.enum === undefined ? {} : { enum: schema.enum }), ...textPattern(schema.format) };
    case 'integer':
      return { type: 'integer', ...(schema.format === 'uint32' ? { minimum: 0 } : { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }) };
    case 'number':
    case 'boolean':
      return { type: schema.type };
    default:
      return {};
  }
}

function textPattern(format: string | undefined): JsonObject {
  if (format === 'int64') return { pattern: '^-?\\d+$' };
  if (format === 'uint64') return { pattern: '^\\d+$' };
  if (format === 'byte') return { pattern: '^[\\w+/-]*={0,2}$' };
  if (format === 'google-datetime' || format === 'date-time')
    return { pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' };
  if (format === 'google-duration') return { pattern: '^-?\\d+(\\.\\d+)?s$' };
  return {};
}

export class Conformance {
  readonly violations: string[] = [];
  readonly #compiler: Compiler;

  private constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  /** Loads ajv, a development dependency, only when conformance is asked for. */
  static async load(): Promise<Conformance> {
    if (shared !== undefined) return new Conformance(shared);
    const { Ajv } = await import('ajv');
    const compiler = new Ajv({ allErrors: true, strict: false, validateSchema: false, inlineRefs: false });
    for (const api of apis())
      for (const [name, schema] of Object.entries(api.schemas)) compiler.addSchema({ ...jsonSchema(schema), $id: idOf(api, name) });
    shared = compiler;
    return new Conformance(compiler);
  }

  /** Throws and remembers when a request's names, types or enums are not the schema's. */
  checkRequest(route: Route, path: Readonly<Record<string, string>>, query: URLSearchParams, body: unknown): void {
    const faults = [...queryFaults(route, query)];
    for (const [name, value] of Object.entries(path)) if (value === '') faults.push(`path parameter ${name} is empty`);
    if (body !== undefined && route.method.request === undefined) faults.push('a body where the method takes none');
    if (body !== undefined && route.method.request !== undefined) faults.push(...this.#check(route.api, route.method.request.$ref, body));
    this.#report('request', route, faults);
  }

  /** The same for an answer, before any mask is applied. */
  checkResponse(route: Route, answered: unknown): void {
    const reference = route.method.response?.$ref;
    if (answered !== undefined && reference !== undefined) this.#report('response', route, this.#check(route.api, reference, answered));
  }

  #report(what: string, route: Route, faults: readonly string[]): void {
    if (faults.length === 0) return;
    const text = `${what} of ${route.method.id} does not conform: ${faults.slice(0, 5).join('; ')}`;
    this.violations.push(text);
    throw new GoogleError(500, text);
  }

  #check(api: Api, reference: string, value: unknown): string[] {
    const validate = this.#compiler.getSchema(idOf(api, reference));
    if (validate === undefined) return [`no schema ${reference}`];
    // Absent and undefined are the same on the wire.
    if (validate(JSON.parse(JSON.stringify(value)))) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''} ${extra(error.params)}`.trim());
  }
}

const idOf = (api: Api, name: string): string => `https://${api.name}.example/${name}`;

const extra = (params: JsonObject): string => String(params.additionalProperty ?? params.allowedValues ?? '');

function* queryFaults(route: Route, query: URLSearchParams): Iterable<string> {
  const declared = { ...route.api.parameters, ...route.method.parameters };
  for (const [name, value] of query) {
    const parameter = declared[name];
    if (parameter === undefined || parameter.location !== 'query') yield `unknown query parameter ${name}`;
    else if (parameter.enum !== undefined && !parameter.enum.includes(value)) yield `query parameter ${name}: ${value} is no value of it`;
    else if (parameter.type === 'boolean' && value !== 'true' && value !== 'false') yield `query parameter ${name}: ${value} is no boolean`;
    else if (parameter.type === 'integer' && !/^-?\d+$/.test(value)) yield `query parameter ${name}: ${value} is no integer`;
    else if (parameter.repeated !== true && query.getAll(name).length > 1) yield `query parameter ${name} is given twice`;
  }
  for (const [name, parameter] of Object.entries(route.method.parameters ?? {})) {
    if (parameter.required === true && parameter.location === 'query' && !query.has(name)) yield `query parameter ${name} is missing`;
  }
}
