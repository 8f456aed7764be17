// Mistakes of the kinds people make, for a demo register that is known only when it has been made: put into records by where they stand.
import { addDays, type IsoDate, isoDate } from '../../rules/calendar-date.ts';
import type { DemoMistake } from './mistakes.ts';
import type { DemoRows } from './register.ts';

const MILLION = 1_000_000;
const dateIn = (cell: unknown): IsoDate | undefined => (typeof cell === 'string' ? isoDate(cell) : undefined);

/** As many of them as the register has records for; each record bears one. The members who borrowed are left alone. */
export function generalMistakes(rows: DemoRows): DemoMistake[] {
  const { members = [], loans = [], funds = [], activities = [], clubs = [] } = rows;
  const free = members.filter(({ code }) => !loans.some(({ member }) => String(member).startsWith(String(code))));
  const memberAt = (index: number): string => String(free[index]?.code ?? '');
  const founded = dateIn(clubs[0]?.founded);
  const inFirst = free.filter(({ club }) => String(club).startsWith(String(clubs[0]?.code)));
  const early = inFirst[inFirst.length - 1];
  const [lent, other] = [loans[2], loans[5]];
  const lentOn = dateIn(other?.date);
  const spent = funds.filter((line) => typeof line.spent === 'number');
  const twin = free[1];
  const found: (DemoMistake | undefined)[] = [
    { tab: 'members', record: memberAt(2), column: 'birth', cells: { birth: '31/02/1958' }, expect: 'found', why: 'no such day' },
    { tab: 'members', record: memberAt(4), column: 'birth', cells: { birth: '57' }, expect: 'found', why: 'a year of two digits' },
    { tab: 'members', record: memberAt(5), column: 'sex', cells: { sex: 'nu' }, expect: 'tidied', why: 'typed without marks' },
    { tab: 'members', record: memberAt(6), column: 'sex', cells: { sex: 'Nam/Nữ' }, expect: 'found', why: 'the form was copied' },
    {
      tab: 'members',
      record: memberAt(7),
      column: 'name',
      copied: { from: String(twin?.code ?? ''), columns: ['name', 'birth', 'sex', 'location', 'club'] },
      expect: 'found',
      why: 'one person entered twice',
    },
    {
      tab: 'members',
      record: memberAt(8),
      column: 'circumstanceYear',
      cells: { circumstance: 'nearPoor', circumstanceYear: null },
      expect: 'found',
      why: 'a circumstance without the year of its certificate',
    },
    founded && early
      ? {
          tab: 'members',
          record: String(early.code),
          column: 'joined',
          cells: { joined: addDays(founded, -90) },
          expect: 'found',
          why: 'joined before the club was founded',
        }
      : undefined,
    {
      tab: 'loans',
      record: String(loans[1]?.code),
      column: 'member',
      cells: { member: 'TV0999' },
      expect: 'found',
      why: 'a code nobody has',
    },
    {
      tab: 'loans',
      record: String(lent?.code),
      column: 'repaid',
      cells: { repaid: Number(lent?.amount ?? 0) + MILLION },
      expect: 'found',
      why: 'more paid back than lent',
    },
    lentOn === undefined
      ? undefined
      : {
          tab: 'loans',
          record: String(other?.code),
          column: 'lastRepaid',
          cells: { lastRepaid: addDays(lentOn, -40) },
          expect: 'found',
          why: 'paid back before it was lent',
        },
    {
      tab: 'funds',
      record: String(spent[0]?.code),
      column: 'spent',
      cells: { spent: '1.5' },
      expect: 'found',
      why: 'millions or thousands?',
    },
    { tab: 'funds', record: String(spent[1]?.code), cells: { spent: null }, expect: 'found', why: 'neither received nor spent' },
    {
      tab: 'activities',
      record: String(activities[3]?.code),
      column: 'area',
      cells: { area: 'Việc khác' },
      expect: 'found',
      why: 'an area that the plan does not name',
    },
  ];
  return found.filter((mistake) => mistake !== undefined);
}
