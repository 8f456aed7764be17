// The daily digest: on which days one goes out, to whom, and what it says of those who have not sent.
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { digestPlace } from '../../rules/reporting/digest.ts';
import type { Heard } from '../../rules/reporting/heard.ts';
import { DIGESTS_A_PERIOD, scheduledPlaces, scheduledReports } from '../../rules/reporting/periods.ts';
import { apply, at, type Workbook } from '../reporting/a-workbook.ts';
import { aSuperior, CITY, day, figuresOn, heardAll, notSent, rowsOf, sentReport, sheetIn, superiorTurn, THEN } from './a-city.ts';

const DIGEST = 'buon-ma-thuot/tp-buon-ma-thuot/tinh-hinh/';
const REPORT = 'buon-ma-thuot/tp-buon-ma-thuot/bao-cao-nam/';
const LATE = '24127';
const NO_REGISTER = '24154';
const figures = figuresOn(THEN);

const everybody = (): Map<string, Heard> => heardAll(THEN, { [NO_REGISTER]: sentReport(NO_REGISTER, 2024, figures.get('24118')) });
const allBut = (unit: string): Map<string, Heard> => everybody().set(unit, notSent(figures.get(unit)));

/** The keys of the digests that a turn on each day sends, day by day over one workbook. */
function digests(from: string, to: string, heardOn: (on: IsoDate) => ReadonlyMap<string, Heard>, workbook = aSuperior()): string[] {
  const keys: string[] = [];
  for (let on = day(from); on <= day(to); on = addDays(on, 1)) {
    const { letters } = superiorTurn(workbook, heardOn(on), momentOf(on, 8));
    keys.push(...letters.map(({ key }) => key).filter((key) => key.startsWith(DIGEST)));
  }
  return keys.map((key) => key.slice(DIGEST.length));
}

describe('a digest goes out', () => {
  it.each([
    { what: 'on no day before the units’ due day', from: '2024-12-01', to: '2024-12-19', sent: [] },
    { what: 'on the due day', from: '2024-12-20', to: '2024-12-20', sent: ['2024-12-20'] },
    {
      what: 'on every day from the due day to the superior’s own while somebody is missing, and on none after',
      from: '2024-12-19',
      to: '2024-12-31',
      sent: ['2024-12-20', '2024-12-21', '2024-12-22', '2024-12-23', '2024-12-24', '2024-12-25'],
    },
    { what: 'on no day of the new year', from: '2025-01-01', to: '2025-01-05', sent: [] },
  ])('$what', ({ from, to, sent }) => {
    expect(digests(from, to, () => allBut(LATE))).toEqual(sent);
  });

  it('once when all have sent at once, and never again that year', () => {
    expect(digests('2024-12-18', '2024-12-27', everybody)).toEqual(['2024-du']);
  });

  it('each day until the last one has sent, and then once more', () => {
    expect(digests('2024-12-18', '2024-12-27', (on) => (on < '2024-12-23' ? allBut(LATE) : everybody()))).toEqual([
      '2024-12-20',
      '2024-12-21',
      '2024-12-22',
      '2024-du',
    ]);
  });

  it('once a day: whoever sends in the afternoon is in tomorrow’s', () => {
    const workbook = aSuperior();
    const [morning, noon, evening, next] = [
      superiorTurn(workbook, allBut(LATE), at('2024-12-20', 8)),
      superiorTurn(workbook, allBut(LATE), at('2024-12-20', 12)),
      superiorTurn(workbook, everybody(), at('2024-12-20', 18)),
      superiorTurn(workbook, everybody(), at('2024-12-21', 8)),
    ].map(({ letters }) => letters.map(({ key }) => key.slice(DIGEST.length)));
    expect([morning, noon, evening, next]).toEqual([['2024-12-20'], [], [], ['2024-du']]);
  });

  it('again in the next year', () => {
    const workbook = aSuperior();
    expect(digests('2024-12-20', '2024-12-21', everybody, workbook)).toEqual(['2024-du']);
    expect(digests('2025-12-20', '2025-12-20', everybody, workbook)).toEqual(['2025-12-20']); // the reports of 2024 are none of 2025
  });
});

describe('what a digest says', () => {
  const letterOn = (on: string, heard: ReadonlyMap<string, Heard>) => {
    const letter = superiorTurn(aSuperior(), heard, at(on)).letters.find(({ key }) => key.startsWith(DIGEST));
    if (letter === undefined) throw new Error('no digest');
    return letter;
  };

  it('goes to the superior’s own offices, and names who has not sent and what to do', () => {
    const heard = heardAll(THEN, {
      [LATE]: notSent(),
      '24148': { kind: 'trouble', code: 'REGISTER_GONE' },
      '24166': { kind: 'trouble', code: 'GOOGLE_BUSY' },
      '24118': { kind: 'trouble', code: 'LEDGER_BROKEN' },
    });
    const { subject, text, to, attachments } = letterOn('2024-12-20', heard);
    expect(to.map(({ email }) => email)).toEqual(['ubnd@tp-buon-ma-thuot.example', 'hoi@tp-buon-ma-thuot.example']);
    expect(attachments).toEqual([]);
    expect(`${subject}\n${text}`).toContain('16/21 đơn vị');
    for (const name of [
      'phường Tân Tiến, địa bàn phường Thống Nhất (cũ)',
      'phường Tự An',
      'xã Hòa Thắng',
      'phường Tân Lập',
      'phường Khánh Xuân',
    ])
      expect(text).toContain(name);
    for (const advice of ['Việc cần làm', 'khôi phục sổ', 'tự đọc lại', '_Số chốt', 'tạo sổ']) expect(text).toContain(advice);
  });

  it('names nobody as missing when all have sent', () => {
    const { text } = letterOn('2024-12-20', everybody());
    expect(text).toContain('21/21 đơn vị');
    expect(text).not.toContain('Đề nghị');
  });

  it('tells the days that the unit’s own ledger has', () => {
    const late = sentReport(LATE, 2024, figures.get(LATE), { sentAt: '23/12/2024 09:30', daysLate: 3 });
    expect(letterOn('2024-12-24', everybody().set(LATE, late)).text).toContain('chậm 3 ngày');
  });
});

describe('the rows of a superior’s ledger', () => {
  /** The places of every mail that a superior's workbook may ever send. */
  function placesOf(plan: Plan): { key: string; place: number }[] {
    const reports = scheduledReports(plan, 'superior', 'cap-tren', plan.period.from);
    const digestsOf = reports.flatMap(({ period, place }) => {
      const due =
        scheduledReports(plan, 'commune', 'x', plan.period.from).find((one) => one.period.cutOff === period.cutOff)?.period.due ??
        period.due;
      const first = scheduledPlaces(plan, 'superior') + place * DIGESTS_A_PERIOD;
      const days = Array.from({ length: DIGESTS_A_PERIOD - 1 }, (_, index) => addDays(due, index));
      return [`${period.label} du`, ...days].map((key) => ({
        key: `${period.label} ${key}`,
        place: first + digestPlace(key.endsWith('du') ? '-du' : key, day(key.slice(0, 10)), due),
      }));
    });
    return [...reports.map(({ key, place }) => ({ key, place })), ...digestsOf];
  }

  it.each([CITY.period, { from: day('2021-01-01'), to: day('2035-12-31') }])('never meet in the years $from to $to', (period) => {
    const places = placesOf({ ...CITY, period }).map(({ place }) => place);
    expect(new Set(places).size).toBe(places.length);
  });

  it('are all there after two years of turns on every day, each key once', () => {
    const workbook = aSuperior(THEN.upTo, { reportsFrom: THEN.from });
    const sent: string[] = [];
    for (const year of [2024, 2025])
      for (let on = day(`${year}-12-19`); on <= day(`${year}-12-28`); on = addDays(on, 1))
        sent.push(...superiorTurn(workbook, allBut(LATE), momentOf(on, 8)).letters.map(({ key }) => key));
    expect(new Set(sent).size).toBe(sent.length);
    expect(sent).toHaveLength(2 * 6 + 2);
    const ledger = rowsOf(workbook, 'reports');
    expect(ledger.map(({ key }) => key).sort()).toEqual([...sent].sort());
    expect(new Set(ledger.map(({ status }) => status))).toEqual(new Set(['Đã gửi số liệu']));
    const lines = rowsOf(workbook, 'frozen').filter(({ field }) => field === 'line');
    expect(lines.map(({ key }) => key).sort()).toEqual([...sent].sort());
  });
});

describe('a digest that was published and never seen to be sent', () => {
  /** The workbook as a turn left it that died after publishing. */
  function interrupted(): { workbook: Workbook; key: string } {
    const [workbook, world] = [aSuperior(), aSuperior()];
    const { writes } = superiorTurn(world, allBut(LATE), at('2024-12-20', 8));
    const published = writes.find(({ publish }) => publish !== undefined);
    if (published?.publish === undefined) throw new Error('nothing was published');
    apply(workbook, published.blocks);
    return { workbook, key: published.publish.key };
  }

  it('is taken up on a later day, although another digest is due by then', () => {
    const { workbook, key } = interrupted();
    expect(rowsOf(workbook, 'reports').map(({ key: own, status }) => [own, status])).toEqual([[key, 'Đang gửi']]);
    const { letters, result } = superiorTurn(workbook, allBut(LATE), at('2024-12-21', 8));
    // this world has no marker of the dead turn, so that a person decides: the line does not stay open for ever
    expect(result.lines.map((line) => [line.key, line.status])).toEqual([
      [key, 'undecided'],
      [`${DIGEST}2024-12-21`, 'sent'],
    ]);
    expect(letters.map((letter) => letter.key)).toEqual([`${DIGEST}2024-12-21`]);
    expect(rowsOf(workbook, 'log').map(({ state, key: own }) => [own, state])[0]).toEqual([key, 'Chưa rõ đã gửi hay chưa']);
  });
});

describe('a superior’s workbook that sends nothing', () => {
  const factsWithout = (label: string): Workbook => {
    const workbook = aSuperior();
    const grid = sheetIn(workbook, SUPERIOR_TABS.unitInfo.sheetId);
    workbook.set(
      SUPERIOR_TABS.unitInfo.sheetId,
      grid.filter((row) => row[0] !== label),
    );
    return workbook;
  };
  const firstNote = (workbook: Workbook, on = '2024-12-25') => {
    const { letters } = superiorTurn(workbook, everybody(), at(on));
    const [first] = rowsOf(workbook, 'log');
    return { sent: letters.map(({ key }) => key), state: first?.state, note: String(first?.note ?? '') };
  };

  it('says in Nhật ký gửi that the first day is not written', () => {
    expect(firstNote(factsWithout('Báo cáo từ ngày'))).toMatchObject({ sent: [], state: 'Chưa gửi được' });
    expect(firstNote(factsWithout('Báo cáo từ ngày')).note).toContain('Báo cáo từ ngày');
  });

  it('says that an address is missing, and sends what needs none', () => {
    const { sent, note } = firstNote(factsWithout('Nơi nhận báo cáo'));
    expect(sent).toEqual([`${DIGEST}2024-du`]);
    expect(note).toContain('nơi nhận');
  });

  it('a copy sends nothing and says so', () => {
    const workbook = aSuperior();
    for (const row of sheetIn(workbook, SUPERIOR_TABS.unitInfo.sheetId)) if (row[0] === 'Mã sổ') row[2] = 'so-khac-1234567890';
    const { sent, note } = firstNote(workbook);
    expect(sent).toEqual([]);
    expect(note).toContain('bản sao');
  });

  it('whose ledger is gone sends nothing and says so', () => {
    const workbook = aSuperior().set(SUPERIOR_TABS.frozen.sheetId, 'missing');
    const { sent, note } = firstNote(workbook);
    expect(sent).toEqual([]);
    expect(note).toContain('_Số chốt');
  });

  it('an ordinary report is not among what keeps it', () => {
    expect(firstNote(aSuperior()).sent).toEqual([`${REPORT}2024/1`, `${DIGEST}2024-du`]);
  });
});
