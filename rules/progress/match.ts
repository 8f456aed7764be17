// Whether a member or a club meets a filter of the plan, on the facts' day. Every answer may be "unknown".
import type { IsoDate } from '../calendar-date.ts';
import type { QualityRule } from '../plan/schema.ts';
import type { Bar, ClubFilter, LocationFilter, MemberFilter, Span } from '../plan/target-schema.ts';
import type { Birth } from '../register/column.ts';
import { textKey } from '../text.ts';
import type { ClubFacts, Facts, LocationFacts, Membership, Person } from './facts.ts';
import { meets } from './judge.ts';
import type { Quality, Tally } from './progress.ts';
import { qualityBy } from './quality.ts';
import { countFigure, NOTHING, shareFigure, tallyOf, UNKNOWN } from './tally.ts';
import { every, some, type Three, three } from './three.ts';

/** "Từ đủ 60 tuổi trở lên" (Luật Người cao tuổi 39/2009/QH12, Điều 2): the birthday on the day itself counts. */
export const OLDER_FROM = 60;

/** Whether someone has had the birthday on or before the day. With a year or a month only, both ends of it are tried. */
export function reachedAge(birth: Birth | undefined, age: number, day: IsoDate): Three {
  if (birth === undefined) return 'unknown';
  const { year, month, day: dayOfBirth } = birth;
  if (birthday(year + age, month ?? 12, dayOfBirth ?? 31) <= day) return 'yes';
  return birthday(year + age, month ?? 1, dayOfBirth ?? 1) > day ? 'no' : 'unknown';
}

/** A day of a month, or the month's last where it has no such day: who was born on 29/02 is a year older on 28/02 of a common year. */
const birthday = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(day, lastDay(year, month)), 2)}`;

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const same = (answer: Three, wanted: boolean): Three => (answer === 'unknown' ? 'unknown' : three((answer === 'yes') === wanted));

export const within = (date: IsoDate | undefined, span: Span): Three =>
  date === undefined ? 'unknown' : three((span.from === undefined || date >= span.from) && (span.to === undefined || date <= span.to));

/** A membership's own attributes against a filter; whether it is active is asked apart. */
export function memberMatches(member: Membership, filter: MemberFilter, day: IsoDate): Three {
  const answers: Three[] = [];
  const want = (wanted: boolean | undefined, answer: Three) => {
    if (wanted !== undefined) answers.push(same(answer, wanted));
  };
  want(filter.older, reachedAge(member.birth, OLDER_FROM, day));
  if (filter.ageFrom !== undefined) answers.push(reachedAge(member.birth, filter.ageFrom, day));
  if (filter.sex !== undefined) answers.push(member.sex === undefined ? 'unknown' : three(member.sex === filter.sex));
  if (filter.circumstance !== undefined) {
    const wanted: readonly string[] = filter.circumstance;
    answers.push(member.circumstance === undefined ? 'unknown' : three(wanted.includes(member.circumstance)));
  }
  want(filter.ethnicMinority, three(member.ethnicMinority));
  want(filter.needsLoan, three(member.needsLoan));
  want(filter.insured, three(member.insured));
  want(filter.board, member.board);
  want(filter.volunteer, member.volunteer);
  want(filter.borrower, member.borrower);
  if (filter.joined !== undefined) answers.push(within(member.joined, filter.joined));
  return every(answers);
}

/** How many members of one club meet a filter: from the list, else from the totals the club reported. */
export function clubMembers(club: ClubFacts, filter: MemberFilter, day: IsoDate): Tally {
  if (club.listed) {
    const holds = (asked: MemberFilter) => (person: Person) =>
      some(person.memberships.map((member) => every([member.active, memberMatches(member, asked, day)])));
    return tallyPeople([...club.people, ...club.strays], filter, holds, club.looseLoans);
  }
  return club.totals === undefined ? UNKNOWN : totalsTally(club.totals, filter);
}

/**
 * Counts people of lists. A loan whose borrower cannot be read may be anybody's: each one leaves one more of those open who would count,
 * or would not, by their borrowing alone.
 */
export function tallyPeople(
  people: readonly Person[],
  filter: MemberFilter,
  holds: (asked: MemberFilter) => (person: Person) => Three,
  looseLoans: readonly string[],
): Tally {
  const matches = holds(filter);
  const answer = (person: Person): Three => every([matches(person), person.distinct]);
  const tally = tallyOf(people, answer, ({ record }) => record);
  const { borrower, ...others } = filter;
  if (borrower === undefined || looseLoans.length === 0) return tally;
  if (!borrower) {
    const open = Math.min(looseLoans.length, tally.sure);
    return { ...tally, sure: tally.sure - open, doubtful: tally.doubtful + open, ...moved(tally, open) };
  }
  const matchesOthers = holds(others);
  const open = people.filter((person) => matches(person) === 'no' && matchesOthers(person) !== 'no').length;
  const loose = looseLoans.slice(0, open);
  return { ...tally, doubtful: tally.doubtful + loose.length, doubtfulRecords: [...tally.doubtfulRecords, ...loose] };
}

/** The last of the sure records among the doubtful ones: which of them it is, nobody can tell. */
const moved = ({ records, doubtfulRecords }: Tally, count: number): Pick<Tally, 'records' | 'doubtfulRecords'> => ({
  records: records.slice(0, records.length - count),
  doubtfulRecords: [...doubtfulRecords, ...records.slice(records.length - count)],
});

/** Totals answer only the questions they hold a number for; of several conditions at once, only the bounds can be told. */
function totalsTally(totals: NonNullable<ClubFacts['totals']>, filter: MemberFilter): Tally {
  const { members } = totals;
  if (members === undefined) return UNKNOWN;
  const known: (number | undefined)[] = Object.entries(filter).map(([key, wanted]) => {
    if (wanted === undefined) return members;
    // a part larger than its whole is no number; a finding tells it
    const complement = (count: number | undefined) =>
      count === undefined || count > members ? undefined : wanted === false || wanted === 'male' ? members - count : count;
    if (key === 'older') return complement(totals.older);
    if (key === 'sex') return complement(totals.women);
    if (key === 'borrower') return complement(totals.borrowers);
    if (key === 'circumstance') return Array.isArray(wanted) && new Set(wanted).size === 3 ? complement(totals.disadvantaged) : undefined;
    return undefined;
  });
  // Fréchet: k conditions that hold for n1..nk of n hold together for at least n1+..+nk-(k-1)n and at most min(ni)
  const least = Math.max(
    0,
    known.reduce<number>((sum, count) => sum + (count ?? 0) - members, members),
  );
  const most = known.reduce<number>((smallest, count) => Math.min(smallest, count ?? members), members);
  const records = [totals.record];
  return {
    ...NOTHING,
    sure: least,
    doubtful: Math.max(0, most - least),
    records: least > 0 ? records : [],
    doubtfulRecords: most > least ? records : [],
    fromTotals: least,
  };
}

/** Whether a club meets a filter on the facts' day. An empty filter asks only whether it is active. */
export function clubMatches(club: ClubFacts, filter: ClubFilter, facts: Facts): Three {
  const answers: Three[] = [club.active];
  const { asOf } = facts;
  if (filter.at !== undefined) answers.push(club.location === undefined ? 'unknown' : three(textKey(club.location) === textKey(filter.at)));
  if (filter.founded !== undefined) answers.push(within(club.founded, filter.founded));
  for (const evidence of filter.has ?? []) answers.push(club.since[evidence]);
  if (filter.model !== undefined) answers.push(same(club.model, filter.model));
  if (filter.quality !== undefined) {
    const quality = qualityOf(club, facts);
    answers.push(...filter.quality.map((part) => quality[part]));
  }
  if (filter.size !== undefined) answers.push(meets(filter.size, countFigure(clubMembers(club, {}, asOf))));
  if (filter.share !== undefined) {
    const { of, among = {}, bar } = filter.share;
    answers.push(shareMeets(bar, clubMembers(club, { ...among, ...of }, asOf), clubMembers(club, among, asOf)));
  }
  if (filter.money !== undefined) {
    const balance = club.funds[filter.money.fund];
    answers.push(balance === undefined ? 'unknown' : meets(filter.money.bar, { low: balance, high: balance }));
  }
  for (const event of filter.event ?? []) answers.push(event === 'trained' ? club.trained : club.supervised);
  return every(answers);
}

/** A club without anybody to divide by does not meet a share: nothing is missing there, and nothing is reached. */
function shareMeets(bar: Bar, part: Tally, whole: Tally): Three {
  const figure = shareFigure(part, whole);
  if (figure === undefined) return 'no';
  const answer = meets(bar, figure);
  return answer === 'yes' && whole.sure === 0 ? 'unknown' : answer;
}

/** A club by a quality rule of its plan, with the criteria it fails; by the rule that is used unless another one is given. */
export const qualityOf = (club: ClubFacts, facts: Facts, rule: QualityRule = facts.plan.qualityRule): Quality =>
  qualityBy(rule, facts.plan.areas, club, clubMembers(club, { board: true }, facts.asOf));

/** A person counts once: some membership is active, in a club that matches, and meets the filter. */
export function personMatches(person: Person, filter: MemberFilter, clubs: ReadonlyMap<string, Three>, day: IsoDate): Three {
  return some(
    person.memberships.map((member) =>
      every([
        member.active,
        member.club === undefined ? 'unknown' : (clubs.get(member.club) ?? 'unknown'),
        memberMatches(member, filter, day),
      ]),
    ),
  );
}

export function locationMatches(location: LocationFacts, filter: LocationFilter): Three {
  const answers: Three[] = [];
  if (filter.except !== undefined) answers.push(three(!filter.except.some((name) => textKey(name) === textKey(location.name))));
  if (filter.hasPlan !== undefined) answers.push(same(location.hasPlan, filter.hasPlan));
  if (filter.hasClub !== undefined) answers.push(same(location.hasClub, filter.hasClub));
  if (filter.reached !== undefined) answers.push(same(location.reached, filter.reached));
  return every(answers);
}
