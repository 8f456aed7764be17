// What is not written down is not known: only a declaration makes a zero of a blank.
import { describe, expect, it } from 'vitest';
import { aClub, aDeclaration, aLoan, anActivity, people, QUY_KY, type Rows } from '../findings/a-register.ts';
import { aTarget, bounds, CUT_OFF, counted, factsOn, progressOf } from './a-commune.ts';

const BORROWERS = { members: { borrower: true } } as const;
const lent = aTarget({ kind: 'share', unit: 'percent', bar: { atLeast: 50 }, part: BORROWERS, of: { members: {} } });
const commune = (more: Rows = {}): Rows => ({ clubs: [aClub()], members: people(4), ...more });
const nil = (more: Parameters<typeof aDeclaration>[0]) => aDeclaration({ section: 'Vay vốn', state: 'Không phát sinh', ...more });

describe('loans', () => {
  it('that nobody entered and nobody declared leave the share of borrowers without data', () => {
    const progress = progressOf(commune(), lent);
    expect(progress.status).toBe('noData');
    expect(progress.figure).toMatchObject({ low: 0, high: 100 });
  });

  it.each([
    ['a nil declaration from the founding on', nil({ from: '15/05/2024' })],
    ['a declaration that everything is entered', aDeclaration({ section: 'Vay vốn' })],
    ['a declaration for the club alone', aDeclaration({ section: 'Vay vốn', club: 'CLB01' })],
  ])('are none after %s', (_, declaration) => {
    expect(bounds(commune({ declarations: [declaration] }), BORROWERS)).toEqual([0, 0]);
  });

  it.each([
    ['ends before the cut-off', aDeclaration({ section: 'Vay vốn', until: '13/12/2024' })],
    ['speaks of the last month only', nil({ from: '15/11/2024' })],
    ['speaks of another club', aDeclaration({ section: 'Vay vốn', club: 'CLB02' })],
    ['names a club that does not exist', aDeclaration({ section: 'Vay vốn', club: 'CLB77' })],
    ['speaks of another section', aDeclaration({ section: 'Hoạt động' })],
    ['has no state', aDeclaration({ section: 'Vay vốn', state: null })],
  ])('stay unknown after a declaration that %s', (_, declaration) => {
    const clubs = [aClub(), aClub({ code: 'CLB02', name: 'CLB Mẫu 2' })];
    const members = [...people(3), ...people(1, 'CLB02', 4)];
    const [low, high] = bounds(commune({ clubs, members, declarations: [declaration] }), BORROWERS);
    expect(low).toBe(0);
    expect(high).toBeGreaterThanOrEqual(3);
  });

  it('are none when several declarations together leave no day out', () => {
    const first = aDeclaration({ section: 'Vay vốn', until: '30/06/2024' });
    const rest = nil({ code: 'XN002', from: '01/07/2024' });
    expect(bounds(commune({ declarations: [rest, first] }), BORROWERS)).toEqual([0, 0]);
    const gap = nil({ code: 'XN002', from: '02/07/2024' });
    expect(bounds(commune({ declarations: [gap, first] }), BORROWERS)).toEqual([0, 4]);
  });

  it('of one member say that the others of the club have none, which the notes on the data tell', () => {
    expect(bounds(commune({ loans: [aLoan()] }), BORROWERS)).toEqual([1, 1]);
  });

  it('stay unknown when their tab, or the column of borrowers, is gone, whatever was declared', () => {
    const rows = commune({ loans: [aLoan()], declarations: [aDeclaration({ section: 'Vay vốn' })] });
    expect(bounds(rows, BORROWERS, CUT_OFF, { missingTabs: ['loans'] })).toEqual([0, 4]);
    expect(bounds(rows, BORROWERS, CUT_OFF, { headers: { loans: { member: null } } })).toEqual([0, 4]);
  });
});

describe('a borrower', () => {
  const borrowed = (...loans: Parameters<typeof aLoan>[0][]) =>
    bounds(
      commune({ loans: [aLoan({ code: 'VV0099', member: 'TV0004', purpose: 'Học tập' }), ...loans.map((more) => aLoan(more))] }),
      BORROWERS,
    );

  it.each([
    [{}, [1, 1], 'has a production loan'],
    [{ repaid: '5.000.000' }, [1, 1], 'has paid it back'],
    [{ date: '14/12/2024' }, [1, 1], 'borrowed on the cut-off day'],
    [{ date: '15/12/2024' }, [0, 0], 'borrowed the day after'],
    [{ purpose: 'Khám, chữa bệnh' }, [0, 0], 'borrowed for something else'],
    [{ purpose: null }, [0, 1], 'borrowed for who knows what'],
    [{ date: null }, [0, 1], 'borrowed who knows when'],
    [{ member: 'TV0999' }, [0, 1], 'is somebody whom nobody can name'],
    [{ member: 'TV0999', purpose: 'Học tập' }, [0, 0], 'cannot be named, but did not borrow for production'],
  ] as const)('%j counts as %j: who %s', (more, expected, _who) => {
    expect(borrowed(more)).toEqual(expected);
  });

  it('counts once however many loans there are', () => {
    expect(borrowed({}, { code: 'VV0002' }, { code: 'VV0003', purpose: 'Trồng trọt' })).toEqual([1, 1]);
  });

  it('who cannot be named may be the one who makes the half full', () => {
    const rows = commune({ loans: [aLoan(), aLoan({ code: 'VV0002', member: 'TV0999' })] });
    expect(progressOf(rows, lent)).toMatchObject({ status: 'noData', figure: { low: 25, high: 50 } });
    expect(counted(rows, BORROWERS)).toMatchObject({ records: ['TV0001'], doubtfulRecords: ['VV0002'] });
  });

  it('who cannot be named leaves one open of those who have not borrowed', () => {
    const rows = commune({ loans: [aLoan(), aLoan({ code: 'VV0002', member: 'TV0999' })] });
    expect(bounds(rows, { members: { borrower: false } })).toEqual([2, 3]);
  });

  it('whose code two people bear is neither of them for certain', () => {
    const members = [...people(2), ...people(1, 'CLB01', 3).map((row) => ({ ...row, code: 'TV0001' }))];
    expect(bounds(commune({ members, loans: [aLoan()] }), BORROWERS)).toEqual([0, 2]);
  });
});

describe('sections that nobody filled in', () => {
  it('have nothing to divide by when it is declared that there are no members', () => {
    const rows: Rows = { clubs: [aClub()], declarations: [aDeclaration({ section: 'Thành viên' })] };
    expect(progressOf(rows, lent)).toMatchObject({ status: 'noSubject', figure: { denominator: { sure: 0, doubtful: 0 } } });
  });

  it('leave clubs open when the tab of clubs is empty or gone', () => {
    expect(bounds({}, { clubs: {} })).toEqual([0, undefined]);
    expect(bounds({ clubs: [aClub()] }, { clubs: {} }, CUT_OFF, { missingTabs: ['clubs'] })).toEqual([0, undefined]);
    expect(bounds({ declarations: [aDeclaration({ section: 'Câu lạc bộ' })] }, { clubs: {} })).toEqual([0, 0]);
  });

  it('leave the members of a club open when they are neither listed nor declared', () => {
    expect(bounds({ clubs: [aClub()] }, { members: {} })).toEqual([0, undefined]);
  });

  it('leave members open when their tab is gone, whatever was declared', () => {
    const rows = commune({ declarations: [aDeclaration({ section: 'Thành viên' })] });
    expect(bounds(rows, { members: {} }, CUT_OFF, { missingTabs: ['members'] })).toEqual([0, undefined]);
  });

  it('leave everybody open when nobody can tell who has left', () => {
    expect(bounds(commune(), { members: {} }, CUT_OFF, { headers: { members: { left: null } } })).toEqual([0, 4]);
  });

  it('leave a paper of a club open until the clubs are declared complete', () => {
    const clubs = [aClub({ incomeFundSince: null })];
    const filter = { clubs: { has: ['incomeFund'] } } as const;
    expect(bounds({ clubs }, { clubs: { has: [...filter.clubs.has] } })).toEqual([0, 1]);
    expect(bounds({ clubs, declarations: [aDeclaration({ section: 'Câu lạc bộ' })] }, { clubs: { has: ['incomeFund'] } })).toEqual([0, 0]);
  });

  it('take a box that is not ticked for a no, and a box that is not there for nothing', () => {
    const clubs = [aClub({ model: null })];
    expect(bounds({ clubs }, { clubs: { model: true } })).toEqual([0, 0]);
    expect(bounds({ clubs }, { clubs: { model: true } }, CUT_OFF, { headers: { clubs: { model: null } } })).toEqual([0, 1]);
  });
});

describe('activities of every area', () => {
  const all = { clubs: { quality: ['allActivities'] } } as { clubs: { quality: ['allActivities'] } };
  const activities = (areas: readonly { readonly title: string }[]) =>
    areas.map(({ title }, index) => anActivity({ code: `HD000${index + 1}`, area: title }));
  const declared = [aDeclaration()];

  it('are held when each area has one within the window', () => {
    expect(bounds(commune({ activities: activities(QUY_KY.areas) }), all)).toEqual([1, 1]);
  });

  it('are missing only when the activities are declared complete', () => {
    const six = activities(QUY_KY.areas.slice(1));
    expect(bounds(commune({ activities: six }), all)).toEqual([0, 1]);
    expect(bounds(commune({ activities: six, declarations: declared }), all)).toEqual([0, 0]);
  });

  it.each([
    ['an area that cannot be read', { area: 'Văn nghệ quần chúng' }],
    ['a day that cannot be read', { date: '31/02/2024' }],
    ['a club that cannot be read', { club: 'CLB77' }],
  ])('may be held by a row with %s', (_, more) => {
    const [first] = QUY_KY.areas;
    const last = anActivity({ code: 'HD0099', area: first?.title ?? '', ...more });
    const rows = commune({ activities: [...activities(QUY_KY.areas.slice(1)), last], declarations: declared });
    expect(bounds(rows, all)).toEqual([0, 1]);
  });

  it('do not count from before the window', () => {
    const rows = commune({
      clubs: [aClub({ founded: '01/03/2023' })],
      activities: activities(QUY_KY.areas).map((row) => ({ ...row, date: '14/12/2023' })),
      declarations: declared,
    });
    expect(bounds(rows, all)).toEqual([0, 0]);
  });
});

describe('money of a fund', () => {
  const rich = { clubs: { money: { fund: 'income', bar: { atLeast: 30_000_000 } } } } as const;
  const line = (more: object) => ({ code: 'Q0001', club: 'CLB01', fund: 'Quỹ tăng thu nhập', date: '15/06/2024', ...more });

  it.each([
    [[line({ received: '30.000.000' })], [1, 1], 'enough came in'],
    [[line({ received: '30.000.000' }), line({ code: 'Q0002', spent: '1.000' })], [0, 0], 'too much went out'],
    [[line({ received: '30.000.000' }), line({ code: 'Q0002', spent: '1.5' })], [0, 1], 'nobody knows what went out'],
    [
      [line({ received: '30.000.000' }), line({ code: 'Q0002', club: 'CLB77', spent: '1.000' })],
      [0, 1],
      'nobody knows whose expense it was',
    ],
    [[], [0, 1], 'nothing was written'],
  ] as const)('%j counts as %j: %s', (funds, expected, _who) => {
    expect(bounds(commune({ funds: [...funds] }), rich)).toEqual(expected);
  });

  it('is none where it is declared that there was none', () => {
    expect(bounds(commune({ declarations: [aDeclaration({ section: 'Quỹ CLB' })] }), rich)).toEqual([0, 0]);
  });
});

describe('events', () => {
  const event = (more: object) => ({ code: 'TH001', date: '09/06/2024', kind: 'Tập huấn ban chủ nhiệm', clubs: 'CLB01', ...more });
  const trained = { clubs: { event: ['supervised'] } } as { clubs: { event: ['supervised'] } };
  const supervised = (more: object, declarations: Rows['declarations'] = []) =>
    bounds(commune({ events: [event({ kind: 'Kiểm tra, giám sát', ...more })], declarations }), trained);

  it('are known by a row, and their lack by a declaration', () => {
    expect(supervised({})).toEqual([1, 1]);
    expect(supervised({ date: '15/12/2024' })).toEqual([0, 1]);
    expect(supervised({ date: '15/12/2024' }, [aDeclaration({ section: 'Tập huấn, tuyên truyền, giám sát' })])).toEqual([0, 0]);
  });

  it('of clubs that cannot be read may be this club’s', () => {
    expect(supervised({ clubs: 'CLB77' }, [aDeclaration({ section: 'Tập huấn, tuyên truyền, giám sát' })])).toEqual([0, 1]);
  });
});

describe('places', () => {
  const places = [
    { code: 'DB01', name: 'Thống Nhất 1', hasPlan: 'Có' },
    { code: 'DB02', name: 'Mẫu 2', hasPlan: null },
    { code: 'DB03', name: 'Mẫu 3', hasPlan: 'Không' },
  ];
  const planned = aTarget({
    kind: 'share',
    unit: 'percent',
    bar: { atLeast: 100 },
    part: { locations: { except: ['Thống Nhất 1'], hasPlan: true } },
    of: { locations: { except: ['Thống Nhất 1'] } },
  });

  it('without rows leave their share without data', () => {
    expect(progressOf(commune(), planned)).toMatchObject({ status: 'noData', figure: { denominator: { open: true } } });
  });

  it('are counted but for the one left out; a blank is open', () => {
    const progress = progressOf(commune({ locations: places }), planned);
    expect(progress.figure).toMatchObject({ low: 0, high: 50, denominator: { sure: 2 } });
    expect(progress.status).toBe('notDue');
  });

  it('have a club when one is there, perhaps when a club has no place', () => {
    const has = { locations: { hasClub: true } } as const;
    expect(bounds(commune({ locations: places }), has)).toEqual([1, 1]);
    expect(bounds(commune({ clubs: [aClub({ location: null })], locations: places }), has)).toEqual([0, 3]);
  });

  it('are reached by a talk that names them', () => {
    const talk = { code: 'TH001', date: '09/06/2024', kind: 'Tuyên truyền', locations: 'Mẫu 2' };
    const rows = commune({ locations: places, events: [talk] });
    expect(bounds(rows, { locations: { reached: true } })).toEqual([1, 3]);
    const declarations = [aDeclaration({ section: 'Tập huấn, tuyên truyền, giám sát' })];
    expect(bounds({ ...rows, declarations }, { locations: { reached: true } })).toEqual([1, 1]);
  });

  it('stand behind a figure by their codes', () => {
    expect(counted(commune({ locations: places }), { locations: { hasPlan: true } }).records).toEqual(['DB01']);
  });

  it('are all of the register’s, whatever the clubs', () => {
    expect(factsOn(commune({ locations: places })).locations.map(({ name }) => name)).toEqual(['Thống Nhất 1', 'Mẫu 2', 'Mẫu 3']);
  });
});
