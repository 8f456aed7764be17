// The catalogue of problems as data: one code, one English line for the log, one Vietnamese line for the person who can mend it.
import { describe, expect, it } from 'vitest';
import { type DetailsOf, isWorthRetrying, PROBLEMS, Problem, type ProblemCode, problem } from '../../rules/problem.ts';

/** Details of any problem: lists and numbers by their names, a short text for everything else. */
const SAMPLES: { readonly [detail: string]: unknown } = {
  ...{ faults: ['MAILBOX', 'PROJECT'], status: 429, port: 8080 },
  ...{ on: '2024-12-16', cutOff: '2024-12-14', since: '2024-12-31', fault: 'due', count: 3 },
};
const DETAILS = new Proxy(SAMPLES, { get: (samples, name) => samples[String(name)] ?? `mẫu ${String(name)}` });
const codes = Object.keys(PROBLEMS) as ProblemCode[];
const made = (code: ProblemCode): Problem => problem(code, DETAILS as unknown as DetailsOf<ProblemCode>);

describe.each(codes)('%s', (code) => {
  it('tells people what is the matter, then what to do in one sentence', () => {
    const { user } = made(code);
    expect(user).toMatch(/^\S.*\. Đề nghị [^.]+(?:\.[^.\s][^.]*)*\.$/u);
    expect(user).toBe(user.normalize('NFC'));
    expect(user).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}-\d{2}|bạn đã/);
  });
  it('tells the log names and values in one lower-case line without advice', () => {
    const { message } = made(code);
    expect(message).not.toMatch(/undefined|NaN|[\n]|please|[.!]$/i);
    expect(message).toMatch(/^[\x20-\x7e\u00c0-\u1ef9“”]+$/u);
  });
  it('carries its code for support', () => {
    expect(made(code).userWithCode).toContain(`(mã hỗ trợ: ${code})`);
  });
});

describe('a problem', () => {
  it('keeps its cause for the log and never shows it', () => {
    const cause = new Error('invalid_grant: token abc');
    const thrown = new Problem('GOOGLE_REFUSED', { what: 'drafts.create', status: 403 }, { cause });
    expect(thrown.cause).toBe(cause);
    expect(`${thrown.message} ${thrown.user}`).not.toContain('token');
  });
  it('is worth another try only when the trouble is upstream', () => {
    expect(codes.filter((code) => isWorthRetrying(made(code)))).toEqual(codes.filter((code) => PROBLEMS[code].kind === 'upstream'));
    expect(isWorthRetrying(problem('GOOGLE_BUSY', { what: 'read' }))).toBe(true);
    expect(isWorthRetrying(problem('NOT_A_DATE', { text: '31/02/2024' }))).toBe(false);
  });
});
