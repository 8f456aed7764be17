// Every request and answer checked against Google's schemas with ajv, compiled when first needed.
import type { ValidateFunction } from 'ajv';
import type { Api, Route, Schema } from './discovery.ts';
import { GoogleError } from './google-error.ts';
import type { JsonObject } from './json.ts';

interface Compiler {
  compile(schema: object): ValidateFunction;
}

/** A discovery schema as JSON Schema: unknown names refused, 64-bit integers as text. */
function jsonSchema(schema: Schema): JsonObject {
  if (schema.$ref !== undefined) return { $ref: `#/definitions/${schema.$ref}` };
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
  readonly #compiled = new Map<string, ValidateFunction>();

  private constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  /** Loads ajv, a development dependency, only when conformance is asked for. */
  static async load(): Promise<Conformance> {
    const { Ajv } = await import('ajv');
    return new Conformance(new Ajv({ allErrors: true, strict: false, allowUnionTypes: true }));
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
    const validate = this.#validator(api, reference);
    // Absent and undefined are the same on the wire.
    if (validate(JSON.parse(JSON.stringify(value)))) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''} ${extra(error.params)}`.trim());
  }

  #validator(api: Api, reference: string): ValidateFunction {
    const key = `${api.name} ${reference}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const validate = this.#compiler.compile({ $ref: `#/definitions/${reference}`, definitions: definitionsFor(api, reference) });
    this.#compiled.set(key, validate);
    return validate;
  }
}

const extra = (params: JsonObject): string => String(params.additionalProperty ?? params.allowedValues ?? '');

/** Only the schemas that one is made of, or ajv would compile hundreds for each. */
function definitionsFor(api: Api, reference: string): JsonObject {
  const definitions: JsonObject = {};
  const waiting = [reference];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = api.schemas[name];
    if (schema === undefined || definitions[name] !== undefined) continue;
    definitions[name] = jsonSchema(schema);
    for (const match of JSON.stringify(definitions[name]).matchAll(/#\/definitions\/(\w+)/g)) waiting.push(match[1] ?? '');
  }
  return definitions;
}

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
