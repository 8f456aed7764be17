// The search: every interleaving of the workers' calls, every fault at every call, every tick of the clock, each state once.
// The states form a graph without cycles (answers, faults and ticks only grow), so schedules are counted on the way back.
import { createHash } from 'node:crypto';
import type { Call } from '../../../rules/conversation.ts';
import { faultInStep, faultInWorld, faultWhenDone, faultWhenQuiet, sentTwice } from './invariants.ts';
import { type Act, actsOfAPerson } from './person.ts';
import { nextCall, type Task } from './worker.ts';
import { answersTo, EMPTY_WORLD, type Nature, type World } from './world.ts';

export interface Scenario {
  readonly task: Task;
  /** for the first two workers, when they decide differently */
  readonly tasks?: readonly Task[];
  readonly nature?: Nature;
  /** crashes and lost, late or doubled answers, altogether */
  readonly faults: number;
  /** how far the clock may move before the last, faultless turn, in half leases */
  readonly ticks: number;
  /** 2, or 3: the third takes part from the beginning, or only once the first two are over */
  readonly third: 'anytime' | 'afterwards';
  /** what a person may do in the mailbox, once */
  readonly person?: readonly Act[];
  /** look for a second mail only, as the mutations do */
  readonly watch?: 'mails';
}
export interface Worker {
  readonly status: 'idle' | 'working' | 'done' | 'crashed';
  readonly startedAt: number;
  readonly answers: readonly unknown[];
}
export interface State {
  readonly world: World;
  readonly workers: readonly Worker[];
  /** calls of crashed workers that are still under way */
  readonly underWay: readonly { readonly call: Call; readonly id: string }[];
  readonly faults: number;
  readonly person: Act | undefined;
}
export interface Step {
  readonly label: string;
  readonly state: State;
  readonly wrong?: string | undefined;
}
export interface Found {
  readonly states: number;
  readonly transitions: number;
  readonly schedules: number;
  readonly depth: number;
  /** what is wrong, and how it came about */
  readonly violation?: { readonly what: string; readonly trace: readonly string[] };
}

const IDLE: Worker = { status: 'idle', startedAt: -1, answers: [] };
/** a turn asks nothing more after two half leases: RUN_LIMIT is less */
const LIFE = 2;

/** Looks at every state that can be reached, and stops at the first one that breaks an invariant. */
export function explore(scenario: Scenario): Found {
  const schedules = new Map<string, number>();
  const trace: string[] = [];
  let transitions = 0;
  let depth = 0;
  let what: string | undefined;

  function visit(state: State): number {
    const name = nameOf(state);
    const known = schedules.get(name);
    if (known !== undefined) return known;
    depth = Math.max(depth, trace.length);
    what = scenario.watch ? sentTwice(state.world) : (faultInWorld(state, scenario) ?? faultWhenQuiet(state, scenario));
    let count = 0;
    let steps = 0;
    if (!what) {
      for (const step of stepsFrom(state, scenario)) {
        steps += 1;
        trace.push(step.label);
        what = scenario.watch ? undefined : (step.wrong ?? faultInStep(state.world, step.state.world));
        if (!what) count += visit(step.state);
        if (what) return count;
        trace.pop();
      }
    }
    transitions += steps;
    schedules.set(name, Math.max(count, 1));
    return Math.max(count, 1);
  }

  const all = visit({ world: EMPTY_WORLD, workers: [IDLE, IDLE, IDLE], underWay: [], faults: scenario.faults, person: undefined });
  const found = { states: schedules.size, transitions, schedules: all, depth };
  return what ? { ...found, violation: { what, trace: [...trace] } } : found;
}

function nameOf({ world, workers, underWay, faults, person }: State): string {
  const parts = [world.tick, faults, person, world.tabs, world.markers, world.drafts, world.sent, underWay, ...workers];
  return createHash('md5').update(parts.map(text).join('\n')).digest('base64');
}

/** States share most of their parts, so each part is written out once. */
function text(part: unknown): string {
  if (typeof part !== 'object' || part === null) return String(part);
  const known = TEXTS.get(part);
  if (known !== undefined) return known;
  const written = JSON.stringify(part);
  TEXTS.set(part, written);
  return written;
}
const TEXTS = new WeakMap<object, string>();

function* stepsFrom(state: State, scenario: Scenario): Generator<Step> {
  for (const index of state.workers.keys()) yield* stepsOf(index, state, scenario);
  for (const [index, { call, id }] of state.underWay.entries()) {
    const underWay = state.underWay.filter((_, other) => other !== index);
    for (const { world } of answersTo(call, state.world, scenario.nature ?? {}, id))
      yield { label: `late: ${call.name}`, state: { ...state, world, underWay } };
  }
  if (state.underWay.length === 0 && state.world.tick < scenario.ticks) yield { label: 'half a lease passes', state: tick(state) };
  if (!state.person) yield* actsOfAPerson(state, scenario);
}

function tick(state: State): State {
  const now = state.world.tick + 1;
  const workers = state.workers.map((worker) =>
    worker.status === 'working' && now - worker.startedAt >= LIFE ? { ...worker, status: 'crashed' as const, answers: [] } : worker,
  );
  return { ...state, workers, world: { ...state.world, tick: now } };
}

function mayStart(index: number, state: State, third: Scenario['third']): boolean {
  if (index === 0) return true;
  if (index === 1) return state.workers[0]?.status !== 'idle'; // the first two are alike
  const others = state.workers.slice(0, 2).map(({ status }) => status);
  return third === 'anytime' ? others[1] !== 'idle' : others.every((status) => status === 'done' || status === 'crashed');
}

function* stepsOf(index: number, state: State, scenario: Scenario): Generator<Step> {
  const worker = state.workers[index];
  if (!worker || worker.status === 'done' || worker.status === 'crashed') return;
  if (worker.status === 'idle' && !mayStart(index, state, scenario.third)) return;
  const task = scenario.tasks?.[index] ?? scenario.task;
  const startedAt = worker.status === 'idle' ? state.world.tick : worker.startedAt;
  const call = nextCall(task, startedAt, worker.answers);
  if (!call) return;
  const id = `${index + 1}.${worker.answers.length}`;
  const label = (how: string): string => `worker ${index + 1} ${call.name}: ${how}`;
  const nature = scenario.nature ?? {};
  const become = (next: Worker, world: World, faults = state.faults, underWay = state.underWay): State => ({
    ...{ world, faults, underWay, person: state.person },
    workers: state.workers.map((other, at) => (at === index ? next : other)),
  });
  const heard = (how: string, answer: unknown, world: World, faults = state.faults): Step => {
    const answers = [...worker.answers, answer];
    const over = nextCall(task, startedAt, answers) === undefined;
    const next: Worker = over ? { status: 'done', startedAt, answers: [] } : { status: 'working', startedAt, answers };
    const wrong = over ? faultWhenDone(world, answers) : undefined;
    return { label: label(`${how}answered ${text(answer)}`), state: become(next, world, faults), wrong };
  };
  const crashed: Worker = { status: 'crashed', startedAt, answers: [] };

  const outcomes = answersTo(call, state.world, nature, id);
  for (const { world, answer } of outcomes) yield heard('', answer, world);
  if (state.faults === 0 || call.name === 'read') return;
  yield { label: label('crashed before'), state: become(crashed, state.world, state.faults - 1) };
  if (call.name === 'marker' || call.name === 'findSent') return; // a lost answer of these is a crash
  const doubled = !(call.name === 'send' && nature.keepsDrafts); // there, asking twice is sending twice, whatever we do
  for (const { world } of outcomes) {
    yield { label: label('done, answer lost'), state: become(crashed, world, state.faults - 1) };
    for (const again of doubled ? answersTo(call, world, nature, `${id}'`) : []) {
      yield heard('asked twice by the transport, ', again.answer, again.world, state.faults - 1);
    }
  }
  yield {
    label: label('under way, worker gone'),
    state: become(crashed, state.world, state.faults - 1, [...state.underWay, { call, id }]),
  };
}
