// What must hold in every state, in every step, and once everything is quiet. Each answers with what is wrong, if anything.
import type { Line } from '../../../rules/conversation.ts';
import { UNDECIDED } from '../../../rules/reporting/deliver.ts';
import type { Scenario, State } from './explore.ts';
import { APPROVED, FROZEN, LEDGER, ledgerLines, nextCall, type Task } from './worker.ts';
import { answersTo, markerPlace, type World } from './world.ts';

const linesOf = (world: World): readonly Line[] => ledgerLines(world.tabs[LEDGER] ?? []).flatMap((line) => line ?? []);

export function sentTwice(world: World): string | undefined {
  const again = world.sent.find((message, index) => world.sent.findIndex(({ key }) => key === message.key) < index);
  return again && `${again.key} was sent twice`;
}

export function faultInWorld({ world, person }: State, scenario: Scenario): string | undefined {
  const lines = linesOf(world);
  const twice = sentTwice(world);
  if (twice) return twice;
  for (const key of scenario.task.keys) {
    const sent = world.sent.filter((message) => message.key === key);
    const line = lines.find((other) => other.key === key);
    const frozen = (world.tabs[FROZEN] ?? []).find((row) => row[0] === key);
    const first = world.markers[markerPlace(key, 1)];
    if (first && !(line && frozen)) return `${key}: half of a batch was applied`;
    if (!first && line && line.status !== 'sent') return `${key}: the ledger has a line that no marker stands behind`;
    if (first && frozen?.[1] !== first.thread) return `${key}: the frozen figures are not those of the published draft`;
    if (sent[0] && frozen?.[1] !== sent[0].thread) return `${key}: what was sent is not what was frozen`;
    if (line?.status === 'sent' && line.message !== sent[0]?.message) return `${key}: the ledger says sent, the mailbox does not`;
    if (line?.status === 'undecided' && !mayBeUndecided(line, sent.length, person))
      return `${key}: undecided (${line.reason}) without need`;
  }
  return undefined;
}

/**
 * A person has to decide in two cases only: a person deleted the published draft; or a person sent it by hand in the very
 * moments in which a takeover looked at the thread.
 */
const mayBeUndecided = (line: Line, sent: number, person: State['person']): boolean =>
  line.reason === UNDECIDED.draftMissing &&
  ((person === 'deletes the draft' && sent === 0) || (person === 'sends the draft' && sent === 1));

/** The ledger never goes back, neither from settled to open nor to an earlier attempt: no old reading is written over a newer one. */
export function faultInStep(before: World, after: World): string | undefined {
  if (before.tabs === after.tabs) return undefined;
  const [was, is] = [before, after].map(({ tabs }) => tabs[APPROVED]?.[0]);
  if (was && was[1] !== is?.[1]) return `the approval of ${was[1]} was written over`;
  const now = linesOf(after);
  for (const old of linesOf(before)) {
    const line = now.find(({ key }) => key === old.key);
    if (old.status !== 'sending' && line?.status !== old.status) return `${old.key}: the ledger went back from ${old.status}`;
    if (!line || line.attempt < old.attempt) return `${old.key}: the ledger went back from attempt ${old.attempt}`;
  }
  return undefined;
}

/** A worker that ended its turn has left no draft of its own behind that nobody may send. */
export function faultWhenDone(world: World, answers: readonly unknown[]): string | undefined {
  const published = new Set(Object.values(world.markers).map(({ thread }) => thread));
  const done = new Set(world.sent.map(({ thread }) => thread));
  const own = answers.flatMap((answer) =>
    isDrafted(answer) && !published.has(answer.thread) && !done.has(answer.thread) ? answer.draft : [],
  );
  const left = own.find((draft) => world.drafts[draft]);
  return left && `${left} was left in the mailbox`;
}
const isDrafted = (answer: unknown): answer is { draft: string; thread: string } =>
  typeof answer === 'object' && answer !== null && 'draft' in answer && 'thread' in answer && !('key' in answer);

/** Nobody is at work: one more turn without a fault, after the lease, ends every delivery. */
export function faultWhenQuiet(state: State, scenario: Scenario): string | undefined {
  if (state.underWay.length > 0 || state.workers.some(({ status }) => status === 'working')) return undefined;
  const world = lastTurn({ ...state.world, tick: state.world.tick + 2 }, scenario);
  const wrong = faultInWorld({ ...state, world }, scenario);
  if (wrong) return `in the last turn, ${wrong}`;
  const lines = linesOf(world);
  const open = scenario.task.keys.find((key) => (lines.find((line) => line.key === key)?.status ?? 'sending') === 'sending');
  return open && `${open} is still open after the last turn`;
}

function lastTurn(start: World, { task, nature }: { readonly task: Task; readonly nature?: Scenario['nature'] }): World {
  let answers: readonly unknown[] = [];
  let world = start;
  for (let call = nextCall(task, start.tick, answers); call; call = nextCall(task, start.tick, answers)) {
    const [outcome] = answersTo(call, world, nature ?? {}, `last.${answers.length}`);
    if (!outcome) break;
    world = outcome.world;
    answers = [...answers, outcome.answer];
  }
  return world;
}
