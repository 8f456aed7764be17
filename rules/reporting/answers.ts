// What the receiving level answered to a report: that it has it, or what is to be mended. Each of the two has cells of its own in the
// report's rows of _Số chốt, written once: the first word of each kind counts, and a stale turn cannot reach it.
import type { Instant } from '../calendar-date.ts';
import type { Marker, OwnedCell } from '../conversation.ts';
import { ANSWER_ROWS, ANSWERS_AT, BLANK_ROW, fieldRows, withinArea } from './frozen-rows.ts';

/** What is to be mended, and where in the report: a place of `placesIn`, or 'other'. */
export interface Reason {
  readonly place: string;
  readonly text: string;
}

export interface Answer {
  /** how the word came: by a link, by a reply */
  readonly by: string;
  /** of the word itself */
  readonly at: Instant;
  /** when it was put down, maybe later */
  readonly recorded: Instant;
  /** its marker was removed: nobody can still run into it */
  readonly unmarked?: true;
}
export interface Return extends Answer {
  readonly reasons: readonly Reason[];
}

export interface Answers {
  readonly received?: Answer;
  readonly returned?: Return;
}
export type AnswerKind = keyof Answers;
export const ANSWER_KINDS: readonly AnswerKind[] = ['received', 'returned'];

/** The fields of _Số chốt that hold answers. */
export const ANSWER_FIELDS: readonly string[] = ANSWER_KINDS;

const ROOM: { readonly [K in AnswerKind]: { readonly at: number; readonly rows: number } } = {
  received: { at: ANSWERS_AT, rows: 1 },
  returned: { at: ANSWERS_AT + 1, rows: ANSWER_ROWS - 1 },
};

/** Where an answer's rows begin, given the first row of the report's place. */
export const answerRow = (line: number, kind: AnswerKind): number => line + ROOM[kind].at;

/** The rows of an answer, its part of the area whole. */
export function answerRows(key: string, kind: AnswerKind, answer: Answer | Return): readonly (readonly OwnedCell[])[] {
  const rows = fieldRows(key, kind, JSON.stringify(answer));
  const room = ROOM[kind].rows;
  return withinArea(key, [...rows, ...Array.from({ length: Math.max(0, room - rows.length) }, () => BLANK_ROW)], room);
}

/** The name under which an answer's marker is published: no delivery's key ends so. */
export const answerName = (key: string, kind: AnswerKind): string => `${key}#${kind}`;

/** Of two answers of one kind Google refuses the second. */
export const answerMarker = (key: string, kind: AnswerKind, { at }: Answer): Marker => ({
  key: answerName(key, kind),
  attempt: 0,
  mailbox: '',
  draft: '',
  thread: '',
  leaseUntil: at,
});

/** The answers to a key from its fields; a text that people edited into something else is none. */
export function answersFrom(fields: ReadonlyMap<string, string>): Answers | undefined {
  const received = answerIn(fields.get('received'));
  const returned = answerIn(fields.get('returned'));
  if (received === undefined && returned === undefined) return undefined;
  return {
    ...(received === undefined ? {} : { received: received.answer }),
    ...(returned === undefined ? {} : { returned: { ...returned.answer, reasons: reasonsIn(returned.raw.reasons) } }),
  };
}

type Raw = Readonly<Record<string, unknown>>;

function answerIn(text: string | undefined): { readonly answer: Answer; readonly raw: Raw } | undefined {
  const raw = objectIn(text);
  if (raw === undefined || typeof raw.at !== 'number') return undefined;
  const by = typeof raw.by === 'string' ? raw.by : '';
  const recorded = (typeof raw.recorded === 'number' ? raw.recorded : raw.at) as Instant;
  return { raw, answer: { by, at: raw.at as Instant, recorded, ...(raw.unmarked === true ? { unmarked: true } : {}) } };
}

const reasonsIn = (value: unknown): Reason[] =>
  !Array.isArray(value)
    ? []
    : value.flatMap((one: unknown) => {
        const { place, text } = (typeof one === 'object' && one !== null ? one : {}) as Raw;
        return typeof place === 'string' && typeof text === 'string' ? [{ place, text }] : [];
      });

function objectIn(text: string | undefined): Raw | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Raw) : undefined;
  } catch {
    return undefined;
  }
}
