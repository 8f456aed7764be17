// The catalogue of expected trouble. A problem has one code, one English line for the log and one Vietnamese line for the person who can mend it.
// Rows that people typed are never problems: they are returned as findings. An outage is thrown as a Problem.

import { ANSWER_PROBLEMS } from './problems/answers.ts';
import { CALL_PROBLEMS } from './problems/calls.ts';
import type { Entry, ProblemKind } from './problems/define.ts';
import { OUTSIDE_PROBLEMS } from './problems/outside.ts';
import { REGISTER_PROBLEMS } from './problems/registers.ts';
import { REPORT_PROBLEMS } from './problems/reports.ts';

export type { ProblemKind } from './problems/define.ts';

const CATALOGUE = {
  ...REGISTER_PROBLEMS,
  ...REPORT_PROBLEMS,
  ...ANSWER_PROBLEMS,
  ...CALL_PROBLEMS,
  ...OUTSIDE_PROBLEMS,
};
export type ProblemCode = keyof typeof CATALOGUE;
export type DetailsOf<C extends ProblemCode> = (typeof CATALOGUE)[C] extends Entry<infer Details> ? Details : never;
export const PROBLEMS: { readonly [C in ProblemCode]: Entry<DetailsOf<C>> } = CATALOGUE;

/** Expected trouble, thrown. `message` is the line for the log; `user` may be shown to anybody: it never holds a foreign error's text. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C;
  readonly kind: ProblemKind;
  readonly details: DetailsOf<C>;
  readonly user: string;

  constructor(code: C, details: DetailsOf<C>, options: { readonly cause?: unknown } = {}) {
    const entry = PROBLEMS[code];
    super(entry.dev(details));
    this.name = 'Problem';
    this.code = code;
    this.kind = entry.kind;
    this.details = details;
    this.user = entry.user(details).normalize('NFC');
    if ('cause' in options) Object.defineProperty(this, 'cause', { value: options.cause, configurable: true, writable: true });
  }

  /** What support is told. */
  get supportCode(): string {
    return this.code;
  }

  /** The Vietnamese line with the code behind it, for support. */
  get userWithCode(): string {
    return `${this.user} (mã hỗ trợ: ${this.supportCode})`;
  }
}

/** A problem to be thrown, or to be shown. */
export const problem = <C extends ProblemCode>(code: C, details: DetailsOf<C>, options: { readonly cause?: unknown } = {}): Problem<C> =>
  new Problem(code, details, options);

/** Whether doing the same again later may help. */
export const isWorthRetrying = ({ kind }: Problem): boolean => kind === 'upstream';
