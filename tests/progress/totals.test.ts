// Clubs that report numbers only: counted, marked, and where several conditions meet, bounded.
import { describe, expect, it } from 'vitest';
import { aClub, aDeclaration, aMember, people, type Rows } from '../findings/a-register.ts';
import { aTarget, bounds, progressOf } from './a-commune.ts';

const clubs = (count: number) =>
  Array.from({ length: count }, (_, index) => aClub({ code: `CLB0${index + 1}`, name: `CLB Mẫu ${index + 1}` }));

describe('clubs that report totals without a list', () => {
  const total = (more: object = {}) => ({
    code: 'TH001',
    club: 'CLB01',
    date: '14/12/2024',
    members: 50,
    older: 32,
    women: 33,
    disadvantaged: 20,
    borrowers: 26,
    ...more,
  });
  const rows = (...totals: object[]): Rows => ({ clubs: clubs(1), totals });
  const of = (filter: object, ...totals: object[]) => bounds(rows(...totals), { members: filter });

  it('are counted, and marked', () => {
    const size = aTarget({ kind: 'each-club', unit: 'count', bar: { between: [50, 70] }, clubs: {} });
    const progress = progressOf(rows(total()), size);
    expect(progress.clubs).toMatchObject([{ status: 'met', fromTotals: true, figure: { low: 50, high: 50 } }]);
    expect(progress.figure?.numerator.fromTotals).toBe(1);
    expect(bounds(rows(total()), { members: {} })).toEqual([50, 50]);
  });

  it.each([
    [{ older: true }, [32, 32]],
    [{ older: false }, [18, 18]],
    [{ sex: 'male' }, [17, 17]],
    [{ circumstance: ['poor', 'nearPoor', 'hardship'] }, [20, 20]],
    [{ circumstance: ['poor'] }, [0, 50]],
    [{ older: true, sex: 'female' }, [15, 32]], // at least 32 + 33 - 50, at most the smaller
    [{ older: true, borrower: false }, [6, 24]],
    [{ volunteer: true }, [0, 50]],
  ] as const)('answer %j with %j', (filter, expected) => {
    expect(of(filter, total())).toEqual(expected);
  });

  it('count by the newest numbers up to the day; two of one day that disagree are none', () => {
    expect(of({}, total(), total({ code: 'TH002', date: '15/12/2024', members: 60 }))).toEqual([50, 50]);
    expect(of({}, total({ code: 'TH002', date: '01/06/2024', members: 40 }), total())).toEqual([50, 50]);
    expect(of({}, total(), total({ code: 'TH002', members: 51 }))).toEqual([0, undefined]);
    expect(of({ older: true }, total(), total({ code: 'TH002', older: 33 }))).toEqual([0, 50]);
  });

  it('say nothing by a part that is larger than the whole', () => {
    expect(of({ older: true }, total({ older: 60 }))).toEqual([0, 50]);
  });

  it('keep their totals when the members of the whole commune are declared complete', () => {
    const declared = { ...rows(total()), declarations: [aDeclaration({ section: 'Thành viên' })] };
    expect(bounds(declared, { members: {} })).toEqual([50, 50]);
  });

  it('lose their totals to a list, be it of one', () => {
    expect(bounds({ ...rows(total()), members: [aMember()] }, { members: {} })).toEqual([1, 1]);
  });

  it('add up with the lists of other clubs', () => {
    const both: Rows = { clubs: clubs(2), members: people(7, 'CLB02'), totals: [total()] };
    expect(bounds(both, { members: {} })).toEqual([57, 57]);
  });
});
