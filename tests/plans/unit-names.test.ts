import { describe, expect, test } from 'vitest';
import { type IsoDate, isoDate } from '../../rules/calendar-date.ts';
import type { Chain } from '../../rules/plan/schema.ts';
import { issuerOn, officeOn, unitOn } from '../../rules/plan/unit-names.ts';
import { changedPlan, planJson, planOf } from './plan-files.ts';

const plan = planOf(planJson('quy-ky'));
const [unit] = plan.units;
const day = (text: string): IsoDate =>
  isoDate(text) ??
  (() => {
    throw new Error(text);
  })();
const chain = (id: Chain['id'], from = plan): Chain => {
  const found = from.reporting[0]?.chains.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('a merger on 1 July 2025', () => {
  test.each([
    ['2025-06-30', '05545', 'xã Quy Kỳ', 'UBND huyện Định Hóa', 'Ban đại diện Hội NCT huyện Định Hóa', 'UBND xã Quy Kỳ'],
    ['2025-07-01', '05551', 'xã Kim Phượng', 'UBND tỉnh Thái Nguyên', 'Hội Người cao tuổi tỉnh Thái Nguyên', 'UBND xã Kim Phượng'],
  ])('on %s the unit is %s %s', (date, code, name, ubnd, hoi, issuer) => {
    if (unit === undefined) throw new Error('no unit');
    expect(unitOn(unit, day(date))).toMatchObject({ code, name });
    expect(officeOn(plan, chain('ubnd'), day(date)).name).toBe(ubnd);
    expect(officeOn(plan, chain('hoi'), day(date)).name).toBe(hoi);
    expect(issuerOn(chain('ubnd'), day(date)).name).toBe(issuer);
  });

  test('leaves the successor without a known signer', () => {
    expect(issuerOn(chain('ubnd'), day('2024-12-20')).signer).toBe('Luân Đức Quỳnh');
    expect(issuerOn(chain('ubnd'), day('2025-12-20')).signer).toBeNull();
  });
});

describe('a day nobody is valid on', () => {
  const late = planOf(
    changedPlan('quy-ky', {
      'units[0].names[1].to': '2025-12-31',
      'offices[1].to': '2025-12-31',
      'reporting[0].chains[0].issuers[1].to': '2025-12-31',
    }),
  );

  test('is an error that names whom and when', () => {
    const [last] = late.units;
    if (last === undefined) throw new Error('no unit');
    expect(() => unitOn(last, day('2026-01-01'))).toThrow('names of unit 05545: none is valid on 2026-01-01');
    expect(() => officeOn(late, chain('ubnd', late), day('2026-01-01'))).toThrow('offices of chain ubnd');
    expect(() => issuerOn(chain('ubnd', late), day('2026-01-01'))).toThrow('issuers of chain ubnd');
  });
});

describe('an issuer of a plan of many units', () => {
  const many = planOf(
    changedPlan('quy-ky', {
      'reporting[0].chains[0].issuers': [
        {
          name: 'UBND {unit}',
          head: ['ỦY BAN NHÂN DÂN', '{UNIT}'],
          symbol: 'BC-UBND',
          authority: 'TM. ỦY BAN NHÂN DÂN',
          position: 'CHỦ TỊCH',
          signer: null,
        },
      ],
    }),
  );

  test("bears the unit's name of the day", () => {
    const issuer = issuerOn(chain('ubnd', many), day('2025-08-01'), unit);
    expect(issuer).toMatchObject({ name: 'UBND xã Kim Phượng', head: ['ỦY BAN NHÂN DÂN', 'XÃ KIM PHƯỢNG'] });
  });

  test('cannot be told without a unit', () => {
    expect(() => issuerOn(chain('ubnd', many), day('2025-08-01'))).toThrow('wants a unit');
  });
});
