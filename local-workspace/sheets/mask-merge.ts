// Update requests carry a mask: what it names is replaced (or cleared when absent), the rest stays.
import { apis } from '../discovery.ts';
import { type Mask, parseMask, unknownPath } from '../field-mask.ts';
import { badRequest } from '../google-error.ts';
import { isObject, type JsonObject } from '../json.ts';

const sheetsApi = apis().find((api) => api.service === 'sheets');

/** A request's `fields`, checked against the message they are fields of. Throws Google's 400. */
export function requiredMask(fields: unknown, schema: string): Mask {
  if (typeof fields !== 'string' || fields.trim() === '') {
    throw badRequest("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const mask = parseMask(fields);
  if (mask === undefined || sheetsApi === undefined) throw badRequest(`Invalid field mask: ${fields}`);
  const unknown = unknownPath(sheetsApi, { $ref: schema }, mask);
  if (unknown !== undefined) throw badRequest(`Invalid field: ${unknown}`);
  return mask;
}

/** A copy of `target` in which everything the mask names is as in `source`. */
export function mergeByMask(mask: Mask, target: JsonObject, source: JsonObject): JsonObject {
  const star = mask['*'];
  if (star !== undefined && Object.keys(star).length === 0) return { ...source };
  const merged: JsonObject = { ...target };
  for (const [name, below] of Object.entries(mask)) {
    const given = source[name];
    if (Object.keys(below).length === 0) set(merged, name, given);
    else set(merged, name, mergeByMask(below, asObject(merged[name]), asObject(given)));
  }
  return merged;
}

const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

function set(target: JsonObject, name: string, value: unknown): void {
  if (value === undefined || (isObject(value) && Object.keys(value).length === 0)) delete target[name];
  else target[name] = value;
}
