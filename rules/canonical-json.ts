// JSON with its keys in order: the same value gives the same text, whichever shell parsed the plan that it holds pieces of.

/** The text of a value; members that are undefined are left out, as JSON does. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (isPlain(part) ? inOrder(part) : part));

const isPlain = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

const inOrder = (part: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
