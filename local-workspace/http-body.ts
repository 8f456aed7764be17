// Request bodies off the wire: bytes, JSON, forms, and the multipart uploads that googleapis sends.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Media } from './api-request.ts';
import { badRequest } from './google-error.ts';
import type { JsonObject } from './json.ts';

/** The whole body of a request. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The body as JSON; undefined when empty. Throws Google's 400 when it does not parse. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest(`Invalid JSON payload received. Unexpected token.\n${text.slice(0, 40)}\n^`);
  }
}

/** The fields of a form or of a flat JSON object, whichever was sent. */
export function parseForm(bytes: Buffer, contentType: string): JsonObject {
  if (contentType.includes('json')) {
    const json = parseJson(bytes);
    return typeof json === 'object' && json !== null ? (json as JsonObject) : {};
  }
  return Object.fromEntries(new URLSearchParams(bytes.toString('utf8')));
}

/** An upload's parts: the resource and the media. Throws 400 when it is not what its content type says. */
export function parseUpload(uploadType: string, bytes: Buffer, contentType: string): { json: unknown; media: Media } {
  if (uploadType === 'media') return { json: undefined, media: { contentType, data: bytes } };
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (uploadType !== 'multipart' || boundary === undefined)
    throw badRequest('Failed to parse multipart request or unsupported uploadType.');
  const [first, second] = partsOf(bytes, boundary);
  if (first === undefined || second === undefined) throw badRequest('Multipart must have exactly two parts.');
  return { json: parseJson(first.data), media: second };
}

function partsOf(bytes: Buffer, boundary: string): Media[] {
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Media[] = [];
  let from = bytes.indexOf(delimiter);
  while (from !== -1) {
    const start = from + delimiter.length;
    const end = bytes.indexOf(delimiter, start);
    if (end === -1) break;
    const section = bytes.subarray(start, end);
    const blank = section.indexOf('\r\n\r\n');
    const headers = section.toString('latin1', 0, Math.max(blank, 0));
    const contentType = /content-type:\s*([^\r\n]+)/i.exec(headers)?.[1] ?? 'application/octet-stream';
    let data = section.subarray(blank + 4);
    if (data.subarray(-2).toString('latin1') === '\r\n') data = data.subarray(0, -2);
    parts.push({ contentType, data });
    from = end;
  }
  return parts;
}

/** Sends JSON, or 204 when there is nothing to say. */
export function answer(response: ServerResponse, code: number, body: unknown): void {
  if (body === undefined) {
    response.writeHead(204).end();
    return;
  }
  response.writeHead(code, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
}
