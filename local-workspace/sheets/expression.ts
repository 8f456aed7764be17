// Reads and evaluates the small formulas of conditional formats: comparison, arithmetic, cells, AND, OR, NOT, ISNUMBER, ISBLANK, NOW, TODAY.
import { columnOf } from './a1.ts';

export type Scalar = number | string | boolean | undefined;

export interface Scope {
  /** what a cell of the same tab holds; undefined when blank */
  readonly cell: (row: number, column: number) => Scalar;
  /** the moment as a serial of the spreadsheet's own zone */
  readonly now: number;
  /** how far the cell in question is from the one the formula was written for: relative references follow */
  readonly rows?: number;
  readonly columns?: number;
}

/** The formula's value, or undefined when it holds anything that is not known here. */
export function evaluate(formula: string, scope: Scope): Scalar {
  try {
    return new Reader(formula.replace(/^=/, ''), scope).whole();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

const TOKEN = /\s*("(?:[^"]|"")*"|\d+(?:\.\d+)?|\$?[A-Za-z]{1,3}\$?\d+(?![\w(])|[A-Za-z_.]+|<>|<=|>=|[-+*/&=<>();,])/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) throw new Unreadable();
    tokens.push(match[1] ?? '');
  }
  return tokens;
}

const numberOf = (value: Scalar): number => {
  const number = value === undefined ? 0 : Number(value);
  if (!Number.isFinite(number)) throw new Unreadable();
  return number;
};

/** Numbers come before texts and texts before truths, as Google orders unlike kinds. */
const kindOf = (value: Scalar): number => (typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 0);

function compare(left: Scalar, right: Scalar): number {
  const [a, b] = [left ?? blankLike(right), right ?? blankLike(left)];
  if (kindOf(a) !== kindOf(b)) return kindOf(a) - kindOf(b);
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase().localeCompare(b.toLowerCase(), 'vi');
  return numberOf(a) - numberOf(b);
}

const blankLike = (other: Scalar): Scalar => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

const FUNCTIONS: Readonly<Record<string, (args: readonly Scalar[], scope: Scope) => Scalar>> = {
  AND: (args) => args.every(Boolean),
  OR: (args) => args.some(Boolean),
  NOT: ([value]) => !value,
  ISNUMBER: ([value]) => typeof value === 'number',
  ISBLANK: ([value]) => value === undefined,
  NOW: (_args, { now }) => now,
  TODAY: (_args, { now }) => Math.floor(now),
  TRUE: () => true,
  FALSE: () => false,
};

class Reader {
  readonly #tokens: readonly string[];
  readonly #scope: Scope;
  #at = 0;

  constructor(text: string, scope: Scope) {
    this.#scope = scope;
    this.#tokens = tokensOf(text);
  }

  whole(): Scalar {
    const value = this.#comparison();
    if (this.#at < this.#tokens.length) throw new Unreadable();
    return value;
  }

  #take(...wanted: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#at += 1;
    return token;
  }

  #comparison(): Scalar {
    let left = this.#sum();
    for (let sign = this.#take(...Object.keys(COMPARISONS)); sign !== undefined; sign = this.#take(...Object.keys(COMPARISONS))) {
      left = COMPARISONS[sign]?.(compare(left, this.#sum())) ?? false;
    }
    return left;
  }

  #sum(): Scalar {
    let left = this.#product();
    for (let sign = this.#take('+', '-', '&'); sign !== undefined; sign = this.#take('+', '-', '&')) {
      const right = this.#product();
      if (sign === '&') left = `${left ?? ''}${right ?? ''}`;
      else left = sign === '+' ? numberOf(left) + numberOf(right) : numberOf(left) - numberOf(right);
    }
    return left;
  }

  #product(): Scalar {
    let left = this.#signed();
    for (let sign = this.#take('*', '/'); sign !== undefined; sign = this.#take('*', '/')) {
      const right = numberOf(this.#signed());
      left = numberOf(sign === '*' ? numberOf(left) * right : numberOf(left) / right);
    }
    return left;
  }

  #signed(): Scalar {
    if (this.#take('-') !== undefined) return -numberOf(this.#signed());
    return this.#single();
  }

  #single(): Scalar {
    if (this.#take('(') !== undefined) return this.#closed(this.#comparison());
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined) throw new Unreadable();
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return Number(token);
    const cell = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/.exec(token);
    if (cell !== null) return this.#cell(cell);
    if (/^(true|false)$/i.test(token) && this.#tokens[this.#at] !== '(') return /^true$/i.test(token);
    return this.#call(token.toUpperCase());
  }

  #cell([, fixedColumn, letters = '', fixedRow, digits = '']: RegExpExecArray): Scalar {
    const row = Number(digits) - 1 + (fixedRow === '$' ? 0 : (this.#scope.rows ?? 0));
    const column = columnOf(letters) + (fixedColumn === '$' ? 0 : (this.#scope.columns ?? 0));
    return this.#scope.cell(row, column);
  }

  #call(name: string): Scalar {
    const known = FUNCTIONS[name];
    if (known === undefined || this.#take('(') === undefined) throw new Unreadable();
    const args: Scalar[] = [];
    if (this.#take(')') !== undefined) return known(args, this.#scope);
    do args.push(this.#comparison());
    while (this.#take(';', ',') !== undefined);
    return this.#closed(known(args, this.#scope));
  }

  #closed(value: Scalar): Scalar {
    if (this.#take(')') === undefined) throw new Unreadable();
    return value;
  }
}
