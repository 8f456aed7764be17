// Vietnamese text: how it is tidied for storing and how it is compared. Compared is never stored.
// Letters and tones: TCVN 6909:2001 is Unicode; people type composed (NFC) and decomposed (NFD) forms alike.

/** NFC, no-break and other odd spaces made plain, runs of spaces made one, ends trimmed. Safe to store. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\u2000-\u200a\u202f\u3000\ufeff]+/g, ' ')
    .trim();
}

const TONES = '\u0300\u0301\u0303\u0309\u0323';

/**
 * The key by which two texts are the same for a reader: tidied, lower case, Ð (U+00D0) as Đ, full-width digits as digits,
 * and the tone mark moved to the end of its syllable, so that hoà = hòa and uỷ = ủy. Letters and tones themselves count.
 */
export function textKey(text: string): string {
  return tidy(text)
    .replace(/[\u00d0\u0110]/g, 'đ')
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .toLowerCase()
    .normalize('NFD')
    .replace(new RegExp(`([${TONES}])([a-z\u0302\u0306\u031b]*)`, 'g'), '$2$1')
    .normalize('NFC');
}

/** `textKey` without any mark: "Đỗ Thị Hoà" and "do thi hoa" are alike. For suggestions and search only. */
export function plainKey(text: string): string {
  return textKey(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd');
}
