// Bảng theo dõi: the same figures as the tab Tiến độ, every finding with its cell, and the records behind each figure.
import { describe, expect, it } from 'vitest';
import { type IsoDate, toSerial } from '../../rules/calendar-date.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { TODO_LAST_RUN } from '../../rules/register/todo-layout.ts';
import { recordsOf } from '../../rules/reporting/build-report.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { panelOf } from '../../rules/reporting/panel.ts';
import { progressBlock } from '../../rules/reporting/progress-tab.ts';
import { recordsBehind } from '../../rules/reporting/records-behind.ts';
import { review } from '../../rules/reporting/review.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import { aTurn, at, aWorkbook, columnOf, PLAN, readingOf, settingAt, tabIn, type Workbook } from './a-workbook.ts';

const DAY = at('2024-11-20');
const reviewed = (workbook: Workbook = aWorkbook('2024-11-20'), now = DAY) => review(readingOf(workbook), settingAt(now));
const panelAt = (workbook: Workbook, now = DAY) => panelOf(reviewed(workbook, now), readingOf(workbook), now);
const PANEL = panelAt(aWorkbook('2024-11-20'));

describe('the sidebar', () => {
  it('names the unit, the plan, the day and the next deadline', () => {
    expect(PANEL.unit).toBe('xã Quy Kỳ');
    expect(PANEL.plan).toBe(PLAN.title);
    expect(PANEL.asOf).toBe('Tính đến ngày 20/11/2024');
    expect(PANEL.deadline).toMatchObject({ due: '20/12/2024', left: 'còn 30 ngày đến hạn gửi', late: false });
  });

  it('shows the figures of the tab Tiến độ, line by line', () => {
    const { cells } = progressBlock(reviewed().progress, PLAN.rounding.percentDecimals);
    const columns = Object.keys(TABS.progress.columns);
    const lines = cells.map((row) => Object.fromEntries(columns.map((key, place) => [key, row[place] ?? null])));
    const ofUnit = lines.filter(({ scope }) => scope === 'Toàn đơn vị');
    expect(PANEL.targets).toHaveLength(ofUnit.length);
    PANEL.targets.forEach((target, place) => {
      const line = ofUnit[place];
      expect([target.clause, target.title, target.plan, target.status]).toEqual([line?.clause, line?.title, line?.plan, line?.status]);
      expect([target.actual, target.missing ?? null]).toEqual([line?.actual ?? '–', line?.missing]);
      expect([target.fraction, target.percent]).toEqual([
        line?.denominator ? `${line.numerator}/${line.denominator}` : undefined,
        line?.percent ? `${line.percent}%` : undefined,
      ]);
      const clubs = lines.filter(
        ({ clause, scope, title }) => clause === target.clause && target.clubs.some((club) => club.code === scope && club.name === title),
      );
      for (const club of target.clubs.filter(({ actual }) => /\d/.test(actual)))
        expect(clubs.map(({ scope, actual, status }) => [scope, actual, status])).toContainEqual([club.code, club.actual, club.status]);
    });
  });

  it('draws a bar only where it can be said how far a target is', () => {
    const parts = new Map(PANEL.targets.map(({ id, part }) => [id, part]));
    const size = reviewed().progress.find(({ target }) => target.id === 'so-thanh-vien')?.figure?.low ?? Number.NaN;
    expect(parts.get('so-thanh-vien')).toBeCloseTo(Math.min(1, size / 150));
    expect(parts.get('tre-moi-clb')).toBeUndefined();
    for (const part of parts.values()) if (part !== undefined) expect(part >= 0 && part <= 1).toBe(true);
  });

  it('says of each club what it lacks by the quality rule', () => {
    const quality = PANEL.targets.find(({ id }) => id === 'clb-dat-chat-luong');
    expect(quality?.clubs.length).toBeGreaterThan(0);
    for (const { actual, statusKey } of quality?.clubs ?? []) if (statusKey !== 'met') expect(actual).toMatch(/thiếu|chưa rõ/);
  });

  it('leads from every finding of a row to its cell', () => {
    const { findings } = reviewed();
    expect(PANEL.findings.map(({ message, severityKey }) => [message, severityKey])).toEqual(
      findings.map(({ message, severity }) => [message, severity]),
    );
    const rowOf = findings.map(({ row }) => row);
    PANEL.findings.forEach(({ at: place }, index) => {
      if (rowOf[index] !== undefined) expect(place?.row).toBe(rowOf[index] - 1);
    });
  });

  it('leads nowhere when the tab of a finding is gone', () => {
    const workbook = aWorkbook('2024-11-20');
    workbook.set(TABS.loans.sheetId, 'missing');
    const gone = panelAt(workbook).findings.filter(({ message }) => message.startsWith(`Trang ${TABS.loans.title}`));
    expect(gone.length).toBeGreaterThan(0);
    for (const { at: place } of gone) expect(place).toBeUndefined();
  });

  it('says since when a report is late, and goes on to the next once it is sent', () => {
    const workbook = aWorkbook();
    expect(panelAt(workbook, at('2024-12-20')).deadline).toMatchObject({ left: 'hôm nay là hạn gửi', late: false });
    expect(panelAt(workbook, at('2024-12-23')).deadline).toMatchObject({ due: '20/12/2024', left: 'quá hạn gửi 3 ngày', late: true });
    aTurn(workbook, at('2024-12-23'));
    expect(panelAt(workbook, at('2024-12-23')).deadline).toMatchObject({ due: '20/12/2025', late: false });
  });

  it('names a report on directive where that one is due first', () => {
    const workbook = aWorkbook('2024-11-20');
    const [from, cutOff, due] = ['2024-07-01', '2024-11-18', '2024-11-25'] as IsoDate[];
    if (from === undefined || cutOff === undefined || due === undefined) throw new Error('three days');
    const wish: Wish = { kind: 'adHoc', title: 'về vay vốn quý III', from, cutOff, due, asked: { by: 'lan@quy-ky.example', at: DAY } };
    aTurn(workbook, DAY, (reading) => decide(reading, { ...settingAt(DAY), wish }));
    expect(panelAt(workbook).deadline).toMatchObject({ title: 'Báo cáo đột xuất về vay vốn quý III', due: '25/11/2024' });
  });

  it('calls nothing late before anybody has said from when on the register reports', () => {
    const workbook = aWorkbook();
    const grid = tabIn(workbook, 'unitInfo');
    const item = columnOf(workbook, 'unitInfo', 'item');
    workbook.set(
      TABS.unitInfo.sheetId,
      grid.filter((row) => row[item] !== 'Báo cáo từ ngày'),
    );
    expect(panelAt(workbook, at('2024-12-23')).deadline?.late).toBe(false);
  });

  it('tells when the register was last looked at, in the minute of the tab', () => {
    const workbook = aWorkbook('2024-11-20');
    expect(panelAt(workbook).lastRun).toBeUndefined();
    const { row, column } = TODO_LAST_RUN.value;
    const line = tabIn(workbook, 'todo')[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = toSerial('2024-11-20' as Parameters<typeof toSerial>[0]) + (7 * 60 + 15) / 1440;
    expect(panelAt(workbook).lastRun).toBe('20/11/2024 07:15');
  });
});

describe('the records behind a figure', () => {
  const found = reviewed();
  type Codes = { readonly counted: string[]; readonly doubtful: string[]; readonly of: string[] };
  const frozen = JSON.parse(recordsOf(found.progress)) as Record<string, Codes & { readonly within?: Record<string, Codes> }>;
  const called = (key: string) => key.replace(/^#row(\d+)$/, 'dòng $1');
  const codesIn = (shown: ReturnType<typeof recordsBehind>) => shown.groups.map(({ records }) => records.map(({ code }) => code));
  const wanted = ({ counted, doubtful, of }: Codes) =>
    [counted, doubtful, of].filter(({ length }) => length > 0).map((codes) => codes.map(called));

  it.each(Object.keys(frozen))('are those that a report would freeze: %s', (target) => {
    const codes = frozen[target];
    if (codes === undefined) throw new Error(target);
    expect(codesIn(recordsBehind(found, target))).toEqual(wanted(codes));
    const clubs = found.progress.find((one) => one.target.id === target)?.clubs ?? [];
    for (const { club } of clubs) expect(codesIn(recordsBehind(found, target, club))).toEqual(wanted(codes.within?.[club] ?? codes));
  });

  it('each lead to the row that bears the code', () => {
    const workbook = aWorkbook('2024-11-20');
    const { groups } = recordsBehind(reviewed(workbook), 'so-thanh-vien');
    const grid = tabIn(workbook, 'members');
    for (const { code, at: place } of groups.flatMap(({ records }) => records)) {
      if (!code.startsWith('TV')) continue;
      expect(place?.sheetId).toBe(TABS.members.sheetId);
      expect(grid[place?.row ?? 0]?.[place?.column ?? 0]).toBe(code);
    }
  });

  it('hold codes and no name', () => {
    const workbook = aWorkbook('2024-11-20');
    const column = columnOf(workbook, 'members', 'name');
    const names = tabIn(workbook, 'members').map((row) => row[column]);
    const text = JSON.stringify(recordsBehind(found, 'so-thanh-vien'));
    for (const name of names.slice(1, 40)) if (typeof name === 'string') expect(text).not.toContain(name);
  });

  it('are the club’s own row where a rule judges clubs, and none where the target is gone', () => {
    expect(codesIn(recordsBehind(found, 'clb-dat-chat-luong', 'CLB01'))).toEqual([['CLB01']]);
    expect(recordsBehind(found, 'khong-co').groups).toEqual([]);
  });
});
