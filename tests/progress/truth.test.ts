// Communes made up at random: a truth with nothing missing, and the same with blanks. What is printed always holds the truth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count } from '../../rules/plan/target-schema.ts';
import { countOf } from '../../rules/progress/measure.ts';
import { countFigure } from '../../rules/progress/tally.ts';
import { aClub, aDeclaration, aLoan, aMember, type RowCells, type Rows } from '../findings/a-register.ts';
import { aTarget, factsOn, judged, planWith } from './a-commune.ts';

const PLACES = ['Thống Nhất 1', 'Mẫu 2'];
const dates = ['20/05/2024', '10/09/2024', '14/12/2024', '15/12/2024'];

interface Lan {
  readonly club: number;
  readonly birth: string;
  readonly sex: string;
  readonly joined: string;
  readonly left: string | null;
  readonly circumstance: string;
  readonly board: boolean;
  /** what they borrowed for, if anything */
  readonly loan: string | null;
  /** which cells are blanked, and whether the loan names nobody */
  readonly hidden: readonly ('birthDay' | 'birth' | 'sex' | 'joined' | 'club' | 'circumstance' | 'borrower' | 'purpose')[];
}

const born = fc
  .record({ year: fc.integer({ min: 1955, max: 1972 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ year, month, day }) => `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`);
const lan: fc.Arbitrary<Lan> = fc.record({
  club: fc.integer({ min: 0, max: 1 }),
  birth: fc.oneof(born, fc.constantFrom('14/12/1964', '15/12/1964', '01/01/1964', '31/12/1964')),
  sex: fc.constantFrom('Nữ', 'Nam'),
  joined: fc.constantFrom(...dates),
  left: fc.constantFrom(null, null, '14/12/2024', '20/12/2024'),
  circumstance: fc.constantFrom('Không', 'Hộ nghèo'),
  board: fc.boolean(),
  loan: fc.constantFrom(null, null, 'Chăn nuôi', 'Học tập'),
  hidden: fc.subarray(['birthDay', 'birth', 'sex', 'joined', 'club', 'circumstance', 'borrower', 'purpose'] as const, { maxLength: 3 }),
});
const commune = fc.record({
  people: fc.array(lan, { minLength: 1, maxLength: 8 }),
  founded: fc.tuple(fc.constantFrom('15/05/2024', '14/12/2024', '15/12/2024'), fc.constant('15/05/2024')),
  foundedHidden: fc.boolean(),
  funds: fc.tuple(fc.boolean(), fc.boolean()),
  declared: fc.boolean(),
});
type Commune = typeof commune extends fc.Arbitrary<infer T> ? T : never;

/** `whole`: the truth, everything declared; otherwise with its blanks. */
function rowsOf({ people, founded, foundedHidden, funds, declared }: Commune, whole: boolean): Rows {
  const code = (index: number) => `TV000${index + 1}`;
  const hides = (one: Lan, what: Lan['hidden'][number]) => !whole && one.hidden.includes(what);
  return {
    clubs: founded.map((on, index) =>
      aClub({
        code: `CLB0${index + 1}`,
        name: `CLB Mẫu ${index + 1}`,
        location: PLACES[index] ?? null,
        founded: !whole && foundedHidden && index === 0 ? null : on,
        incomeFundSince: funds[index] ? '01/06/2024' : null,
      }),
    ),
    members: people.map(
      (one, index): RowCells<'members'> =>
        aMember({
          code: code(index),
          name: `Hoàng Thị Lan ${'ABCDEFGH'[index]}`,
          club: hides(one, 'club') ? 'CLB77' : `CLB0${one.club + 1}`,
          birth: hides(one, 'birth') ? null : hides(one, 'birthDay') ? one.birth.slice(-4) : one.birth,
          sex: hides(one, 'sex') ? 'Nam/Nữ' : one.sex,
          joined: hides(one, 'joined') ? null : one.joined,
          left: one.left,
          circumstance: hides(one, 'circumstance') ? null : one.circumstance,
          board: one.board,
        }),
    ),
    loans: people.flatMap((one, index) =>
      one.loan === null
        ? []
        : [
            aLoan({
              code: `VV000${index + 1}`,
              member: hides(one, 'borrower') ? 'TV0999' : code(index),
              purpose: hides(one, 'purpose') ? null : one.loan,
            }),
          ],
    ),
    declarations:
      whole || declared
        ? ['Câu lạc bộ', 'Thành viên', 'Vay vốn'].map((section, index) => aDeclaration({ code: `XN00${index + 1}`, section }))
        : [],
  };
}

const COUNTS: readonly Count[] = [
  { clubs: {} },
  { clubs: { has: ['incomeFund'] } },
  { clubs: { size: { atLeast: 2 } } },
  { clubs: { share: { of: { borrower: true }, bar: { atLeast: 50 } } } },
  { clubs: { share: { of: { older: true }, among: { sex: 'female' }, bar: { atLeast: 60 } } } },
  { members: {} },
  { members: { older: true } },
  { members: { older: false, sex: 'male' } },
  { members: { sex: 'female' } },
  { members: { circumstance: ['poor'] } },
  { members: { board: true } },
  { members: { borrower: true } },
  { members: { borrower: false } },
  { members: { borrower: true }, ofClubs: { has: ['incomeFund'] } },
];
const ofMembers = (part: Extract<Count, { members: unknown }>['members']) =>
  aTarget({
    kind: 'share',
    unit: 'percent',
    bar: { atLeast: 50 },
    part: { members: part },
    of: { members: {} },
    id: `share-${Object.keys(part).join('-').toLowerCase()}`,
  });
const PLAN = planWith(
  ofMembers({ older: true }),
  ofMembers({ sex: 'female' }),
  ofMembers({ borrower: true }),
  ofMembers({ circumstance: ['poor'], older: true }),
  aTarget({
    kind: 'share',
    unit: 'percent',
    bar: { atLeast: 100 },
    part: { clubs: { has: ['incomeFund'] } },
    of: { clubs: {} },
    id: 'quy',
  }),
  aTarget({ kind: 'each-club', unit: 'percent', bar: { between: [60, 70] }, clubs: {}, share: { of: { sex: 'female' } }, id: 'nu' }),
);

describe('what is printed of a register with blanks', () => {
  it('holds the truth between its bounds, for every count', () => {
    fc.assert(
      fc.property(commune, (given) => {
        const [whole, known] = [factsOn(rowsOf(given, true)), factsOn(rowsOf(given, false))];
        for (const count of COUNTS) {
          const truth = countOf(count, whole);
          expect(truth.doubtful, 'nothing is doubtful where nothing is missing').toBe(0);
          const { low, high = Number.POSITIVE_INFINITY } = countFigure(countOf(count, known));
          expect({ count, low, truth: truth.sure, high }).toEqual({
            count,
            low: Math.min(low, truth.sure),
            truth: truth.sure,
            high: Math.max(high, truth.sure),
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds the truth between its bounds, for every share', () => {
    fc.assert(
      fc.property(commune, (given) => {
        const known = judged(rowsOf(given, false), PLAN);
        judged(rowsOf(given, true), PLAN).forEach(({ status, figure, target }, index) => {
          if (status === 'noSubject' || figure === undefined || target.kind === 'each-club') return;
          const { low = 0, high = 100 } = known[index]?.figure ?? {};
          expect(figure.low, target.id).toBeGreaterThanOrEqual(low - 1e-9);
          expect(figure.low, target.id).toBeLessThanOrEqual(high + 1e-9);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives no verdict that the truth contradicts', () => {
    const final = ['met', 'outside', 'notDue', 'notMet', 'beyond'];
    fc.assert(
      fc.property(commune, (given) => {
        const truths = judged(rowsOf(given, true), PLAN);
        judged(rowsOf(given, false), PLAN).forEach(({ target, status, clubs }, index) => {
          const truth = truths[index];
          if (truth === undefined || truth.status === 'noSubject') return;
          if (target.kind !== 'each-club' && final.includes(status)) expect(status, target.id).toBe(truth.status);
          for (const club of clubs ?? []) {
            const own = truth.clubs?.find(({ club: code }) => code === club.club);
            if (own !== undefined && own.status !== 'noSubject' && final.includes(club.status)) expect(club.status).toBe(own.status);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the order of rows', () => {
  it('changes no figure and no status', () => {
    const shuffled = fc.tuple(commune, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }));
    const figures = (rows: Rows) =>
      judged(rows, PLAN).map(({ status, figure, clubs }) => ({
        status,
        bounds: [figure?.low, figure?.high],
        records: [...(figure?.numerator.records ?? [])].sort(),
        clubs: (clubs ?? []).map(({ club, status: own, figure: { low, high } }) => `${club} ${own} ${low} ${high}`).sort(),
      }));
    fc.assert(
      fc.property(shuffled, ([given, keys]) => {
        const rows = rowsOf(given, false);
        const mixed = <T>(list: readonly T[] = []): T[] =>
          list
            .map((row, index) => ({ row, key: keys[index] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const other: Rows = {
          clubs: mixed(rows.clubs),
          members: mixed(rows.members),
          loans: mixed(rows.loans),
          declarations: mixed(rows.declarations),
        };
        expect(figures(other)).toEqual(figures(rows));
      }),
      { numRuns: 60 },
    );
  });

  it('changes no figure where namesakes with and without places are mixed', () => {
    const place = fc.constantFrom(null, 'Mẫu 2', 'Mẫu 3');
    const namesakes = fc.array(fc.record({ place, club: fc.constantFrom('CLB01', 'CLB02'), board: fc.boolean() }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(namesakes, (rows) => {
        const members = rows.map((row, index) =>
          aMember({ code: `TV000${index + 1}`, location: row.place, club: row.club, board: row.board }),
        );
        const clubs = [aClub(), aClub({ code: 'CLB02', name: 'CLB Mẫu 2' })];
        const of = (own: typeof members) => {
          const facts = factsOn({ clubs, members: own });
          return [{}, { board: true }, { board: false }].map((filter) => countFigure(countOf({ members: filter }, facts)));
        };
        const boundsOf = (own: typeof members) => of(own).map(({ low, high }) => [low, high]);
        expect(boundsOf([...members].reverse())).toEqual(boundsOf(members));
      }),
    );
  });
});

describe('one more member', () => {
  const size = aTarget({ kind: 'count', unit: 'count', bar: { atLeast: 1 }, count: { members: {} }, id: 'tat-ca' });
  const older = aTarget({ kind: 'count', unit: 'count', bar: { atLeast: 1 }, count: { members: { older: true } }, id: 'nct' });
  const women = aTarget({ kind: 'count', unit: 'count', bar: { atLeast: 1 }, count: { members: { sex: 'female' } }, id: 'nu' });
  const clubs = aTarget({ kind: 'count', unit: 'count', bar: { atLeast: 1 }, count: { clubs: {} }, id: 'clb' });
  const board = aTarget({ kind: 'count', unit: 'count', bar: { atLeast: 1 }, count: { members: { board: true } }, id: 'ban-chu-nhiem' });

  it('moves the counts they belong to by one and no other', () => {
    fc.assert(
      fc.property(commune, fc.boolean(), fc.boolean(), fc.boolean(), (given, isOlder, isWoman, onBoard) => {
        const rows = rowsOf(given, true);
        const minh = aMember({
          code: 'TV0099',
          name: 'Nguyễn Văn Minh',
          birth: isOlder ? '1950' : '1990',
          sex: isWoman ? 'Nữ' : 'Nam',
          joined: '01/12/2024',
          club: 'CLB02',
          board: onBoard,
        });
        const of = (all: Rows) => judged(all, planWith(size, older, women, clubs, board)).map(({ figure }) => figure?.low ?? 0);
        const before = of(rows);
        const moved = of({ ...rows, members: [...(rows.members ?? []), minh] }).map((low, index) => low - (before[index] ?? 0));
        expect(moved).toEqual([1, Number(isOlder), Number(isWoman), 0, Number(onBoard)]);
      }),
      { numRuns: 50 },
    );
  });
});
