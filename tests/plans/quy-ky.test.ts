import { describe, expect, test } from 'vitest';
import { planNotices } from '../../rules/plan/check-plan.ts';
import { parsePlan } from '../../rules/plan/parse-plan.ts';
import { planJson, planOf, textsIn } from './plan-files.ts';

const plan = planOf(planJson('quy-ky'));
const target = (id: string) => plan.targets.find((entry) => entry.id === id);

describe('the plan of xã Quy Kỳ', () => {
  test('loads with no fault', () => {
    expect(parsePlan(planJson('quy-ky'))).toMatchObject({ ok: true });
  });

  test('has an entry for every clause of targets, solutions, funding and tasks', () => {
    const clauses = new Set(
      [plan.targets, plan.solutions, plan.fundingSources, plan.chargeUnits, plan.tasks].flatMap((list) =>
        list.map((entry) => entry.clause),
      ),
    );
    const numbered = (part: string, last: number) => Array.from({ length: last }, (_, index) => `${part}.${index + 1}`);
    const wanted = ['II.1.a', 'II.1.b', 'II.2.a', 'II.2.b', 'II.2.c', ...numbered('IV', 6), ...numbered('V', 4), ...numbered('VI', 9)];
    expect(wanted.filter((clause) => !clauses.has(clause))).toEqual([]);
  });

  test('has one task for each bullet under each unit in charge, all of the commune', () => {
    const tasks = plan.chargeUnits.map((unit) => [unit.clause, plan.tasks.filter((task) => task.inCharge === unit.id).length]);
    expect(Object.fromEntries(tasks)).toEqual({
      'VI.1': 3,
      'VI.2': 5,
      'VI.3': 2,
      'VI.4': 1,
      'VI.5': 1,
      'VI.6': 2,
      'VI.7': 1,
      'VI.8': 2,
      'VI.9': 1,
    });
    expect(plan.tasks.every((task) => task.level === 'commune')).toBe(true);
    expect(plan.tasks.every((task) => task.clause === plan.chargeUnits.find((unit) => unit.id === task.inCharge)?.clause)).toBe(true);
  });

  test('has the seven activity areas of its own punctuation and four funding sources', () => {
    expect(plan.areas).toHaveLength(7);
    expect(plan.areas.map((area) => area.title)).toContain('Truyền thông, thể thao, văn hoá văn nghệ');
    expect(plan.fundingSources.map((source) => [source.clause, source.bullets?.length])).toEqual([
      ['V.1', 1],
      ['V.2', 2],
      ['V.3', 2],
      ['V.4', 2],
    ]);
  });

  test('leaves the number and the day blank, as the original does', () => {
    expect(plan.document.number).toBeNull();
    expect(plan.document.date).toEqual({ year: 2024, month: 3, day: null });
  });

  test('rests on three documents, the national decision first', () => {
    expect(plan.basis.map(({ number, date }) => `${number} ${date}`)).toEqual([
      '1336/QĐ-TTg 2020-08-31',
      '233/KH-UBND 2021-12-22',
      '170/KH-UBND 2023-07-03',
    ]);
  });

  test('carries the figures of its clauses', () => {
    expect(target('so-clb')).toMatchObject({ bar: { between: [2, 3] }, deadline: '2025-12-31' });
    expect(target('so-thanh-vien')).toMatchObject({ bar: { between: [150, 160] } });
    expect(target('ty-le-nct')).toMatchObject({ bar: { between: [60, 70] }, excess: 'outside' });
    expect(target('clb-diem')).toMatchObject({ place: 'Thống Nhất 1', deadline: '2024-12-31' });
    expect(target('quy-mo-clb')).toMatchObject({ bar: { between: [50, 70] }, unit: 'count' });
    expect(target('nam-moi-clb')).toMatchObject({ bar: { between: [30, 40] }, unit: 'percent' });
    expect(target('quy-clb')).toMatchObject({ bar: { atLeast: 100 }, unit: 'percent' });
  });

  test('judges the borrowers clause by the first of three readings, the last of which has a bar of its own', () => {
    const quality = target('clb-dat-chat-luong');
    if (quality?.kind !== 'share') throw new Error('clb-dat-chat-luong is a share');
    expect(quality.readings).toHaveLength(3);
    expect(quality.readings?.[0]).toMatchObject({ part: quality.part, of: quality.of });
    expect(quality.readings?.map((reading) => reading.bar)).toEqual([undefined, undefined, { atLeast: 50 }]);
  });

  test('says of the yearly report that its day is assumed, and sets no day for reports on directive', () => {
    const schedule = plan.reporting.flatMap((part) => part.schedule);
    const yearly = schedule.find((line) => line.kind === 'yearly');
    expect(yearly).toMatchObject({ clause: 'IV.6', due: { month: 12, day: 20 } });
    expect(yearly?.assumption).toContain('giả định');
    const others = schedule.filter((line) => line !== yearly);
    expect(others.map((line) => line.kind).sort()).toEqual(['ad-hoc', 'final', 'interim']);
    expect(others.every((line) => !('due' in line))).toBe(true);
  });

  test('keeps each corrected misprint in its notes and nowhere else', () => {
    const misprints = [
      'văm minh',
      'thành lập dược',
      'mối Câu lạc bộ',
      'tịnh nguyện viên',
      'đột xuốt',
      'lồng gép',
      'tấp huấn',
      'Chủ trị',
      'kế hoách',
      'cơ cơ quan',
      'tích cức',
    ];
    const originals = plan.notes.map((note) => note.original).join('\n');
    const rest = textsIn({ ...plan, notes: plan.notes.map((note) => note.read) }).join('\n');
    expect(misprints.filter((word) => !originals.includes(word))).toEqual([]);
    expect(misprints.filter((word) => rest.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  });

  test('is NFC in every text', () => {
    expect(textsIn(planJson('quy-ky')).filter((text) => text !== text.normalize('NFC'))).toEqual([]);
  });

  test('is told that two clubs of 70 cannot hold 150 members', () => {
    const notice = planNotices(plan).find(({ code }) => code === 'TOO_FEW_CLUBS_FOR_MEMBERS');
    expect(notice?.clauses).toEqual(['II.1.a', 'II.2.a']);
    for (const figure of ['140', '150', '3 câu lạc bộ']) expect(notice?.user).toContain(figure);
  });

  test('has no other contradiction', () => {
    const codes = new Set(planNotices(plan).map(({ code }) => code));
    expect([...codes].sort()).toEqual(['ASSUMPTION', 'DATE_BLANK', 'NUMBER_BLANK', 'TOO_FEW_CLUBS_FOR_MEMBERS']);
  });
});
