// Base64 for runtimes without btoa and Buffer (Apps Script).

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of RFC 4648, padded, on one line. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += LETTERS.charAt(group >> 18) + LETTERS.charAt((group >> 12) & 63);
    text += second === undefined ? '=' : LETTERS.charAt((group >> 6) & 63);
    text += third === undefined ? '=' : LETTERS.charAt(group & 63);
  }
  return text;
}
