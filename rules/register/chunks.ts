// Long texts in cells: a cell holds 50,000 characters at most, so machine state is cut into parts.
// https://support.google.com/drive/answer/37603

const LONGEST = 44_000; // below the 45,000 that the register's hidden tabs promise, with room for a pair kept whole

/** The parts of a text, at least one; a surrogate pair is never cut in two. */
export function chunksOf(text: string, longest: number = LONGEST): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    let to = Math.min(from + longest, text.length);
    if (to < text.length && to - from > 1 && isHighSurrogate(text.charCodeAt(to - 1))) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts.length > 0 ? parts : [''];
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** The parts 1..n put together again whatever their order; undefined when one is missing or there twice. */
export function joinChunks(parts: readonly { readonly part: number; readonly text: string }[]): string | undefined {
  const sorted = [...parts].sort((a, b) => a.part - b.part);
  return sorted.length > 0 && sorted.every(({ part }, index) => part === index + 1) ? sorted.map(({ text }) => text).join('') : undefined;
}
