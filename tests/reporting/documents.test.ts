// What a report's documents are made of, who gets them when, and that what was frozen is enough to make them again.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { Problem } from '../../rules/problem.ts';
import type { Identity, SignerFact } from '../../rules/register/identity.ts';
import { decide } from '../../rules/reporting/decide.ts';
import type { DocumentFacts } from '../../rules/reporting/document-content.ts';
import { longDate, spelledOut } from '../../rules/reporting/paper-labels.ts';
import { papersOf } from '../../rules/reporting/papers.ts';
import { previewReport } from '../../rules/reporting/preview.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { attachFiles } from '../../templates/attach.ts';
import { toMime } from '../../templates/mime.ts';
import { composeReportMail } from '../../templates/report-mail/compose.ts';
import { aSoundWorkbook } from '../browser/demo-server.ts';
import { demoContent } from '../templates/document-content.ts';
import { aTurn, at, aWorkbook, columnOf, frozenOf, PLAN, readingOf, settingAt, tabIn, type Workbook } from './a-workbook.ts';

const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
const LEADER = 'Hoàng Văn Minh (mẫu)';
const APPROVED_ON = at('2024-12-17', 10);
const day = (text: string): IsoDate => text as IsoDate;

const factsIn = (content: ReportContent): DocumentFacts => {
  if (content.document === undefined) throw new Error('no facts for documents');
  return content.document;
};
const approving = (workbook: Workbook, send: boolean) =>
  aTurn(workbook, APPROVED_ON, (reading) =>
    decide(reading, {
      ...settingAt(APPROVED_ON),
      wish: { kind: 'approve', report: KEY, approver: LEADER, send, asked: { by: 'lan@quy-ky.example', at: APPROVED_ON } },
    }),
  );

describe('the files of a mail', () => {
  it('are the annex alone before an approval, and the unsigned documents of both chains after it', () => {
    const [letter] = aTurn(aWorkbook(), at('2024-12-20')).letters;
    expect(letter?.attachments.map(({ name }) => name)).toEqual(['bao-cao-nam-2024-xa-quy-ky-phu-luc.xlsx']);
    const [approved] = approving(aSoundWorkbook('2024-12-17'), true).letters;
    expect(approved?.attachments.map(({ name }) => name)).toEqual([
      'bao-cao-nam-2024-xa-quy-ky-phu-luc.xlsx',
      'bao-cao-nam-2024-xa-quy-ky-ubnd-ban-mem.docx',
      'bao-cao-nam-2024-xa-quy-ky-hoi-ban-mem.docx',
    ]);
    if (approved === undefined) throw new Error('nothing was sent');
    expect(toMime(approved, APPROVED_ON).length).toBeLessThan(1_000_000);
  });
  it('come again byte for byte from what was frozen, whatever the register says by then', () => {
    const workbook = aSoundWorkbook('2024-12-17');
    const [letter] = approving(workbook, true).letters;
    const frozen = JSON.parse(frozenOf(workbook, KEY).get('content') ?? 'null') as ReportContent;
    expect(attachFiles(frozen, 'receiver')).toEqual(letter?.attachments);
    const { subject, html, text } = composeReportMail(frozen);
    expect({ subject, html, text }).toEqual({ subject: letter?.subject, html: letter?.html, text: letter?.text });
    expect(frozen.versions).toEqual({
      rules: settingAt(APPROVED_ON).rulesVersion,
      plan: `${PLAN.id} v${PLAN.version}`,
      snapshot: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
  it('have the names and signers of the day they go out, and the figures that were approved', () => {
    const workbook = aSoundWorkbook('2024-12-17');
    approving(workbook, false);
    const late = aTurn(workbook, at('2025-07-02')).letters.find(({ key }) => key === KEY);
    const document = late?.attachments.find(({ name }) => name.includes('ubnd'))?.bytes ?? new Uint8Array();
    const text = strFromU8(unzipSync(document)['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('XÃ KIM PHƯỢNG');
    expect(text).toContain('Nông Thị Hà');
  });
});

describe('what the preview offers to the commune’s own office', () => {
  const offered = (workbook: Workbook, now: Parameters<typeof settingAt>[0]) =>
    previewReport(readingOf(workbook), settingAt(now)).documents;

  it('are drafts, then copies for signature', () => {
    const workbook = aSoundWorkbook('2024-12-17');
    const [draft, ...more] = offered(workbook, APPROVED_ON);
    expect(more).toEqual([]);
    expect([draft?.title, ...(draft?.files ?? []).map(({ name }) => name)]).toEqual([
      'Dự thảo văn bản',
      'bao-cao-nam-2024-xa-quy-ky-ubnd-du-thao.docx',
      'bao-cao-nam-2024-xa-quy-ky-hoi-du-thao.docx',
    ]);
    approving(workbook, false);
    expect(offered(workbook, APPROVED_ON)[0]?.files.map(({ name }) => name)).toEqual([
      'bao-cao-nam-2024-xa-quy-ky-ubnd-de-ky.docx',
      'bao-cao-nam-2024-xa-quy-ky-hoi-de-ky.docx',
    ]);
  });
  it('hold the report that was sent last too, which has still to be signed', () => {
    const workbook = aSoundWorkbook('2024-12-17');
    approving(workbook, true);
    const [sent] = offered(workbook, APPROVED_ON);
    expect(sent?.title).toBe('Bản để trình ký – Báo cáo năm 2024 (đã gửi số liệu)');
    const [bytes] = (sent?.files ?? []).map(({ base64 }) => Buffer.from(base64, 'base64'));
    expect(bytes?.subarray(0, 2).toString()).toBe('PK');
  });
  it('leave out frozen content that somebody edited', () => {
    const workbook = aSoundWorkbook('2024-12-17');
    approving(workbook, true);
    for (const row of tabIn(workbook, 'frozen')) if (row[1] === 'content') row[3] = '{"document":';
    expect(() => offered(workbook, APPROVED_ON)).toThrow(Problem);
  });
});

describe('the facts of the demo register', () => {
  const first = factsIn(demoContent());

  it('hold people’s words of the period, part by part, and nothing where nobody wrote', () => {
    expect(first.narratives.nextSteps).toEqual(['Thành lập câu lạc bộ thứ ba trong quý II năm 2025 (số liệu thử).']);
    expect(first.narratives.proposals).toEqual([]);
  });
  it('split what was written over several lines', () => {
    const workbook = aWorkbook('2024-12-18');
    const column = columnOf(workbook, 'narratives', 'text');
    const row = tabIn(workbook, 'narratives').find((one) => String(one[column]).startsWith('Thành lập'));
    if (row) row[column] = 'Một.\n\n  Hai.\r\n';
    expect(factsIn(demoContent('2024-12-18', 'năm 2024', undefined, workbook)).narratives.nextSteps).toEqual(['Một.', 'Hai.']);
  });
  it('count what came and went so that opening, added and removed make the closing', () => {
    for (const { opening, added, removed, closing } of [first.movement.clubs, first.movement.members]) {
      expect(opening.low + added.low - (removed.high ?? 0)).toBeLessThanOrEqual(closing.low);
      expect((opening.high ?? 0) + (added.high ?? 0) - removed.low).toBeGreaterThanOrEqual(closing.high ?? 0);
    }
    expect(first.movement.clubs).toMatchObject({ opening: { low: 0, high: 0 }, added: { low: 2, high: 2 }, closing: { low: 2, high: 2 } });
  });
  it('know the year before from what was frozen of it, and only then', () => {
    expect(first.movement.members.yearBefore).toBeUndefined();
    const workbook = aWorkbook('2025-12-18');
    aTurn(workbook, at('2024-12-20'));
    const second = factsIn(demoContent('2025-12-18', 'năm 2025', undefined, workbook));
    expect(second.movement.clubs.yearBefore).toEqual({ low: 2, high: 2 });
    expect(factsIn(demoContent('2025-12-18', 'năm 2025')).movement.clubs.yearBefore).toBeUndefined();
  });
  it('say of an area without a bound where a club never declared its activities', () => {
    expect(first.areas.every(({ held }) => held.high === undefined)).toBe(true);
  });
  it('sum the money of the year by source, and leave out what nobody wrote', () => {
    expect(first.sources.lines[0]).toEqual({
      title: 'Ngân sách Nhà nước',
      budgeted: 60_000_000,
      received: 55_000_000,
      spent: 53_400_000,
    });
  });
  it('hold no record code and no name of a member', () => {
    const { papers: _signed, ...rest } = first;
    expect(JSON.stringify(rest)).not.toMatch(/TV\d{4}/);
  });
});

describe('who signs', () => {
  const signedBy = (signer: Partial<SignerFact> | undefined, approver?: string, plan: Plan = PLAN) => {
    const signers = signer === undefined ? [] : [{ name: 'Hà', position: undefined, chain: undefined, ...signer }];
    const identity = { signersOn: () => signers } as unknown as Identity;
    const [unit] = plan.units;
    if (unit === undefined) throw new Error('no unit');
    const [ubnd, hoi] = papersOf({ plan, level: 'commune', reporter: unit, identity, day: day('2024-12-18'), approver });
    return { ubnd: ubnd?.signature, hoi: hoi?.signature };
  };

  it.each([
    ['CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['Q. Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH']],
    ['KT. CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['KT. Chủ tịch / Phó Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG', ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    ['TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG', ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG']],
    ['TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  ])('%s stands as the decree has it', (position, titles) => {
    expect(signedBy({ position }).ubnd).toEqual({ titles, name: 'Hà' });
  });
  it('is nobody of another chain, and the plan’s own signer where the register names none', () => {
    expect(signedBy({ chain: 'hoi' })).toEqual({
      ubnd: { titles: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Luân Đức Quỳnh' },
      hoi: { titles: ['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH'], name: 'Hà' },
    });
    expect(signedBy(undefined).hoi?.name).toBeUndefined();
  });
});

describe('the words of official papers', () => {
  it.each([
    ['2020-01-05', 'ngày 05 tháng 01 năm 2020'],
    ['2019-06-29', 'ngày 29 tháng 6 năm 2019'],
    ['2024-02-10', 'ngày 10 tháng 02 năm 2024'],
    ['2023-12-09', 'ngày 09 tháng 12 năm 2023'],
  ])('write %s as %s', (date, said) => {
    expect(longDate(day(date))).toBe(said);
  });
  it.each([
    ['UBND huyện Định Hóa', 'Ủy ban nhân dân huyện Định Hóa'],
    ['Ban đại diện Hội NCT huyện', 'Ban đại diện Hội Người cao tuổi huyện'],
    ['BĐD Hội NCT tỉnh', 'Ban đại diện Hội Người cao tuổi tỉnh'],
    ['HUBND', 'HUBND'],
  ])('write %s out as %s', (short, long) => {
    expect(spelledOut(short)).toBe(long);
  });
});
