// Narrowing of JSON that came from outside, and the one way the stand-in copies it.

export type JsonObject = { [key: string]: unknown };

/** Whether a value is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep copy of plain JSON data. */
export function copyOf<T>(value: T): T {
  return structuredClone(value);
}

/** Whether two pieces of JSON say the same, key order included. */
export function sameJson(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
