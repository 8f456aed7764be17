// The demo registers of the 21 phường and xã of a city: the same every time, never ahead of their day, and each of its own kind.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generalMistakes } from '../../cli/demo/general-mistakes.ts';
import { type Character, type DemoUnit, demoUnits, superiorFacts, superiorNarratives } from '../../cli/demo/many-units.ts';
import { withMistakes } from '../../cli/demo/mistakes.ts';
import { DEMO_MARK, type DemoRows, demoGrids } from '../../cli/demo/register.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { checkRegister } from '../../rules/findings/check.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { identityOf } from '../../rules/register/identity.ts';
import { type Register, readRegister } from '../../rules/register/read-register.ts';
import { type AnyRow, cells, datedAfter, personCells } from './cells.ts';

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const CITY = Plan.parse(JSON.parse(file('templates/plans/buon-ma-thuot.json')));
const day = (text: string): IsoDate => text as IsoDate;
const PERIODS = [
  { upTo: day('2024-12-20'), cutOff: day('2024-12-14'), windowFrom: day('2023-12-15') },
  { upTo: day('2025-12-20'), cutOff: day('2025-12-14'), windowFrom: day('2024-12-15') },
] as const;
type Period = (typeof PERIODS)[number];

const rowsOf = ({ unit, rows }: DemoUnit, from: IsoDate): DemoRows => rows?.(`so-${unit}`, from) ?? {};
const registerOf = (rows: DemoRows): Register => readRegister({ register: 'so', grids: demoGrids(rows, CITY) }, CITY);
const errorsOf = (unit: string, rows: DemoRows, { cutOff, windowFrom }: Omit<Period, 'upTo'>) =>
  checkRegister(registerOf(rows), { plan: CITY, unit, asOf: cutOff, windowFrom })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);
const ofCharacter = (units: readonly DemoUnit[], ...wanted: Character[]) => units.filter(({ character }) => wanted.includes(character));

describe.each(PERIODS)('the demo of a city up to $upTo', (period) => {
  const { upTo, windowFrom } = period;
  const units = demoUnits(CITY, upTo);
  const all = units.map((one) => ({ ...one, typed: rowsOf(one, windowFrom) }));

  it('is the same bytes every time', () => {
    const bytes = () => JSON.stringify(demoUnits(CITY, upTo).map((one) => [one, [...demoGrids(rowsOf(one, windowFrom), CITY)]]));
    expect(bytes()).toBe(bytes());
  });

  it('has every unit of the plan once, most of them in order, and one or three of every other kind', () => {
    expect(units.map(({ unit }) => unit)).toEqual(CITY.units.map(({ id }) => id));
    const counts: { [character: string]: number } = {};
    for (const { character } of units) counts[character] = (counts[character] ?? 0) + 1;
    expect(counts).toEqual({ good: 13, late: 3, empty: 1, totals: 1, mistakes: 1, none: 1, noClub: 1 });
    expect(new Set(units.map(({ title }) => title)).size).toBe(units.length);
  });

  it('knows nothing that lies after its day', () => {
    for (const { typed } of all) expect(datedAfter(typed, upTo)).toEqual([]);
  });

  it('marks every person as made up', () => {
    const named = all.flatMap(({ typed }) => personCells(typed));
    expect(named.length).toBeGreaterThan(1000);
    for (const { value } of named) expect(String(value).endsWith(DEMO_MARK), String(value)).toBe(true);
  });

  it('has no address and no telephone number that could be somebody’s', () => {
    const filled = all.flatMap(({ typed }) => [...cells(typed)]);
    const addresses = filled.filter(({ value }) => String(value).includes('@'));
    expect(addresses.length).toBeGreaterThan(100);
    for (const { value } of addresses) expect(value).toMatch(/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/);
    for (const { column, value } of filled) if (column === 'phone') expect(value).toMatch(/^0900 000 \d{3}$/);
  });

  it('is read without a header that is not there and, the unit with mistakes aside, without a cell that cannot be read', () => {
    for (const { unit, typed, character } of all.filter(({ character: one }) => one !== 'none')) {
      const readings = Object.values(registerOf(typed));
      expect(
        readings.flatMap(({ headerFaults, extraHeaders }) => [...headerFaults, ...extraHeaders]),
        unit,
      ).toEqual([]);
      const faults = readings.flatMap(({ rows }) => rows.flatMap(({ faults: own }) => own));
      if (character === 'mistakes') expect(faults.length).toBeGreaterThan(4);
      else expect(faults, unit).toEqual([]);
    }
  });

  it('has nothing to mend in a unit that is in order, reports totals, has no club or has typed nothing', () => {
    for (const { unit, typed, character } of all)
      if (['good', 'totals', 'noClub', 'empty'].includes(character)) expect(errorsOf(unit, typed, period), unit).toEqual([]);
  });

  it('has much to mend in the unit with mistakes', () => {
    for (const { unit, typed } of all.filter(({ character }) => character === 'mistakes'))
      expect(new Set(errorsOf(unit, typed, period)).size).toBeGreaterThan(5);
  });

  it('keeps three units from reporting until the day after the due day', () => {
    for (const { unit } of ofCharacter(units, 'late')) {
      const errors = (on: string) => {
        const later = demoUnits(CITY, day(`${upTo.slice(0, 4)}-${on}`)).filter((one) => one.unit === unit);
        return later.flatMap((one) => errorsOf(unit, rowsOf(one, windowFrom), period));
      };
      for (const on of ['12-15', '12-20', '12-21'])
        expect(['CONTACT_MISSING', 'RECIPIENT_MISSING']).toEqual(expect.arrayContaining(errors(on)));
      for (const on of ['12-15', '12-20', '12-21']) expect(errors(on)).toHaveLength(1);
      expect(errors('12-22')).toEqual([]);
    }
  });

  it('has an address for every office that is in charge that day, and for the unit itself', () => {
    for (const { typed } of all.filter(({ character }) => character === 'good' || character === 'empty')) {
      const identity = identityOf(registerOf(typed));
      const chains = CITY.reporting.find(({ level }) => level === 'commune')?.chains ?? [];
      const offices = CITY.offices.filter(
        ({ id, from = upTo, to = upTo }) => chains.some(({ recipients }) => recipients.includes(id)) && from <= upTo && upTo <= to,
      );
      expect(offices).toHaveLength(2);
      for (const { name } of offices) expect(identity.addressOf(name, upTo), name).toBeDefined();
      expect(identity.officialAddresses(upTo)).toHaveLength(2);
      expect(identity).toMatchObject({ planId: CITY.id, reportsFrom: windowFrom });
    }
  });

  it('lends to more than half of the members of about seven clubs in ten, and never more than the income fund holds', () => {
    const production = CITY.loanPurposes.filter((purpose) => purpose.production).map(({ id }) => id);
    let [clubs, above] = [0, 0];
    for (const { typed } of all.filter(({ character }) => character === 'good' || character === 'late')) {
      const { members = [], loans = [], funds = [] } = typed;
      for (const { code, founded, dissolved } of typed.clubs ?? []) {
        const own = members.filter(({ club }) => String(club).startsWith(String(code)));
        const lent = loans.filter(({ member }) => own.some((one) => String(member).startsWith(String(one.code))));
        const income = funds.filter(({ club, fund }) => club === code && fund === 'income');
        const sum = (rows: readonly AnyRow[], column: string) => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
        if (dissolved) continue;
        expect(sum(lent, 'amount') - sum(lent, 'repaid')).toBeLessThanOrEqual(sum(income, 'received') - sum(income, 'spent'));
        const here = own.filter(({ left }) => left === null);
        const borrowers = here.filter((one) =>
          lent.some(({ member, purpose }) => String(member).startsWith(String(one.code)) && production.includes(String(purpose))),
        );
        expect(here.length, String(founded)).toBeGreaterThan(40);
        clubs += 1;
        if (borrowers.length * 2 > here.length) above += 1;
      }
    }
    expect(clubs).toBeGreaterThan(18);
    expect(above / clubs).toBeGreaterThanOrEqual(0.6);
    expect(above / clubs).toBeLessThanOrEqual(0.8);
  });
});

describe('the clubs of the demo of a city', () => {
  const ever = demoUnits(CITY, day('2025-12-31')).flatMap((one) =>
    (rowsOf(one, day('2023-12-15')).clubs ?? []).map(({ founded, dissolved }) => ({ founded: String(founded), dissolved, unit: one.unit })),
  );
  const clubsUpTo = (on: string) => ever.filter(({ founded }) => founded <= on);
  const newUpTo = (on: string) => clubsUpTo(on).filter(({ founded }) => founded >= '2021-01-01');

  it('include 14 new ones by the cut-off of 2024 and 20 by that of 2025', () => {
    expect(newUpTo('2024-12-14')).toHaveLength(14);
    expect(newUpTo('2025-12-14')).toHaveLength(20);
  });

  it('include two new ones of every year, in one year the second only after the cut-off', () => {
    for (const year of [2021, 2022, 2023, 2024, 2025]) {
      const [before, during] = [`${year - 1}-12-31`, `${year}-12-31`].map((on) => newUpTo(on).length);
      expect((during ?? 0) - (before ?? 0)).toBeGreaterThanOrEqual(2);
      expect(newUpTo(`${year}-12-14`).length - (before ?? 0)).toBeGreaterThanOrEqual(year === 2023 ? 1 : 2);
    }
    expect(newUpTo('2023-12-14').length - newUpTo('2022-12-31').length).toBe(1);
    expect(newUpTo('2023-12-20').length - newUpTo('2023-12-19').length).toBe(1);
  });

  it('are one to three in every unit that has any', () => {
    const counts = new Map<string, number>();
    for (const { unit } of clubsUpTo('2025-12-31')) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    expect(counts.size).toBe(18);
    for (const count of counts.values()) expect([1, 2, 3]).toContain(count);
  });

  it('of 2016 to 2020 are two fewer than the baseline says, and one of them was dissolved', () => {
    const earlier = clubsUpTo('2020-12-31');
    expect(earlier.every(({ founded }) => founded >= '2016-01-01')).toBe(true);
    const baseline = demoUnits(CITY, day('2025-12-20')).reduce((sum, one) => sum + one.baseline, 0);
    expect(baseline - earlier.length).toBe(2);
    expect(earlier.filter(({ dissolved }) => dissolved !== undefined)).toHaveLength(1);
  });
});

describe('the kinds of units', () => {
  const units = demoUnits(CITY, day('2024-12-20'));
  const typedBy = (character: Character) => ofCharacter(units, character).map((one) => rowsOf(one, day('2023-12-15')));
  const filled = (rows: DemoRows) => Object.entries(rows).flatMap(([tab, own]) => ((own ?? []).length > 0 ? [tab] : []));

  it('without a register has no rows but a club in the baseline', () => {
    const [one] = ofCharacter(units, 'none');
    expect(one?.rows).toBeUndefined();
    expect(one?.baseline).toBe(1);
  });

  it('empty holds the administrator’s facts alone', () => {
    expect(typedBy('empty').map(filled)).toEqual([['unitInfo']]);
  });

  it('without a club says so', () => {
    const [rows = {}] = typedBy('noClub');
    expect(rows.clubs).toEqual([]);
    expect(rows.declarations?.[0]).toMatchObject({ section: 'clubs', state: 'nil', until: '2024-12-14' });
  });

  it('with totals has clubs and numbers, and no list', () => {
    const [rows = {}] = typedBy('totals');
    expect(rows.clubs?.length).toBeGreaterThan(0);
    expect(rows.totals).toHaveLength(rows.clubs?.length ?? 0);
    expect([rows.members, rows.loans]).toEqual([[], []]);
  });

  it('with mistakes has each of them found where it stands', () => {
    const [one] = ofCharacter(units, 'good');
    const clean = one === undefined ? {} : rowsOf(one, day('2023-12-15'));
    const mistakes = generalMistakes(clean);
    expect(mistakes.length).toBeGreaterThan(10);
    const register = registerOf(withMistakes(clean, mistakes));
    const question = { plan: CITY, unit: one?.unit ?? '', asOf: day('2024-12-14'), windowFrom: day('2023-12-15') };
    const places = checkRegister(register, question).map(({ tab, record, column }) => `${tab} ${record} ${column ?? ''}`);
    for (const { tab, record, column, expect: expected, why } of mistakes) {
      if (expected === 'found') expect(places, why).toContain(`${tab} ${record} ${column ?? ''}`);
      else expect(places, why).not.toContain(`${tab} ${record} ${column ?? ''}`);
    }
  });

  it('keep their codes from day to day', () => {
    const later = demoUnits(CITY, day('2025-12-20'));
    const namesOf = (one: DemoUnit) => new Map((rowsOf(one, day('2023-12-15')).members ?? []).map(({ code, name }) => [code, name]));
    for (const one of ofCharacter(units, 'good')) {
      const after = later.filter(({ unit }) => unit === one.unit).map(namesOf)[0];
      for (const [code, name] of namesOf(one)) expect(after?.get(code)).toBe(name);
    }
  });
});

describe('the superior of the demo of a city', () => {
  it('has an address for every office that receives its reports, before and after the merger', () => {
    const facts = superiorFacts(CITY, 'so-cap-tren', day('2023-12-15'));
    const identity = identityOf(registerOf({ unitInfo: facts }));
    const chains = CITY.reporting.find(({ level }) => level === 'superior')?.chains ?? [];
    for (const { upTo } of PERIODS) {
      const offices = CITY.offices.filter(
        ({ id, from = upTo, to = upTo }) => chains.some(({ recipients }) => recipients.includes(id)) && from <= upTo && upTo <= to,
      );
      for (const { name } of offices) expect(identity.addressOf(name, upTo)).toMatch(/\.example$/);
      expect(identity.officialAddresses(upTo)).toHaveLength(chains.length);
      expect(identity.contactOn(upTo)?.email).toMatch(/\.example$/);
    }
  });

  it('gives one verdict a year on a narrative target, once the cut-off is over', () => {
    const verdicts = (on: string) => superiorNarratives(CITY, day(on)).filter(({ part }) => part === 'verdict');
    expect([verdicts('2024-12-14'), verdicts('2024-12-20'), verdicts('2025-12-20')].map((rows) => rows.length)).toEqual([0, 1, 2]);
    const narrative = CITY.targets.filter(({ kind }) => kind === 'narrative').map(({ id }) => id);
    for (const { target } of verdicts('2025-12-20')) expect(narrative).toContain(target);
  });
});

describe('the code of the demo of many units', () => {
  const folder = new URL('../../cli/demo/', import.meta.url);
  const files = readdirSync(folder).filter((name) => !name.startsWith('quy-ky') && !['demo-plans.ts', 'page-roles.ts'].includes(name));

  it.each(files)('%s names nothing of the plan', (name) => {
    const code = file(`cli/demo/${name}`);
    const bare = (title: string) => title.replace(/^\S+ /, '');
    const said = CITY.units.flatMap(({ id, names }) => [id, ...names.flatMap((one) => [one.name, bare(one.name), one.code])]);
    const ids = [CITY.id, ...CITY.offices.map(({ id }) => id), ...(CITY.superior?.names ?? []).map((one) => bare(one.name))];
    for (const text of [...said, ...ids]) expect(code.includes(text), text).toBe(false);
  });
});
