// Targets of the demo register of xã Quy Kỳ, counted again by hand: plain loops over the raw cells, without our parser, facts or measures.
// The cut-off is 14/12/2024. What a cell holds was looked up in the grid itself: dates are serials, births and codes are texts.
import { describe, expect, it } from 'vitest';
import { quyKyDemo } from '../../cli/demo/quy-ky.ts';
import { demoGrids } from '../../cli/demo/register.ts';
import { judgeTargets, measureRegister } from '../../rules/progress/evaluate.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { DAYS, demoRegister, QUY_KY } from '../demo/quy-ky-plan.ts';
import { CUT_OFF, WINDOW_FROM } from './a-commune.ts';

const CUT_OFF_SERIAL = 45_640; // 14/12/2024: 45.292 is 01/01/2024, and 348 days more
const MEMBERS = 103;
const LOANS = 104;
const grids = demoGrids(quyKyDemo(DAYS[0], 'so-mau'), QUY_KY);

/** The rows of a tab as header -> cell. */
function cells(sheetId: number): Map<string, CellValue>[] {
  const [header = [], ...body] = grids.get(sheetId) ?? [];
  return body.map((row) => new Map(header.map((name, at) => [String(name), row[at] ?? null])));
}
const text = (row: Map<string, CellValue>, header: string): string => String(row.get(header) ?? '');
const number = (row: Map<string, CellValue>, header: string): number | undefined => {
  const value = row.get(header);
  return typeof value === 'number' ? value : undefined;
};

interface Hand {
  readonly code: string;
  readonly club: string;
  readonly who: string;
  readonly there: 'yes' | 'no' | 'unknown';
  readonly older: 'yes' | 'no' | 'unknown';
  readonly woman: boolean | undefined;
}

/** 60 on 14/12/2024: born on 14/12/1964 or before. */
function olderByHand(birth: string): Hand['older'] {
  const parts = birth.split('/').map(Number);
  const [year = 0, month, day] = [...parts].reverse();
  if (birth === '31/02/1958' || year < 1900) return 'unknown';
  if (year !== 1964) return year < 1964 ? 'yes' : 'no';
  if (month === undefined) return 'unknown';
  if (month !== 12) return 'yes';
  return day === undefined ? 'unknown' : day <= 14 ? 'yes' : 'no';
}

const everybody = cells(MEMBERS).map((row): Hand => {
  const joined = number(row, 'Ngày vào CLB') ?? 0;
  const left = number(row, 'Ngày ra CLB');
  const sex = text(row, 'Giới tính').toLowerCase();
  const birth = text(row, 'Ngày hoặc năm sinh');
  const reversed = left !== undefined && left < joined;
  const gone = left !== undefined && left <= CUT_OFF_SERIAL;
  return {
    code: text(row, 'Mã thành viên'),
    club: text(row, 'Câu lạc bộ').slice(0, 5),
    who: `${text(row, 'Họ và tên').normalize('NFC').replace(/\s+/g, ' ')} ${birth.slice(-4)} ${sex.startsWith('n') ? sex.slice(0, 2) : ''}`,
    there: joined > CUT_OFF_SERIAL ? 'no' : reversed ? 'unknown' : gone ? 'no' : 'yes',
    older: olderByHand(birth),
    woman: sex === 'nữ' || sex === 'nu' ? true : sex === 'nam' ? false : undefined,
  };
});

const question = { plan: QUY_KY, unit: '05545', level: 'commune' as const, cutOff: CUT_OFF, windowFrom: WINDOW_FROM };
const progress = new Map(
  judgeTargets(question, measureRegister(demoRegister(DAYS[0]), question), new Map()).map((one) => [one.target.id, one]),
);
const tallies = (id: string) => {
  const { numerator, denominator } = progress.get(id)?.figure ?? {};
  return [numerator?.sure, numerator?.doubtful, denominator?.sure, denominator?.doubtful];
};

describe('counted by hand', () => {
  it('the members of the commune are as many, each person once', () => {
    const sure = new Set<string>();
    const perhaps = new Set<string>();
    for (const { who, there } of everybody) {
      if (there === 'yes') sure.add(who);
      if (there === 'unknown') perhaps.add(who);
    }
    for (const who of sure) perhaps.delete(who);
    expect(everybody.length - sure.size, 'some have left, and one is there twice').toBeGreaterThan(1);
    expect(tallies('so-thanh-vien').slice(0, 2)).toEqual([sure.size, perhaps.size]);
  });

  it('the share of older people has the same bounds', () => {
    const seen = new Set<string>();
    let [older, olderPerhaps, all, allPerhaps] = [0, 0, 0, 0];
    for (const { who, there, older: age } of everybody) {
      if (there === 'no' || seen.has(who)) continue;
      seen.add(who);
      if (there === 'yes') all += 1;
      else allPerhaps += 1;
      if (there === 'yes' && age === 'yes') older += 1;
      else if (age !== 'no') olderPerhaps += 1;
    }
    expect(olderPerhaps).toBeGreaterThan(2);
    expect(tallies('ty-le-nct')).toEqual([older, olderPerhaps, all, allPerhaps]);
    expect(progress.get('ty-le-nct')?.figure?.low).toBeCloseTo((older / (all + allPerhaps)) * 100, 9);
  });

  it('as many clubs lend to half of their members', () => {
    const production = QUY_KY.loanPurposes.filter((purpose) => purpose.production).map((purpose) => purpose.title);
    const borrowers = new Set<string>();
    let nobodys = 0;
    for (const row of cells(LOANS)) {
      const member = text(row, 'Thành viên vay').slice(0, 6);
      const counts = (number(row, 'Ngày vay') ?? 0) <= CUT_OFF_SERIAL && production.includes(text(row, 'Mục đích vay'));
      if (!counts) continue;
      if (everybody.some(({ code }) => code === member)) borrowers.add(member);
      else nobodys += 1;
    }
    let half = 0;
    for (const club of ['CLB01', 'CLB02']) {
      const own = everybody.filter((one) => one.club === club && one.there === 'yes');
      const lent = own.filter(({ code }) => borrowers.has(code));
      if (lent.length * 2 >= own.length) half += 1;
    }
    const present = new Set(everybody.filter(({ there }) => there === 'yes').map(({ who }) => who));
    const lentTo = new Set(everybody.filter(({ there, code }) => there === 'yes' && borrowers.has(code)).map(({ who }) => who));
    const readings = progress.get('clb-dat-chat-luong')?.readings ?? [];
    const of = (id: string) => readings.find((reading) => reading.id === id)?.figure.numerator;
    expect(of('chi-vay-von')).toMatchObject({ sure: half });
    expect(of('vay-von-tren-tong-thanh-vien')).toMatchObject({ sure: lentTo.size });
    expect(of('vay-von-tren-tong-thanh-vien')?.doubtful).toBeGreaterThanOrEqual(nobodys);
    expect(lentTo.size).toBeLessThan(present.size);
  });

  it('the second club has as many women', () => {
    const own = everybody.filter(({ club, there }) => club === 'CLB02' && there === 'yes');
    const women = own.filter(({ woman }) => woman === true).length;
    const unknown = own.filter(({ woman }) => woman === undefined).length;
    const club = progress.get('nu-moi-clb')?.clubs?.find((one) => one.club === 'CLB02');
    expect(club?.figure.numerator).toMatchObject({ sure: women });
    expect(club?.figure.numerator.doubtful).toBeGreaterThanOrEqual(unknown);
    expect(club?.figure.denominator).toMatchObject({ sure: own.length });
  });
});
