import { describe, expect, test } from 'vitest';
import type { Instant } from '../../rules/calendar-date.ts';
import type { Call, Line, Marker, Talk, Write } from '../../rules/conversation.ts';
import { CALL_LIMIT, type Delivery, deliver, INDEX_LAG, LEASE, RUN_LIMIT, UNDECIDED } from '../../rules/reporting/deliver.ts';

const KEY = 'quy-ky/yearly/2024/1';
const NOW = 1_734_600_000_000 as Instant;
const LATER = (NOW + LEASE) as Instant;
const MAILBOX = 'so-sach@dinhhoa.example';
const from = { name: 'UBND xã Quy Kỳ', email: MAILBOX };
const letter = {
  key: KEY,
  from,
  to: [{ name: 'Lan', email: 'lan@dinhhoa.example' }],
  cc: [],
  replyTo: [],
  subject: '',
  html: '',
  text: '',
  attachments: [],
};
const block = (text: string): Write['blocks'][number] => ({ sheetId: 7, row: 1, column: 0, cells: [[text]], rest: false });
const delivery: Delivery = {
  ...{ register: 'quy-ky', mailbox: MAILBOX, letter },
  batch: (line) => ({ register: 'quy-ky', blocks: [block(`figures, ${line.status} ${line.draft}`)] }),
  takeOver: (line) => ({ register: 'quy-ky', blocks: [block(`attempt ${line.attempt}`)] }),
};
const aMarker = (given: Partial<Marker> = {}): Marker => ({
  ...{ key: KEY, attempt: 1, mailbox: MAILBOX, draft: 'r-winner', thread: 't-winner', leaseUntil: LATER },
  ...given,
});
const aLine = (given: Partial<Line> = {}): Line => ({ ...aMarker(), status: 'sending', ...given });

/** Answers a talk from a script and fails when it asks for anything else. */
function converse<T>(talk: Talk<T>, script: readonly (readonly [Call['name'], unknown])[]): { result: T; asked: Call[] } {
  const asked: Call[] = [];
  let step = talk.next();
  for (const [name, answer] of script) {
    if (step.done) throw new Error(`over before ${name}`);
    expect(step.value.name).toBe(name);
    asked.push(step.value);
    step = talk.next(answer);
  }
  if (!step.done) throw new Error(`asks ${step.value.name} beyond the script`);
  return { result: step.value, asked };
}
const writes = (asked: readonly Call[]): Write[] => asked.flatMap((call) => (call.name === 'write' ? (call.in as Write) : []));

describe('a mail nobody has begun', () => {
  const drafted = ['draft', { draft: 'r-1', thread: 't-1' }] as const;

  test('is drafted, published together with the figures, and sent', () => {
    const { result, asked } = converse(deliver(delivery, undefined, NOW), [drafted, ['write', 'written'], ['send', 'm-1']]);
    expect(result).toEqual(aLine({ status: 'sent', draft: 'r-1', thread: 't-1', message: 'm-1' }));
    expect(writes(asked)).toEqual([
      { register: 'quy-ky', blocks: [block('figures, sending r-1')], publish: aMarker({ draft: 'r-1', thread: 't-1' }) },
    ]);
    expect(asked[2]?.in).toBe('r-1');
  });
  test('is left to the one who published first, and the own draft is discarded', () => {
    const { result, asked } = converse(deliver(delivery, undefined, NOW), [
      drafted,
      ['write', 'taken'],
      ['marker', aMarker()],
      ['discard', 'discarded'],
      ['marker', aMarker()],
      ['marker', 'none'],
    ]);
    expect(result).toEqual(aLine());
    expect(asked[3]?.in).toBe('r-1');
  });
  test('is sent when the transport asked twice and was refused by the own marker', () => {
    const own = aMarker({ draft: 'r-1', thread: 't-1' });
    const { result } = converse(deliver(delivery, undefined, NOW), [drafted, ['write', 'taken'], ['marker', own], ['send', 'm-1']]);
    expect(result).toEqual(aLine({ status: 'sent', draft: 'r-1', thread: 't-1', message: 'm-1' }));
  });
  test('stays open when its draft is gone at the moment of sending, for a thread may lag', () => {
    const { result } = converse(deliver(delivery, undefined, NOW), [drafted, ['write', 'written'], ['send', 'gone']]);
    expect(result).toEqual(aLine({ draft: 'r-1', thread: 't-1' }));
  });
  test('is taken up when the ledger has lost the line of a turn whose lease is over', () => {
    const old = aMarker({ leaseUntil: NOW });
    const { result } = converse(deliver(delivery, undefined, NOW), [
      drafted,
      ['write', 'taken'],
      ['marker', old],
      ['discard', 'discarded'],
      ['marker', old],
      ['marker', 'none'],
      ['write', 'written'],
      ['findSent', { sent: 'm-0' }],
    ]);
    expect(result).toEqual(aLine({ status: 'sent', attempt: 2, message: 'm-0' }));
  });
});

describe('a mail the ledger knows', () => {
  test.each(['sent', 'undecided'] as const)('is let alone when its line says %s', (status) => {
    expect(converse(deliver(delivery, aLine({ status }), NOW), []).result).toEqual(aLine({ status }));
  });
  test('is let alone until the last moment of the lease, without a call', () => {
    expect(converse(deliver(delivery, aLine(), (LATER - 1) as Instant), []).result).toEqual(aLine());
  });
  test('is let alone for good by a turn that sends from another mailbox, without a call', () => {
    const theirs = aLine({ mailbox: 'cu@dinhhoa.example' });
    expect(converse(deliver(delivery, theirs, LATER), []).result).toEqual(theirs);
  });
  test('is let alone when its latest marker names another mailbox than the ledger does', () => {
    const second = aMarker({ attempt: 2, mailbox: 'cu@dinhhoa.example' });
    const { result } = converse(deliver(delivery, aLine(), LATER), [
      ['marker', aMarker()],
      ['marker', second],
      ['marker', 'none'],
    ]);
    expect(result).toEqual({ ...second, status: 'sending' });
  });
  test('goes by its latest attempt, also when the ledger knows an earlier one only', () => {
    const second = aMarker({ attempt: 2, leaseUntil: (LATER + LEASE) as Instant });
    const { result } = converse(deliver(delivery, aLine(), LATER), [
      ['marker', aMarker()],
      ['marker', second],
      ['marker', 'none'],
    ]);
    expect(result).toEqual({ ...second, status: 'sending' });
  });
  test('is put before a person when its marker is missing', () => {
    const { result } = converse(deliver(delivery, aLine(), LATER), [['marker', 'none']]);
    expect(result).toEqual(aLine({ status: 'undecided', reason: UNDECIDED.markerMissing }));
  });
});

describe('taking over a mail whose lease is over', () => {
  const lapsed = [
    ['marker', aMarker()],
    ['marker', 'none'],
  ] as const;
  const second = aLine({ attempt: 2, leaseUntil: (LATER + LEASE) as Instant });
  const takeOver = (rest: readonly (readonly [Call['name'], unknown])[]) =>
    converse(deliver(delivery, aLine(), LATER), [...lapsed, ...rest]);

  test('publishes the next attempt and leaves the frozen figures as they are', () => {
    const { asked } = takeOver([
      ['write', 'written'],
      ['findSent', { sent: 'm-1' }],
    ]);
    const { status: _, ...publish } = second;
    expect(writes(asked)).toEqual([{ register: 'quy-ky', blocks: [block('attempt 2')], publish }]);
  });
  test('finds the message whose answer was lost, and sends nothing', () => {
    const { result } = takeOver([
      ['write', 'written'],
      ['findSent', { sent: 'm-1' }],
    ]);
    expect(result).toEqual({ ...second, status: 'sent', message: 'm-1' });
  });
  test('sends the published draft that is still there', () => {
    const { result, asked } = takeOver([
      ['write', 'written'],
      ['findSent', { draft: 'r-winner' }],
      ['send', 'm-1'],
    ]);
    expect(result).toEqual({ ...second, status: 'sent', message: 'm-1' });
    expect(asked.at(-1)?.in).toBe('r-winner');
  });
  test('sends the draft that a person has edited, under its new id', () => {
    const { result, asked } = takeOver([
      ['write', 'written'],
      ['findSent', { draft: 'r-edited' }],
      ['send', 'm-1'],
    ]);
    expect(result).toEqual({ ...second, status: 'sent', draft: 'r-edited', message: 'm-1' });
    expect(asked.at(-1)?.in).toBe('r-edited');
  });
  test('asks a person when there is neither a message nor a draft', () => {
    const { result } = takeOver([
      ['write', 'written'],
      ['findSent', 'none'],
    ]);
    expect(result).toEqual({ ...second, status: 'undecided', reason: UNDECIDED.draftMissing });
  });
  test('leaves the mail to whoever took it over first', () => {
    const winner = aMarker({ attempt: 2, leaseUntil: (LATER + LEASE + 5) as Instant });
    const { result } = takeOver([
      ['write', 'taken'],
      ['marker', winner],
      ['marker', 'none'],
    ]);
    expect(result).toEqual({ ...winner, status: 'sending' });
  });
});

test('a lease outlasts a turn, the call it still waits for, and the lag of the mailbox', () => {
  expect(LEASE).toBeGreaterThan(RUN_LIMIT + CALL_LIMIT + INDEX_LAG);
});

test('an outage is not caught: the talk is over and nothing more is asked', () => {
  const talk = deliver(delivery, undefined, NOW);
  talk.next();
  expect(() => talk.throw(new Error('503'))).toThrow('503');
  expect(talk.next()).toEqual({ done: true, value: undefined });
});
