// The one place that knows HTTP status codes. It catches everything: left alone, the framework answers with the error's text.
import type { HttpFunction, Request } from '@google-cloud/functions-framework';
import type * as z from 'zod';
import { isWorthRetrying, Problem, type ProblemKind } from '../rules/problem.ts';
import type { Refused } from '../rules/public-calls.ts';
import type { Log } from './log.ts';

const STATUS: Readonly<Record<ProblemKind, number>> = {
  input: 400,
  notFound: 404,
  conflict: 409,
  refused: 502,
  forbidden: 403,
  tooMany: 429,
  config: 500,
  upstream: 503,
  bug: 500,
};

export const statusFor = ({ kind }: Pick<Problem, 'kind'>): number => STATUS[kind];

/** What the administrator has to look at; the rest is between the register and its people. */
const LOUD: ReadonlySet<ProblemKind> = new Set(['bug', 'upstream', 'refused', 'config']);

export interface Told<T> {
  /** the id of the workbook that a request is about, for the log */
  readonly subject: (input: T) => string;
  readonly log: Log;
  /** whom an entry answers; a service unless said */
  readonly manner?: Manner;
}

/** How an entry answers. */
export interface Manner {
  readonly done: (result: object) => object;
  readonly refused: (problem: Problem) => object;
  /** what the log is told of a result */
  readonly logged: (result: object) => Record<string, string | number | boolean | null>;
  readonly forTasks: boolean;
}

const TO_SERVICES: Manner = {
  done: (result) => ({ ok: true, ...result }),
  refused: ({ code, user }) => ({ ok: false, code, message: user }),
  logged: (result) => plain(result),
  forTasks: true,
};

/** To the sheet's own script: the result as it is or `Refused`. What people see may hold anything, so the log is told nothing of it. */
export const TO_SHEETS: Manner = {
  done: (result) => result,
  refused: ({ code, user }): Refused => ({ error: { code, message: user } }),
  logged: () => ({}),
  forTasks: false,
};

/**
 * An HTTP function from a schema and an action. A request that Cloud Tasks makes is answered 200 when repeating it could not help:
 * Tasks repeats everything but 2xx, and only an outage (`upstream`) or a bug is worth it. The code tells the difference.
 */
export function handle<T>(
  name: string,
  schema: z.ZodType<T>,
  act: (input: T) => Promise<object>,
  { subject, log, manner = TO_SERVICES }: Told<T>,
): HttpFunction {
  return async (request, response) => {
    let about: string | undefined;
    try {
      const input = parse(schema, request);
      about = subject(input);
      const result = await act(input);
      log({ severity: 'INFO', message: `${name} done`, function: name, subject: about, ...manner.logged(result) });
      response.status(200).json(manner.done(result));
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem('BUG', { where: name }, { cause: error });
      log({
        severity: LOUD.has(problem.kind) ? 'ERROR' : 'WARNING',
        message: `${name}: ${problem.code}: ${problem.message}`,
        function: name,
        subject: about,
        code: problem.code,
        kind: problem.kind,
        ...(problem.kind === 'bug' ? { stack: stackOf(problem.cause) } : {}),
      });
      const repeat = isWorthRetrying(problem) || problem.kind === 'bug';
      const status = manner.forTasks && isFromTasks(request) && !repeat ? 200 : STATUS[problem.kind];
      response.status(status).json(manner.refused(problem));
    }
  };
}

/** The parts of a result that a log line can hold: counts, codes, moments. */
const plain = (result: object): Record<string, string | number | boolean | null> =>
  Object.fromEntries(Object.entries(result).filter(([, value]) => value === null || typeof value !== 'object'));

const isFromTasks = (request: Request): boolean => request.get('X-CloudTasks-TaskName') !== undefined;

/** Where a bug is, without its message: a message may quote what a cell holds, line breaks and all. */
function stackOf(cause: unknown): string {
  if (!(cause instanceof Error) || cause.stack === undefined) return 'unknown';
  const told = cause.stack.replace(cause.message, '').split('\n');
  const frames = told.map((line) => line.trim()).filter((line) => /^at .*[/:].*:\d+:\d+\)?$/.test(line));
  return [KNOWN_ERRORS.find((name) => name === cause.name) ?? 'Error', ...frames.slice(0, 8)].join(' | ');
}

const KNOWN_ERRORS = ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError'];

function parse<T>(schema: z.ZodType<T>, request: Request): T {
  if (request.method !== 'POST') throw new Problem('BAD_REQUEST', { faults: [`method ${request.method}, POST wanted`] });
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  throw new Problem('BAD_REQUEST', { faults: parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'body'}: ${code}`) });
}
