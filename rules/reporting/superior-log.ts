// Nhật ký gửi: every mail of a superior's workbook, those that wait for somebody on top; and why the workbook sends nothing.
import { type Instant, viMoment } from '../calendar-date.ts';
import type { Block, Line } from '../conversation.ts';
import { labelOf, REPORT_KINDS, REPORT_STATES } from '../register/choice-lists.ts';
import { laidOut } from '../register/laid-out.ts';
import { SUPERIOR_TABS } from '../register/superior-tabs.ts';
import type { HeldBack } from './held-back.ts';
import type { PlannedReport } from './periods.ts';
import { NOT_SENT, REMARKS } from './superior-labels.ts';
import type { SuperiorWorkbook } from './superior-review.ts';
import { isPlanned, type Planned, type Undertaking } from './undertaking.ts';

export interface LogInputs {
  /** the ledger as it was read */
  readonly ledgerRows: SuperiorWorkbook['reports']['rows'];
  readonly tried: readonly Undertaking[];
  /** the lines of this turn's deliveries */
  readonly lines: readonly Line[];
  readonly held: readonly HeldBack[];
  readonly waiting: readonly PlannedReport[];
  readonly now: Instant;
}

interface LogLine {
  readonly key: string;
  readonly kind: string | undefined;
  readonly to: string;
  readonly status: string;
  readonly sentAt: string;
  readonly note?: string;
}

/** The whole tab. */
export function logBlock(inputs: LogInputs): Block {
  const rows = [...troubleLines(inputs), ...mailLines(inputs)].map(({ key, kind, to, status, sentAt, note }) =>
    laidOut(SUPERIOR_TABS.log, {
      sentAt: sentAt === '' ? null : sentAt,
      kind: kind === undefined ? null : labelOf(REPORT_KINDS, kind),
      to,
      state: labelOf(REPORT_STATES, status),
      note: note ?? null,
      key,
    }),
  );
  return { sheetId: SUPERIOR_TABS.log.sheetId, row: 1, column: 0, cells: rows, rest: true };
}

/** What the whole workbook lacks, and then each mail that could not go out. */
function troubleLines({ held, tried, waiting }: LogInputs): LogLine[] {
  const line = (key: string, kind: string | undefined, note: string): LogLine => ({
    key,
    kind,
    to: '',
    status: NOT_SENT.state,
    sentAt: '',
    note,
  });
  return [
    ...held.map((reason) => line('', undefined, NOT_SENT[reason])),
    ...tried.flatMap((one) => (isPlanned(one) ? [] : [line(one.due.key, one.due.item.kind, NOT_SENT[one.missing])])),
    ...waiting.map(({ key, period }) => line(key, period.kind, NOT_SENT.waiting)),
  ];
}

/** The mails of the ledger and of this turn, those that are not sent first, then the newest first. */
function mailLines({ ledgerRows, tried, lines, now }: LogInputs): LogLine[] {
  const mails = new Map<string, LogLine>();
  for (const { values } of ledgerRows) {
    const { key, kind, status, sentAt, sentTo } = values;
    if (key !== undefined && status !== undefined) mails.set(key, { key, kind, to: sentTo ?? '', status, sentAt: sentAt ?? '' });
  }
  const planned = new Map(tried.filter(isPlanned).map((one) => [one.key, one]));
  for (const line of lines) {
    const before = mails.get(line.key) ?? begun(planned.get(line.key));
    if (before !== undefined)
      mails.set(line.key, { ...before, status: line.status, sentAt: line.status === 'sent' ? viMoment(now) : before.sentAt });
  }
  return [...mails.values()]
    .map((mail) => (mail.status === 'undecided' ? { ...mail, note: REMARKS.undecided } : mail))
    .sort((one, other) => (order(one) < order(other) ? 1 : -1));
}

function begun(one: Planned | undefined): LogLine | undefined {
  if (one === undefined) return undefined;
  const { to, cc } = one.delivery.letter;
  const names = [...to, ...cc].map(({ name, email }) => name ?? email);
  return { key: one.key, kind: one.item?.kind, to: names.join('; '), status: 'sending', sentAt: '' };
}

/** A text that sorts by time; what is still open sorts as the newest. "20/12/2024 08:00" -> "20241220 08:00" */
const order = ({ sentAt, key }: LogLine): string =>
  sentAt === '' ? `9${key}` : `${sentAt.slice(6, 10)}${sentAt.slice(3, 5)}${sentAt.slice(0, 2)}${sentAt.slice(10)}${key}`;
