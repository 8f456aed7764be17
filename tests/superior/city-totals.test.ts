// The city's totals against a plain loop over the cells of its registers, which knows nothing of the product's own reading.
import { describe, expect, it } from 'vitest';
import { type DemoUnit, demoUnits } from '../../cli/demo/many-units.ts';
import { type IsoDate, toSerial } from '../../rules/calendar-date.ts';
import { rollUp } from '../../rules/progress/roll-up.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { baselinesOn, CITY, figuresOn, type Grids, gridsOf, PERIODS, type Period } from './a-city.ts';

type Line = { readonly [header: string]: unknown };

function lines(grids: Grids, tab: TabKey): Line[] {
  const [headers = [], ...rows] = grids.get(TABS[tab].sheetId) ?? [];
  return rows.map((row) => Object.fromEntries(headers.map((header, place) => [String(header), row[place] ?? null])));
}

interface Sums {
  clubs: number;
  members: number;
  women: number;
  borrowers: number;
  older: [number, number];
  newClubs: number;
  inNew: number;
  olderInNew: [number, number];
}
const NOTHING = (): Sums => ({ clubs: 0, members: 0, women: 0, borrowers: 0, older: [0, 0], newClubs: 0, inNew: 0, olderInNew: [0, 0] });

const upTo = (cell: unknown, serial: number): boolean => typeof cell === 'number' && cell <= serial;

/** "12/03/1960", "03/1960" or "1960": surely sixty, and perhaps sixty. */
function sixty(birth: unknown, on: IsoDate): [boolean, boolean] {
  const [year = '', month, day] = String(birth).split('/').reverse();
  const reached = (m: string, d: string): boolean =>
    `${Number(year) + 60}-${(month ?? m).padStart(2, '0')}-${(day ?? d).padStart(2, '0')}` <= on;
  return [reached('12', '31'), reached('01', '01')];
}

function count(grids: Grids, on: IsoDate): Sums {
  const t = toSerial(on);
  const sums = NOTHING();
  const clubs = lines(grids, 'clubs').filter((club) => upTo(club['Ngày quyết định thành lập'], t) && !upTo(club['Ngày giải thể'], t));
  const isNew = (club: Line | undefined) => Number(club?.['Ngày quyết định thành lập']) >= toSerial('2021-01-01' as IsoDate);
  sums.clubs = clubs.length;
  sums.newClubs = clubs.filter(isNew).length;
  const production = CITY.loanPurposes.filter((purpose) => purpose.production).map(({ title }) => title);
  const lent = lines(grids, 'loans').filter((loan) => upTo(loan['Ngày vay'], t) && production.includes(String(loan['Mục đích vay'])));
  const borrowers = new Set(lent.map((loan) => String(loan['Thành viên vay']).split(' ')[0]));
  const seen = new Map<string, { woman: boolean; borrower: boolean; older: [boolean, boolean]; inNew: boolean }>();
  for (const member of lines(grids, 'members')) {
    const club = clubs.find((one) => String(member['Câu lạc bộ']).startsWith(String(one['Mã CLB'])));
    if (club === undefined || !upTo(member['Ngày vào CLB'], t) || upTo(member['Ngày ra CLB'], t)) continue;
    const birth = String(member['Ngày hoặc năm sinh']);
    const key = [member['Họ và tên'], birth.slice(-4), member['Giới tính']].join('|');
    const before = seen.get(key);
    seen.set(key, {
      woman: member['Giới tính'] === 'Nữ',
      borrower: borrowers.has(String(member['Mã thành viên'])) || before?.borrower === true,
      older: sixty(birth, on),
      inNew: isNew(club) || before?.inNew === true,
    });
  }
  for (const { woman, borrower, older, inNew } of seen.values()) {
    sums.members += 1;
    sums.women += Number(woman);
    sums.borrowers += Number(borrower);
    sums.inNew += Number(inNew);
    for (const bound of [0, 1] as const) {
      sums.older[bound] += Number(older[bound]);
      sums.olderInNew[bound] += Number(inNew && older[bound]);
    }
  }
  return withTotals(sums, grids, clubs, { t, isNew });
}

/** Clubs that reported numbers only: their newest line up to the day. */
function withTotals(sums: Sums, grids: Grids, clubs: readonly Line[], { t, isNew }: { t: number; isNew: (club: Line) => boolean }): Sums {
  if (lines(grids, 'members').length > 0) return sums;
  for (const club of clubs) {
    const own = lines(grids, 'totals').filter(
      (line) => String(line['Câu lạc bộ']).startsWith(String(club['Mã CLB'])) && upTo(line['Số liệu đến ngày'], t),
    );
    const newest = own.sort((a, b) => Number(a['Số liệu đến ngày']) - Number(b['Số liệu đến ngày'])).pop();
    if (newest === undefined) continue;
    sums.members += Number(newest['Số thành viên']);
    sums.women += Number(newest['Trong đó phụ nữ']);
    sums.borrowers += Number(newest['Số thành viên đã vay vốn']);
    if (isNew(club)) sums.inNew += Number(newest['Số thành viên']);
    for (const bound of [0, 1] as const) {
      sums.older[bound] += Number(newest['Trong đó người cao tuổi']);
      if (isNew(club)) sums.olderInNew[bound] += Number(newest['Trong đó người cao tuổi']);
    }
  }
  return sums;
}

/** All units but the one whose rows cannot be read as they stand, whose bounds other tests look at. */
const readable = (upToDay: IsoDate): DemoUnit[] => demoUnits(CITY, upToDay).filter(({ character }) => character !== 'mistakes');

function expected(period: Period): Sums {
  const total = NOTHING();
  for (const unit of readable(period.upTo)) {
    const grids = gridsOf(unit, period.from);
    if (grids === undefined) continue;
    const own = count(grids, period.cutOff);
    for (const key of ['clubs', 'members', 'women', 'borrowers', 'newClubs', 'inNew'] as const) total[key] += own[key];
    for (const bound of [0, 1] as const) {
      total.older[bound] += own.older[bound];
      total.olderInNew[bound] += own.olderInNew[bound];
    }
  }
  return total;
}

describe.each(PERIODS)('the city at the cut-off $cutOff', (period) => {
  const figures = figuresOn(period);
  const units = readable(period.upTo).flatMap(({ unit }) => {
    const own = figures.get(unit);
    return own === undefined ? [] : [[unit, own] as const];
  });
  const question = { plan: CITY, cutOff: period.cutOff, windowFrom: period.from, baselines: baselinesOn(period), verdicts: new Map() };
  const { base, progress, heard } = rollUp(new Map(units), question);
  const want = expected(period);
  const figure = (target: string) => progress.find((one) => one.target.id === target)?.figure;

  it('is made of nineteen registers that can be read and have something in them or say nothing', () => {
    expect(heard).toHaveLength(19);
    expect(want.members).toBeGreaterThan(1000);
  });

  it('has as many clubs, members, women and borrowers as a plain loop finds in the cells', () => {
    const { clubs, members, women, borrowers } = base;
    expect({ clubs: clubs.sure, members: members.sure, women: women.sure, borrowers: borrowers.sure }).toEqual({
      clubs: want.clubs,
      members: want.members,
      women: want.women,
      borrowers: want.borrowers,
    });
  });

  it('has as many older people between its bounds', () => {
    expect([base.older.sure, base.older.sure + base.older.doubtful]).toEqual(want.older);
  });

  it('has as many new clubs, and as many members and older people in them', () => {
    expect(figure('clb-moi')?.numerator.sure).toBe(want.newClubs);
    expect(figure('thanh-vien-clb-moi')?.numerator.sure).toBe(want.inNew);
    expect([figure('nct-clb-moi')?.low, figure('nct-clb-moi')?.high]).toEqual(want.olderInNew);
  });
});
