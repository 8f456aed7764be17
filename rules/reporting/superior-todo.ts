// Việc cần làm of a superior's workbook: its own reports with their tick boxes, and what its units still owe or were asked to mend.
import { type Instant, localDate, viDate } from '../calendar-date.ts';
import type { Block } from '../conversation.ts';
import { changedBlocks } from '../owned-cells.ts';
import { unitOn } from '../plan/unit-names.ts';
import type { Reading } from '../register/grid.ts';
import { SUPERIOR_TABS } from '../register/superior-tabs.ts';
import type { TodoLine } from './life-lines.ts';
import { type TodoInputs, todoBlocks } from './owned-tabs.ts';
import { reportName } from './report-name.ts';
import { rateOf } from './reporting-rate.ts';
import { type Told, withHeartbeat } from './shown-blocks.ts';
import { SUPERIOR_TODO } from './superior-labels.ts';
import type { SuperiorReview } from './superior-review.ts';
import { tooLongLines } from './superior-too-long.ts';
import { signersBlock } from './ticks.ts';
import { grantedUntil, unitNamed } from './unit-standing.ts';

/** The owned tabs that differ from what was read, the list of things to do among them; the heartbeat moves with them. */
export function superiorShown(
  found: SuperiorReview,
  owned: readonly Block[],
  told: Told,
  reading: Reading,
  now: Instant,
): readonly Block[] {
  const inputs: TodoInputs = {
    ...told,
    life: [...unitLines(found, now), ...tooLongLines(found.workbook)],
    unitTitle: unitOn(found.superior, localDate(now)).name,
    planTitle: found.plan.title,
    findings: [],
    collecting: { place: SUPERIOR_TABS.status, advice: SUPERIOR_TODO.collecting },
    now,
  };
  const todo = todoBlocks(inputs);
  return withHeartbeat(changedBlocks([...owned, ...todo.rest, signersBlock(found, now)], reading.grids), todo.heartbeat, reading, now);
}

const NAMES_SHOWN = 5;

/** Once they are due: who has not sent, with more time or without; and whose report was returned and not sent again. */
function unitLines(found: SuperiorReview, now: Instant): TodoLine[] {
  const { plan, report, unitsDue, units } = found;
  const today = localDate(now);
  if (today < unitsDue) return [];
  const place = { label: SUPERIOR_TABS.status.title, sheetId: SUPERIOR_TABS.status.sheetId, a1: 'A1' };
  const name = reportName(report.schedule.title, report.period.label);
  const named = (some: typeof units): string => {
    const names = some.slice(0, NAMES_SHOWN).map(({ id }) => unitNamed(plan, id, today));
    return some.length > NAMES_SHOWN ? SUPERIOR_TODO.andMore(names, some.length - NAMES_SHOWN) : names.join('; ');
  };
  const line = (some: typeof units, task: string, advice: string): TodoLine[] =>
    some.length === 0 ? [] : [{ task, due: unitsDue, status: named(some), place, advice }];
  const missing = units.filter(({ sent }) => !sent);
  const granted = missing.filter((view) => grantedUntil(view, found, today) !== undefined);
  const owing = missing.filter((view) => !granted.includes(view));
  const returned = units.filter(({ sent, report: theirs, revision }) => sent && (revision ?? theirs)?.status === 'returned');
  const { received, expected } = rateOf(found, today);
  const last = granted.flatMap((view) => grantedUntil(view, found, today) ?? []).sort()[granted.length - 1];
  return [
    ...line(owing, SUPERIOR_TODO.owing(name, owing.length, received, expected), SUPERIOR_TODO.owingAdvice),
    ...line(granted, SUPERIOR_TODO.granted(name, granted.length, last === undefined ? '' : viDate(last)), SUPERIOR_TODO.grantedAdvice),
    ...line(returned, SUPERIOR_TODO.returned(name, returned.length), SUPERIOR_TODO.returnedAdvice),
  ];
}
