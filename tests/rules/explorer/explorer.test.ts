// Every schedule of two workers and a later one, with every fault at every call. ISHC_EXPLORE=deep looks much further (minutes).
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../rules/calendar-date.ts';
import { ask, type Line, type Talk } from '../../../rules/conversation.ts';
import { type Decision, type TurnResult, turn } from '../../../rules/cycle.ts';
import type { Reading } from '../../../rules/register/grid.ts';
import { deliver } from '../../../rules/reporting/deliver.ts';
import { explore, type Found, type Scenario } from './explore.ts';

const oneKey = { turn, keys: ['A'] };
const twoKeys = { turn, keys: ['A', 'B'] };
const reversed = { turn, keys: ['B', 'A'] };
const lan = { ...oneKey, approver: 'Lan' };
const minh = { ...oneKey, approver: 'Minh' };
const usual = { faults: 2, ticks: 3, third: 'afterwards' } as const;
const anytime = { faults: 2, ticks: 4, third: 'anytime' } as const;
const person = ['deletes the draft', 'sends the draft', 'edits the draft'] as const;

const SCENARIOS: Record<string, Scenario> = {
  'one report': { task: oneKey, ...usual },
  'one report, and Gmail keeps drafts that were sent': { task: oneKey, nature: { keepsDrafts: true }, ...usual, faults: 1 },
  'one report, and a person with a hand in the mailbox': { task: oneKey, person, ...usual, faults: 1 },
  'one report, approved by two at once': { task: oneKey, tasks: [lan, minh], ...usual, faults: 1 },
  'one report, approved while it goes out without': { task: oneKey, tasks: [oneKey, minh], ...usual, faults: 1 },
  'two reports': { task: twoKeys, ...usual, faults: 1 },
  'two reports, and workers who disagree on what is due': { task: twoKeys, tasks: [oneKey, reversed], ...usual, faults: 0 },
  'two reports, and workers who disagree on their order': { task: twoKeys, tasks: [twoKeys, reversed], ...usual, faults: 0 },
};
const DEEP: Record<string, Scenario> = {
  'one report, three workers at once': { task: oneKey, ...anytime },
  'one report, three faults': { task: oneKey, ...usual, faults: 3, ticks: 4 },
  'one report, three workers at once, and Gmail keeps drafts that were sent': { task: oneKey, nature: { keepsDrafts: true }, ...anytime },
  'one report, and a person with a hand in the mailbox': { task: oneKey, person, ...usual, ticks: 4 },
  'one report, approved by two at once': { task: oneKey, tasks: [lan, minh], ...usual },
  'one report, approved while it goes out without': { task: oneKey, tasks: [oneKey, minh], ...usual },
  'two reports': { task: twoKeys, ...usual },
  'two reports, and workers who disagree on what is due': { task: twoKeys, tasks: [oneKey, reversed], ...usual },
  'two reports, and workers who disagree on their order': { task: twoKeys, tasks: [twoKeys, reversed], ...usual },
};
const deep = process.env.ISHC_EXPLORE === 'deep';

function report(name: string, { states, transitions, schedules, depth }: Found): void {
  const figures = [states, transitions, schedules].map((figure) => figure.toLocaleString('en', { maximumSignificantDigits: 3 }));
  process.stdout.write(`${name}: ${figures[0]} states, ${figures[1]} transitions, ${figures[2]} schedules, ${depth} steps at most\n`);
}

describe('every report is sent once and its line tells the truth, in every schedule of', () => {
  test.each(Object.entries(deep ? DEEP : SCENARIOS))(
    '%s',
    (name, scenario) => {
      const found = explore(scenario);
      report(name, found);
      expect(found.violation).toBeUndefined();
      expect(found.states).toBeGreaterThan(1_000);
    },
    deep ? 1_800_000 : 60_000,
  );
});

/** The turn as it would be without regard for others: it goes on after another's lease was found, and settles. */
function* heedlessTurn(register: string, decide: (reading: Reading) => Decision, now: Instant): Talk<TurnResult> {
  const decision = decide(yield* ask('read', register));
  const lines: Line[] = [];
  for (const { delivery, seen } of decision.deliveries) lines.push(yield* deliver(delivery, seen, now));
  const rest = decision.settle(lines);
  if (rest) yield* ask('write', rest);
  return { lines, waitUntil: undefined };
}

describe('the explorer has teeth: it finds', () => {
  const mutant = { ...usual, faults: 0 };
  const noLease = { task: { ...oneKey, ignoresLeases: true }, ...mutant };

  test('a second mail when a marker keeps nobody out', () => {
    const found = explore({ task: oneKey, nature: { ignoresMarkers: true }, ...mutant, watch: 'mails' });
    expect(found.violation?.what).toBe('A was sent twice');
  });
  test('a second mail when nobody waits for the lease and Gmail keeps drafts', () => {
    const found = explore({ ...noLease, nature: { ignoresLeases: true, keepsDrafts: true }, watch: 'mails' });
    expect(found.violation?.what).toBe('A was sent twice');
  });
  test('a line that is undecided without need, or goes back, when nobody waits for the lease', () => {
    const found = explore({ ...noLease, nature: { ignoresLeases: true } });
    expect(found.violation?.what).toMatch(/undecided|went back/);
  });
  test('a second mail when markers are dropped as soon as the line is settled', () => {
    const found = explore({ task: { ...oneKey, dropAfter: 0 }, ...mutant, watch: 'mails' });
    expect(found.violation?.what).toBe('A was sent twice');
  });
  test('an approval written over when it has no marker of its own', () => {
    const blind = { approvesBlindly: true };
    const found = explore({
      task: oneKey,
      tasks: [
        { ...lan, ...blind },
        { ...minh, ...blind },
      ],
      ...mutant,
    });
    expect(found.violation?.what).toBe('the approval of Lan was written over');
  });
  test('a settled line put back to sending when a turn writes from an old reading', () => {
    const found = explore({ task: { ...oneKey, turn: heedlessTurn }, ...mutant });
    expect(found.violation?.what).toBe('A: the ledger went back from sent');
  });
});
