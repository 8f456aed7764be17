// A register whose plan asks for yearly, six-month, quarterly and monthly reports, and for an interim one: what goes out, and when.
import { describe, expect, it } from 'vitest';
import { planToRows } from '../../rules/register/plan-text.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { review } from '../../rules/reporting/review.ts';
import { ENTRIES, planWith } from './a-schedule.ts';
import { aTurn, at, aWorkbook, columnOf, lineOf, PLAN, readingOf, settingAt, tabIn, todoLines, type Workbook } from './a-workbook.ts';

const MANY = planWith(Object.values(ENTRIES), PLAN.period.from, PLAN.period.to, PLAN);
const STEM = 'quy-ky/05545/';

/** The demo register under a plan that asks for more, reporting from a day on. */
function aBusyWorkbook(upTo: string, from: string, plan = MANY): Workbook {
  const workbook = aWorkbook(upTo);
  workbook.set(TABS.plan.sheetId, [...tabIn(workbook, 'plan').slice(0, 1), ...planToRows(JSON.stringify(plan)).map((row) => [...row])]);
  const facts = tabIn(workbook, 'unitInfo');
  const start = facts.findIndex((row) => row.includes('Báo cáo từ ngày'));
  facts[start] = (facts[start] ?? []).map((cell, index) =>
    index === columnOf(workbook, 'unitInfo', 'value') ? from : index === columnOf(workbook, 'unitInfo', 'from') ? null : cell,
  );
  return workbook;
}
const keysSent = (workbook: Workbook, on: string, hour = 8) =>
  aTurn(workbook, at(on, hour)).letters.map(({ key }) => key.slice(STEM.length).replace(/\/1$/, ''));

describe('a register with reports of every kind', () => {
  it('sends each on its own day, and nothing on the days between', () => {
    const workbook = aBusyWorkbook('2024-06-20', '15/05/2024');
    const sent = ['2024-06-14', '2024-06-18', '2024-06-19', '2024-06-20', '2024-06-21', '2024-07-20'].map((on) => keysSent(workbook, on));
    expect(sent).toEqual([
      [],
      [], // three working days after 14/6, a Friday, are the 19th
      ['bao-cao-quy/2024-q2'],
      ['bao-cao-6-thang/2024-h1', 'bao-cao-thang/2024-06'],
      [],
      ['bao-cao-thang/2024-07'],
    ]);
  });

  it('catches up what was missed, the oldest first, and then sends nothing again', () => {
    const workbook = aBusyWorkbook('2024-12-20', '15/09/2024');
    const sent = keysSent(workbook, '2024-12-26');
    expect(sent).toEqual([
      'bao-cao-thang/2024-10',
      'bao-cao-thang/2024-11',
      'bao-cao-quy/2024-q4',
      'bao-cao-nam/2024',
      'bao-cao-thang/2024-12',
      'bao-cao-so-ket/2024-12-14',
    ]);
    for (const key of sent) expect(lineOf(workbook, `${STEM}${key}/1`).status).toBe('sent');
    expect(keysSent(workbook, '2024-12-26', 9)).toEqual([]);
    expect(keysSent(workbook, '2024-12-27')).toEqual([]);
  });

  it('names each period in its subject, and counts its own days', () => {
    const workbook = aBusyWorkbook('2024-12-20', '15/05/2024');
    const { letters } = aTurn(workbook, at('2024-12-26'));
    const subjects = letters.map(({ subject }) => subject);
    for (const name of ['6 tháng đầu năm 2024', 'quý II năm 2024', 'tháng 12 năm 2024', 'năm 2024', 'sơ kết năm 2024'])
      expect(subjects.filter((subject) => subject.includes(`Báo cáo ${name}`)).length).toBeGreaterThan(0);
    const textOf = (part: string) => letters.find(({ key }) => key.includes(part))?.text ?? '';
    expect(textOf('2024-q2')).toContain('từ ngày 15/03/2024 đến hết ngày 14/06/2024');
    expect(textOf('2024-12-14')).toContain('từ ngày 01/03/2024 đến hết ngày 14/12/2024');
  });

  it('says that a report on a Saturday is in time until Monday, and three days later by how much it is late', () => {
    const letterOn = (on: string) =>
      decide(readingOf(aBusyWorkbook('2025-09-23', '15/08/2025')), settingAt(at(on))).deliveries.find(({ delivery }) =>
        delivery.letter.key.includes('thang/2025-09'),
      )?.delivery.letter.text;
    for (const on of ['2025-09-20', '2025-09-22']) expect(letterOn(on)).toContain('ngày 20/09/2025 – gửi đúng hạn');
    expect(letterOn('2025-09-23')).toContain('ngày 20/09/2025 – quá hạn 1 ngày');
  });

  it('shows what is being prepared, and looks at findings and progress by the year', () => {
    const workbook = aBusyWorkbook('2024-07-01', '01/06/2024');
    aTurn(workbook, at('2024-07-01'));
    const lines = todoLines(workbook).filter((line) => line.includes('đang tổng hợp số liệu'));
    expect(lines.map((line) => /Báo cáo (.+): đang/.exec(line)?.[1])).toEqual([
      'tháng 7 năm 2024',
      'quý III năm 2024',
      'năm 2024',
      'sơ kết năm 2024',
    ]);
    expect(review(readingOf(workbook), settingAt(at('2024-07-01'))).period.label).toBe('năm 2024');
  });

  it('without a yearly report looks at the first of the others', () => {
    const plan = planWith([ENTRIES.quarterly], PLAN.period.from, PLAN.period.to, PLAN);
    const workbook = aBusyWorkbook('2024-07-01', '01/06/2024', plan);
    expect(review(readingOf(workbook), settingAt(at('2024-07-01'))).period).toMatchObject({
      label: 'quý III năm 2024',
      from: '2024-06-15',
      cutOff: '2024-09-14',
    });
    expect(review(readingOf(workbook), settingAt(at('2026-02-01'))).period.label).toBe('quý IV năm 2025');
  });

  it('takes the verdict on a narrative target from the lines of the same period', () => {
    const workbook = aBusyWorkbook('2024-12-20', '15/05/2024');
    const narratives = tabIn(workbook, 'narratives');
    const [target] = PLAN.targets.filter(({ kind }) => kind === 'narrative');
    if (target === undefined) throw new Error('the plan has narrative targets');
    const width = (narratives[0] ?? []).length;
    const said = (code: string, period: string, verdict: string) => {
      const row = Array.from({ length: width }, () => null as string | null);
      const put = (column: string, text: string) => row.splice(columnOf(workbook, 'narratives', column), 1, text);
      put('code', code);
      put('period', period);
      put('part', 'Kết quả chỉ tiêu định tính');
      put('target', target.title);
      put('verdict', verdict);
      put('text', `Lời của ${period}.`);
      return row;
    };
    workbook.set(TABS.narratives.sheetId, [
      ...narratives.slice(0, 1),
      said('TM001', '6 tháng đầu năm 2024', 'Chưa đạt'),
      said('TM002', 'quý II/2024', 'Đạt'),
      said('TM003', 'năm 2024', 'Đạt'),
    ]);
    const { letters } = aTurn(workbook, at('2024-12-26'));
    const textOf = (part: string) => letters.find(({ key }) => key.includes(part))?.text ?? '';
    expect(textOf('2024-h1')).toContain('Lời của 6 tháng đầu năm 2024.');
    expect(textOf('2024-q2')).toContain('Lời của quý II/2024.');
    expect(textOf('bao-cao-nam/2024')).toContain('Lời của năm 2024.');
    expect(textOf('2024-07')).not.toContain('Lời của');
  });
});
