// A demo club and its members: who joined on which day, who has left by the chosen day, who leads and who helps.
import { type IsoDate, isoDate } from '../../rules/calendar-date.ts';
import { type Composition, certificateYear, type DemoPerson, type nameMaker, peopleOf, type Sex } from './people.ts';
import type { Random } from './random.ts';
import { type DemoRow, type Entry, withCodes } from './register.ts';

/** A change of membership, told by whom it befalls: the first who fits, board and volunteers aside. */
export interface Change {
  readonly on: IsoDate;
  readonly sex: Sex;
  readonly older: boolean;
}
export interface DemoClub {
  readonly code: string;
  readonly name: string;
  /** what else the register holds of it; the head is its first board member */
  readonly papers: DemoRow<'clubs'>;
  readonly founded: IsoDate;
  readonly launched: IsoDate;
  /** the day from which ages are certain; the launch unless said: a club of long ago would have outgrown its younger half */
  readonly agesFrom?: IsoDate;
  readonly location: string;
  /** 1-28: the day of every month on which it meets */
  readonly meetingDay: number;
  readonly people: Composition;
  /** how many come on later days than the launch */
  readonly laterJoins: readonly { readonly on: IsoDate; readonly count: number }[];
  readonly newcomers: readonly Change[];
  readonly leavers: readonly Change[];
  readonly volunteers: number;
}

/** Someone in a club; `code` and `name` never change, `left` lies perhaps in the future. */
export interface DemoMember {
  readonly code: string;
  readonly club: DemoClub;
  readonly person: DemoPerson;
  readonly joined: IsoDate;
  readonly left?: IsoDate;
  readonly board: boolean;
  readonly volunteer: boolean;
  readonly row: DemoRow<'members'>;
}

const BOARD = 5;
type Seat = Omit<DemoMember, 'code' | 'row'>;

/** The members of all clubs over the whole plan, in the order of their joining and with their codes. */
export function membersOf(clubs: readonly DemoClub[], random: Random, names: ReturnType<typeof nameMaker>): DemoMember[] {
  const seats = clubs.flatMap((club) => seatsOf(club, random, names));
  const entries = seats.map((seat): Entry<'members'> & { readonly seat: Seat } => ({ on: seat.joined, row: rowOf(seat, random), seat }));
  const bySeat = new Map(entries.map(({ row, seat }) => [row.name, seat]));
  return withCodes('members', entries).flatMap(({ row }): DemoMember[] => {
    const seat = bySeat.get(row.name);
    return seat === undefined ? [] : [{ ...seat, code: String(row.code), row }];
  });
}

function seatsOf(club: DemoClub, random: Random, names: ReturnType<typeof nameMaker>): Seat[] {
  const agesFrom = club.agesFrom ?? club.launched;
  const people = peopleOf(club.people, agesFrom, random, names);
  const joinDays = [...club.laterJoins].reverse().flatMap(({ on, count }) => Array.from({ length: count }, () => on));
  const first = people.length - joinDays.length;
  const seats = people.map(
    (person, index): Seat => ({
      club,
      person,
      joined: index < first ? club.launched : (joinDays[people.length - 1 - index] ?? club.launched),
      board: index < BOARD,
      volunteer: index >= BOARD && index < BOARD + club.volunteers,
    }),
  );
  const newcomers = club.newcomers.flatMap(({ on, sex, older }): Seat[] => {
    const none = { olderWomen: 0, olderMen: 0, youngerWomen: 0, youngerMen: 0 };
    const kind = sex === 'female' ? (older ? 'olderWomen' : 'youngerWomen') : older ? 'olderMen' : 'youngerMen';
    const [person] = peopleOf({ ...none, [kind]: 1 }, agesFrom, random, names);
    return person === undefined ? [] : [{ club, person, joined: on, board: false, volunteer: false }];
  });
  return withLeavers([...seats, ...newcomers], club.leavers);
}

function withLeavers(seats: readonly Seat[], leavers: readonly Change[]): Seat[] {
  return leavers.reduce<Seat[]>(
    (left, { on, sex, older }) => {
      const fits = (seat: Seat): boolean =>
        !seat.board &&
        !seat.volunteer &&
        seat.left === undefined &&
        seat.person.sex === sex &&
        seat.person.older === older &&
        seat.joined < on;
      const goes = left.find(fits);
      return left.map((seat) => (seat === goes ? { ...seat, left: on } : seat));
    },
    [...seats],
  );
}

function rowOf({ club, person, joined, board, volunteer }: Seat, random: Random): DemoRow<'members'> {
  const { circumstance } = person;
  const year = certificateYear(joined, random);
  return {
    club: random.chance(75) ? `${club.code} – ${club.name}` : club.code,
    name: person.name,
    birth: person.birth,
    sex: person.sex,
    location: random.chance(92) ? club.location : null,
    ethnicMinority: person.ethnicGroup === '01' ? 'no' : 'yes',
    ethnicGroup: person.ethnicGroup,
    circumstance,
    circumstanceYear: circumstance === 'none' ? null : year,
    board,
    volunteer,
    joined,
    consent: joined,
    insured: random.chance(94) ? 'yes' : 'no',
    needsLoan: random.chance(70) ? 'yes' : 'no',
  };
}

/** The clubs' rows of a day: one not founded yet is not there, and a paper of a later day is not in hand. */
export const clubRows = (clubs: readonly DemoClub[], members: readonly DemoMember[], day: IsoDate): DemoRow<'clubs'>[] =>
  clubs
    .filter(({ founded }) => founded <= day)
    .map((club): DemoRow<'clubs'> => {
      const { code, name, location, founded, launched, papers } = club;
      const head = members.find((member) => member.club === club && member.board)?.person.name ?? null;
      const inHand = Object.fromEntries(
        Object.entries({ ...papers, launched }).filter(([, value]) => !(typeof value === 'string' && (isoDate(value) ?? day) > day)),
      );
      const regulationNo = inHand.regulationDate === undefined ? null : (papers.regulationNo ?? null);
      return { ...inHand, code, name, location, founded, head, regulationNo };
    });

/** The members' rows of a day: nobody who joins later, and a leaving only once it has come. */
export const memberRows = (members: readonly DemoMember[], day: IsoDate): DemoRow<'members'>[] =>
  members.filter(({ joined }) => joined <= day).map(({ row, left }) => ({ ...row, left: left !== undefined && left <= day ? left : null }));

/** Who is a member of a club on a day. */
export const presentOn = (members: readonly DemoMember[], club: DemoClub, day: IsoDate): DemoMember[] =>
  members.filter((member) => member.club === club && member.joined <= day && (member.left === undefined || member.left > day));
