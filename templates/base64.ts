// Base64 for runtimes without btoa and Buffer (Apps Script).
import { utf8 } from '../rules/hash.ts';

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

/** Base64 in lines of 76 characters (RFC 2045). */
export const base64Lines = (bytes: Uint8Array): string => base64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');

/** A MIME message as Gmail's `raw` wants it: base64url, no padding. https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages */
export const toBase64Url = (text: string): string => base64(utf8(text)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
