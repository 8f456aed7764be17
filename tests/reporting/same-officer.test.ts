// One person is the contact of two registers: one mail a day about both, from the register that stands first in the superior's list.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Instant, type IsoDate, localDate, momentOf } from '../../rules/calendar-date.ts';
import type { Reading } from '../../rules/register/grid.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { composeReminderMail } from '../../templates/reminder-mail/compose.ts';
import { aMailWorld, type MailWorld } from './a-mail-world.ts';
import { at, aWorkbook, columnOf, readingOf, settingAt, tabIn, type Workbook, withoutFacts } from './a-workbook.ts';

const day = (text: string) => text as IsoDate;

/** Two registers of one plan whose contact is the same person; the second stands for another unit by its file alone. */
function twoRegisters(): readonly [Workbook, Workbook] {
  const made = [aWorkbook('2024-12-10'), aWorkbook('2024-12-10')] as const;
  for (const workbook of made) withoutFacts(workbook, 'Nơi nhận báo cáo');
  return made;
}

const turnOf = (world: MailWorld, now: Instant, others: { before: readonly Reading[]; after: readonly Reading[] }) =>
  world.turn(now, (reading) => decide(reading, { ...settingAt(now), composeReminder: composeReminderMail, others }));

describe('an officer of two registers', () => {
  it('gets one mail a day about both, whichever of them is looked at first and however often', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.boolean(), { maxLength: 4 }), { minLength: 13, maxLength: 13 }), (days) => {
        const [first, second] = twoRegisters();
        const [one, two] = [aMailWorld(first), aMailWorld(second)];
        days.forEach((turns, index) => {
          turns.forEach((isFirst, place) => {
            const now = momentOf(addDays(day('2024-12-12'), index), 8 + place);
            if (isFirst) turnOf(one, now, { before: [], after: [readingOf(second)] });
            else turnOf(two, now, { before: [readingOf(first)], after: [] });
          });
        });
        const sent = [...one.sent, ...two.sent].filter(({ key }) => key.includes('/nhac/'));
        const dates = sent.map(({ at: moment }) => localDate(moment));
        expect(new Set(dates).size).toBe(dates.length);
        expect(two.sent.filter(({ key }) => key.includes('/nhac/'))).toEqual([]);
        for (const { text } of sent) expect(text.match(/Báo cáo năm 2024 của xã/g)?.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('where the first register sends nothing, the second one reminds', () => {
    const [first, second] = twoRegisters();
    withoutFacts(first, 'Báo cáo từ ngày');
    const world = aMailWorld(second);
    turnOf(world, at('2024-12-13'), { before: [readingOf(first)], after: [] });
    expect(world.sent).toHaveLength(1);
    expect(world.sent[0]?.text).not.toContain(' của xã');
  });

  it('registers with another contact are none of this mail', () => {
    const [first, second] = twoRegisters();
    const facts = tabIn(first, 'unitInfo');
    const contact = facts.findIndex((row) => row.includes('Người liên hệ'));
    const email = columnOf(first, 'unitInfo', 'email');
    facts[contact] = (facts[contact] ?? []).map((cell, column) => (column === email ? 'ha@xa-khac.example' : cell));
    const world = aMailWorld(second);
    turnOf(world, at('2024-12-13'), { before: [readingOf(first)], after: [] });
    expect(world.sent).toHaveLength(1);
  });
});
