// Who counts on a day: ages, comings and goings, persons and their clubs.
import { describe, expect, it } from 'vitest';
import { reachedAge } from '../../rules/progress/match.ts';
import { aClub, aMember, people } from '../findings/a-register.ts';
import { bounds, CUT_OFF, counted, day } from './a-commune.ts';

const OLDER = { members: { older: true } } as const;
const EVERYBODY = { members: {} } as const;
const club = [aClub()];
const born = (birth: string) => ({ clubs: club, members: [aMember({ birth })] });

describe('an older person', () => {
  it.each([
    ['14/12/1964', [1, 1], 'is 60 on the cut-off day itself'],
    ['15/12/1964', [0, 0], 'is 60 the day after'],
    ['13/12/1964', [1, 1], 'was 60 the day before'],
    ['1963', [1, 1], 'is 61 this year'],
    ['1964', [0, 1], 'is 60 this year, and nobody knows on which day'],
    ['1965', [0, 0], 'is 59 this year'],
    ['11/1964', [1, 1], 'had the birthday last month'],
    ['12/1964', [0, 1], 'has it this month'],
    ['01/1965', [0, 0], 'has it next month'],
  ] as const)('born %s counts as %j, who %s', (birth, expected, _who) => {
    expect(bounds(born(birth), OLDER)).toEqual(expected);
  });

  it('is known for certain by the last day of the year in which they turn 60', () => {
    expect(bounds(born('1964'), OLDER, day('2024-12-31'))).toEqual([1, 1]);
  });

  it('whose birth cannot be read may be one', () => {
    expect(bounds(born('31/02/1950'), OLDER)).toEqual([0, 1]);
  });
});

describe('a birthday on 29 February', () => {
  const birth = { year: 1964, month: 2, day: 29 };

  it.each([
    [60, '2024-02-28', 'no'],
    [60, '2024-02-29', 'yes'],
    [55, '2019-02-27', 'no'],
    [55, '2019-02-28', 'yes'],
  ] as const)('at %i on %s is reached: %s', (age, on, expected) => {
    expect(reachedAge(birth, age, day(on))).toBe(expected);
  });

  it('bounds a February known without its day', () => {
    const february = { year: 1964, month: 2 };
    expect(reachedAge(february, 60, day('2024-01-31'))).toBe('no');
    expect(reachedAge(february, 60, day('2024-02-28'))).toBe('unknown');
    expect(reachedAge(february, 60, day('2024-02-29'))).toBe('yes');
  });
});

describe('a member', () => {
  const gone = aMember({ code: 'TV0009', name: 'Nông Thị Hà', left: '01/06/2024' }); // so that the club has a list
  const with_ = (more: Parameters<typeof aMember>[0]) => ({ clubs: club, members: [gone, aMember(more)] });

  it.each([
    [{ joined: '14/12/2024' }, [1, 1], 'joined on the cut-off day'],
    [{ joined: '15/12/2024' }, [0, 0], 'joined the day after'],
    [{ left: '14/12/2024' }, [0, 0], 'left on the cut-off day'],
    [{ left: '15/12/2024' }, [1, 1], 'left the day after'],
    [{ joined: null }, [0, 1], 'has no day of joining'],
    [{ left: '31/02/2024' }, [0, 1], 'left on a day that cannot be read'],
    [{ left: '01/05/2024' }, [0, 1], 'left before having joined, so that one of the days is wrong'],
    [{ joined: '20/12/2024', left: '01/12/2024' }, [0, 0], 'is not there by either of two reversed days'],
    [{ club: 'CLB99' }, [0, 1], 'names a club that does not exist'],
    [{ name: null }, [0, 1], 'has no name'],
    [{ club: null, left: '01/06/2024' }, [0, 0], 'has no club and is gone in any case'],
  ] as const)('%j counts as %j: who %s', (more, expected, _who) => {
    expect(bounds(with_(more), EVERYBODY)).toEqual(expected);
  });

  it('in two clubs counts once in the commune and once in each club', () => {
    const rows = {
      clubs: [aClub(), aClub({ code: 'CLB02', name: 'CLB Mẫu 2' })],
      members: [aMember(), aMember({ code: 'TV0002', club: 'CLB02' })],
    };
    expect(bounds(rows, EVERYBODY)).toEqual([1, 1]);
    expect(bounds(rows, { clubs: { size: { equal: 1 } } })).toEqual([2, 2]);
  });

  it('written twice in one club counts once there', () => {
    const rows = { clubs: club, members: [aMember(), aMember({ code: 'TV0002' })] };
    expect(bounds(rows, { clubs: { size: { equal: 1 } } })).toEqual([1, 1]);
  });

  it('of a club that cannot be read may be in any club', () => {
    const rows = { clubs: club, members: [...people(4), aMember({ code: 'TV0005', name: 'Nông Thị Hà', club: 'CLB99' })] };
    expect(bounds(rows, { clubs: { size: { atLeast: 4 } } })).toEqual([1, 1]);
    expect(bounds(rows, { clubs: { size: { atLeast: 5 } } })).toEqual([0, 1]);
  });

  it('without a code counts', () => {
    expect(bounds(with_({ code: null }), EVERYBODY)).toEqual([1, 1]);
  });

  it('of another place is another person', () => {
    const rows = { clubs: club, members: [aMember({ location: 'Mẫu 2' }), aMember({ code: 'TV0002', location: 'Mẫu 3' })] };
    expect(bounds(rows, EVERYBODY)).toEqual([2, 2]);
  });

  it('without a place is perhaps one of two namesakes, perhaps a third', () => {
    const rows = {
      clubs: club,
      members: [aMember({ location: 'Mẫu 2' }), aMember({ code: 'TV0002', location: 'Mẫu 3' }), aMember({ code: 'TV0003' })],
    };
    expect(bounds(rows, EVERYBODY)).toEqual([2, 3]);
    expect(bounds({ ...rows, members: [...rows.members].reverse() }, EVERYBODY)).toEqual([2, 3]);
  });

  it('without a place is the one namesake who is still there', () => {
    const rows = {
      clubs: club,
      members: [
        aMember({ location: 'Mẫu 2' }),
        aMember({ code: 'TV0002', location: 'Mẫu 3', left: '01/06/2024' }),
        aMember({ code: 'TV0003' }),
      ],
    };
    expect(bounds(rows, EVERYBODY)).toEqual([1, 1]);
  });
});

describe('a club', () => {
  it.each([
    [{ founded: '14/12/2024' }, [1, 1], 'founded on the cut-off day'],
    [{ founded: '15/12/2024' }, [0, 0], 'founded the day after'],
    [{ dissolved: '14/12/2024' }, [0, 0], 'dissolved on the cut-off day'],
    [{ dissolved: '15/12/2024' }, [1, 1], 'dissolved the day after'],
    [{ founded: null }, [0, 1], 'without a decision'],
    [{ dissolved: 'năm ngoái' }, [0, 1], 'dissolved on a day that cannot be read'],
  ] as const)('%j counts as %j: one %s', (more, expected, _who) => {
    expect(bounds({ clubs: [aClub(more)] }, { clubs: {} })).toEqual(expected);
  });
});

describe('the records behind a count', () => {
  it('are the codes of those who count for certain, and apart those who may', () => {
    const rows = { clubs: club, members: [...people(3), aMember({ code: 'TV0004', name: 'Nông Thị Hà', birth: '1964' })] };
    const tally = counted(rows, OLDER, CUT_OFF);
    expect(tally.records).toEqual(['TV0001', 'TV0002', 'TV0003']);
    expect(tally.doubtfulRecords).toEqual(['TV0004']);
  });
});
