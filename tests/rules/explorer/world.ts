// A model of what lies outside: one register, one mailbox, a clock that moves in half leases. Every call is atomic.
// Worlds are values: `answersTo` never changes the one it is given, so that a search can go back to it.
import type { Call, DraftId, Letter, Marker, MessageId, ThreadId, Write } from '../../../rules/conversation.ts';
import type { Grid } from '../../../rules/register/grid.ts';

interface Draft {
  readonly thread: ThreadId;
  readonly key: string;
}
export interface Sent extends Draft {
  readonly message: MessageId;
  readonly tick: number;
}
export interface World {
  /** half leases since the beginning: longer than a call and Gmail's lag together, and two of them longer than a turn */
  readonly tick: number;
  readonly tabs: Readonly<Record<number, Grid>>;
  readonly markers: Readonly<Record<string, Marker>>;
  readonly drafts: Readonly<Record<DraftId, Draft>>;
  readonly sent: readonly Sent[];
}
export const EMPTY_WORLD: World = { tick: 0, tabs: {}, markers: {}, drafts: {}, sent: [] };

/** How a world may be worse than the usual one. The last three are mutations: with them the explorer must find a fault. */
export interface Nature {
  /** Gmail keeps a draft that was sent, and would send it again */
  readonly keepsDrafts?: boolean;
  readonly ignoresMarkers?: boolean;
  readonly ignoresLeases?: boolean;
}

export interface Outcome {
  readonly world: World;
  readonly answer: unknown;
}

/** Every way in which a call may be carried out; more than one only where Gmail may lag. `id` names what it creates. */
export function answersTo(call: Call, world: World, nature: Nature, id: string): readonly Outcome[] {
  switch (call.name) {
    case 'read':
      return [{ world, answer: world.tabs }];
    case 'write':
      return [write(call.in as Write, world, nature)];
    case 'draft':
      return [draft((call.in as Letter).key, world, id)];
    case 'marker':
      return [{ world, answer: marker(call.in as { key: string; attempt: number }, world, nature) }];
    case 'discard':
      return [{ world: { ...world, drafts: without(world.drafts, call.in as DraftId) }, answer: 'discarded' }];
    case 'send':
      return [send(call.in as DraftId, world, nature, id)];
    case 'findSent':
      return findSent((call.in as { thread: ThreadId }).thread, world).map((answer) => ({ world, answer }));
  }
}

export const markerPlace = (key: string, attempt: number): string => `${key}#${attempt}`;

function marker({ key, attempt }: { key: string; attempt: number }, world: World, nature: Nature): Marker | 'none' {
  const found = world.markers[markerPlace(key, attempt)];
  if (!found) return 'none';
  return nature.ignoresLeases ? { ...found, leaseUntil: 0 as Marker['leaseUntil'] } : found;
}

function write({ publish, drop, blocks }: Write, world: World, nature: Nature): Outcome {
  const place = publish && markerPlace(publish.key, publish.attempt);
  if (place && world.markers[place] && !nature.ignoresMarkers) return { world, answer: 'taken' };
  let markers = place ? { ...world.markers, [place]: publish } : world.markers;
  for (const { key, attempt } of drop ?? []) markers = without(markers, markerPlace(key, attempt));
  const tabs: Record<number, Grid> = { ...world.tabs };
  for (const block of blocks) {
    const rows = [...(tabs[block.sheetId] ?? [])];
    for (const [index, cells] of block.cells.entries()) rows[block.row + index] = cells as Grid[number];
    if (block.rest) rows.length = block.row + block.cells.length;
    tabs[block.sheetId] = Array.from(rows, (row) => row ?? []);
  }
  return { world: { ...world, markers, tabs }, answer: 'written' };
}

function draft(key: string, world: World, id: string): Outcome {
  const created = { draft: `draft ${id}`, thread: `thread ${id}` };
  return { world: { ...world, drafts: { ...world.drafts, [created.draft]: { thread: created.thread, key } } }, answer: created };
}

export function send(draftId: DraftId, world: World, nature: Nature, id: string): Outcome {
  const found = world.drafts[draftId];
  if (!found) return { world, answer: 'gone' };
  const sent: Sent = { ...found, message: `message ${id}`, tick: world.tick };
  const drafts = nature.keepsDrafts ? world.drafts : without(world.drafts, draftId);
  return { world: { ...world, drafts, sent: [...world.sent, sent] }, answer: sent.message };
}

/** What was sent within the same half lease may not show yet: then the thread seems to hold its draft, or nothing. */
function findSent(thread: ThreadId, world: World): readonly unknown[] {
  const sent = world.sent.find((message) => message.thread === thread);
  const held = Object.keys(world.drafts).find((id) => world.drafts[id]?.thread === thread);
  if (!sent) return [held ? { draft: held } : 'none'];
  const settled = { sent: sent.message };
  return sent.tick < world.tick ? [settled] : [settled, 'none', { draft: held ?? thread.replace('thread', 'draft') }];
}

export function without<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  const { [key]: _, ...rest } = record;
  return rest;
}
