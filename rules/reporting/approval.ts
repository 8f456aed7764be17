// A leader's approval of a report: who, when, and the figures as they were then. They are frozen with it and sent as they are, whatever is
// typed later. Of two people who approve at once the first counts: the batch publishes a marker of attempt 0.
import { type Instant, type IsoDate, isoDate } from '../calendar-date.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Marker, OwnedCell } from '../conversation.ts';
import { sha256Hex } from '../hash.ts';
import { APPROVED_AT, APPROVED_ROWS, BLANK_ROW, fieldRows, withinArea } from './frozen-rows.ts';
import type { ReportContent } from './report-content.ts';

/** What was approved: the report's content, the record codes behind it and their marks, and the counts that a superior sums. */
export interface Frozen {
  readonly content: ReportContent;
  readonly records: string;
  readonly marks: string;
  readonly figures: string;
}

export interface Approval {
  readonly key: string;
  /** the leader's name */
  readonly by: string;
  readonly on: IsoDate;
  readonly at: Instant;
  /** who recorded it */
  readonly asked: string;
  /** to be sent as soon as a turn can; else on the due day */
  readonly send: boolean;
  /** undefined: what stands in _Số chốt is not what was approved */
  readonly frozen: Frozen | undefined;
}

/** Attempts of deliveries count from 1; an approval is attempt 0 of the same key. */
export const APPROVAL_ATTEMPT = 0;

/** Of two approvals of a key Google refuses the second. */
export const approvalMarker = ({ key, at }: Approval): Marker => ({
  key,
  attempt: APPROVAL_ATTEMPT,
  mailbox: '',
  draft: '',
  thread: '',
  leaseUntil: at,
});

const HEAD = 'approval';
const TEXT = 'approved';
/** The fields of _Số chốt that belong to an approval. */
export const APPROVAL_FIELDS: readonly string[] = [HEAD, TEXT];

/** The rows of an approval, its area of _Số chốt whole. */
export function approvalRows(approval: Approval): readonly (readonly OwnedCell[])[] {
  const { key, frozen, ...head } = approval;
  const text = canonicalJson(frozen);
  const rows = [...fieldRows(key, HEAD, JSON.stringify({ ...head, hash: sha256Hex(text) })), ...fieldRows(key, TEXT, text)];
  return withinArea(key, [...rows, ...Array.from({ length: APPROVED_ROWS - rows.length }, () => BLANK_ROW)], APPROVED_ROWS);
}

/** An approval's first row alone: that it is to be sent now, too. */
export const approvalHeadRows = (approval: Approval, hash: string): readonly (readonly OwnedCell[])[] => {
  const { key, frozen: _stays, ...head } = approval;
  return fieldRows(key, HEAD, JSON.stringify({ ...head, hash }));
};

/** Where an approval's rows begin, given the first row of the report's place. */
export const approvalRow = (line: number): number => line + APPROVED_AT;

/** The approval of a key from its fields; undefined when there is none. */
export function approvalFrom(key: string, fields: ReadonlyMap<string, string>): (Approval & { readonly hash: string }) | undefined {
  const head = objectIn(fields.get(HEAD));
  const { by, on, at, asked, send, hash } = head ?? {};
  const day = typeof on === 'string' ? isoDate(on) : undefined;
  if (typeof by !== 'string' || day === undefined || typeof at !== 'number' || typeof hash !== 'string') return undefined;
  const text = fields.get(TEXT);
  const frozen = text !== undefined && sha256Hex(text) === hash ? (objectIn(text) as unknown as Frozen | undefined) : undefined;
  return { key, by, on: day, at: at as Instant, asked: typeof asked === 'string' ? asked : '', send: send === true, frozen, hash };
}

function objectIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined; // a text that people edited is no approval: the hash would not fit either
  }
}
