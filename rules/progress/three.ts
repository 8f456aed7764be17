// Three-valued logic: what the register cannot tell is neither yes nor no.
export type Three = 'yes' | 'no' | 'unknown';

export const three = (known: boolean | undefined): Three => (known === undefined ? 'unknown' : known ? 'yes' : 'no');

/** All must hold. An empty list holds. */
export function every(parts: readonly Three[]): Three {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

/** One is enough. An empty list does not hold. */
export function some(parts: readonly Three[]): Three {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('unknown') ? 'unknown' : 'no';
}
