// Vietnamese text: how it is tidied for storing and how it is compared. Compared is never stored.
// Letters and tones: TCVN 6909:2001 is Unicode; people type composed (NFC) and decomposed (NFD) forms alike.

const ODD_SPACE = /[\s\u00a0\u200b\u2000-\u200a\u202f\u3000\ufeff]+/g;
/** Anything that tidying would change in a composed text: most cells hold nothing of it. */
const UNTIDY = /[^\S ]|\u200b| {2}|^ | $/;

/** NFC, no-break and other odd spaces made plain, runs of spaces made one, ends trimmed. Safe to store. */
export function tidy(text: string): string {
  const composed = text.normalize('NFC');
  return UNTIDY.test(composed) ? composed.replace(ODD_SPACE, ' ').trim() : composed;
}

/** `tidy` line by line: line breaks are people's own, and separate choices. */
export const tidyLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(tidy)
    .join('\n')
    .trim();

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TONE_IN_SYLLABLE = new RegExp(`([${TONES}])([a-z\u0302\u0306\u031b]*)`, 'g');
const FULL_WIDTH = /[\uff10-\uff19]/g;

const MOST_KNOWN = 20_000;

/** Names and places recur in every rule. What is known holds the names of a large register; when it is full it begins anew. */
function remembered(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const key = work(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, key);
    return key;
  };
}

/**
 * The key by which two texts are the same for a reader: tidied, lower case, Ð (U+00D0) as Đ, full-width digits as digits,
 * and the tone mark moved to the end of its syllable, so that hoà = hòa and uỷ = ủy. Letters and tones themselves count.
 */
export const textKey: (text: string) => string = remembered((text) =>
  tidy(text)
    .replace(/[\u00d0\u0110]/g, 'đ')
    .replace(FULL_WIDTH, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .toLowerCase()
    .normalize('NFD')
    .replace(TONE_IN_SYLLABLE, '$2$1')
    .normalize('NFC'),
);

/** `textKey` without any mark: "Đỗ Thị Hoà" and "do thi hoa" are alike. For suggestions and search only. */
export const plainKey: (text: string) => string = remembered((text) =>
  textKey(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd'),
);

/** The first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A title within a sentence: "thực hiện Đề án …"; an abbreviation keeps its capitals. */
export function lowered(text: string): string {
  const [first, second] = [text.charAt(0), text.charAt(1)];
  const isTitle = first !== first.toLowerCase() && second !== second.toUpperCase();
  return isTitle ? first.toLowerCase() + text.slice(1) : text;
}

/** No more of a text than `most` letters, and that there is more. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text.slice(0, 2 * most + 2)];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
}
