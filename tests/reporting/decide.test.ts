// What is decided over a whole register: what goes out, to whom, once; and what people are told when nothing does.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../rules/conversation.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { TODO_LAST_RUN } from '../../rules/register/todo-layout.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { LEASE } from '../../rules/reporting/deliver.ts';
import { TODO } from '../../rules/reporting/labels.ts';
import { review } from '../../rules/reporting/review.ts';
import {
  apply,
  aTurn,
  at,
  aWorkbook,
  columnOf,
  frozenOf,
  lineOf,
  MAILBOX,
  PLAN,
  readingOf,
  settingAt,
  tabIn,
  todoLines,
  type Workbook,
  withoutFacts,
} from './a-workbook.ts';

const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
const DUE = at('2024-12-20');
const minutesLater = (now: ReturnType<typeof at>, minutes: number) => (now + minutes * 60_000) as ReturnType<typeof at>;
const decided = (workbook: Workbook, now = DUE) => decide(readingOf(workbook), settingAt(now));
const letterOf = (workbook: Workbook, now = DUE) => {
  const [first] = decided(workbook, now).deliveries;
  if (first === undefined) throw new Error('nothing is to be delivered');
  return first.delivery.letter;
};

describe('on the due day', () => {
  it('one report goes out, under its key', () => {
    expect(decided(aWorkbook()).deliveries.map(({ delivery, seen }) => [delivery.letter.key, seen])).toEqual([[KEY, undefined]]);
    expect(decided(aWorkbook(), at('2024-12-19', 23)).deliveries).toEqual([]);
  });

  it('it goes to the offices of that day, answers come to the unit and the mailbox', () => {
    const { to, cc, from, replyTo } = letterOf(aWorkbook());
    expect(to).toEqual([{ name: 'UBND huyện Định Hóa', email: 'vanthu@dinh-hoa.example' }]);
    expect(cc).toEqual([{ name: 'Ban đại diện Hội NCT huyện Định Hóa', email: 'hoi-nct@dinh-hoa.example' }]);
    expect(from).toEqual({ name: 'UBND xã Quy Kỳ', email: MAILBOX });
    expect(replyTo[replyTo.length - 1]).toEqual({ email: MAILBOX });
    expect(replyTo.length).toBeGreaterThan(1);
  });

  it('three days late it says so', () => {
    expect(letterOf(aWorkbook(), at('2024-12-23')).text).toContain('quá hạn 3 ngày');
    expect(letterOf(aWorkbook()).text).toContain('gửi đúng hạn');
  });

  it('a year late it goes to the successors, under the successor’s name, the oldest report first', () => {
    const { deliveries } = decided(aWorkbook('2025-12-20'), at('2025-12-20'));
    expect(deliveries.map(({ delivery }) => delivery.letter.key)).toEqual([KEY, 'quy-ky/05545/bao-cao-nam/2025/1']);
    for (const { delivery } of deliveries) {
      expect(delivery.letter.to.map(({ email }) => email)).toEqual(['vanthu@thai-nguyen.example']);
      expect(delivery.letter.from.name).toBe('UBND xã Kim Phượng');
    }
  });

  it('reports of before the register began are not sent', () => {
    const workbook = aWorkbook('2025-12-20');
    const facts = tabIn(workbook, 'unitInfo');
    const start = facts.findIndex((row) => row.includes('Báo cáo từ ngày'));
    facts[start] = (facts[start] ?? []).map((cell, index) =>
      index === columnOf(workbook, 'unitInfo', 'value') ? '01/03/2025' : index === columnOf(workbook, 'unitInfo', 'from') ? null : cell,
    );
    expect(decided(workbook, at('2025-12-20')).deliveries.map(({ delivery }) => delivery.letter.key)).toEqual([
      'quy-ky/05545/bao-cao-nam/2025/1',
    ]);
  });
});

describe('a turn', () => {
  it('sends one mail, and the next turn sends nothing and writes nothing', () => {
    const workbook = aWorkbook();
    const first = aTurn(workbook, DUE);
    expect(first.letters.map(({ key }) => key)).toEqual([KEY]);
    expect(first.result.lines.map(({ status }) => status)).toEqual(['sent']);
    const again = aTurn(workbook, minutesLater(DUE, 15));
    expect(again.letters).toEqual([]);
    expect(again.writes).toEqual([]);
    expect(decided(workbook, minutesLater(DUE, 15)).settle([])).toBeUndefined();
  });

  it('shows people what was sent, and what is under way', () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    expect(todoLines(workbook).filter((line) => line.includes('đã gửi số liệu'))).toHaveLength(1);
    expect(tabIn(workbook, 'reports')[1]).toEqual(
      expect.arrayContaining([KEY, 'Đã gửi số liệu', 'UBND huyện Định Hóa; Ban đại diện Hội NCT huyện Định Hóa']),
    );
    expect(tabIn(workbook, 'progress').length).toBeGreaterThan(PLAN.targets.length);
  });

  it('says nothing more of a report whose receipt is noted', () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    const row = tabIn(workbook, 'reports')[1] ?? [];
    row[columnOf(workbook, 'reports', 'status')] = 'Đã tiếp nhận';
    expect(aTurn(workbook, minutesLater(DUE, 15)).letters).toEqual([]);
    expect(todoLines(workbook).filter((line) => line.includes('đã gửi số liệu'))).toEqual([]);
  });

  it('catches up two reports, each with rows of its own', () => {
    const workbook = aWorkbook('2025-12-20');
    expect(aTurn(workbook, at('2025-12-20')).letters.map(({ key }) => key)).toEqual([KEY, 'quy-ky/05545/bao-cao-nam/2025/1']);
    expect([KEY, 'quy-ky/05545/bao-cao-nam/2025/1'].map((key) => lineOf(workbook, key).status)).toEqual(['sent', 'sent']);
    expect(aTurn(workbook, minutesLater(at('2025-12-20'), 15))).toMatchObject({ letters: [], writes: [] });
  });

  it('freezes the figures: what is typed later changes nothing of them', () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    const before = frozenOf(workbook, KEY);
    const members = tabIn(workbook, 'members');
    members.splice(1, 20);
    aTurn(workbook, minutesLater(DUE, 60));
    expect(frozenOf(workbook, KEY)).toEqual(before);
  });
});

describe('markers', () => {
  const drops = (workbook: Workbook, now: typeof DUE) => aTurn(workbook, now).writes.flatMap(({ drop }) => drop ?? []);

  it('are dropped once their line is a day old, and exactly once', () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    const dayOld = (DUE + LEASE + 86_400_000) as typeof DUE;
    expect(drops(workbook, dayOld)).toEqual([]);
    expect(drops(workbook, minutesLater(dayOld, 1))).toEqual([{ key: KEY, attempt: 1 }]);
    expect(lineOf(workbook, KEY)).toMatchObject({ status: 'sent', unmarked: true });
    expect(drops(workbook, minutesLater(dayOld, 30))).toEqual([]);
  });
});

describe('the ledger', () => {
  const sentOnce = () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    return workbook;
  };
  const status = (workbook: Workbook) => columnOf(workbook, 'reports', 'status');
  const frozenLine = (workbook: Workbook) => tabIn(workbook, 'frozen').findIndex((row) => row[0] === KEY && row[1] === 'line');

  it.each<readonly [string, (workbook: Workbook) => void]>([
    ['says sending where the frozen line says sent', (book) => (tabIn(book, 'reports')[1] ?? []).splice(status(book), 1, 'Đang gửi')],
    ['has a state nobody knows', (book) => (tabIn(book, 'reports')[1] ?? []).splice(status(book), 1, 'xong')],
    ['has lost its state', (book) => (tabIn(book, 'reports')[1] ?? []).splice(status(book), 1, null)],
    ['has lost its row', (book) => tabIn(book, 'reports').splice(1)],
    ['stands alone, the frozen rows gone', (book) => tabIn(book, 'frozen').splice(1)],
    ['stands beside a frozen line that is no line', (book) => (tabIn(book, 'frozen')[frozenLine(book)] ?? []).splice(3, 1, '{"status":')],
    ['stands beside frozen figures without a line', (book) => tabIn(book, 'frozen')[frozenLine(book)]?.fill(null)],
    ['has a row twice', (book) => tabIn(book, 'reports').push([...(tabIn(book, 'reports')[1] ?? [])])],
  ])('that %s sends nothing, and people are told', (_, damage) => {
    const workbook = sentOnce();
    damage(workbook);
    const { letters } = aTurn(workbook, minutesLater(DUE, 60));
    expect(letters).toEqual([]);
    expect(todoLines(workbook)[0]).toContain('chưa rõ thư đã được gửi hay chưa');
    expect(aTurn(workbook, minutesLater(DUE, 75)).writes).toEqual([]);
  });

  it.each<readonly [string, (workbook: Workbook) => void]>([
    ['whose frozen tab is missing', (book) => book.set(TABS.frozen.sheetId, 'missing')],
    ['whose ledger tab is missing', (book) => book.set(TABS.reports.sheetId, 'missing')],
    ['whose ledger tab is empty, headers and all', (book) => book.set(TABS.reports.sheetId, [])],
    ['whose frozen tab has lost a header', (book) => (tabIn(book, 'frozen')[0] ?? []).splice(1, 1, '')],
    ['whose ledger has a column of somebody’s in front', (book) => tabIn(book, 'reports').map((row) => row.unshift('Ghi chú'))],
  ])('%s sends nothing, and people are told why', (_, damage) => {
    const workbook = aWorkbook();
    damage(workbook);
    expect(decided(workbook).deliveries).toEqual([]);
    const { writes } = aTurn(workbook, DUE);
    expect(todoLines(workbook)[0]).toContain(TODO.held.ledger.task);
    expect(
      writes.flatMap(({ blocks }) => blocks).filter(({ sheetId }) => sheetId === TABS.frozen.sheetId || sheetId === TABS.reports.sheetId),
    ).toEqual([]);
  });

  it('whose place holds another report is left alone, and people are told', () => {
    const workbook = sentOnce();
    for (const grid of [tabIn(workbook, 'reports'), tabIn(workbook, 'frozen')])
      for (const row of grid) if (row[0] === KEY) row[0] = 'ke-hoach-cu/05545/bao-cao-nam/2024/1';
    expect(aTurn(workbook, minutesLater(DUE, 60)).letters).toEqual([]);
    expect(todoLines(workbook)[0]).toContain(TODO.missing.rows);
    expect(frozenOf(workbook, 'ke-hoach-cu/05545/bao-cao-nam/2024/1').has('line')).toBe(true);
  });
});

describe('a register that sends nothing', () => {
  const told = (change: (workbook: Workbook) => void, now = DUE) => {
    const workbook = aWorkbook();
    change(workbook);
    const { letters } = aTurn(workbook, now);
    expect(letters).toEqual([]);
    return todoLines(workbook);
  };
  const factRow = (workbook: Workbook, label: string) => tabIn(workbook, 'unitInfo').find((row) => row.includes(label)) ?? [];

  it('because it is a copy says so', () => {
    const lines = told((book) => factRow(book, 'Mã sổ').splice(columnOf(book, 'unitInfo', 'value'), 1, 'so-khac'));
    expect(lines[0]).toContain(TODO.held.copy.task);
  });

  it('because it does not know its own id says so', () => {
    expect(told((book) => withoutFacts(book, 'Mã sổ'))[0]).toContain(TODO.held.copy.task);
  });

  it('because nobody wrote from when it reports says so', () => {
    expect(told((book) => withoutFacts(book, 'Báo cáo từ ngày'))[0]).toContain(TODO.held.start.task);
  });

  it.each([
    ['the receivers have no address', 'Nơi nhận báo cáo', TODO.missing.recipient],
    ['the unit has no contact', 'Người liên hệ', TODO.missing.contact],
  ])('because %s says so', (_, label, status) => {
    expect(told((book) => withoutFacts(book, label)).filter((line) => line.includes('chưa gửi được'))[0]).toContain(status);
  });

  it('because an address is none says so', () => {
    const lines = told((book) => {
      const email = columnOf(book, 'unitInfo', 'email');
      for (const row of tabIn(book, 'unitInfo').slice(1)) if (row.includes('Nơi nhận báo cáo')) row[email] = 'văn thư huyện';
    });
    expect(lines.some((line) => line.includes(TODO.missing.recipient))).toBe(true);
  });

  it('sends once it has what it lacked', () => {
    const workbook = aWorkbook();
    const whole = tabIn(workbook, 'unitInfo');
    withoutFacts(workbook, 'Nơi nhận báo cáo');
    aTurn(workbook, DUE);
    workbook.set(TABS.unitInfo.sheetId, whole);
    expect(aTurn(workbook, minutesLater(DUE, 15)).letters.map(({ key }) => key)).toEqual([KEY]);
  });
});

describe('what leaves the commune', () => {
  const column = (workbook: Workbook, tab: TabKey, name: string): CellValue[] => {
    const place = columnOf(workbook, tab, name);
    return tabIn(workbook, tab)
      .slice(1)
      .map((row) => row[place] ?? null);
  };
  const names = (workbook: Workbook) => [
    ...new Set(column(workbook, 'members', 'name').map((name) => String(name).normalize('NFC').replace(/\s+/g, ' ').replace(' (mẫu)', ''))),
  ];

  it.each(['2024-12-20', '2025-12-20'])('on %s holds no name of a member, in neither part of a mail', (today) => {
    const workbook = aWorkbook(today);
    const letters = decided(workbook, at(today)).deliveries.map(({ delivery }) => delivery.letter);
    expect(letters.length).toBeGreaterThan(0);
    expect(names(workbook).length).toBeGreaterThan(90);
    for (const { subject, html, text, to, cc } of letters)
      for (const part of [subject, html, text, JSON.stringify([to, cc])])
        expect(names(workbook).filter((name) => part.normalize('NFC').includes(name))).toEqual([]);
  });

  it('freezes figures without record codes, and record codes without names', () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    const frozen = frozenOf(workbook, KEY);
    expect(frozen.get('snapshot')).not.toMatch(/(TV|VV|DB)\d{2,}/);
    expect(frozen.get('figures')).not.toMatch(/(TV|VV|DB)\d{2,}/);
    const records = frozen.get('records') ?? '';
    expect(names(workbook).filter((name) => records.normalize('NFC').includes(name))).toEqual([]);
    expect(JSON.parse(records)['so-thanh-vien'].counted.length).toBeGreaterThan(90);
    expect(JSON.parse(records)['nu-moi-clb'].within.CLB02.counted).toContain('TV0056');
  });
});

describe('notes on the data', () => {
  const notes = () =>
    letterOf(aWorkbook())
      .text.split('\n')
      .filter((line) => /(Phải sửa|Cần xem lại): /.test(line));

  it('say what is the matter after their severity, without saying the severity again', () => {
    expect(notes().length).toBeGreaterThan(5);
    for (const note of notes()) {
      expect(note).not.toMatch(/(nội dung phải sửa|cần xem lại\b.*cần xem lại)/);
      expect(note).toMatch(/: trang \S.*: .+\.$/);
    }
  });

  it('say of a finding without a cell what it is', () => {
    expect(notes().some((note) => note.includes('một người ở hai CLB'))).toBe(true);
    expect(notes().some((note) => note.includes('phần số liệu chưa được xác nhận'))).toBe(true);
    expect(notes().some((note) => note.includes('CLB ngoài khung của kế hoạch'))).toBe(true);
  });

  it('name no record where the mere fact is confidential', () => {
    const loans = notes().filter((note) => note.includes('trang Vay vốn'));
    expect(loans.length).toBeGreaterThan(0);
    for (const note of loans) expect(note).not.toMatch(/VV\d{4}/);
  });
});

describe('the owned tabs', () => {
  const heartbeat = (workbook: Workbook) => tabIn(workbook, 'todo')[TODO_LAST_RUN.value.row]?.[TODO_LAST_RUN.value.column];
  const isHeartbeat = ({ sheetId, row, column }: Block) =>
    sheetId === TABS.todo.sheetId && row === TODO_LAST_RUN.value.row && column === TODO_LAST_RUN.value.column;

  it('beat when most of a day has passed, not before', () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    const shown = heartbeat(workbook);
    expect(typeof shown).toBe('number');
    aTurn(workbook, minutesLater(DUE, 15 * 60));
    expect(heartbeat(workbook)).toBe(shown);
    const later = aTurn(workbook, minutesLater(DUE, 21 * 60));
    expect(later.writes.flatMap(({ blocks }) => blocks).some(isHeartbeat)).toBe(true);
    expect(heartbeat(workbook)).toBeGreaterThan(Number(shown));
  });

  it('beat with whatever else is written', () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    const shown = heartbeat(workbook);
    tabIn(workbook, 'members').splice(5, 1);
    aTurn(workbook, minutesLater(DUE, 30));
    expect(heartbeat(workbook)).toBeGreaterThan(Number(shown));
  });

  it('are written around a todo tab that is missing', () => {
    const workbook = aWorkbook();
    workbook.set(TABS.todo.sheetId, 'missing');
    expect(aTurn(workbook, DUE).letters).toHaveLength(1);
    expect(aTurn(workbook, minutesLater(DUE, 15)).writes).toEqual([]);
  });

  it('keep the day on which a finding was first seen', () => {
    const workbook = aWorkbook();
    const first = columnOf(workbook, 'findings', 'firstSeen');
    const seen = () =>
      new Map(
        tabIn(workbook, 'findings')
          .slice(1)
          .map((row) => [`${row[7]} ${row[2]} ${row[3]}`, row[first]] as const),
      );
    aTurn(workbook, DUE);
    const before = seen();
    tabIn(workbook, 'members').push(['TV0999', null, 'CLB01', 'Nông Thị Hà (mẫu)', '31/02/1950', 'Nữ']);
    aTurn(workbook, at('2024-12-23'));
    const after = seen();
    const added = [...after].filter(([key]) => !before.has(key));
    expect(added.length).toBeGreaterThan(0);
    expect(new Set(added.map(([, day]) => day)).size).toBe(1);
    for (const [key, day] of before) if (after.has(key) && before.get(key) !== undefined) expect(after.get(key), key).toBe(day);
  });

  it('show live figures as of today until the cut-off, and of the cut-off after it', () => {
    const workbook = aWorkbook('2024-12-20');
    const asOf = (date: string) => review(readingOf(workbook), settingAt(at(date))).asOf;
    expect(['2024-06-01', '2024-12-14', '2024-12-20', '2024-12-21'].map(asOf)).toEqual([
      '2024-06-01',
      '2024-12-14',
      '2024-12-14',
      '2024-12-21',
    ]);
    expect(asOf('2027-05-05')).toBe('2025-12-14');
  });

  it('never call a target missed before its deadline has come', () => {
    const workbook = aWorkbook('2024-05-01');
    const { progress } = review(readingOf(workbook), settingAt(at('2024-05-01')));
    expect(progress.filter(({ status }) => status === 'notMet')).toEqual([]);
    expect(progress.every(({ decided: final }) => !final)).toBe(true);
  });

  it('number the readings of an ambiguous clause', () => {
    const workbook = aWorkbook();
    aTurn(workbook, DUE);
    const scopes = tabIn(workbook, 'progress').map((row) => row[columnOf(workbook, 'progress', 'scope')]);
    expect(scopes.filter((scope) => String(scope).startsWith('Cách hiểu'))).toEqual(['Cách hiểu 1', 'Cách hiểu 2', 'Cách hiểu 3']);
  });
});

describe('blocks put into a workbook', () => {
  it('clear what stood below them when told to', () => {
    const workbook = aWorkbook();
    tabIn(workbook, 'progress').push(['cũ'], ['cũ'], ['cũ']);
    apply(workbook, [{ sheetId: TABS.progress.sheetId, row: 1, column: 0, cells: [['mới']], rest: true }]);
    expect(tabIn(workbook, 'progress').slice(1)).toEqual([['mới'], [null], [null]]);
  });
});
