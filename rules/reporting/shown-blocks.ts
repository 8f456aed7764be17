// What a turn writes for people to read: the owned tabs that now differ from what was read, and the heartbeat.
import { type Instant, localDate, momentSerial } from '../calendar-date.ts';
import type { Block } from '../conversation.ts';
import { changedBlocks } from '../owned-cells.ts';
import { unitOn } from '../plan/unit-names.ts';
import { figuresText } from '../progress/figures.ts';
import type { Reading } from '../register/grid.ts';
import { TABS } from '../register/tabs.ts';
import { TODO_LAST_RUN } from '../register/todo-layout.ts';
import { unitOf } from './build-report.ts';
import { extensionsBlock } from './extension-rows.ts';
import type { Extension } from './lateness.ts';
import { liveBlock, liveKey } from './ledger-rows.ts';
import { findingsBlock, type TodoInputs, todoBlocks } from './owned-tabs.ts';
import { progressBlock } from './progress-tab.ts';
import { figuresAt, type Review, soFar } from './review.ts';
import { signersBlock } from './ticks.ts';

export type Told = Pick<TodoInputs, 'held' | 'open' | 'sent' | 'undecided' | 'notSendable' | 'life'>;

/** The owned tabs that now differ from what was read. The heartbeat moves with them, or when it is most of a day old. */
export function shownTabs(
  found: Review,
  { now, extensions }: { readonly now: Instant; readonly extensions?: readonly Extension[] },
  told: Told,
  reading: Reading,
): readonly Block[] {
  const { plan, register, unitId } = found;
  const today = localDate(now);
  const unitTitle = unitOn(unitOf(plan, unitId), today).name;
  const todo = todoBlocks({ ...told, unitTitle, planTitle: plan.title, findings: found.findings, now });
  const changed = changedBlocks(
    [
      progressBlock(found.progress, plan.rounding.percentDecimals),
      findingsBlock(found.findings, register, today),
      ...todo.rest,
      signersBlock(found, now),
      ...(told.held?.includes('ledger')
        ? [] // written by place, which a tab that is laid out otherwise does not have
        : [
            liveBlock(liveKey(plan.id, unitId), figuresText(figuresAt(found, soFar(found.period, found.asOf)))),
            ...(extensions === undefined ? [] : [extensionsBlock(liveKey(plan.id, unitId), extensions)]),
          ]),
    ],
    reading.grids,
  );
  return withHeartbeat(changed, todo.heartbeat, reading, now);
}

/** What changed, and the heartbeat with it, or alone when it is most of a day old. */
export function withHeartbeat(changed: readonly Block[], heartbeat: Block, reading: Reading, now: Instant): readonly Block[] {
  const hasTodo = typeof reading.grids.get(TABS.todo.sheetId) === 'object';
  return hasTodo && (changed.length > 0 || heartbeatIsOld(reading, now)) ? [...changed, heartbeat] : changed;
}

const HEARTBEAT = 20 / 24; // days; the cell turns red after two

function heartbeatIsOld(reading: Reading, now: Instant): boolean {
  const grid = reading.grids.get(TABS.todo.sheetId);
  const shown = typeof grid !== 'object' ? undefined : grid[TODO_LAST_RUN.value.row]?.[TODO_LAST_RUN.value.column];
  return typeof shown !== 'number' || momentSerial(now) - shown > HEARTBEAT;
}
