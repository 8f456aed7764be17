// The search words of Gmail that the stand-in understands; any other word is refused rather than misunderstood.
import { badRequest } from '../google-error.ts';
import type { StoredMessage } from './mailbox.ts';
import { headerOf, headersOf } from './mime.ts';

type Test = (message: StoredMessage) => boolean;

const header = (message: StoredMessage, name: string): string => headerOf(headersOf(Buffer.from(message.raw, 'base64url')), name) ?? '';

const includes = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

function momentOf(text: string): number {
  if (/^\d{9,}$/.test(text)) return Number(text) * 1000;
  const match = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (match === null) throw badRequest(`The local workspace does not understand the date ${text}.`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

function testOf(word: string): Test {
  const [, name = '', value = ''] = /^(\w+):"?([^"]*)"?$/.exec(word) ?? [];
  switch (name.toLowerCase()) {
    case 'from':
    case 'to':
    case 'cc':
    case 'subject':
      return (message) => includes(header(message, name), value);
    case 'rfc822msgid':
      return (message) => header(message, 'message-id').replace(/[<>]/g, '') === value.replace(/[<>]/g, '');
    case 'in':
    case 'is':
    case 'label':
      return (message) => value === 'anywhere' || message.labelIds.includes(value.toUpperCase());
    case 'after':
    case 'newer':
      return (message) => message.at >= momentOf(value);
    case 'before':
    case 'older':
      return (message) => message.at < momentOf(value);
    default:
      throw badRequest(`The local workspace does not understand the search word ${word}.`);
  }
}

/** Which messages a search finds; all of its words must fit. */
export function matcherOf(query: string): Test {
  const words = query.match(/-?\w+:"[^"]*"|\S+/g) ?? [];
  const tests = words.map((word) => {
    if (!word.startsWith('-')) return testOf(word);
    const test = testOf(word.slice(1));
    return (message: StoredMessage) => !test(message);
  });
  return (message) => tests.every((test) => test(message));
}
