// Approve, freeze, send: by a wish and by tick boxes, and what becomes of the figures, the mail and the ledger.
import { describe, expect, it } from 'vitest';
import type { Instant, IsoDate } from '../../rules/calendar-date.ts';
import type { Line } from '../../rules/conversation.ts';
import { grantedBy } from '../../rules/cycle.ts';
import { Problem, type ProblemCode } from '../../rules/problem.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { type TickName, TODO_APPROVER, TODO_SIGNERS, TODO_TICKS } from '../../rules/register/todo-layout.ts';
import { decide, type Setting } from '../../rules/reporting/decide.ts';
import { previewReport } from '../../rules/reporting/preview.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import {
  apply,
  aTurn,
  at,
  aWorkbook,
  columnOf,
  frozenOf,
  lineOf,
  REGISTER,
  readingOf,
  type Sent,
  settingAt,
  tabIn,
  todoLines,
  type Workbook,
} from './a-workbook.ts';

const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
const LEADER = 'Hoàng Văn Minh (mẫu)';
const APPROVED_ON = at('2024-12-17', 10);
const asked = (now: Instant) => ({ by: 'lan@quy-ky.example', at: now });

/** The demo register with its deliberate mistakes mended: nothing keeps it from being approved. */
function aSoundWorkbook(): Workbook {
  const workbook = aWorkbook('2024-12-16');
  const { findings } = previewed(workbook, APPROVED_ON);
  for (const { sheetId, row } of findings) {
    const grid = workbook.get(sheetId);
    if (typeof grid !== 'object') throw new Error('the finding is in no tab');
    grid[row - 1] = [];
  }
  expect(previewed(workbook, APPROVED_ON).findings).toEqual([]);
  return workbook;
}

const previewed = (workbook: Workbook, now: Instant) => {
  const preview = previewReport(readingOf(workbook), settingAt(now));
  const findings = preview.blockers.flatMap(({ sheetId, a1 }) =>
    sheetId === undefined || a1 === undefined ? [] : [{ sheetId, row: Number(a1.replace(/\D/g, '')) }],
  );
  return { preview, findings };
};

const wishing = (workbook: Workbook, now: Instant, wish: Wish, more: Partial<Setting> = {}): Sent =>
  aTurn(workbook, now, (reading) => decide(reading, { ...settingAt(now), ...more, wish }));
const approve = (now: Instant, send: boolean, approver = LEADER): Wish => ({
  kind: 'approve',
  report: KEY,
  approver,
  send,
  asked: asked(now),
});

function refusal(work: () => unknown): ProblemCode | 'none' {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

const reportRow = (workbook: Workbook, key = KEY) => {
  const row = tabIn(workbook, 'reports').find(([own]) => own === key) ?? [];
  const cell = (column: keyof typeof TABS.reports.columns) => row[columnOf(workbook, 'reports', column)] ?? null;
  return {
    status: cell('status'),
    approvedBy: cell('approvedBy'),
    sentAt: cell('sentAt'),
    sentTo: cell('sentTo'),
    kind: cell('kind'),
    period: cell('period'),
  };
};

const tick = (workbook: Workbook, name: TickName, value = true): void => {
  const place = TODO_TICKS[name].tick;
  apply(workbook, [{ sheetId: TABS.todo.sheetId, row: place.row, column: place.column, cells: [[value]], rest: false }]);
};
const beside = (workbook: Workbook, name: TickName) => {
  const { tick: box, answer } = TODO_TICKS[name];
  const grid = tabIn(workbook, 'todo');
  return { ticked: grid[box.row]?.[box.column] ?? null, said: grid[answer.row]?.[answer.column] ?? null };
};
const choose = (workbook: Workbook, approver: string): void => {
  const { row, column } = TODO_APPROVER.value;
  apply(workbook, [{ sheetId: TABS.todo.sheetId, row, column, cells: [[approver]], rest: false }]);
};

describe('an approval', () => {
  it('with sending goes out at once, before the due day, and never again', () => {
    const workbook = aSoundWorkbook();
    const { letters, result } = wishing(workbook, APPROVED_ON, approve(APPROVED_ON, true));
    expect(letters.map(({ key }) => key)).toEqual([KEY]);
    expect(letters[0]?.subject).toContain('lãnh đạo đã duyệt');
    expect(grantedBy(result, REGISTER).said).toContain('đã gửi đến UBND huyện Định Hóa');
    expect(reportRow(workbook)).toMatchObject({ status: 'Đã gửi số liệu', approvedBy: LEADER });
    expect(aTurn(workbook, at('2024-12-20')).letters).toEqual([]);
    expect(refusal(() => wishing(workbook, at('2024-12-20'), approve(at('2024-12-20'), true)))).toBe('ALREADY_SENT');
  });

  it('without sending freezes the figures: what is typed afterwards changes nothing of the mail of the due day', () => {
    const workbook = aSoundWorkbook();
    wishing(workbook, APPROVED_ON, approve(APPROVED_ON, false));
    expect(reportRow(workbook)).toMatchObject({ status: 'Lãnh đạo đã duyệt', approvedBy: LEADER, sentAt: null });
    const frozen = frozenOf(workbook, KEY).get('approved');
    tabIn(workbook, 'members').splice(2, 20);
    const { letters } = aTurn(workbook, at('2024-12-20'));
    expect(letters[0]?.text).toContain(`${LEADER} duyệt ngày 17/12/2024`);
    const { content } = JSON.parse(frozen ?? '{}') as { content: { targets: unknown } };
    const sent = JSON.parse(frozenOf(workbook, KEY).get('content') ?? '{}') as { targets: unknown };
    expect(sent.targets).toEqual(content.targets);
    expect(frozenOf(workbook, KEY).get('approved')).toBe(frozen);
  });

  it('is refused while the window is open, while a record cannot be counted, and of somebody who is no signer', () => {
    const early = at('2024-12-14', 20);
    const sound = aSoundWorkbook();
    expect(refusal(() => wishing(sound, early, approve(early, true)))).toBe('APPROVAL_TOO_EARLY');
    expect(refusal(() => wishing(aWorkbook('2024-12-16'), APPROVED_ON, approve(APPROVED_ON, true)))).toBe('APPROVAL_BLOCKED');
    expect(refusal(() => wishing(sound, APPROVED_ON, approve(APPROVED_ON, true, 'Trần Văn Hà')))).toBe('APPROVER_UNKNOWN');
    expect(refusal(() => wishing(sound, APPROVED_ON, { ...approve(APPROVED_ON, true), report: 'khac' } as Wish))).toBe('REPORT_UNKNOWN');
  });

  it('counts from the day after the cut-off on', () => {
    const firstDay = at('2024-12-15', 0);
    expect(refusal(() => wishing(aSoundWorkbook(), firstDay, approve(firstDay, false)))).toBe('none');
  });

  it('is recorded once: a second one is told whose it is, and sending is then a wish of its own', () => {
    const workbook = aSoundWorkbook();
    wishing(workbook, APPROVED_ON, approve(APPROVED_ON, false));
    expect(refusal(() => wishing(workbook, APPROVED_ON, approve(APPROVED_ON, false)))).toBe('ALREADY_APPROVED');
    const { letters } = wishing(workbook, APPROVED_ON, { kind: 'send', report: KEY, asked: asked(APPROVED_ON) });
    expect(letters).toHaveLength(1);
    expect(refusal(() => wishing(aSoundWorkbook(), APPROVED_ON, { kind: 'send', report: KEY, asked: asked(APPROVED_ON) }))).toBe(
      'NOT_APPROVED',
    );
  });

  it('of two at once counts the first: the other writes nothing and is told', () => {
    const workbook = aSoundWorkbook();
    const talk = decide(readingOf(workbook), { ...settingAt(APPROVED_ON), wish: approve(APPROVED_ON, true) });
    expect(talk.first?.publish).toMatchObject({ key: KEY, attempt: 0 });
    expect(refusal(() => grantedBy({ lines: [], waitUntil: undefined, overtaken: true }, REGISTER))).toBe('REPORT_OVERTAKEN');
  });

  it('that was written over a mail just sent is put right: the line counts', () => {
    const workbook = aSoundWorkbook();
    const approval = decide(readingOf(workbook), { ...settingAt(at('2024-12-20')), wish: approve(at('2024-12-20'), false) });
    aTurn(workbook, at('2024-12-20'));
    apply(workbook, approval.first?.blocks ?? []);
    expect(reportRow(workbook).status).toBe('Lãnh đạo đã duyệt');
    expect(aTurn(workbook, at('2024-12-20', 9)).letters).toEqual([]);
    expect(reportRow(workbook)).toMatchObject({ status: 'Đã gửi số liệu', approvedBy: LEADER });
    expect((lineOf(workbook, KEY) as Line).status).toBe('sent');
  });

  it('whose frozen text was edited sends nothing and says so', () => {
    const workbook = aSoundWorkbook();
    wishing(workbook, APPROVED_ON, approve(APPROVED_ON, false));
    const rows = tabIn(workbook, 'frozen');
    const row = rows.find(([own, field]) => own === KEY && field === 'approved') ?? [];
    row[3] = String(row[3]).replace('"title"', '"tit1e"');
    expect(aTurn(workbook, at('2024-12-20')).letters).toEqual([]);
    expect(todoLines(workbook).join('\n')).toContain('số liệu đã duyệt');
  });

  it('by a shell that may not send leaves word for the one who may', () => {
    const workbook = aSoundWorkbook();
    const { letters, result } = wishing(workbook, APPROVED_ON, approve(APPROVED_ON, true), { sends: false });
    expect(letters).toEqual([]);
    expect(grantedBy(result, REGISTER).said).toContain('lượt chạy tự động tới');
    expect(aTurn(workbook, at('2024-12-17', 11)).letters.map(({ key }) => key)).toEqual([KEY]);
  });
});

describe('the tick boxes', () => {
  it('approve and send: the only signer is meant, the boxes are cleared and answered', () => {
    const workbook = aSoundWorkbook();
    aTurn(workbook, APPROVED_ON);
    choose(workbook, String(tabIn(workbook, 'todo')[TODO_SIGNERS.first.row]?.[TODO_SIGNERS.first.column]));
    tick(workbook, 'approved');
    tick(workbook, 'send');
    expect(aTurn(workbook, APPROVED_ON).letters).toHaveLength(1);
    for (const name of ['approved', 'send'] as const) {
      expect(beside(workbook, name).ticked).toBe(false);
      expect(beside(workbook, name).said).toMatch(/^10:00: .*đã gửi đến/);
    }
  });

  it('wait for a name where several may have approved, and act when it is chosen', () => {
    const workbook = aSoundWorkbook();
    tick(workbook, 'approved');
    expect(aTurn(workbook, APPROVED_ON).letters).toEqual([]);
    expect(beside(workbook, 'approved')).toEqual({
      ticked: true,
      said: 'Đề nghị chọn người duyệt ở ô ngay dưới chữ “Người duyệt (chọn)”.',
    });
    choose(workbook, LEADER);
    aTurn(workbook, APPROVED_ON);
    expect(beside(workbook, 'approved').ticked).toBe(false);
    expect(reportRow(workbook).status).toBe('Lãnh đạo đã duyệt');
  });

  it('taken back before a turn ask for nothing', () => {
    const workbook = aSoundWorkbook();
    tick(workbook, 'send');
    tick(workbook, 'send', false);
    expect(aTurn(workbook, APPROVED_ON).letters).toEqual([]);
    expect(reportRow(workbook).status).toBeNull();
  });

  it('are answered with what to do when nothing can be done', () => {
    const workbook = aSoundWorkbook();
    tick(workbook, 'send');
    aTurn(workbook, APPROVED_ON);
    expect(beside(workbook, 'send')).toMatchObject({ ticked: false, said: expect.stringContaining('Đề nghị chọn người duyệt') });
    tick(workbook, 'recheck');
    aTurn(workbook, APPROVED_ON);
    expect(beside(workbook, 'recheck').said).toMatch(/^10:00: đã kiểm tra, /);
  });
});

describe('a report on directive', () => {
  const day = (text: string) => text as IsoDate;
  const wish: Wish = {
    kind: 'adHoc',
    title: 'về vay vốn 9 tháng',
    from: day('2023-12-15'),
    cutOff: day('2024-12-01'),
    due: day('2024-12-18'),
    asked: asked(APPROVED_ON),
  };
  const OWN = 'quy-ky/05545/dot-xuat/1/1';

  it('is asked for, approved and sent like any other', () => {
    const workbook = aSoundWorkbook();
    expect(grantedBy(wishing(workbook, APPROVED_ON, wish).result, REGISTER).said).toContain('báo cáo đột xuất về vay vốn 9 tháng');
    expect(reportRow(workbook, OWN)).toMatchObject({ kind: 'Báo cáo đột xuất', period: 'về vay vốn 9 tháng', status: 'Chờ duyệt' });
    const { letters } = wishing(workbook, APPROVED_ON, { ...approve(APPROVED_ON, true), report: OWN } as Wish);
    expect(letters.map(({ key, subject }) => [key, subject.includes('Báo cáo đột xuất về vay vốn 9 tháng')])).toEqual([[OWN, true]]);
    expect(aTurn(workbook, at('2024-12-18')).letters).toEqual([]);
  });

  it('stands in Việc cần làm at once, and in the ledger waits for approval once its window is over', () => {
    const workbook = aSoundWorkbook();
    wishing(workbook, APPROVED_ON, { ...wish, cutOff: day('2024-12-18'), due: day('2024-12-23') });
    expect(todoLines(workbook).filter((line) => line.includes('về vay vốn 9 tháng'))).toHaveLength(1);
    expect(reportRow(workbook, OWN).status).toBe('Đang tổng hợp số liệu');
    aTurn(workbook, at('2024-12-18'));
    expect(reportRow(workbook, OWN).status).toBe('Đang tổng hợp số liệu');
    aTurn(workbook, at('2024-12-19'));
    expect(reportRow(workbook, OWN).status).toBe('Chờ duyệt');
    expect(aTurn(workbook, at('2024-12-19', 9)).writes).toEqual([]);
  });

  it('goes out on its due day, approved or not, and the next request has a number of its own', () => {
    const workbook = aSoundWorkbook();
    wishing(workbook, APPROVED_ON, wish);
    wishing(workbook, APPROVED_ON, { ...wish, title: 'về quỹ' });
    expect(aTurn(workbook, at('2024-12-18')).letters.map(({ key }) => key)).toEqual([OWN, 'quy-ky/05545/dot-xuat/2/1']);
    expect(aTurn(workbook, at('2024-12-20')).letters.map(({ key }) => key)).toEqual([KEY]);
    expect([OWN, 'quy-ky/05545/dot-xuat/2/1', KEY].map((key) => reportRow(workbook, key).status)).toEqual(Array(3).fill('Đã gửi số liệu'));
  });

  it.each([
    { title: ' ' },
    { title: 'x'.repeat(121) },
    { from: day('2024-12-02') },
    { due: day('2024-12-01') },
    { due: day('2024-12-16') },
  ])('with %j is refused', (fault) => {
    expect(refusal(() => wishing(aSoundWorkbook(), APPROVED_ON, { ...wish, ...fault } as Wish))).toBe('AD_HOC_INVALID');
  });

  it.each(['Báo cáo về vay vốn', 'BÁO CÁO ĐỘT XUẤT về vay vốn', 'về vay vốn'])(
    'is called a report once, also where people write so: %s',
    (title) => {
      const { result } = wishing(aSoundWorkbook(), APPROVED_ON, { ...wish, title } as Wish);
      expect(JSON.stringify(result)).toContain('Đã lập báo cáo đột xuất về vay vốn, ');
    },
  );
});

describe('the preview', () => {
  it('is what goes out at the same moment: unapproved on the due day, and as approved before it', () => {
    const due = aSoundWorkbook();
    const now = at('2024-12-20');
    const { preview } = previewed(due, now);
    const [letter] = aTurn(due, now).letters;
    expect({ subject: preview.subject, html: preview.html, text: preview.text }).toEqual({
      subject: letter?.subject,
      html: letter?.html,
      text: letter?.text,
    });

    const workbook = aSoundWorkbook();
    wishing(workbook, APPROVED_ON, approve(APPROVED_ON, false));
    const later = at('2024-12-18');
    const before = previewReport(readingOf(workbook), settingAt(later));
    const sent = wishing(workbook, later, { kind: 'send', report: KEY, asked: asked(later) }).letters[0];
    expect(before).toMatchObject({ html: sent?.html, subject: sent?.subject, state: 'Lãnh đạo đã duyệt', blockers: [] });
  });

  it('says what blocks, each with its cell, whether it is on time, and who may approve', () => {
    const { preview } = previewed(aWorkbook('2024-12-16'), APPROVED_ON);
    expect(preview.blockers.length).toBeGreaterThan(0);
    expect(preview.blockers.every(({ text, a1 }) => /Đề nghị/.test(text) && a1 !== undefined)).toBe(true);
    expect(preview).toMatchObject({
      late: false,
      timing: 'còn 3 ngày đến hạn gửi (20/12/2024)',
      state: 'Chờ duyệt',
      to: ['UBND huyện Định Hóa'],
    });
    expect(preview.signers.map(({ name }) => name)).toContain(LEADER);
    expect(preview.figures.length).toBeGreaterThan(5);
    const early = previewReport(readingOf(aSoundWorkbook()), settingAt(at('2024-12-01')));
    expect(early.blockers.map(({ text }) => text).join()).toContain('15/12/2024');
  });
});
