// Hashes that both shells compute alike and at once: neither WebCrypto nor Node's crypto nor TextEncoder is needed,
// because Apps Script has none of them.
import { sha256 } from '@noble/hashes/sha2.js';

/** The UTF-8 bytes of a text; half a surrogate pair becomes U+FFFD, as `TextEncoder` has it. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}
const tail = (code: number): number => 0x80 | (code & 0x3f);

/** The SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return [...sha256(utf8(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The `metadataId` under which a marker is published: 1 to 2^31 - 1, always the same for the same key and attempt.
 * `probe` 1, 2, ... gives the next place when a *different* key already sits at the one before.
 */
export function markerId(key: string, attempt: number, probe: number): number {
  const id = Number.parseInt(sha256Hex(`${key}\n${attempt}\n${probe}`).slice(0, 8), 16) & 0x7fffffff;
  return id || 1; // Google takes a metadataId of 0 for "choose one"
}
