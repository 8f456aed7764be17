// Utilities: ids, encodings, hashes, dates as text. Bytes are signed, as in Google's.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { types } from 'node:util';
import { ScriptError } from './bridge.ts';
import { formatDate } from './format-date.ts';
import type { Running } from './running.ts';

type Utilities = GoogleAppsScript.Utilities.Utilities;
type Blob = GoogleAppsScript.Base.Blob;

const LONGEST_SLEEP = 5000;

export const signed = (bytes: Uint8Array): number[] => [...new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)];

/** A text in UTF-8, or signed bytes, as bytes. */
export function bytesOf(data: unknown): Buffer {
  return Array.isArray(data) ? Buffer.from(Int8Array.from(data as number[]).buffer) : Buffer.from(String(data), 'utf8');
}

/** A blob: bytes with a type and a name. */
export function blobOf({ realm }: Running, bytes: Buffer, type: string | null, name: string | null): Blob {
  return realm.served<Blob>('Blob', {
    getBytes: () => signed(bytes),
    getDataAsString: () => bytes.toString('utf8'),
    getContentType: () => type,
    getName: () => name,
  });
}

export function utilities(running: Running): Utilities {
  const { realm, bridge } = running;
  const digests = realm.enumeration<Utilities['DigestAlgorithm']>('DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
  const padded = (text: string): string => text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  return realm.served<Utilities>('Utilities', {
    DigestAlgorithm: digests,
    Charset: realm.enumeration<Utilities['Charset']>('Charset', ['US_ASCII', 'UTF_8']),
    getUuid: () => randomUUID(),
    formatDate: (date: unknown, timeZone: string, format: string) => {
      if (!types.isDate(date)) throw new ScriptError("The parameters don't match the method signature for Utilities.formatDate.");
      return formatDate(date.getTime(), String(timeZone), String(format));
    },
    sleep: (milliseconds: number) => {
      if (!(milliseconds >= 0 && milliseconds <= LONGEST_SLEEP))
        throw new ScriptError(`Utilities.sleep of more than ${LONGEST_SLEEP} ms is not served by the local workspace`);
      bridge.sleep(milliseconds);
    },
    base64Encode: (data: unknown) => bytesOf(data).toString('base64'),
    base64EncodeWebSafe: (data: unknown) => padded(bytesOf(data).toString('base64url')),
    base64Decode: (text: string) => signed(Buffer.from(String(text), 'base64')),
    base64DecodeWebSafe: (text: string) => signed(Buffer.from(String(text), 'base64url')),
    newBlob: (data: unknown, type: string | null = null, name: string | null = null) => blobOf(running, bytesOf(data), type, name),
    computeDigest: (algorithm: unknown, value: unknown) =>
      signed(createHash(String(algorithm).replace('_', '')).update(bytesOf(value)).digest()),
    computeHmacSha256Signature: (value: unknown, key: unknown) =>
      signed(createHmac('sha256', bytesOf(key)).update(bytesOf(value)).digest()),
  });
}
