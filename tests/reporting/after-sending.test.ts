// A report's life after it was sent: received, returned, replaced, and what the register says once it has moved on.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toSerial } from '../../rules/calendar-date.ts';
import { grantedBy } from '../../rules/cycle.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { decide } from '../../rules/reporting/decide.ts';
import { previewReport } from '../../rules/reporting/preview.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { placesIn } from '../../rules/reporting/return-places.ts';
import { revisableReports } from '../../rules/reporting/revisable.ts';
import {
  approve,
  aSentRegister,
  aSoundRegister,
  dropMember,
  KEY,
  LEADER,
  ledgerCell,
  received,
  refusal,
  returned,
  revise,
  SECOND,
  SENT_ON,
  wishing,
} from './a-sent-report.ts';
import { apply, aTurn, at, columnOf, frozenOf, REGISTER, readingOf, settingAt, tabIn, todoLines, type Workbook } from './a-workbook.ts';

const NEXT_DAY = at('2024-12-23', 9);
const LATER = at('2024-12-24', 9);
const serial = (day: string) => toSerial(day as never);
const contentOf = (workbook: Workbook, key = KEY): ReportContent =>
  JSON.parse(frozenOf(workbook, key).get('content') ?? '{}') as ReportContent;
const linesAbout = (workbook: Workbook, text: string): string[] => todoLines(workbook).filter((line) => line.includes(text));

describe('a receipt', () => {
  it('is recorded with its day, and the report no longer waits for an answer', () => {
    const workbook = aSentRegister();
    expect(linesAbout(workbook, 'chờ nơi nhận trả lời')).toHaveLength(1);
    const { result, letters } = wishing(workbook, NEXT_DAY, received(NEXT_DAY), { sends: false });
    expect(grantedBy(result, REGISTER).said).toContain('tiếp nhận ngày 23/12/2024');
    expect(letters).toEqual([]);
    expect([ledgerCell(workbook, 'status'), ledgerCell(workbook, 'received')]).toEqual(['Đã tiếp nhận', serial('2024-12-23')]);
    expect(linesAbout(workbook, 'chờ nơi nhận trả lời')).toEqual([]);
  });

  it('counts once; a return after it is recorded too and weighs more, a receipt after a return does not', () => {
    const workbook = aSentRegister();
    wishing(workbook, NEXT_DAY, received(NEXT_DAY));
    expect(refusal(() => wishing(workbook, LATER, received(LATER)))).toBe('ALREADY_ANSWERED');
    wishing(workbook, LATER, returned(LATER, [{ place: 'other', text: 'Bổ sung số liệu.' }]));
    expect([ledgerCell(workbook, 'status'), ledgerCell(workbook, 'received'), ledgerCell(workbook, 'returned')]).toEqual([
      'Yêu cầu chỉnh sửa',
      serial('2024-12-23'),
      serial('2024-12-24'),
    ]);
    const other = aSentRegister();
    wishing(other, NEXT_DAY, returned(NEXT_DAY, [{ place: 'other', text: 'Bổ sung số liệu.' }]));
    wishing(other, LATER, received(LATER));
    expect([ledgerCell(other, 'status'), ledgerCell(other, 'received')]).toEqual(['Yêu cầu chỉnh sửa', serial('2024-12-24')]);
  });

  it('is refused of a report that was not sent, and of one that does not exist', () => {
    const workbook = aSoundRegister();
    const early = at('2024-12-18');
    expect(refusal(() => wishing(workbook, early, received(early)))).toBe('NOT_SENT_YET');
    expect(refusal(() => wishing(aSentRegister(), NEXT_DAY, received(NEXT_DAY, 'khac/1')))).toBe('NOT_SENT_YET');
  });

  it('of two at once lets the first of each kind through: both publish one marker', () => {
    const reading = readingOf(aSentRegister());
    const first = (wish: ReturnType<typeof received>) => decide(reading, { ...settingAt(NEXT_DAY), wish }).first;
    const [one, other] = [first(received(NEXT_DAY)), first(returned(NEXT_DAY, [{ place: 'other', text: 'Sửa.' }]))];
    expect(one?.publish).toMatchObject({ key: `${KEY}#received`, attempt: 0 });
    expect(other?.publish).toMatchObject({ key: `${KEY}#returned`, attempt: 0 });
    const cells = (blocks: NonNullable<typeof one>['blocks']) =>
      blocks.filter(({ sheetId }) => sheetId === TABS.frozen.sheetId).flatMap(({ row, cells: rows }) => rows.map((_, down) => row + down));
    expect(cells(one?.blocks ?? []).filter((row) => cells(other?.blocks ?? []).includes(row))).toEqual([]);
  });

  it('survives a turn that read before it and wrote after it', () => {
    const workbook = aSoundRegister();
    const stale = decide(readingOf(workbook), settingAt(SENT_ON));
    aTurn(workbook, SENT_ON);
    wishing(workbook, NEXT_DAY, received(NEXT_DAY));
    const row = tabIn(workbook, 'reports').find(([own]) => own === KEY) ?? [];
    apply(
      workbook,
      stale.deliveries.flatMap(
        ({ delivery }) =>
          delivery.takeOver({ ...(JSON.parse(frozenOf(workbook, KEY).get('line') ?? '{}') as object), key: KEY } as never).blocks,
      ),
    );
    expect(row[columnOf(workbook, 'reports', 'status')]).toBe('Đã gửi số liệu');
    aTurn(workbook, LATER);
    expect([ledgerCell(workbook, 'status'), ledgerCell(workbook, 'received')]).toEqual(['Đã tiếp nhận', serial('2024-12-23')]);
  });

  it('drops its marker a day later, and says that it has', () => {
    const workbook = aSentRegister();
    wishing(workbook, NEXT_DAY, received(NEXT_DAY));
    const dropped = (now: typeof NEXT_DAY) =>
      aTurn(workbook, now)
        .writes.flatMap(({ drop }) => drop ?? [])
        .map(({ key }) => key);
    expect(dropped(at('2024-12-23', 20))).not.toContain(`${KEY}#received`);
    expect(dropped(at('2024-12-25'))).toContain(`${KEY}#received`);
    expect(dropped(at('2024-12-26'))).toEqual([]);
    expect(ledgerCell(workbook, 'status')).toBe('Đã tiếp nhận');
  });
});

describe('a return', () => {
  const reasonsFor = (workbook: Workbook) => {
    const content = contentOf(workbook);
    const members = content.targets.find(({ target }) => target.kind === 'count' && 'members' in target.count);
    const [club] = content.clubs;
    if (members === undefined || club === undefined) throw new Error('the demo has members and clubs');
    return [
      { place: `target:${members.target.id}`, text: 'Số thành viên chưa khớp.' },
      { place: `club:${club.code}`, text: 'Thiếu ngày ra mắt.' },
      { place: 'other', text: '=HYPERLINK("x")' },
    ];
  };

  it('shows each reason as a line with its place, and never as a formula or a link of its own', () => {
    const workbook = aSentRegister();
    wishing(workbook, NEXT_DAY, returned(NEXT_DAY, reasonsFor(workbook)));
    const lines = linesAbout(workbook, 'Nơi nhận yêu cầu chỉnh sửa báo cáo năm 2024');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/Chỉ tiêu mục .*Số thành viên chưa khớp\..*Tiến độ thực hiện chỉ tiêu.*Đề nghị/);
    expect(lines[1]).toMatch(/CLB: .*Thiếu ngày ra mắt\..*Câu lạc bộ/);
    expect(lines[2]).toMatch(/Nội dung khác.*=HYPERLINK/);
    aTurn(workbook, LATER);
    expect(linesAbout(workbook, 'Nơi nhận yêu cầu')).toHaveLength(3);
  });

  it('is closed reason by reason: a figure by the revision that changed it, free text by any that was sent', () => {
    const workbook = aSentRegister();
    const [members, , other] = reasonsFor(workbook);
    const untouched = contentOf(workbook).targets.find(({ target }) => target.kind === 'count' && 'clubs' in target.count);
    const reasons = [members, { place: `target:${untouched?.target.id}`, text: 'Số CLB chưa khớp.' }, other].flatMap((one) => one ?? []);
    wishing(workbook, NEXT_DAY, returned(NEXT_DAY, reasons));
    wishing(workbook, NEXT_DAY, revise(NEXT_DAY));
    aTurn(workbook, NEXT_DAY);
    expect(linesAbout(workbook, 'Nơi nhận yêu cầu')).toHaveLength(3);
    expect(linesAbout(workbook, 'Đã lập bản thay thế')).toHaveLength(3);
    dropMember(workbook, 'sex', 'Nữ');
    wishing(workbook, LATER, approve(LATER));
    aTurn(workbook, at('2024-12-24', 10));
    expect(linesAbout(workbook, 'Nơi nhận yêu cầu').map((line) => line.includes('Số CLB chưa khớp'))).toEqual([true]);
  });

  it.each([
    ['without words', [{ place: 'other', text: '  ' }]],
    ['that is too long', [{ place: 'other', text: 'x'.repeat(1001) }]],
    ['with too many reasons', Array.from({ length: 11 }, () => ({ place: 'other', text: 'Sửa.' }))],
  ])('%s is refused', (_what, reasons) => {
    expect(refusal(() => wishing(aSentRegister(), NEXT_DAY, returned(NEXT_DAY, reasons)))).toBe('RETURN_INVALID');
  });

  it('offers every place of the mail once', () => {
    const places = placesIn(contentOf(aSentRegister())).map(({ id }) => id);
    expect(new Set(places).size).toBe(places.length);
    expect(places).toContain('other');
  });
});

describe('a revision', () => {
  const SCAN = 'https://drive.google.com/file/d/ban-chup';
  const issue = (workbook: Workbook, number: string, day: string): void => {
    const columns = Object.keys(TABS.narratives.columns);
    const values: Record<string, string | number> = {
      period: 'năm 2024',
      part: 'Đã ban hành văn bản',
      documentNo: number,
      date: serial(day),
      signer: LEADER,
      channel: 'Văn bản giấy',
      scan: SCAN,
    };
    tabIn(workbook, 'narratives').push(columns.map((column) => values[column] ?? null));
  };
  const aRevised = (): Workbook => {
    const workbook = aSentRegister();
    issue(workbook, '05/BC-UBND', '2024-12-21');
    wishing(workbook, NEXT_DAY, revise(NEXT_DAY));
    dropMember(workbook, 'sex', 'Nữ');
    return workbook;
  };

  it('has a line of its own, waits for approval, and never goes out by itself', () => {
    const workbook = aRevised();
    expect(ledgerCell(workbook, 'status', SECOND)).toBe('Chờ duyệt');
    expect(aTurn(workbook, LATER).letters).toEqual([]);
    expect(linesAbout(workbook, 'Báo cáo năm 2024 (bản thay thế): chờ lãnh đạo duyệt')).toHaveLength(1);
    expect(todoLines(workbook).join()).not.toContain('quá hạn');
    expect(previewReport(readingOf(workbook), settingAt(LATER))).toMatchObject({ report: SECOND, late: false });
    wishing(workbook, LATER, approve(LATER, SECOND, false));
    expect(aTurn(workbook, at('2025-01-20')).letters).toEqual([]);
  });

  it('goes out once approved, names what it replaces as people entered it, and shows before and after', () => {
    const workbook = aRevised();
    const [letter] = wishing(workbook, LATER, approve(LATER)).letters;
    expect(letter?.key).toBe(SECOND);
    expect(letter?.subject).toContain('bản thay thế');
    expect(letter?.text).toContain('Thay thế Báo cáo số 05/BC-UBND ngày 21/12/2024');
    expect(letter?.text).toMatch(/NỘI DUNG THAY ĐỔI[\s\S]*Trước: .*\n {2}Nay: /);
    expect(letter?.text).not.toContain('quá hạn');
    expect(letter?.html).toContain('Báo cáo được thay thế');
    const { replaces } = contentOf(workbook, SECOND);
    expect(replaces).toMatchObject({ key: KEY, issued: { number: '05/BC-UBND', date: '2024-12-21' } });
    expect(replaces?.targets.length).toBeGreaterThan(0);
  });

  it('tells nobody above where the office keeps the scan of its document', () => {
    const workbook = aRevised();
    const [letter] = wishing(workbook, LATER, approve(LATER)).letters;
    const documents = (letter?.attachments ?? []).flatMap(({ bytes }) => Object.values(unzipSync(bytes)).map((part) => strFromU8(part)));
    expect(documents.length).toBeGreaterThan(10);
    expect([letter?.text, letter?.html, ...documents, frozenOf(workbook, SECOND).get('content')].join()).not.toContain(SCAN);
  });

  it('invents no number and no date', () => {
    const workbook = aSentRegister();
    wishing(workbook, NEXT_DAY, revise(NEXT_DAY));
    const [letter] = wishing(workbook, LATER, approve(LATER)).letters;
    expect(letter?.text).toContain('Thay thế Báo cáo năm 2024 (số liệu gửi lúc 08:00 ngày 20/12/2024).');
    expect(letter?.text).toContain('không thay đổi');
  });

  it('when sent turns the earlier line to replaced, which then takes no answer any more', () => {
    const workbook = aRevised();
    wishing(workbook, LATER, approve(LATER));
    expect([ledgerCell(workbook, 'status'), ledgerCell(workbook, 'status', SECOND)]).toEqual(['Đã thay thế', 'Đã gửi số liệu']);
    expect(refusal(() => wishing(workbook, LATER, received(LATER)))).toBe('REPORT_REPLACED');
    expect(refusal(() => wishing(workbook, LATER, received(LATER, SECOND)))).toBe('none');
  });

  it('is refused before the report is sent, a second time, and of what is no report; the newest may be replaced again', () => {
    const early = at('2024-12-18');
    expect(refusal(() => wishing(aSoundRegister(), early, revise(early)))).toBe('NOT_SENT_YET');
    const workbook = aRevised();
    expect(refusal(() => wishing(workbook, LATER, revise(LATER)))).toBe('REVISION_EXISTS');
    expect(refusal(() => wishing(workbook, LATER, revise(LATER, SECOND)))).toBe('NOT_SENT_YET');
    expect(refusal(() => wishing(workbook, LATER, revise(LATER, 'khac/1')))).toBe('REPORT_UNKNOWN');
    expect(revisableReports(readingOf(workbook), settingAt(LATER))).toEqual([]);
    wishing(workbook, LATER, approve(LATER));
    expect(revisableReports(readingOf(workbook), settingAt(LATER)).map(({ report }) => report)).toEqual([SECOND]);
    expect(refusal(() => wishing(workbook, LATER, revise(LATER, SECOND)))).toBe('none');
  });

  /** The plan with every period locked ten days after its due day. */
  const parsePlan = (json: string) => {
    const plan = settingAt(LATER).parsePlan(json);
    const reporting = plan.reporting.map((one) => ({ ...one, schedule: one.schedule.map((entry) => ({ ...entry, lockedAfter: 10 })) }));
    return { ...plan, reporting } as typeof plan;
  };

  it('is refused once the plan has locked the period, and the ledger says why', () => {
    const workbook = aSentRegister();
    const turnAt = (now: typeof LATER) => aTurn(workbook, now, (reading) => decide(reading, { ...settingAt(now), parsePlan }));
    const locked = at('2024-12-31', 9);
    turnAt(at('2024-12-30', 9));
    expect(ledgerCell(workbook, 'locked')).toBeNull();
    turnAt(locked);
    expect(ledgerCell(workbook, 'locked')).toBe('quá hạn khoá sổ 30/12/2024');
    expect(turnAt(at('2024-12-31', 10)).writes).toEqual([]);
    expect(refusal(() => wishing(workbook, locked, revise(locked), { parsePlan }))).toBe('REVISION_LOCKED');
    expect(refusal(() => wishing(workbook, LATER, revise(LATER), { parsePlan }))).toBe('none');
  });

  it('shares its numbers with the reports on directive: neither takes the other’s rows', () => {
    const workbook = aSentRegister();
    const adHoc = {
      kind: 'adHoc',
      title: 'về vay vốn',
      from: '2024-01-01',
      cutOff: '2024-12-01',
      due: '2024-12-30',
      asked: { by: 'Lan', at: NEXT_DAY },
    };
    wishing(workbook, NEXT_DAY, adHoc as never);
    wishing(workbook, NEXT_DAY, revise(NEXT_DAY));
    wishing(workbook, NEXT_DAY, { ...adHoc, title: 'về quỹ' } as never);
    const keys = tabIn(workbook, 'reports')
      .slice(1)
      .map(([key]) => key)
      .filter(Boolean);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining([KEY, SECOND, 'quy-ky/05545/dot-xuat/1/1', 'quy-ky/05545/dot-xuat/3/1']));
    expect(wishing(workbook, LATER, approve(LATER)).letters.map(({ key }) => key)).toEqual([SECOND]);
  });
});

describe('the register, once it has moved on', () => {
  it('after an approval tells what differs from what was approved, with the records, in Việc cần làm and in the preview', () => {
    const workbook = aSoundRegister();
    const now = at('2024-12-17', 10);
    wishing(workbook, now, approve(now, KEY, false));
    aTurn(workbook, at('2024-12-17', 11));
    expect(linesAbout(workbook, 'Thay đổi sau khi lãnh đạo duyệt')).toEqual([]);
    const gone = dropMember(workbook, 'sex', 'Nữ');
    aTurn(workbook, at('2024-12-18'));
    const lines = linesAbout(workbook, 'Thay đổi sau khi lãnh đạo duyệt báo cáo năm');
    expect(lines.some((line) => line.includes(`bớt ${gone}`) && /Đã chốt: .*; hiện nay: /.test(line))).toBe(true);
    const { changes } = previewReport(readingOf(workbook), settingAt(at('2024-12-18')));
    expect(changes?.some((line) => line.includes(gone))).toBe(true);
    aTurn(workbook, SENT_ON);
    expect(linesAbout(workbook, 'Thay đổi sau khi lãnh đạo duyệt')).toEqual([]);
  });

  it('after sending tells what came, went and was changed; nothing of it is sent', () => {
    const workbook = aSentRegister();
    expect(linesAbout(workbook, 'Thay đổi sau khi chốt')).toEqual([]);
    const gone = dropMember(workbook, 'sex', 'Nữ');
    const rows = tabIn(workbook, 'members');
    const [sex, code] = [columnOf(workbook, 'members', 'sex'), columnOf(workbook, 'members', 'code')];
    const changed = rows.find((row) => row[sex] === 'Nam') ?? [];
    changed[sex] = 'Nữ';
    expect(aTurn(workbook, NEXT_DAY).letters).toEqual([]);
    const lines = linesAbout(workbook, 'Thay đổi sau khi chốt số liệu báo cáo năm');
    expect(lines.some((line) => line.includes(`bớt ${gone}`))).toBe(true);
    expect(lines.some((line) => line.includes(`sửa ${String(changed[code])}`))).toBe(true);
    const [title, state] = [columnOf(workbook, 'todo', 'task'), columnOf(workbook, 'todo', 'status')];
    const said = tabIn(workbook, 'todo').filter((row) => String(row[title] ?? '').startsWith('Thay đổi'));
    expect(said.filter((row) => !row[state])).toEqual([]);
  });

  it('is shown as it was sent: where the links of its receiver stand, and not the links themselves', () => {
    const links = () => ({ received: 'https://huyen.example/nhan', returned: 'https://huyen.example/tra' });
    const workbook = aSoundRegister();
    const now = at('2024-12-17', 10);
    wishing(workbook, now, approve(now, KEY, true));
    const { sent, html } = previewReport(readingOf(workbook), { ...settingAt(at('2024-12-17', 11)), links });
    expect(sent).toBe(true);
    expect(html).toContain('Đã tiếp nhận');
    expect(html).not.toContain('huyen.example/');
  });

  it('does not take another name for a change', () => {
    const workbook = aSentRegister();
    const name = columnOf(workbook, 'members', 'name');
    for (const row of tabIn(workbook, 'members').slice(1, 30)) if (row[name]) row[name] = `${String(row[name])} A`;
    aTurn(workbook, NEXT_DAY);
    expect(linesAbout(workbook, 'Thay đổi sau khi chốt')).toEqual([]);
  });
});

describe('the signed document', () => {
  it('is asked for after sending, until number, date, signer and channel are there', () => {
    const workbook = aSentRegister();
    expect(linesAbout(workbook, 'chưa ghi văn bản đã ban hành')).toHaveLength(1);
    const columns = Object.keys(TABS.narratives.columns);
    const row = columns.map((column) => ({ period: 'Năm 2024', part: 'Đã ban hành văn bản', documentNo: '05/BC-UBND' })[column] ?? null);
    tabIn(workbook, 'narratives').push(row);
    aTurn(workbook, NEXT_DAY);
    expect(linesAbout(workbook, 'còn thiếu: Ngày văn bản, Người ký, Cách gửi')).toHaveLength(1);
    for (const [column, value] of [
      ['date', serial('2024-12-19')],
      ['signer', LEADER],
      ['channel', 'Văn bản giấy'],
    ] as const)
      row[columns.indexOf(column)] = value as never;
    aTurn(workbook, LATER);
    expect(linesAbout(workbook, 'văn bản đã ban hành')).toEqual([]);
    expect(ledgerCell(workbook, 'issued')).toBe('05/BC-UBND ngày 19/12/2024');
    expect(aTurn(workbook, at('2024-12-24', 10)).writes).toEqual([]);
  });
});
