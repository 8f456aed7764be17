// Drive's search language as far as the stand-in knows it, and the order of lists.
import type { Account } from '../api-request.ts';
import { badRequest } from '../google-error.ts';
import { rootOf, type StoredFile } from './files.ts';

type Test = (file: StoredFile) => boolean;

const TOKEN = /\s*(\(|\)|and\b|or\b|not\b|in\b|contains\b|!=|<=|>=|=|<|>|'(?:[^'\\]|\\.)*'|[A-Za-z]+)\s*/giy;

const invalid = (): Error => badRequest('Invalid Value', { reason: 'invalid', location: { locationType: 'parameter', location: 'q' } });

function tokensOf(query: string): string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN.source, TOKEN.flags);
  while (pattern.lastIndex < query.length) {
    const match = pattern.exec(query);
    if (match?.[1] === undefined) throw invalid();
    tokens.push(match[1]);
  }
  return tokens;
}

const textOf = (token: string | undefined): string => {
  if (token === undefined || !token.startsWith("'")) throw invalid();
  return token.slice(1, -1).replace(/\\(.)/g, '$1');
};

class Parser {
  readonly #tokens: readonly string[];
  readonly #account: Account;
  #next = 0;

  constructor(tokens: readonly string[], account: Account) {
    this.#tokens = tokens;
    this.#account = account;
  }

  all(): Test {
    const test = this.#or();
    if (this.#next !== this.#tokens.length) throw invalid();
    return test;
  }

  #take(): string {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw invalid();
    this.#next += 1;
    return token;
  }

  #is(word: string): boolean {
    if (this.#tokens[this.#next]?.toLowerCase() !== word) return false;
    this.#next += 1;
    return true;
  }

  #or(): Test {
    let left = this.#and();
    while (this.#is('or')) {
      const [first, second] = [left, this.#and()];
      left = (file) => first(file) || second(file);
    }
    return left;
  }

  #and(): Test {
    let left = this.#not();
    while (this.#is('and')) {
      const [first, second] = [left, this.#not()];
      left = (file) => first(file) && second(file);
    }
    return left;
  }

  #not(): Test {
    if (this.#is('not')) {
      const test = this.#not();
      return (file) => !test(file);
    }
    if (!this.#is('(')) return this.#term();
    const inner = this.#or();
    if (!this.#is(')')) throw invalid();
    return inner;
  }

  #term(): Test {
    const first = this.#take();
    const operator = this.#take().toLowerCase();
    const last = this.#take();
    if (operator === 'in') return this.#member(textOf(first), last);
    switch (first) {
      case 'name':
        return named(operator, textOf(last));
      case 'mimeType':
        return typed(operator, textOf(last));
      case 'trashed':
      case 'starred':
        return flag(first, operator, last);
      case 'modifiedTime':
      case 'createdTime':
        return timed(first, operator, textOf(last));
      default:
        throw invalid();
    }
  }

  #member(value: string, collection: string): Test {
    const has = (role: string) => (file: StoredFile) =>
      file.permissions.some(
        (permission) => permission.role === role && permission.emailAddress === (value === 'me' ? this.#account.email : value),
      );
    switch (collection) {
      case 'parents':
        return (file) => file.parents.includes(value === 'root' ? rootOf(this.#account) : value);
      case 'owners':
        return has('owner');
      case 'writers':
        return has('writer');
      case 'readers':
        return has('reader');
      default:
        throw invalid();
    }
  }
}

function named(operator: string, value: string): Test {
  if (operator === '=') return (file) => file.name === value;
  if (operator === '!=') return (file) => file.name !== value;
  // Google's contains matches the beginnings of words only.
  if (operator === 'contains') return (file) => ` ${file.name.toLowerCase()}`.includes(` ${value.toLowerCase()}`);
  throw invalid();
}

function typed(operator: string, value: string): Test {
  if (operator === '=') return (file) => file.mimeType === value;
  if (operator === '!=') return (file) => file.mimeType !== value;
  if (operator === 'contains') return (file) => file.mimeType.startsWith(value);
  throw invalid();
}

function flag(name: 'trashed' | 'starred', operator: string, value: string): Test {
  if ((operator !== '=' && operator !== '!=') || !/^(true|false)$/i.test(value)) throw invalid();
  const wanted = (value.toLowerCase() === 'true') === (operator === '=');
  return (file) => (file[name] ?? false) === wanted;
}

function timed(name: 'modifiedTime' | 'createdTime', operator: string, value: string): Test {
  const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value.includes('T') ? value : `${value}T00:00:00`}Z`);
  const compare: Readonly<Record<string, (time: number) => boolean>> = {
    '<': (time) => time < at,
    '<=': (time) => time <= at,
    '=': (time) => time === at,
    '!=': (time) => time !== at,
    '>': (time) => time > at,
    '>=': (time) => time >= at,
  };
  const test = compare[operator];
  if (Number.isNaN(at) || test === undefined) throw invalid();
  return (file) => test(file[name]);
}

/** The files a search finds. Throws Drive's 400 for what it does not understand. */
export function fileQuery(query: string, account: Account): Test {
  return query.trim() === '' ? () => true : new Parser(tokensOf(query), account).all();
}

/** The order that orderBy asks for. */
export function compareBy(orderBy: string): (left: StoredFile, right: StoredFile) => number {
  const keys = orderBy.split(',').map((part) => part.trim().split(/\s+/));
  for (const [name = ''] of keys)
    if (!['modifiedTime', 'createdTime', 'name', 'name_natural', 'folder'].includes(name))
      throw badRequest('Invalid Value', { reason: 'invalid', location: { locationType: 'parameter', location: 'orderBy' } });
  return (left, right) => {
    for (const [name = '', direction] of keys) {
      const order = orderOf(name, left, right);
      if (order !== 0) return direction === 'desc' ? -order : order;
    }
    return left.id < right.id ? -1 : 1;
  };
}

function orderOf(name: string, left: StoredFile, right: StoredFile): number {
  if (name === 'modifiedTime' || name === 'createdTime') return left[name] - right[name];
  if (name === 'folder') return Number(right.mimeType.endsWith('.folder')) - Number(left.mimeType.endsWith('.folder'));
  return left.name.localeCompare(right.name, 'vi', { numeric: name === 'name_natural' });
}
