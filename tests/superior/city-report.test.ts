// The city's own report: on frozen figures alone, caught up when missed, never judged before its time; and the tabs beside it.
import { describe, expect, it } from 'vitest';
import type { Heard } from '../../rules/reporting/heard.ts';
import { reviewSuperior } from '../../rules/reporting/superior-review.ts';
import { unitNamed } from '../../rules/reporting/unit-standing.ts';
import { at, frozenOf, readingOf, settingAt } from '../reporting/a-workbook.ts';
import { aSuperior, CITY, day, figuresOn, heardAll, notSent, rowsOf, sentReport, superiorTurn, THEN } from './a-city.ts';

const REPORT = 'buon-ma-thuot/tp-buon-ma-thuot/bao-cao-nam/2024/1';
const LATE = '24127';
const NO_REGISTER = '24154';
const figures = figuresOn(THEN);
const lateOne = (sent: Partial<Parameters<typeof sentReport>[3]> = {}): Heard =>
  sentReport(LATE, 2024, figures.get(LATE), { sentAt: '23/12/2024 09:30', daysLate: 3, ...sent });

function reportOn(heard: ReadonlyMap<string, Heard>, on = '2024-12-25', hour = 8, workbook = aSuperior()) {
  const { letters } = superiorTurn(workbook, heard, at(on, hour));
  const letter = letters.find(({ key }) => key === REPORT);
  return { letter, workbook, keys: letters.map(({ key }) => key) };
}

describe('the report of the city', () => {
  it('goes to the offices above on its due day, in the city’s name', () => {
    const { letter } = reportOn(heardAll(THEN));
    expect(letter?.to.map(({ name }) => name)).toEqual(['UBND tỉnh Đắk Lắk']);
    expect(letter?.cc.map(({ name }) => name)).toEqual(['Ban đại diện Hội NCT tỉnh Đắk Lắk']);
    expect(letter?.from.name).toBe('UBND thành phố Buôn Ma Thuột');
    expect(reportOn(heardAll(THEN), '2024-12-24').letter).toBeUndefined();
  });

  it('says of how many units it is', () => {
    const text = reportOn(heardAll(THEN)).letter?.text ?? '';
    expect(text).toContain('20/21 đơn vị');
    expect(text).toContain('phường Khánh Xuân');
  });

  it('prints every reading of the ambiguous clause', () => {
    const text = reportOn(heardAll(THEN)).letter?.text ?? '';
    const target = CITY.targets.find(({ id }) => id === 'clb-dat-chat-luong');
    const readings = target !== undefined && 'readings' in target ? (target.readings ?? []) : [];
    expect(readings).toHaveLength(3);
    for (const { text: words } of readings) expect(text.replace(/\s+/g, ' ')).toContain(words.replace(/\.$/, ''));
  });

  it('rests on frozen figures alone: what a register holds now, and has not sent, is not inside', () => {
    const withLive = reportOn(heardAll(THEN, { [LATE]: notSent(figures.get(LATE)) })).letter;
    const without = reportOn(heardAll(THEN, { [LATE]: notSent() })).letter;
    expect(withLive).toEqual(without);
    expect(withLive?.text).toContain('19/21 đơn vị');
  });

  it('is not changed by what a register says after its own report', () => {
    const more = figures.get('24118');
    const edited = sentReport('24133', 2024, figures.get('24133'));
    const heard = edited.kind === 'heard' && more !== undefined ? { ...edited, live: { ...more, unit: '24133' } } : edited;
    expect(reportOn(heardAll(THEN, { '24133': heard })).letter).toEqual(reportOn(heardAll(THEN)).letter);
  });

  it('has a late unit inside that sent before the city’s own day', () => {
    const { letter, workbook } = reportOn(heardAll(THEN, { [LATE]: lateOne() }));
    expect(letter?.text).toContain('20/21 đơn vị');
    const heard = JSON.parse(frozenOf(workbook, REPORT).get('heard') ?? '[]') as string[];
    expect(heard).toContain(LATE);
    expect(heard).toHaveLength(20);
  });

  it('shows no numbers of a unit whose frozen figures cannot be used, and says so', () => {
    const lost = sentReport('24133', 2024, undefined);
    const heard = lost.kind === 'heard' ? { ...lost, live: figures.get('24133') } : lost;
    const { letter, workbook } = reportOn(heardAll(THEN, { '24133': heard }));
    expect(letter?.text).toContain('19/21 đơn vị');
    expect(rowsOf(workbook, 'status').find(({ name }) => String(name).includes('Thắng Lợi'))?.remark).toContain('số liệu chốt');
  });

  it('that was missed goes out on a later day, with the figures of its own period', () => {
    const heard = heardAll(THEN, { [LATE]: lateOne() });
    const { letter, workbook } = reportOn(heard, '2025-02-03');
    expect(letter?.text).toContain('20/21 đơn vị');
    expect(letter?.text).toContain('quá hạn 40 ngày');
    const inTime = reportOn(heard).workbook;
    expect(frozenOf(workbook, REPORT).get('snapshot')).toBe(frozenOf(inTime, REPORT).get('snapshot'));
    expect(superiorTurn(workbook, heard, at('2025-02-04')).letters).toEqual([]);
  });

  it.each([
    { hour: 8, waits: true },
    { hour: 15, waits: true },
    { hour: 16, waits: false },
  ])('waits at $hour:00 on its due day for a register that only answers badly: $waits', ({ hour, waits }) => {
    const heard = heardAll(THEN, { '24118': { kind: 'trouble', code: 'GOOGLE_BUSY' } });
    const { letter, workbook } = reportOn(heard, '2024-12-25', hour);
    expect(letter === undefined).toBe(waits);
    if (waits) {
      expect(rowsOf(workbook, 'log')[0]).toMatchObject({ key: REPORT, state: 'Chưa gửi được' });
      expect(reportOn(heardAll(THEN), '2024-12-25', hour, workbook).letter?.text).toContain('20/21 đơn vị');
    }
  });

  it('waits for no register that is gone, and on no later day', () => {
    expect(reportOn(heardAll(THEN, { '24118': { kind: 'trouble', code: 'REGISTER_GONE' } })).letter).toBeDefined();
    expect(reportOn(heardAll(THEN, { '24118': { kind: 'trouble', code: 'GOOGLE_BUSY' } }), '2024-12-26').letter).toBeDefined();
  });
});

describe('the targets of the city on a day', () => {
  const live = (on: string, heard: ReadonlyMap<string, Heard>, reportsFrom = THEN.from) =>
    reviewSuperior(readingOf(aSuperior(THEN.upTo, { reportsFrom })), heard, settingAt(at(on))).live.progress;

  it('are not judged as if the year were over', () => {
    const early = live('2025-03-10', heardAll(THEN));
    expect(early.filter(({ decided }) => decided)).toEqual([]);
    expect(early.flatMap(({ years }) => years ?? []).find(({ year, status }) => year === 2025 && status === 'notMet')).toBeUndefined();
    expect(live('2025-12-20', heardAll(THEN)).filter(({ decided }) => decided).length).toBeGreaterThan(10);
  });

  it('use what a unit has typed until its report is there', () => {
    const own = figures.get(LATE);
    const typed = own && { ...own, cutOff: day('2024-12-10') };
    const clubs = (heard: Heard) =>
      live('2024-12-20', heardAll(THEN, { [LATE]: heard })).find(({ target }) => target.id === 'clb-moi')?.figure?.low;
    expect([clubs(notSent()), clubs(notSent(typed))]).toEqual([13, 14]);
  });
});

describe('Tình hình gửi báo cáo', () => {
  const statusOn = (on: string, heard: ReadonlyMap<string, Heard>) => {
    const workbook = aSuperior();
    superiorTurn(workbook, heard, at(on));
    return rowsOf(workbook, 'status');
  };
  const late = (rows: ReturnType<typeof statusOn>) => rows.find(({ name }) => String(name).includes('Thống Nhất'));

  it('names those who are missing first, then the late ones, then the others in the plan’s order, and counts them', () => {
    const rows = statusOn('2024-12-24', heardAll(THEN, { '24178': notSent(), [LATE]: notSent() }));
    expect(rows.map(({ state }) => state).slice(0, 3)).toEqual(['chưa gửi', 'chưa có sổ', 'chưa gửi']);
    expect(rows[rows.length - 1]).toMatchObject({ name: 'Cộng', state: '18/21 đơn vị đã gửi', remark: '18/21 đúng hạn' });
    const inPlan = CITY.units.map(({ id }) => unitNamed(CITY, id, day('2024-12-24')));
    const names = rows.slice(0, -1).map(({ name }) => String(name));
    const missing = [LATE, NO_REGISTER, '24178'].map((id) => unitNamed(CITY, id, day('2024-12-24')));
    expect(names).toEqual([...missing, ...inPlan.filter((name) => !missing.includes(name))]);
  });

  it.each([
    { what: 'the ledger’s own number', sent: { sentAt: '23/12/2024 09:30', daysLate: 3 }, shown: '3' },
    {
      what: 'the ledger’s, when the mail was published in time and taken up the next day',
      sent: { sentAt: '21/12/2024 00:20', daysLate: 0 },
      shown: '0',
    },
    { what: 'counted from the sending, when the ledger has none', sent: { sentAt: '22/12/2024 10:00', daysLate: undefined }, shown: '2' },
    { what: 'nothing, when nobody knows', sent: { sentAt: undefined, daysLate: undefined }, shown: '' },
  ])('days late are $what', ({ sent, shown }) => {
    const rows = statusOn('2024-12-24', heardAll(THEN, { [LATE]: lateOne(sent) }));
    expect(String(late(rows)?.daysLate ?? '')).toBe(shown);
    const onTime = shown === '0' ? 20 : 19;
    expect(rows[rows.length - 1]?.remark).toBe(`${onTime}/21 đúng hạn`);
  });

  it('keeps whoever still owes an earlier report on top of the next period', () => {
    const rows = statusOn('2025-01-15', heardAll(THEN, { [LATE]: notSent() }));
    expect(rows.slice(0, 3).map(({ name, period }) => [name, period])).toEqual([
      ['phường Tân Tiến, địa bàn phường Thống Nhất (cũ)', 'năm 2024'],
      ['phường Khánh Xuân', 'năm 2024'],
      ['phường Tân Lập', 'năm 2025'],
    ]);
    expect(rows).toHaveLength(2 + 21 + 1);
  });
});

describe('Tổng hợp', () => {
  it('ends with a total that says how many units are inside; a unit that has typed nothing shows no number', () => {
    const { workbook } = reportOn(heardAll(THEN), '2024-12-20');
    const rows = rowsOf(workbook, 'matrix');
    expect(rows).toHaveLength(21 + 2 + 1); // two pairs have merged on 01/11/2024
    expect(rows[rows.length - 1]).toMatchObject({ name: 'Cộng', state: '20/21 đơn vị có số liệu' });
    expect(rows.find(({ unit }) => unit === '24160')).toMatchObject({ clubs: 'chưa rõ', members: 'chưa rõ' });
    expect(rows.find(({ unit }) => unit === '24172')).toMatchObject({ clubs: '0', members: '0' });
    expect(rows.find(({ unit }) => unit === NO_REGISTER)).toMatchObject({ state: 'chưa có sổ', clubs: null });
  });

  it('has a line for each unit of the day that holds several of the plan’s', () => {
    const { workbook } = reportOn(heardAll(THEN), '2025-07-01');
    const sums = rowsOf(workbook, 'matrix').filter(({ name }) => String(name).startsWith('Cộng '));
    expect(sums.map(({ name }) => name)).toEqual([
      'Cộng phường Tân Lập (3 địa bàn)',
      'Cộng phường Tân An (3 địa bàn)',
      'Cộng phường Buôn Ma Thuột (8 địa bàn)',
      'Cộng phường Thành Nhất (2 địa bàn)',
      'Cộng phường Ea Kao (2 địa bàn)',
      'Cộng xã Hòa Phú (3 địa bàn)',
    ]);
  });

  it('shows what was assigned for the year, and what came of it', () => {
    const workbook = aSuperior();
    const title = CITY.targets.find(({ id }) => id === 'clb-moi-moi-nam')?.title ?? '';
    const sheet = workbook.get(202);
    if (Array.isArray(sheet)) sheet.push(['24127', 2024, title, 1, null], ['24142', 2024, title, 1, null], ['24142', 2025, title, 2, null]);
    superiorTurn(workbook, heardAll(THEN, { [LATE]: lateOne() }), at('2024-12-24'));
    const assigned = new Map(rowsOf(workbook, 'matrix').map(({ unit, assigned: cell }) => [unit, cell]));
    expect(assigned.get('24127')).toBe(`${title}: 1/1`);
    expect(assigned.get('24142')).toBe(`${title}: 0/1`);
    expect(assigned.get('24118')).toBeNull();
  });
});

describe('a second turn', () => {
  it.each(['2024-12-10', '2024-12-20', '2024-12-25', '2025-07-01'])('on %s writes and sends nothing', (on) => {
    const workbook = aSuperior();
    const heard = heardAll(THEN, { [LATE]: notSent(figures.get(LATE)) });
    expect(superiorTurn(workbook, heard, at(on, 8)).writes.length).toBeGreaterThan(0);
    const { writes, letters } = superiorTurn(workbook, heard, at(on, 9));
    expect([writes, letters]).toEqual([[], []]);
  });
});
