// Google's `fields` masks: a/b, a.b, a(b,c), *. Used on answers and inside batch requests.
import type { Api, Schema } from './discovery.ts';
import { isObject, type JsonObject } from './json.ts';

/** A mask as a tree; a name without children takes everything below it. */
export interface Mask {
  readonly [name: string]: Mask;
}

type OpenMask = { [name: string]: OpenMask };

/** The mask's tree, or undefined when the text is no mask. */
export function parseMask(text: string): Mask | undefined {
  const tokens = text.match(/[\w*$@-]+|[().,/]|\s+|[^\s]/g)?.filter((token) => token.trim() !== '') ?? [];
  let next = 0;
  const name = /^[\w*$@-]+$/;

  function list(into: OpenMask): boolean {
    do {
      if (!path(into)) return false;
    } while (tokens[next] === ',' && ++next > 0);
    return true;
  }
  function path(into: OpenMask): boolean {
    let node = into;
    for (;;) {
      const token = tokens[next];
      if (token === undefined || !name.test(token)) return false;
      next += 1;
      const known = node[token];
      const whole = known !== undefined && Object.keys(known).length === 0;
      const child: OpenMask = known ?? {};
      node[token] = child;
      // A name already taken whole stays whole, whatever narrower path follows it.
      node = whole ? {} : child;
      const after = tokens[next];
      if (after === '.' || after === '/') {
        next += 1;
        continue;
      }
      if (after !== '(') {
        for (const key of Object.keys(node)) delete node[key];
        return true;
      }
      next += 1;
      if (!list(node) || tokens[next] !== ')') return false;
      next += 1;
      return true;
    }
  }

  const root: OpenMask = {};
  return list(root) && next === tokens.length ? root : undefined;
}

const isWhole = (mask: Mask): boolean => Object.keys(mask).length === 0;

/** What of an answer a mask lets through; empty objects are left out as Google leaves them. */
export function applyMask(mask: Mask, value: unknown): unknown {
  if (isWhole(mask)) return value;
  if (Array.isArray(value)) return value.map((item) => applyMask(mask, item) ?? {});
  if (!isObject(value)) return value;
  const star = mask['*'];
  const kept: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const child = mask[key] ?? star;
    if (child === undefined || item === undefined) continue;
    const part = applyMask(child, item);
    if (part !== undefined) kept[key] = part;
  }
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** The first path of a mask that a schema does not have, or undefined when all are known. */
export function unknownPath(api: Api, schema: Schema, mask: Mask, at = ''): string | undefined {
  const known = resolve(api, schema);
  for (const [key, child] of Object.entries(mask)) {
    const path = at === '' ? key : `${at}.${key}`;
    const member = key === '*' ? known : (known.properties?.[key] ?? known.additionalProperties);
    if (member === undefined) {
      if (known.type === 'any' || (known.type === 'object' && known.properties === undefined)) continue;
      return path;
    }
    const deeper = isWhole(child) ? undefined : key === '*' ? undefined : unknownPath(api, member, child, path);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

function resolve(api: Api, schema: Schema): Schema {
  if (schema.$ref !== undefined) return resolve(api, api.schemas[schema.$ref] ?? {});
  if (schema.items !== undefined) return resolve(api, schema.items);
  return schema;
}
