// The one place that knows HTTP status codes. It catches everything: left alone, the framework answers with the error's text.
import type { HttpFunction, Request } from '@google-cloud/functions-framework';
import type * as z from 'zod';
import { isWorthRetrying, Problem, type ProblemKind } from '../rules/problem.ts';
import type { Log } from './log.ts';

const STATUS: Readonly<Record<ProblemKind, number>> = {
  input: 400,
  notFound: 404,
  conflict: 409,
  refused: 502,
  config: 500,
  upstream: 503,
  bug: 500,
};

/** What the administrator has to look at; the rest is between the register and its people. */
const LOUD: ReadonlySet<ProblemKind> = new Set(['bug', 'upstream', 'refused', 'config']);

export interface Told<T> {
  /** the id of the workbook that a request is about, for the log */
  readonly subject: (input: T) => string;
  readonly log: Log;
}

/**
 * An HTTP function from a schema and an action. A request that Cloud Tasks makes is answered 200 when repeating it could not help:
 * Tasks repeats everything but 2xx, and only an outage (`upstream`) or a bug is worth it. The code tells the difference.
 */
export function handle<T>(name: string, schema: z.ZodType<T>, act: (input: T) => Promise<object>, { subject, log }: Told<T>): HttpFunction {
  return async (request, response) => {
    let about: string | undefined;
    try {
      const input = parse(schema, request);
      about = subject(input);
      const result = await act(input);
      log({ severity: 'INFO', message: `${name} done`, function: name, subject: about, ...plain(result) });
      response.status(200).json({ ok: true, ...result });
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
      const status = isFromTasks(request) && !repeat ? 200 : STATUS[problem.kind];
      response.status(status).json({ ok: false, code: problem.code, message: problem.user });
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
