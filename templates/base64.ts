// Base64 as mail has it: in lines, and as Gmail's `raw`.
import { base64 } from '../rules/base64.ts';
import { utf8 } from '../rules/hash.ts';

/** Base64 in lines of 76 characters (RFC 2045). */
export const base64Lines = (bytes: Uint8Array): string => base64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');

/** A MIME message as Gmail's `raw` wants it: base64url, no padding. https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages */
export const toBase64Url = (text: string): string => base64(utf8(text)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
