// Our base64 against Node's own.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64 } from '../../rules/base64.ts';
import { base64Lines, toBase64Url } from '../../templates/base64.ts';

it('writes any bytes as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});

it('writes any text for Gmail as Node does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toBase64Url(text)).toBe(Buffer.from(text, 'utf8').toString('base64url'));
    }),
  );
});

it.each([0, 1, 56, 57, 58, 114, 115, 1000])('breaks %i bytes into lines of at most 76 characters, none empty at the end', (length) => {
  const lines = base64Lines(new Uint8Array(length).fill(77)).split('\r\n');
  expect(lines.every((line) => line.length <= 76)).toBe(true);
  expect(lines.slice(0, -1).every((line) => line.length === 76)).toBe(true);
  expect(lines.length).toBe(Math.max(1, Math.ceil(length / 57)));
});
