// The names that Google calls: every function that the sheet's entry exports.

/** The exported functions of an entry's source, in order. */
export const exportsOf = (source: string): string[] => [...source.matchAll(/^export function (\w+)\(/gm)].map(([, name = '']) => name);
