// The city's own report is approved and sent by the same wishes and tick boxes as a commune's: once, with the figures of that moment.
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../../rules/register/choice-lists.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { TODO_APPROVER, TODO_TICKS } from '../../rules/register/todo-layout.ts';
import { decideSuperior } from '../../rules/reporting/decide-superior.ts';
import type { Heard } from '../../rules/reporting/heard.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { previewSuperior } from '../../rules/reporting/superior-preview.ts';
import { reviewSuperior } from '../../rules/reporting/superior-review.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import { signerLabel } from '../../rules/reporting/wish-labels.ts';
import { composeDigestMail } from '../../templates/digest-mail/compose.ts';
import { aTurn, at, frozenOf, readingOf, type Sent, settingAt, todoLines, type Workbook } from '../reporting/a-workbook.ts';
import { aSuperior, CITY, day, figuresOn, heardAll, notSent, rowsOf, sentReport, sheetIn, superiorTurn, THEN } from './a-city.ts';

const REPORT = 'buon-ma-thuot/tp-buon-ma-thuot/bao-cao-nam/2024/1';
const LATE = '24127';
const figures = figuresOn(THEN);
const missingOne = (): Map<string, Heard> => heardAll(THEN, { [LATE]: notSent() });
const asked = (on: string) => ({ by: 'lan@tp.example', at: at(on) });

const signersOn = (on: string): string[] =>
  reviewSuperior(readingOf(aSuperior()), heardAll(THEN), settingAt(at(on)))
    .identity.signersOn(day(on))
    .map(signerLabel);
const [CHAIR = ''] = signersOn('2024-12-22');

function wished(
  workbook: Workbook,
  heard: ReadonlyMap<string, Heard>,
  on: string,
  wish: Wish,
): Sent & { readonly said: string | undefined } {
  const setting = { ...settingAt(at(on)), composeDigest: composeDigestMail, wish };
  const sent = aTurn(workbook, at(on), (reading) => decideSuperior(reading, heard, setting));
  return { ...sent, said: sent.result.granted?.said };
}
const approve = (workbook: Workbook, heard: ReadonlyMap<string, Heard>, on: string, send = true) =>
  wished(workbook, heard, on, { kind: 'approve', report: REPORT, approver: CHAIR, send, asked: asked(on) });
const keysOf = ({ letters }: Sent): string[] => letters.map(({ key }) => key).filter((key) => key.includes('/bao-cao'));

describe('an approval of the city’s report', () => {
  it('freezes the figures of the units that have sent, sends them in the leader’s name, and is not sent again on the due day', () => {
    const workbook = aSuperior();
    const done = approve(workbook, missingOne(), '2024-12-22');
    expect(keysOf(done)).toEqual([REPORT]);
    expect(done.said).toContain('UBND tỉnh Đắk Lắk');
    const letter = done.letters.find(({ key }) => key === REPORT);
    expect(letter?.text).toContain('19/21 đơn vị');
    expect(letter?.text).toContain('lãnh đạo đã duyệt');
    expect(JSON.parse(frozenOf(workbook, REPORT).get('heard') ?? '[]')).toHaveLength(19);
    expect(keysOf(superiorTurn(workbook, heardAll(THEN), at('2024-12-25')))).toEqual([]);
    expect(keysOf(superiorTurn(workbook, heardAll(THEN), at('2025-01-25')))).toEqual([]);
  });

  it('keeps what it froze when it is sent on the due day, whoever has sent since', () => {
    const workbook = aSuperior();
    expect(keysOf(approve(workbook, missingOne(), '2024-12-22', false))).toEqual([]);
    const sent = superiorTurn(workbook, heardAll(THEN, { [LATE]: sentReport(LATE, 2024, figures.get(LATE)) }), at('2024-12-25'));
    expect(sent.letters.find(({ key }) => key === REPORT)?.text).toContain('19/21 đơn vị');
  });

  it.each([
    { what: 'before its window is over', on: '2024-12-14', code: 'APPROVAL_TOO_EARLY', approver: CHAIR },
    { what: 'by nobody who may sign', on: '2024-12-22', code: 'APPROVER_UNKNOWN', approver: 'Minh' },
  ])('is refused $what', ({ on, code, approver }) => {
    const wish: Wish = { kind: 'approve', report: REPORT, approver, send: true, asked: asked(on) };
    expect(() => wished(aSuperior(), heardAll(THEN), on, wish)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused twice', () => {
    const workbook = aSuperior();
    approve(workbook, heardAll(THEN), '2024-12-22', false);
    expect(() => approve(workbook, heardAll(THEN), '2024-12-23', false)).toThrow(expect.objectContaining({ code: 'ALREADY_APPROVED' }));
  });

  it('waits for a register that only answers badly: what it leaves out is left out for good', () => {
    const heard = heardAll(THEN, { '24118': { kind: 'trouble', code: 'GOOGLE_BUSY' } });
    expect(() => approve(aSuperior(), heard, '2024-12-22')).toThrow(expect.objectContaining({ code: 'GOOGLE_BUSY' }));
  });
});

describe('the tick boxes', () => {
  const { todo } = SUPERIOR_TABS;
  function tick(workbook: Workbook, ...names: (keyof typeof TODO_TICKS)[]): void {
    const grid = sheetIn(workbook, todo.sheetId);
    const put = ({ row, column }: { row: number; column: number }, value: string | boolean): void => {
      const line = grid[row] ?? [];
      grid[row] = line;
      while (line.length <= column) line.push(null);
      line[column] = value;
    };
    for (const name of names) put(TODO_TICKS[name].tick, true);
    put(TODO_APPROVER.value, CHAIR);
  }

  it('approve and send the report that is due first, and are answered beside', () => {
    const workbook = aSuperior();
    superiorTurn(workbook, missingOne(), at('2024-12-22', 7));
    tick(workbook, 'approved', 'send');
    expect(keysOf(superiorTurn(workbook, missingOne(), at('2024-12-22')))).toEqual([REPORT]);
    const { row, column } = TODO_TICKS.send.answer;
    expect(sheetIn(workbook, todo.sheetId)[row]?.[column]).toContain('đã gửi đến');
    expect(keysOf(superiorTurn(workbook, missingOne(), at('2024-12-22', 10)))).toEqual([]);
  });

  it('stand above a list that says what is due and which units have not sent', () => {
    const workbook = aSuperior();
    superiorTurn(workbook, missingOne(), at('2024-12-22'));
    const lines = todoLines(workbook);
    expect(lines.some((line) => line.includes('chờ lãnh đạo duyệt'))).toBe(true);
    expect(lines.find((line) => line.includes('19/21 đơn vị đã gửi'))).toContain('phường Thống Nhất');
  });
});

describe('a preview', () => {
  it('says what would go out, to whom, and who may approve', () => {
    const shown = previewSuperior(readingOf(aSuperior()), missingOne(), settingAt(at('2024-12-22')));
    expect(shown).toMatchObject({ report: REPORT, to: ['UBND tỉnh Đắk Lắk'], blockers: [] });
    expect(shown.unit).toBe('Thành phố Buôn Ma Thuột');
    expect(shown.text).toContain('19/21 đơn vị');
    expect(shown.signers.map(({ label }) => label)).toContain(CHAIR);
  });

  it('says what stands in the way before the window is over', () => {
    const { blockers } = previewSuperior(readingOf(aSuperior()), missingOne(), settingAt(at('2024-12-10')));
    expect(blockers).toHaveLength(1);
  });
});

it('a report on directive has places of its own, after those of the digests', () => {
  const workbook = aSuperior();
  const wish: Wish = {
    kind: 'adHoc',
    title: 'về Tháng hành động vì người cao tuổi',
    from: day('2024-09-01'),
    cutOff: day('2024-09-30'),
    due: day('2024-10-05'),
    asked: asked('2024-10-02'),
  };
  expect(wished(workbook, heardAll(THEN), '2024-10-02', wish).said).toContain('báo cáo đột xuất');
  const { letters } = superiorTurn(workbook, heardAll(THEN), at('2024-10-05'));
  expect(letters.map(({ key }) => key)).toEqual([`${CITY.id}/tp-buon-ma-thuot/dot-xuat/1/1`]);
  superiorTurn(workbook, missingOne(), at('2024-12-20'));
  const keys = rowsOf(workbook, 'reports').map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

describe('the documents of the city’s report', () => {
  it('are one of the committee and one of the association, each to its own addressee, once the leader has approved', () => {
    const done = approve(aSuperior(), missingOne(), '2024-12-22');
    const names = done.letters.find(({ key }) => key === REPORT)?.attachments.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(2);
    const content = JSON.parse(frozenOfSent(done)) as ReportContent;
    expect(content.document?.papers.map(({ chain, issuer, addressees }) => [chain, issuer, addressees])).toEqual([
      ['ubnd', 'UBND thành phố Buôn Ma Thuột', ['Ủy ban nhân dân tỉnh Đắk Lắk']],
      [
        'hoi',
        'Ban Đại diện Hội Người cao tuổi thành phố Buôn Ma Thuột',
        ['Ban đại diện Hội Người cao tuổi tỉnh Đắk Lắk', 'Ủy ban nhân dân thành phố Buôn Ma Thuột'],
      ],
    ]);
  });

  it('are not sent before', () => {
    const letter = superiorTurn(aSuperior(), missingOne(), at('2024-12-25')).letters.find(({ key }) => key === REPORT);
    expect(letter?.attachments.some(({ name }) => name.endsWith('.docx'))).toBe(false);
  });

  it('tell what the city itself did and spent, and of its units only sums', () => {
    const workbook = aSuperior();
    const put = (key: 'events' | 'budget', cells: Readonly<Record<string, string | number>>): void => {
      const columns = Object.keys(SUPERIOR_TABS[key].columns);
      sheetIn(workbook, SUPERIOR_TABS[key].sheetId).push(columns.map((column) => cells[column] ?? null));
    };
    const kind = EVENT_KINDS.from === 'list' ? (EVENT_KINDS.choices[1]?.label ?? '') : '';
    put('events', { date: 45_444, kind, participants: 42 });
    put('budget', { year: 2024, source: CITY.fundingSources[0]?.title ?? '', received: 30_000_000 });
    const content = JSON.parse(frozenOfSent(approve(workbook, heardAll(THEN), '2024-12-22'))) as ReportContent;
    expect(content.document?.events).toEqual([expect.objectContaining({ times: 1, participants: { low: 42, high: 42 } })]);
    expect(content.document?.sources.lines[0]?.received).toBe(30_000_000);
    expect(content.document?.counts.disadvantaged).toMatchObject({ sure: 0, open: true });
  });
});

/** The content that a turn froze. */
function frozenOfSent({ writes }: Sent): string {
  const rows = writes.flatMap(({ blocks }) => blocks.filter(({ sheetId }) => sheetId === SUPERIOR_TABS.frozen.sheetId));
  const parts = rows.flatMap(({ cells }) => cells.filter(([key, field]) => key === REPORT && field === 'content'));
  return parts.map(([, , , text]) => String(text)).join('');
}
