// Turns, receipts, returns, revisions and approvals of several people at once, cut into calls and mixed in any order, some broken off: the
// ledger tells the truth in the end, and no key is ever mailed twice.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Instant, localDate, toSerial } from '../../rules/calendar-date.ts';
import type { Call, Letter, Marker, Talk } from '../../rules/conversation.ts';
import { type TurnResult, turn } from '../../rules/cycle.ts';
import { Problem } from '../../rules/problem.ts';
import { labelOf, REPORT_STATES } from '../../rules/register/choice-lists.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import type { TabKey } from '../../rules/register/tabs.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { ledgerOf } from '../../rules/reporting/ledger.ts';
import { nextRevision } from '../../rules/reporting/revisions.ts';
import { standingOf } from '../../rules/reporting/standing.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import { approve, aSoundRegister, KEY, ledgerCell, received, returned, revise, SENT_ON } from './a-sent-report.ts';
import { apply, columnOf, PLAN, REGISTER, readingOf, settingAt, tabIn, type Workbook } from './a-workbook.ts';

const MINUTE = 60_000;
const LONGEST_TURN = 6;
/** Rows of people that no rule of a report's life looks at make every turn slow. */
const HEAVY: readonly TabKey[] = ['members', 'loans', 'activities', 'funds', 'events', 'assessments', 'budget'];

interface World {
  readonly workbook: Workbook;
  readonly markers: Map<string, Marker>;
  readonly drafts: Map<string, { readonly key: string; readonly thread: string }>;
  readonly sent: { readonly key: string; readonly thread: string }[];
  readonly published: Marker[];
  now: Instant;
}
interface Worker {
  readonly talk: Talk<TurnResult>;
  readonly began: Instant;
  answer: unknown;
}

const base = aSoundRegister();
for (const tab of HEAVY) tabIn(base, tab).length = 1;

const aWorld = (): World => ({
  workbook: new Map([...base].map(([id, grid]) => [id, grid === 'missing' ? grid : grid.map((row) => [...row])])),
  ...{ markers: new Map(), drafts: new Map(), sent: [], published: [], now: SENT_ON },
});

function carriedOut(world: World, call: Call): unknown {
  const { markers, drafts, sent, published, workbook } = world;
  const place = ({ key, attempt }: { readonly key: string; readonly attempt: number }) => `${key} ${attempt}`;
  switch (call.name) {
    case 'read':
      return readingOf(workbook);
    case 'write': {
      const { publish, drop, blocks } = call.in as Extract<Call, { name: 'write' }>['in'];
      if (publish && markers.has(place(publish))) return 'taken';
      apply(workbook, blocks);
      for (const one of drop ?? []) markers.delete(place(one));
      if (publish) {
        markers.set(place(publish), publish);
        published.push(publish);
      }
      return 'written';
    }
    case 'draft': {
      const made = { draft: `r${drafts.size}-${world.now}`, thread: `t${drafts.size}-${world.now}` };
      drafts.set(made.draft, { key: (call.in as Letter).key, thread: made.thread });
      return made;
    }
    case 'marker':
      return markers.get(place(call.in as { key: string; attempt: number })) ?? 'none';
    case 'discard':
      drafts.delete(call.in as string);
      return 'discarded';
    case 'send': {
      const draft = drafts.get(call.in as string);
      if (!draft) return 'gone';
      drafts.delete(call.in as string);
      sent.push(draft);
      return `m-${draft.thread}`;
    }
    case 'findSent': {
      const { thread } = call.in as { thread: string };
      if (sent.some((one) => one.thread === thread)) return { sent: `m-${thread}` };
      const draft = [...drafts].find(([, one]) => one.thread === thread)?.[0];
      return draft === undefined ? 'none' : { draft };
    }
  }
}

/** One call of a worker; false when its turn is over, refused, or too old to go on. */
function step(world: World, worker: Worker): boolean {
  if (world.now - worker.began > LONGEST_TURN * MINUTE) return false;
  try {
    const next = worker.talk.next(worker.answer);
    if (next.done) return false;
    worker.answer = carriedOut(world, next.value);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false; // a wish that could not be granted
    throw error;
  }
}

const WISHES = {
  turn: undefined,
  received: (world: World, key: string) => received(world.now, key),
  returned: (world: World, key: string) => returned(world.now, [{ place: 'other', text: 'Đề nghị bổ sung.' }], key),
  revise: (world: World, key: string) => revise(world.now, key),
  approve: (world: World, key: string) => approve(world.now, nextRevision(key)),
} satisfies { readonly [what: string]: ((world: World, key: string) => Wish) | undefined };
type What = keyof typeof WISHES;

function begun(world: World, what: What, of: number): Worker {
  const key = [KEY, nextRevision(KEY)][of] ?? KEY;
  const wish = WISHES[what]?.(world, key);
  const sends = what === 'received' || what === 'returned' ? { sends: false } : {};
  const setting = { ...settingAt(world.now), ...sends, ...(wish === undefined ? {} : { wish }) };
  return { talk: turn(REGISTER, (reading) => decide(reading, setting), world.now), began: world.now, answer: undefined };
}

type Act =
  | { readonly do: 'begin'; readonly what: What; readonly of: number; readonly calls: number }
  | { readonly do: 'step'; readonly worker: number; readonly calls: number }
  | { readonly do: 'wait'; readonly minutes: number };

const begin = (what: What): Act => ({ do: 'begin', what, of: 0, calls: 99 });
const WAIT: Act = { do: 'wait', minutes: 12 };
/** How far things are when the mixing begins. */
const BEFORE: readonly (readonly Act[])[] = [[], [begin('turn'), WAIT], [begin('turn'), WAIT, begin('revise'), WAIT]];

const mixed: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('begin' as const),
        what: fc.constantFrom<What>('turn', 'turn', 'received', 'returned', 'revise', 'approve'),
        of: fc.constantFrom(0, 0, 1),
        calls: fc.constantFrom(1, 2, 9, 9),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('step' as const), worker: fc.nat(5), calls: fc.integer({ min: 1, max: 9 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(2, 12, 1500) }) },
  ),
  { minLength: 4, maxLength: 12 },
);
const acts = fc.tuple(fc.constantFrom(...BEFORE), mixed).map(([before, after]) => [...before, ...after]);

function lived(story: readonly Act[]): World {
  const world = aWorld();
  let workers: Worker[] = [];
  const run = (worker: Worker, calls: number): void => {
    for (let call = 0; call < calls; call += 1)
      if (!step(world, worker)) {
        workers = workers.filter((one) => one !== worker);
        return;
      }
  };
  for (const act of story) {
    if (act.do === 'wait') world.now = (world.now + act.minutes * MINUTE) as Instant;
    else if (act.do === 'begin') {
      const worker = begun(world, act.what, act.of);
      workers.push(worker);
      run(worker, act.calls);
    } else {
      const worker = workers[act.worker % Math.max(1, workers.length)];
      if (worker) run(worker, act.calls);
    }
  }
  for (let last = 0; last < 3; last += 1) {
    world.now = (world.now + 12 * MINUTE) as Instant;
    run(begun(world, 'turn', 0), 99);
  }
  return world;
}

it('whatever people and turns do at once, each key is mailed once and the ledger tells what happened', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(acts, (story) => {
      const world = lived(story);
      const keys = world.sent.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const ledger = ledgerOf(readRegister(readingOf(world.workbook), PLAN));
      if (ledger === undefined) throw new Error('the ledger is there');
      const statusOf = (key: string) => ledger.entries.get(key)?.line.status;
      for (const { key, thread } of world.sent) {
        expect([key, statusOf(key), ledger.entries.get(key)?.line.thread]).toEqual([key, 'sent', thread]);
        const replaced = keys.includes(nextRevision(key));
        const words = (kind: string) => world.published.filter((marker) => marker.key === `${key}#${kind}`);
        const [first, ...others] = words('received');
        expect([others.length, words('returned').length > 1]).toEqual([0, false]);
        const state = replaced ? 'replaced' : words('returned').length > 0 ? 'returned' : first ? 'received' : 'sent';
        expect(standingOf(ledger, key, statusOf)).toBe(state);
        expect(ledgerCell(world.workbook, 'status', key)).toBe(labelOf(REPORT_STATES, state));
        expect(ledgerCell(world.workbook, 'received', key)).toBe(first ? toSerial(localDate(first.leaseUntil)) : null);
        seen.add(state);
      }
      const rows = tabIn(world.workbook, 'reports').slice(1);
      const named = rows.map((row) => row[columnOf(world.workbook, 'reports', 'key')]).filter((key) => key !== null && key !== undefined);
      expect(new Set(named).size).toBe(named.length);
    }),
    { numRuns: 25, seed: 20241220 },
  );
  expect([...seen].sort()).toEqual(['received', 'replaced', 'returned', 'sent']);
});
