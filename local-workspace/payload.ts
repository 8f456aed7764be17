// Requests bound to Google's schemas: unknown names, wrong types and wrong enums are refused in Google's words.
import type { Api, Parameter, Route, Schema } from './discovery.ts';
import { badRequest, type GoogleError } from './google-error.ts';
import { isObject, type JsonObject } from './json.ts';

interface Violation {
  readonly field: string;
  readonly description: string;
}

/** Messages of which Google allows one member at a time. */
const ONE_OF: ReadonlySet<string> = new Set(['Request', 'ExtendedValue', 'DataFilter']);

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function refusal(violations: readonly Violation[]): GoogleError {
  const message = violations.map((violation) => violation.description).join('\n');
  return badRequest(message, { details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }] });
}

class Binder {
  readonly violations: Violation[] = [];
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  bind(schema: Schema, value: unknown, at: string): unknown {
    if (schema.$ref !== undefined) return this.#message(schema.$ref, this.#api.schemas[schema.$ref] ?? {}, value, at);
    if (schema.properties !== undefined || schema.additionalProperties !== undefined) return this.#message('object', schema, value, at);
    if (schema.items !== undefined) return this.#list(schema.items, value, at);
    if (schema.type === undefined || schema.type === 'any' || schema.type === 'object' || schema.type === 'array') return value;
    return this.#scalar(schema, value, at);
  }

  #list(items: Schema, value: unknown, at: string): unknown {
    if (!Array.isArray(value)) return this.#wrong(at, 'TYPE_ARRAY', value);
    return value.map((item, index) => this.bind(items, item, `${at}[${index}]`));
  }

  #message(name: string, schema: Schema, value: unknown, at: string): unknown {
    if (schema.properties === undefined && schema.additionalProperties === undefined) return value;
    if (!isObject(value)) return this.#wrong(at, `type.googleapis.com/${name}`, value);
    const bound: JsonObject = {};
    for (const [key, given] of Object.entries(value)) {
      const member = schema.properties?.[key] ?? schema.additionalProperties;
      if (member === undefined) this.#unknown(key, at);
      else if (given !== null) bound[key] = this.bind(member, given, at === '' ? snake(key) : `${at}.${snake(key)}`);
    }
    if (ONE_OF.has(name)) this.#onlyOne(bound, at);
    return bound;
  }

  #onlyOne(bound: JsonObject, at: string): void {
    const second = Object.keys(bound)[1];
    if (second === undefined) return;
    const description = `Invalid value at '${at}' (oneof), oneof field is already set. Cannot set '${second}'`;
    this.violations.push({ field: at, description });
  }

  #unknown(key: string, at: string): void {
    const where = at === '' ? '' : ` at '${at}'`;
    this.violations.push({ field: at, description: `Invalid JSON payload received. Unknown name "${key}"${where}: Cannot find field.` });
  }

  #wrong(at: string, type: string, value: unknown): undefined {
    this.violations.push({ field: at, description: `Invalid value at '${at}' (${type}), ${JSON.stringify(value)}` });
    return undefined;
  }

  #scalar(schema: Schema, value: unknown, at: string): unknown {
    switch (schema.type) {
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#wrong(at, 'TYPE_BOOL', value);
      case 'integer':
        return this.#integer(value, at);
      case 'number':
        return typeof value === 'number' ? value : this.#wrong(at, 'TYPE_DOUBLE', value);
      default:
        return this.#text(schema, value, at);
    }
  }

  #integer(value: unknown, at: string): unknown {
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    return Number.isInteger(number) && Math.abs(Number(number)) < 2 ** 32 ? number : this.#wrong(at, 'TYPE_INT32', value);
  }

  #text(schema: Schema, value: unknown, at: string): unknown {
    const longInteger = schema.format === 'int64' || schema.format === 'uint64';
    if (longInteger && Number.isInteger(value)) return String(value);
    if (typeof value !== 'string') return this.#wrong(at, 'TYPE_STRING', value);
    if (schema.enum !== undefined && !schema.enum.includes(value)) return this.#wrong(at, 'TYPE_ENUM', value);
    if (longInteger && !/^-?\d+$/.test(value)) return this.#wrong(at, 'TYPE_INT64', value);
    if (schema.format === 'byte' && !/^[\w+/-]*={0,2}$/.test(value)) {
      const description = `Invalid value at '${at}' (TYPE_BYTES), Base64 decoding failed for "${value.slice(0, 40)}"`;
      this.violations.push({ field: at, description });
    }
    return value;
  }
}

/** The request's body as its schema has it, without nulls; throws Google's 400 for what does not fit. */
export function bindBody(route: Route, body: unknown): unknown {
  const reference = route.method.request;
  if (reference === undefined || body === undefined) return body ?? {};
  const binder = new Binder(route.api);
  const bound = binder.bind(reference, body, '');
  if (binder.violations.length > 0) throw refusal(binder.violations);
  return bound;
}

function bindParameter(name: string, parameter: Parameter, text: string): unknown {
  if (parameter.type === 'boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw refusal([{ field: name, description: `Invalid value at '${snake(name)}' (TYPE_BOOL), "${text}"` }]);
  }
  if (parameter.type === 'integer') {
    if (/^-?\d+$/.test(text)) return Number(text);
    throw refusal([{ field: name, description: `Invalid value at '${snake(name)}' (TYPE_INT32), "${text}"` }]);
  }
  if (parameter.enum !== undefined && !parameter.enum.includes(text)) {
    throw refusal([{ field: name, description: `Invalid value at '${snake(name)}' (TYPE_ENUM), "${text}"` }]);
  }
  return text;
}

/** Path and query parameters by their declared types; throws Google's 400 for one that is unknown or does not fit. */
export function bindParameters(route: Route, path: Readonly<Record<string, string>>, query: URLSearchParams): JsonObject {
  const declared: Readonly<Record<string, Parameter>> = { ...route.api.parameters, ...route.method.parameters };
  const bound: JsonObject = { ...path };
  for (const name of new Set(query.keys())) {
    const parameter = declared[name];
    if (parameter === undefined || parameter.location === 'path') {
      const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
      throw refusal([{ field: '', description }]);
    }
    const values = query.getAll(name).map((text) => bindParameter(name, parameter, text));
    bound[name] = parameter.repeated === true ? values : values.at(-1);
  }
  return bound;
}
