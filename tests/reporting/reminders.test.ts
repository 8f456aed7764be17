// Reminders: on which days, to whom, once; dropped once the report has gone out; never two on a day whatever crashes and whoever is away.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Instant, type IsoDate, localDate, momentOf } from '../../rules/calendar-date.ts';
import type { Reading } from '../../rules/register/grid.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { LEASE } from '../../rules/reporting/deliver.ts';
import { escalationDay, ladderOf, newestStep } from '../../rules/reporting/ladder.ts';
import { previewReport } from '../../rules/reporting/preview.ts';
import { composeReminderMail } from '../../templates/reminder-mail/compose.ts';
import { aMailWorld } from './a-mail-world.ts';
import { at, aWorkbook, columnOf, PLAN, readingOf, settingAt, tabIn, type Workbook, withoutFacts } from './a-workbook.ts';

const day = (text: string) => text as IsoDate;
const DUE = day('2024-12-20');
const report = { schedule: {}, period: { due: DUE } };
const decisionAt = (now: Instant) => (reading: Reading) => decide(reading, { ...settingAt(now), composeReminder: composeReminderMail });
const isReminder = ({ key }: { readonly key: string }) => key.includes('/nhac/');

describe('the ladder', () => {
  it.each([
    ['2024-12-12', undefined],
    ['2024-12-13', '2024-12-13'],
    ['2024-12-17', '2024-12-13'],
    ['2024-12-18', '2024-12-18'],
    ['2024-12-19', '2024-12-18'],
    ['2024-12-20', '2024-12-20'],
    ['2024-12-22', '2024-12-20'],
    ['2024-12-23', '2024-12-23'],
    ['2025-12-31', '2024-12-23'],
  ])('on %s has come to the step of %s', (today, step) => {
    expect(newestStep(report, day(today))).toBe(step);
  });

  it('tells the superior on the day after the unit’s last step', () => {
    expect(escalationDay(report)).toBe('2024-12-24');
    expect(escalationDay({ ...report, schedule: { reminders: { superiorAfter: null } } })).toBeUndefined();
  });

  it('is the plan’s where the plan has one, each day once', () => {
    expect(ladderOf({ reminders: { daysBefore: [1, 14, 1], daysAfter: [] } })).toEqual({ unit: [-14, -1], superior: 4 });
    expect(ladderOf({ reminders: {} })).toEqual(ladderOf({}));
    expect(newestStep({ ...report, schedule: { reminders: { daysBefore: [], daysAfter: [] } } }, day('2025-12-31'))).toBeUndefined();
  });
});

/** Turns at 8:00 on each day given; answers with the reminders that went out, by day. */
function remindersOn(days: readonly string[], workbook: Workbook = aWorkbook('2024-12-10')): string[] {
  const world = aMailWorld(workbook);
  for (const one of days) world.turn(at(one), decisionAt(at(one)));
  return world.sent.filter(isReminder).map(({ at: moment }) => localDate(moment));
}
const daysFrom = (from: string, count: number) => Array.from({ length: count }, (_, index) => addDays(day(from), index) as string);
/** Nobody to send the report to: it stays unsent. */
const unsendable = (): Workbook => {
  const workbook = aWorkbook('2024-12-10');
  withoutFacts(workbook, 'Nơi nhận báo cáo');
  return workbook;
};

describe('a unit that has not sent', () => {
  it('is reminded on the days of the ladder and on no other; on the due day the figures go out instead', () => {
    expect(remindersOn(daysFrom('2024-12-01', 31))).toEqual(['2024-12-13', '2024-12-18']);
  });

  it('whose report cannot go out is reminded on the due day and three days after, too', () => {
    expect(remindersOn(daysFrom('2024-12-01', 60), unsendable())).toEqual(['2024-12-13', '2024-12-18', '2024-12-20', '2024-12-23']);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['one missed day', ['2024-12-12', '2024-12-14'], ['2024-12-14']],
    ['a week and a half away: the newest step only', ['2024-12-12', '2024-12-19'], ['2024-12-19']],
    ['a missed step is caught up once', ['2024-12-14', '2024-12-15', '2024-12-16', '2024-12-17'], ['2024-12-14']],
    ['a step caught up late, then the next one on its day', ['2024-12-17', '2024-12-18'], ['2024-12-17', '2024-12-18']],
  ])('%s', (_, days, reminded) => {
    expect(remindersOn(days)).toEqual(reminded);
  });

  it.each([
    ['2024-12-12', 23, 59, 0],
    ['2024-12-13', 0, 1, 0],
    ['2024-12-13', 6, 59, 0],
    ['2024-12-13', 7, 0, 1],
    ['2024-12-13', 18, 59, 1],
    ['2024-12-13', 19, 0, 0],
  ])('at %s %i:%i of Viet Nam gets %i mails', (date, hour, minute, count) => {
    const world = aMailWorld(aWorkbook('2024-12-10'));
    const now = momentOf(day(date), hour, minute);
    world.turn(now, decisionAt(now));
    expect(world.sent.filter(isReminder)).toHaveLength(count);
  });

  it('hears what is due when, what blocks it by tab and count, and how to do it on a phone; no name and no code', () => {
    const workbook = aWorkbook('2024-12-10');
    const members = tabIn(workbook, 'members');
    for (const row of members.slice(1, 4)) row[columnOf(workbook, 'members', 'birth')] = 'khoảng sáu mươi';
    const world = aMailWorld(workbook);
    world.turn(at('2024-12-13'), decisionAt(at('2024-12-13')));
    const [mail] = world.sent.filter(isReminder);
    expect(mail?.subject).toBe('[CLB LTHTGN] Nhắc gửi báo cáo: báo cáo năm 2024 đến hạn gửi ngày 20/12/2024 (còn 7 ngày)');
    expect(mail?.text).toMatch(/Trang Thành viên: \d+ dòng chưa tính được vào số liệu/);
    expect(mail?.text).toContain('ô Kiểm tra lại');
    const names = members.slice(1).map((row) => String(row[columnOf(workbook, 'members', 'name')]));
    for (const name of names) expect(mail?.text).not.toContain(name);
    expect(mail?.text).not.toMatch(/\b(TV|VV|HD)\d{3,}/);
  });

  it('is asked for the written parts in the same mail once the window is over, and not before', () => {
    const workbook = aWorkbook('2024-12-10');
    tabIn(workbook, 'narratives').splice(1);
    const world = aMailWorld(workbook);
    for (const date of ['2024-12-13', '2024-12-18']) world.turn(at(date), decisionAt(at(date)));
    const [before, after] = world.sent.filter(isReminder).map(({ text }) => text);
    expect(before).not.toContain('Thuyết minh');
    expect(after).toContain(
      'Thuyết minh chưa có phần: I. Công tác chỉ đạo, triển khai; III. Đánh giá chung; IV. Phương hướng, nhiệm vụ; V. Đề xuất, kiến nghị.',
    );
    expect(world.sent).toHaveLength(2);
  });

  it('gets one mail for contact and official addresses together, each address once', () => {
    const world = aMailWorld(aWorkbook('2024-12-10'));
    world.turn(at('2024-12-13'), decisionAt(at('2024-12-13')));
    const to = world.sent.filter(isReminder).flatMap((mail) => mail.to);
    expect(to.length).toBeGreaterThan(1);
    expect(new Set(to).size).toBe(to.length);
  });

  it('with nobody to write to gets none, and the report is not kept by it', () => {
    const workbook = aWorkbook('2024-12-10');
    withoutFacts(workbook, 'Người liên hệ');
    withoutFacts(workbook, 'Hộp thư công vụ');
    expect(remindersOn(daysFrom('2024-12-10', 15), workbook)).toEqual([]);
  });
});

describe('a report that was approved or sent', () => {
  const approve = (now: Instant, send: boolean) => (reading: Reading) =>
    decide(reading, {
      ...settingAt(now),
      composeReminder: composeReminderMail,
      wish: { kind: 'approve', report: 'quy-ky/05545/bao-cao-nam/2024/1', approver: signer(reading), send, asked: { by: 'x', at: now } },
    });
  const signer = (reading: Reading): string => {
    const grid = reading.grids.get(118);
    const row = typeof grid === 'object' ? grid.find((cells) => cells[0] === 'Người ký') : undefined;
    return String(row?.[2] ?? '');
  };

  it.each([true, false])('has no further steps (sent at once: %s)', (send) => {
    const world = aMailWorld(unsentAndClean());
    world.turn(at('2024-12-13'), decisionAt(at('2024-12-13')));
    world.turn(at('2024-12-16'), approve(at('2024-12-16'), send));
    for (const date of daysFrom('2024-12-17', 14)) world.turn(at(date), decisionAt(at(date)));
    expect(world.sent.map(({ key, at: moment }) => `${key.includes('/nhac/') ? 'nhắc' : 'báo cáo'} ${localDate(moment)}`)).toEqual([
      'nhắc 2024-12-13',
      `báo cáo ${send ? '2024-12-16' : '2024-12-20'}`,
    ]);
  });
});

/** The demo register with its deliberate mistakes mended: nothing keeps it from being approved. */
function unsentAndClean(): Workbook {
  const workbook = aWorkbook('2024-12-10');
  const found = previewReport(readingOf(workbook), settingAt(at('2024-12-16'))).blockers;
  for (const { sheetId, a1 } of found) {
    const grid = sheetId === undefined ? undefined : workbook.get(sheetId);
    if (typeof grid === 'object' && a1 !== undefined) grid[Number(a1.replace(/\D/g, '')) - 1] = [];
  }
  return workbook;
}

describe('whatever happens', () => {
  /** What a day brings: turns at some hours, each of which may die after some of its calls; or nobody is there. */
  const aDay = fc.array(
    fc.record({ hour: fc.integer({ min: 0, max: 23 }), diesAfter: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }) }),
    { maxLength: 3 },
  );

  it('nobody gets two reminders on a day, no step is sent twice, and none comes after the report', () => {
    fc.assert(
      fc.property(fc.array(aDay, { minLength: 14, maxLength: 14 }), fc.boolean(), (days, sendable) => {
        const workbook = sendable ? aWorkbook('2024-12-10') : unsendable();
        const world = aMailWorld(workbook);
        days.forEach((turns, index) => {
          const date = addDays(day('2024-12-11'), index);
          for (const { hour, diesAfter } of [...turns].sort((a, b) => a.hour - b.hour)) {
            const now = momentOf(date, hour);
            world.turn(now, decisionAt(now), diesAfter);
          }
        });
        const reminders = world.sent.filter(isReminder);
        const daysSent = reminders.map(({ at: moment }) => localDate(moment));
        expect(new Set(daysSent).size).toBe(daysSent.length);
        expect(new Set(reminders.map(({ key }) => key)).size).toBe(reminders.length);
        const steps = daysSent.map((date) => newestStep(report, date));
        expect(new Set(steps).size).toBe(steps.length);
        for (const { key, at: moment } of reminders) expect(key.slice(-10)).toBe(localDate(moment));
        const reports = world.sent.filter((mail) => !isReminder(mail));
        expect(reports.length).toBeLessThanOrEqual(1);
        for (const one of reports) for (const reminder of reminders) expect(reminder.at).toBeLessThanOrEqual(one.at);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('a reminder whose turn died before sending goes out on the same day once the lease is over, and on no other', () => {
    const now = at('2024-12-13');
    for (const [later, count] of [
      [(now + LEASE) as Instant, 1],
      [at('2024-12-14'), 0],
    ] as const) {
      const world = aMailWorld(aWorkbook('2024-12-10'));
      expect(world.turn(now, decisionAt(now), 3)).toBe(false); // read, draft, publish
      world.turn((now + LEASE / 2) as Instant, decisionAt((now + LEASE / 2) as Instant));
      expect(world.sent).toEqual([]);
      world.turn(later, decisionAt(later));
      expect(world.sent.filter(isReminder)).toHaveLength(count);
    }
  });

  it('markers of reminders are dropped a day later, sent or not', () => {
    const world = aMailWorld(aWorkbook('2024-12-10'));
    world.turn(at('2024-12-13'), decisionAt(at('2024-12-13')), 3);
    expect(world.markers.size).toBe(1);
    for (const date of ['2024-12-14', '2024-12-15']) world.turn(at(date, 9), decisionAt(at(date, 9)));
    expect(world.markers.size).toBe(0);
  });

  it('a year of reminders stands in 31 rows, and the reports keep theirs', () => {
    const workbook = unsendable();
    const world = aMailWorld(workbook);
    for (const month of ['2024-12', '2025-12']) for (const date of daysFrom(`${month}-10`, 16)) world.turn(at(date), decisionAt(at(date)));
    const rows = tabIn(workbook, 'frozen').flatMap((row, index) => (row[1] === 'reminder' ? [index] : []));
    expect(Math.min(...rows)).toBeGreaterThan(32);
    expect(Math.max(...rows)).toBeLessThan(65);
    expect(rows.length).toBeLessThan(world.sent.filter(isReminder).length + 1);
    expect(PLAN.id).toBe('quy-ky');
  });
});
