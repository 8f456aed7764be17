import { expect, test } from 'vitest';
import type { Instant } from '../../rules/calendar-date.ts';
import { type AsyncShell, carryOut, carryOutAsync, type Letter, type Line, type Shell, type Write } from '../../rules/conversation.ts';
import { type Decision, turn } from '../../rules/cycle.ts';
import type { Reading } from '../../rules/register/grid.ts';
import { LEASE } from '../../rules/reporting/deliver.ts';

const NOW = 1_734_600_000_000 as Instant;
const MAILBOX = 'so-sach@dinhhoa.example';
const reading: Reading = { register: 'quy-ky', grids: new Map() };
const nothing = { register: 'quy-ky', blocks: [] };

/** A decision to send one mail for each name; `seen` gives what the ledger says of some of them. */
function aDecision(
  names: readonly string[],
  seen: Readonly<Record<string, Line>> = {},
  settled?: Write,
): Decision & { heard: (readonly Line[])[] } {
  const heard: (readonly Line[])[] = [];
  const letter = (key: string): Letter => ({
    ...{ key, from: { email: MAILBOX }, to: [{ email: `${key}@dinhhoa.example` }], cc: [], replyTo: [] },
    ...{ subject: key, html: '', text: '', attachments: [] },
  });
  const deliveries = names.map((key) => ({
    delivery: { register: 'quy-ky', mailbox: MAILBOX, letter: letter(key), batch: () => nothing, takeOver: () => nothing },
    seen: seen[key],
  }));
  const settle = (lines: readonly Line[]): Write | undefined => {
    heard.push(lines);
    return settled;
  };
  return { deliveries, heard, settle };
}

/** A shell in which everything goes well; it notes what it was asked. */
function aShell(changed: Partial<Shell> = {}): { shell: Shell; asked: string[] } {
  const asked: string[] = [];
  let drafts = 0;
  const well: Shell = {
    read: () => reading,
    write: () => 'written',
    draft: () => ({ draft: `r-${++drafts}`, thread: `t-${drafts}` }),
    marker: () => 'none',
    discard: () => 'discarded',
    send: (draft) => draft.replace('r-', 'm-'),
    findSent: () => 'none',
    ...changed,
  };
  const noting = Object.entries(well).map(([name, call]) => {
    const noted = (input: never): unknown => {
      asked.push(name);
      return (call as (input: never) => unknown)(input);
    };
    return [name, noted] as const;
  });
  return { shell: Object.fromEntries(noting) as unknown as Shell, asked };
}
const aLine = (given: Partial<Line>): Line => ({
  ...{ key: 'lan', status: 'sending', attempt: 1, mailbox: MAILBOX, draft: 'r-0', thread: 't-0', leaseUntil: (NOW + LEASE) as Instant },
  ...given,
});

test('reads, delivers in order and settles once, with the lines in the same order', () => {
  const { shell, asked } = aShell();
  const decision = aDecision(['lan', 'minh'], {}, nothing);
  const { lines, waitUntil } = carryOut(
    turn('quy-ky', () => decision, NOW),
    shell,
  );
  expect(asked).toEqual(['read', 'draft', 'write', 'send', 'draft', 'write', 'send', 'write']);
  expect(lines.map(({ key, message }) => `${key} ${message}`)).toEqual(['lan m-1', 'minh m-2']);
  expect(decision.heard).toEqual([lines]);
  expect(waitUntil).toBeUndefined();
});

test('writes nothing when the owned cells already say what they should', () => {
  const { shell, asked } = aShell();
  carryOut(
    turn('quy-ky', () => aDecision([]), NOW),
    shell,
  );
  expect(asked).toEqual(['read']);
});

test("only reads a register in which another turn's lease runs, and says until when", () => {
  const { shell, asked } = aShell();
  const decision = aDecision(['lan', 'minh'], { minh: aLine({ key: 'minh' }) }, nothing);
  expect(
    carryOut(
      turn('quy-ky', () => decision, NOW),
      shell,
    ),
  ).toEqual({ lines: [], waitUntil: NOW + LEASE });
  expect(asked).toEqual(['read']);
});

test('stops without settling when another turn published first', () => {
  const { key, attempt, mailbox, draft, thread, leaseUntil } = aLine({});
  const marker = { key, attempt, mailbox, draft, thread, leaseUntil };
  const { shell, asked } = aShell({ write: () => 'taken', marker: (place) => (place.attempt === 1 ? marker : 'none') });
  const result = carryOut(
    turn('quy-ky', () => aDecision(['lan', 'minh'], {}, nothing), NOW),
    shell,
  );
  expect(result).toEqual({ lines: [aLine({})], waitUntil: NOW + LEASE });
  expect(asked).toEqual(['read', 'draft', 'write', 'marker', 'discard', 'marker', 'marker']);
});

test('goes on past a line that waits for a person or for another mailbox', () => {
  const theirs = aLine({ mailbox: 'cu@dinhhoa.example', leaseUntil: NOW });
  const { shell } = aShell();
  const decision = aDecision(['lan', 'ha', 'minh'], { lan: theirs, ha: aLine({ key: 'ha', status: 'undecided' }) }, nothing);
  const { lines } = carryOut(
    turn('quy-ky', () => decision, NOW),
    shell,
  );
  expect(lines.map(({ key, status }) => `${key} ${status}`)).toEqual(['lan sending', 'ha undecided', 'minh sent']);
});

test('drops the whole turn when a call fails', () => {
  const { shell, asked } = aShell({
    send: () => {
      throw new Error('503');
    },
  });
  const decision = aDecision(['lan', 'minh'], {}, nothing);
  expect(() =>
    carryOut(
      turn('quy-ky', () => decision, NOW),
      shell,
    ),
  ).toThrow('503');
  expect(asked).toEqual(['read', 'draft', 'write', 'send']);
  expect(decision.heard).toEqual([]);
});

test('runs alike in a shell that answers later', async () => {
  const { shell } = aShell();
  const later = Object.fromEntries(
    Object.entries(shell).map(([name, call]) => [name, async (input: never) => (call as (input: never) => unknown)(input)]),
  );
  const decide = (): Decision => aDecision(['lan', 'minh'], {}, nothing);
  const answered = await carryOutAsync(turn('quy-ky', decide, NOW), later as unknown as AsyncShell);
  expect(answered).toEqual(carryOut(turn('quy-ky', decide, NOW), aShell().shell));
});
