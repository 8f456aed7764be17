// A report on directive (đột xuất): no schedule has it, so the request itself is kept, in the last row of its place in _Số chốt. Revisions
// (revisions.ts) are requests too and share the numbers.
import { type Instant, type IsoDate, isoDate } from '../calendar-date.ts';
import type { Marker, OwnedCell } from '../conversation.ts';
import type { Schedule } from '../plan/schedule-schema.ts';
import type { Level, Plan } from '../plan/schema.ts';
import { daysFrom } from './due-days.ts';
import { fieldRows } from './frozen-rows.ts';
import { DIGESTS_A_PERIOD, type PlannedReport, scheduledPlaces } from './periods.ts';

export interface AdHocRequest {
  /** 1, 2, ...: fixes key and place */
  readonly number: number;
  /** of its rows: after the places that the schedule took on the day it was asked for, and fixed from then on */
  readonly place: number;
  /** what it is about, as it follows "Báo cáo đột xuất" */
  readonly title: string;
  readonly from: IsoDate;
  readonly cutOff: IsoDate;
  readonly due: IsoDate;
  /** who recorded the request */
  readonly asked: string;
  readonly at: Instant;
  /** the key of the report that it replaces: a revision, numbered in the same row */
  readonly revises?: string;
}

const FIELD = 'request';
/** The field of _Số chốt that holds a request. */
export const REQUEST_FIELD = FIELD;

const SCHEDULE = { id: 'dot-xuat', kind: 'ad-hoc', title: 'Báo cáo đột xuất', clause: 'theo yêu cầu' } as const satisfies Schedule;

const stem = (plan: Plan, unit: string, number: number): string => `${plan.id}/${unit}/${SCHEDULE.id}/${number}`;

/** The reports that people asked for. */
export function adHocReports(plan: Plan, unit: string, requests: readonly AdHocRequest[], of: Level = 'commune'): PlannedReport[] {
  const schedule: Schedule = plan.reporting.find(({ level }) => level === of)?.schedule.find(({ kind }) => kind === 'ad-hoc') ?? SCHEDULE;
  const own = requests.filter(({ revises }) => revises === undefined);
  return own.map(({ number, place, title, from, cutOff, due }) => ({
    schedule: { ...schedule, title: SCHEDULE.title },
    period: { kind: 'ad-hoc', label: title, from, cutOff, due },
    key: `${stem(plan, unit, number)}/1`,
    place,
    lateAfter: daysFrom(due).lateAfter,
  }));
}

/** The number of the next request. */
export const nextNumber = (requests: readonly AdHocRequest[]): number => Math.max(0, ...requests.map(({ number }) => number)) + 1;

/** Reports of the plan's schedule have the places before, and a superior's digests. */
export const placeFor = (plan: Plan, number: number, level: Level = 'commune'): number =>
  scheduledPlaces(plan, level) * (level === 'superior' ? 1 + DIGESTS_A_PERIOD : 1) + number - 1;

/** Of two requests that take one number Google refuses the second. */
export const requestMarker = (plan: Plan, unit: string, { number, at }: AdHocRequest): Marker => ({
  key: stem(plan, unit, number),
  attempt: 0,
  mailbox: '',
  draft: '',
  thread: '',
  leaseUntil: at,
});

export const requestRows = (key: string, request: AdHocRequest): readonly (readonly OwnedCell[])[] =>
  fieldRows(key, FIELD, JSON.stringify(request));

/** The request behind a key; undefined when there is none, or its text was changed into something else. */
export function requestFrom(fields: ReadonlyMap<string, string>): AdHocRequest | undefined {
  const raw = parsed(fields.get(FIELD));
  const { number, place, title, from, cutOff, due, asked, at, revises } = raw;
  const days = [from, cutOff, due].map((day) => (typeof day === 'string' ? isoDate(day) : undefined));
  const [first, last, until] = days;
  if (typeof number !== 'number' || typeof place !== 'number' || typeof title !== 'string' || typeof at !== 'number') return undefined;
  if (first === undefined || last === undefined || until === undefined) return undefined;
  return {
    number,
    place,
    title,
    from: first,
    cutOff: last,
    due: until,
    asked: typeof asked === 'string' ? asked : '',
    at: at as Instant,
    ...(typeof revises === 'string' ? { revises } : {}),
  };
}

function parsed(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {}; // a request whose text was edited is none: its row of the ledger still shows it
  }
}
