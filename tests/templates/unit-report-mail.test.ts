// A superior's report: a table of its units, figures of those heard from, and clubs told shortly.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../rules/plan/target-schema.ts';
import type { ReportContent, UnitLine } from '../../rules/reporting/report-content.ts';
import { composeReportMail } from '../../templates/report-mail/compose.ts';
import { type UnitSum, unitRows, unitSum } from '../../templates/report-mail/unit-rows.ts';
import { cityContent, cityTargets, cityUnits, exactly } from './sample-city.ts';
import { aCount, aProgress, aShare, aShareTarget } from './sample-content.ts';
import { isSound, omit } from './sound-mail.ts';

/** The content with each optional or emptiable part of a superior's report left out once. */
function* withOneLess(content: ReportContent): Generator<[string, ReportContent]> {
  const { units = [] } = content;
  yield ['nothing', content];
  yield ['units', { ...content, units: [] }];
  yield ['targets', { ...content, targets: [] }];
  for (const field of ['remark', 'clubs', 'members', 'older', 'women', 'borrowers'] as const)
    yield [`unit ${field}`, { ...content, units: units.map((unit) => omit(unit, field)) }];
  for (const state of ['sent', 'live', 'none'] as const)
    yield [`all ${state}`, { ...content, units: units.map((unit) => ({ ...unit, state })) }];
  for (const field of ['coverage', 'figure', 'years', 'clubs', 'readings', 'verdict'] as const)
    yield [`target ${field}`, { ...content, targets: content.targets.map((progress) => omit(progress, field)) }];
}
describe.each([...withOneLess(cityContent)])("a superior's mail without this: %s", (_, content) => {
  isSound(composeReportMail(content));
});

const { text, html } = composeReportMail(cityContent);
const aUnit = (name: string, more: Partial<UnitLine> = {}): UnitLine => ({ name, state: 'sent', ...more });

describe("a superior's mail", () => {
  it('has a table of units, none of clubs, under the same summary', () => {
    expect(text).toContain('3. SỐ LIỆU TỪNG ĐƠN VỊ');
    expect(text).not.toMatch(/SỐ LIỆU TỪNG CÂU LẠC BỘ|Chưa có câu lạc bộ nào/);
    expect(text).toContain('Đạt 3/16 chỉ tiêu (trong đó 1 chỉ tiêu vượt); ');
    for (const { name } of cityUnits) expect(text).toContain(`- ${name}: `);
  });
  it('names the units that are not in it, and those that are in it without a report', () => {
    expect(text).toContain(
      'Lưu ý khi sử dụng: chưa nhận được số liệu của 2/21 đơn vị nên chưa tính: phường Thống Nhất, phường Tân Tiến. 1/21 đơn vị chưa gửi báo cáo, được tính theo số liệu đang có trong sổ: xã Ea Tu.',
    );
    expect(text).toContain('Sử dụng số liệu của 19/21 đơn vị dưới đây để theo dõi, tổng hợp chung;');
    expect(text).toContain(
      'Tổng hợp từ: 18/21 đơn vị đã gửi báo cáo; 1 đơn vị chưa gửi, tính theo số liệu đang có; 2 đơn vị chưa có số liệu',
    );
  });
  it('warns of nothing when every unit has sent', () => {
    const all = composeReportMail({ ...cityContent, units: [aUnit('phường Tân Lập'), aUnit('xã Ea Tu')] });
    expect(all.text).toContain('Sử dụng số liệu của 2/2 đơn vị');
    expect(all.text).not.toContain('Lưu ý khi sử dụng');
  });
  it('sets names apart that have a comma of their own', () => {
    const units = ['phường Tân An', 'phường Tân Lập, địa bàn phường Tân Hòa (cũ)'].map((name) => aUnit(name, { state: 'none' }));
    expect(composeReportMail({ ...cityContent, units }).text).toContain(
      'chưa tính: phường Tân An; phường Tân Lập, địa bàn phường Tân Hòa (cũ).',
    );
  });
  it('tells the receiver why a unit is missing, not what the unit is asked to do', () => {
    expect(text).toContain('- phường Thống Nhất: chưa có số liệu – đơn vị chưa có sổ\n');
    expect(html).not.toContain('Đề nghị tạo sổ');
  });
  it('stays under the size at which Gmail cuts a mail off, at its longest', () => {
    const longest = {
      ...cityContent,
      units: cityUnits.map((unit) => ({
        ...unit,
        name: `${unit.name}, địa bàn ${unit.name} (cũ)`,
        remark: 'chưa đọc được sổ trong lần chạy này',
      })),
    };
    expect(Buffer.byteLength(html)).toBeLessThan(75_000);
    expect(Buffer.byteLength(composeReportMail(longest).html)).toBeLessThan(102_000);
  });
});

describe('the table of units', () => {
  it('puts those without figures first, then those that have not sent, then the late ones', () => {
    const rows = unitRows([
      aUnit('xã Một'),
      aUnit('xã Hai', { remark: 'chậm 2 ngày' }),
      aUnit('xã Ba', { state: 'live' }),
      aUnit('xã Bốn', { state: 'none' }),
      aUnit('xã Năm'),
    ]);
    expect(rows.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      'xã Bốn: chưa có số liệu',
      'xã Ba: chưa gửi, số liệu đang có',
      'xã Hai: đã gửi – chậm 2 ngày',
      'xã Một: đã gửi',
      'xã Năm: đã gửi',
    ]);
  });
  it('adds the units with figures and says over how many', () => {
    expect(unitSum(cityUnits).label).toBe('Cộng 19/21 đơn vị');
    expect(text).toContain('Cộng 19/21 đơn vị\n  CLB: ');
  });
  it('says "từ … trở lên" where a unit with figures does not know its own, and nothing where none does', () => {
    const units = [
      aUnit('xã Một', { clubs: exactly(2), members: exactly(60), older: { low: 30, high: 32 } }),
      aUnit('xã Hai', { clubs: exactly(1), older: { low: 20, high: 20 } }),
      aUnit('xã Ba', { state: 'none' }),
    ];
    expect(unitSum(units)).toEqual({
      label: 'Cộng 2/3 đơn vị',
      clubs: '3',
      members: 'từ 60 trở lên',
      older: 'từ 50 đến 52',
      women: '–',
      borrowers: '–',
    } satisfies UnitSum);
  });
  it('never adds a number nobody gave: the sum is that of the lines above it', () => {
    const unit = fc.record({
      state: fc.constantFrom('sent' as const, 'live' as const, 'none' as const),
      members: fc.option(fc.nat(90), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 21 }), (drawn) => {
        const units = drawn.map(({ state, members }, place) =>
          aUnit(`xã ${place}`, { state, ...(members === undefined || state === 'none' ? {} : { members: exactly(members) }) }),
        );
        const shown = unitRows(units).map(({ members }) => members);
        const known = shown.filter((members) => members !== '–').map(Number);
        const heard = units.filter(({ state }) => state !== 'none').length;
        const total = known.reduce((so, members) => so + members, 0);
        const sum = total.toLocaleString('vi-VN');
        const saysNothing = known.length === 0 || (total === 0 && known.length < heard); // "from 0 on"
        expect(unitSum(units).members).toBe(saysNothing ? '–' : known.length === heard ? sum : `từ ${sum} trở lên`);
      }),
    );
  });
});

describe('a target over many units', () => {
  const mailOf = (...targets: ReportContent['targets']) => composeReportMail({ ...cityContent, targets }).text;

  it('shows whose figures are inside, beside the figure, until everybody has been heard', () => {
    const figure = aShare(105, 174);
    expect(mailOf(aProgress(aShareTarget, 'met', figure, { coverage: { heard: 18, of: 21 } }))).toContain(
      'Thực hiện: 105/174 (60,3%) (18/21 đơn vị có số liệu) – đạt',
    );
    const whole = mailOf(aProgress(aShareTarget, 'met', figure, { coverage: { heard: 21, of: 21 } }));
    expect(whole).toContain('Thực hiện: 105/174 (60,3%) – đạt');
    expect(whole).not.toContain('/21 đơn vị có số liệu');
  });
  it('says beside a number what it is of the planned one', () => {
    expect(text).toContain('Thực hiện: 24 CLB (bằng 126,3% kế hoạch; 19/21 đơn vị có số liệu) – vượt chỉ tiêu');
  });
  it('shows each calendar year with its status, and above them how many were met', () => {
    expect(text).toContain('Kế hoạch: mỗi năm ít nhất 2 CLB, hạn 31/12/2025\n   Thực hiện: 3/4 năm (19/21 đơn vị có số liệu)');
    expect(text).toContain('- Năm 2021: từ 5 CLB trở lên – vượt chỉ tiêu\n');
    expect(text).toContain('- Năm 2024: từ 1 CLB trở lên – chưa đủ số liệu\n');
  });
  it('names ten clubs outside the bar, those with a verdict first, and the rest as a number that adds up', () => {
    const older = cityTargets.find(({ target }) => target.id === 'nct-moi-clb');
    const shown = mailOf(...(older ? [older] : []));
    expect(shown).toContain('Thực hiện: 0–22/45 CLB');
    expect(shown.match(/- CLB tổ dân phố .* – chưa đến hạn/g)).toHaveLength(10);
    expect(shown).toContain('- 35 CLB khác: 13 CLB chưa đến hạn, 22 CLB chưa đủ số liệu');
  });
  it('does not tell small counts of a sensitive attribute, in the whole or year by year', () => {
    expect(text).toContain('Thực hiện: dưới 5/1.612 (19/21 đơn vị có số liệu)');
    expect(text).not.toMatch(/3\/1\.612|0,2%/);
    const { id, clause, title, deadline } = aShareTarget;
    const count = { members: { circumstance: ['poor' as const] } };
    const poor: Target = { id, clause, title, text: title, deadline, kind: 'count', unit: 'count', count, bar: { atLeast: 50 } };
    const coverage = { heard: 18, of: 21 };
    const single = mailOf(aProgress(poor, 'notDue', aCount(3), { coverage }));
    expect(single).toContain('Thực hiện: dưới 5 (18/21 đơn vị có số liệu) – chưa đến hạn');
    expect(single).not.toContain('6,0%');
    const years = [{ year: 2024, status: 'notDue' as const, figure: aCount(3) }];
    expect(mailOf(aProgress(poor, 'notDue', aCount(3), { coverage, years }))).toContain('- Năm 2024: dưới 5 – chưa đến hạn');
  });
});
