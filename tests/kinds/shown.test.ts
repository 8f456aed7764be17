// Where the new pieces are seen: the tab Tiến độ, the mail in both its forms, and what a run sums up.
import { describe, expect, it } from 'vitest';
import { targetSummary } from '../../cli/summary.ts';
import { definitionsOf } from '../../rules/reporting/build-report.ts';
import { progressBlock } from '../../rules/reporting/progress-tab.ts';
import { composeReportMail } from '../../templates/report-mail/compose.ts';
import { cityContent } from '../templates/sample-city.ts';
import { invented, type PlanName, summed } from './a-plan.ts';
import { BASELINES, UNITS as DISTRICT, HOA, commune as inDistrict } from './the-district.ts';
import { UNITS as PROVINCE } from './the-province.ts';

const district = summed(
  invented('an-thinh'),
  { units: { ...DISTRICT, [HOA]: inDistrict([]) }, baselines: BASELINES },
  '2024-12-14',
).progress;
const province = summed(invented('tinh-mau'), { units: PROVINCE }, '2030-12-14').progress;

const tabOf = (progress: typeof district): string =>
  progressBlock(progress, 1)
    .cells.map((row) => row.map((cell) => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell))).join(' | '))
    .join('\n');
const mailOf = (progress: typeof district) => composeReportMail({ ...cityContent, targets: progress });

describe.each([
  ['an-thinh', district],
  ['tinh-mau', province],
] as const)('what is shown of %s', (_name: PlanName, progress) => {
  const mail = mailOf(progress);

  it('has no hole in it and no date of the machine', () => {
    for (const text of [mail.text, mail.html, tabOf(progress)]) expect(text).not.toMatch(/undefined|NaN|\[object|\d{4}-\d{2}-\d{2}/);
  });

  it('is in a run’s summary', () => {
    for (const one of progress) expect(targetSummary(one, 1)).toMatchObject({ id: one.target.id, status: one.status });
  });
});

describe('the way to a bar', () => {
  it('stands beside the figure in the tab and in the mail, and the late ones are counted above', () => {
    const said = 'theo lộ trình đến ngày 14/12/2024 cần 4 CLB – chậm tiến độ';
    expect(tabOf(district)).toContain(said);
    expect(mailOf(district).text).toContain(said);
    expect(mailOf(district).text).toContain('Chậm tiến độ so với lộ trình: 1 chỉ tiêu.');
    expect(district.map((one) => targetSummary(one, 1)).find(({ id }) => id === 'clb-moi')?.course?.pace).toBe('behind');
  });
});

describe('two bars', () => {
  it('each have a status and a percentage', () => {
    const lines = mailOf(district).text.split('\n');
    expect(
      lines.some((line) => line.includes('Mức phấn đấu (kế hoạch: ít nhất 8 CLB): 2 CLB (bằng 25,0% mức phấn đấu) – chưa đến hạn')),
    ).toBe(true);
    expect(mailOf(district).text).toContain('bằng 33,3% kế hoạch');
    expect(tabOf(district)).toContain('bằng 25,0% mức phấn đấu');
  });
});

describe('units and groups', () => {
  it('outside are named, with their own number', () => {
    const { text } = mailOf(province);
    expect(text).toContain('mỗi cụm ít nhất 2 CLB');
    expect(text).toMatch(/- cụm Tây.*: 1 CLB – chưa đạt/);
    expect(text).toContain('1/3 cụm');
    expect(tabOf(province)).toContain('cum-nam');
    expect(tabOf(district)).toContain('chưa đạt: xã An Hòa, xã An Sơn');
  });
});

it('the versions of the quality rule that are printed beside it are explained', () => {
  const terms = definitionsOf(invented('an-binh')).map(({ term }) => term);
  expect(terms).toEqual(expect.arrayContaining(['Hoạt động đủ và được quản lý tốt', 'Hoạt động đủ và được quản lý tốt, bản 2']));
});

describe('phases', () => {
  it('each have a line with their bar and their deadline', () => {
    const { text } = mailOf(province);
    expect(text).toContain('Đến năm 2030 (hạn 31/12/2030) (kế hoạch: ít nhất 4 CLB): 4 CLB – đạt');
    expect(text).toContain('Đến năm 2035 (hạn 31/12/2035) (kế hoạch: ít nhất 10 CLB): 4 CLB – chưa đến hạn');
  });
});
