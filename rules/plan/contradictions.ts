// Targets of one plan that cannot be met together, or of which one follows from no other although it looks so.
// Only targets about the same clubs and the same people are compared.
import { type PlanNotice, planNotice } from './plan-notice.ts';
import type { Plan } from './schema.ts';
import { allStretches } from './stretch.ts';
import type { Bar, ClubFilter, Count, MemberFilter, TargetOf } from './target-schema.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}
const within = ({ low, high }: Range): boolean => low <= high;

/** What a bar allows; both ends count, so "more than 5" begins at 6 for things that are counted. */
function rangeOf(bar: Bar, isCounted: boolean): Range {
  const least = [bar.atLeast, bar.equal, bar.between?.[0], bar.about && bar.about.value - bar.about.tolerance];
  const most = [bar.atMost, bar.equal, bar.between?.[1], bar.about && bar.about.value + bar.about.tolerance];
  const more = bar.moreThan === undefined ? undefined : isCounted ? Math.floor(bar.moreThan) + 1 : bar.moreThan;
  const given = (ends: readonly (number | undefined)[]) => ends.filter((end) => end !== undefined);
  return { low: Math.max(0, ...given([...least, more])), high: Math.min(Number.POSITIVE_INFINITY, ...given(most)) };
}

/** Filters are alike when they say the same, in whatever order. */
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

const ofKind = <K extends Plan['targets'][number]['kind']>(plan: Plan, kind: K): TargetOf<K>[] =>
  plan.targets.filter((target): target is TargetOf<K> => target.kind === kind);

interface Counted {
  readonly clause: string;
  readonly range: Range;
}
interface Clubs extends Counted {
  readonly clubs: ClubFilter;
  readonly deadline: string;
}

/** Targets for a number of clubs, for all members of clubs, and for the size of each club. */
function sizesOf(plan: Plan): { clubs: Clubs[]; members: Clubs[]; sizes: Clubs[] } {
  const counts = ofKind(plan, 'count').filter((target) => target.every === undefined && target.unit === 'count');
  const line = (target: { clause: string; deadline: string; bar: Bar }, clubs: ClubFilter): Clubs => ({
    clause: target.clause,
    deadline: target.deadline,
    range: rangeOf(target.bar, true),
    clubs,
  });
  const allMembersOf = (count: Count): ClubFilter | undefined =>
    'members' in count && same(count.members, {}) ? (count.ofClubs ?? {}) : undefined;
  return {
    clubs: counts.flatMap((target) => ('clubs' in target.count ? [line(target, target.count.clubs)] : [])),
    members: counts.flatMap((target) => {
      const clubs = allMembersOf(target.count);
      return clubs === undefined ? [] : [line(target, clubs)];
    }),
    sizes: ofKind(plan, 'each-club')
      .filter((target) => target.share === undefined)
      .map((target) => line(target, target.clubs)),
  };
}

function sizeNotices(clubs: Clubs, members: Clubs, size: Clubs): PlanNotice[] {
  const clauses = [clubs.clause, members.clause, size.clause];
  const [fewest, most] = [clubs.range.low, clubs.range.high];
  const [smallest, largest] = [size.range.low, size.range.high];
  const wanted = members.range.low;
  if (most * largest < wanted) return [planNotice('CLUBS_CANNOT_HOLD_MEMBERS', clauses, { clubs: most, size: largest, members: wanted })];
  const notices: PlanNotice[] = [];
  if (fewest > 0 && fewest * largest < wanted) {
    const needed = Math.ceil(wanted / largest);
    notices.push(planNotice('TOO_FEW_CLUBS_FOR_MEMBERS', clauses, { clubs: fewest, size: largest, members: wanted, needed }));
  }
  if (fewest * smallest > members.range.high) {
    notices.push(planNotice('CLUBS_EXCEED_MEMBERS', clauses, { clubs: fewest, size: smallest, members: members.range.high }));
  }
  return notices;
}

/** Clubs x size against members, due on the same day: the lower ends that do not meet, and totals out of reach. */
export function contradictorySizes(plan: Plan): PlanNotice[] {
  const { clubs, members, sizes } = sizesOf(plan);
  return clubs.flatMap((club) =>
    members
      .filter((member) => same(member.clubs, club.clubs) && member.deadline === club.deadline)
      .flatMap((member) =>
        sizes.filter((size) => same(size.clubs, {}) || same(size.clubs, club.clubs)).flatMap((size) => sizeNotices(club, member, size)),
      ),
  );
}

/** The filter that holds for exactly the others: women and men, older and younger, any yes and its no. */
function complementOf(filter: MemberFilter): MemberFilter | undefined {
  const [entry, ...more] = Object.entries(filter);
  if (entry === undefined || more.length > 0) return undefined;
  const [key, value] = entry;
  if (key === 'sex') return { sex: value === 'female' ? 'male' : 'female' };
  return typeof value === 'boolean' ? { [key]: !value } : undefined;
}

interface Share extends Counted {
  readonly id: string;
  readonly of: MemberFilter;
  /** what has to be alike for two shares to be of one whole */
  readonly whole: unknown;
}

function sharesOf(plan: Plan): Share[] {
  const eachClub = ofKind(plan, 'each-club').flatMap(({ id, clause, bar, clubs, share }): Share[] =>
    share ? [{ id, clause, range: rangeOf(bar, false), of: share.of, whole: { each: clubs, among: share.among ?? {} } }] : [],
  );
  const total = ofKind(plan, 'share').flatMap(({ id, clause, bar, part, of }): Share[] =>
    'members' in part && 'members' in of && same(part.ofClubs ?? {}, of.ofClubs ?? {})
      ? [{ id, clause, range: rangeOf(bar, false), of: part.members, whole: of }]
      : [],
  );
  return [...eachClub, ...total];
}

/** Two shares that make up a whole and whose ranges cannot add up to 100 percent. */
export function contradictoryShares(plan: Plan): PlanNotice[] {
  const shares = sharesOf(plan);
  return shares.flatMap((one, index) =>
    shares
      .slice(index + 1)
      .filter((other) => same(complementOf(one.of), other.of) && same(one.whole, other.whole))
      .flatMap((other) => {
        const sum: Range = { low: one.range.low + other.range.low, high: Math.min(100, one.range.high) + Math.min(100, other.range.high) };
        const names = { first: one.id, second: other.id };
        if (within({ low: 100, high: sum.high }) && within({ low: sum.low, high: 100 })) return [];
        return sum.low > 100
          ? [planNotice('PARTS_ABOVE_WHOLE', [one.clause, other.clause], { ...names, sum: sum.low })]
          : [planNotice('PARTS_BELOW_WHOLE', [one.clause, other.clause], { ...names, sum: sum.high })];
      }),
  );
}

/** A number for every year, or half-year, against the number for all of them together. */
export function contradictoryYears(plan: Plan): PlanNotice[] {
  const counts = ofKind(plan, 'count');
  return counts.flatMap((yearly) => {
    const { every } = yearly;
    if (every === undefined) return [];
    const years = allStretches(every).length;
    const unit = every.unit;
    const each = rangeOf(yearly.bar, true);
    return counts
      .filter((total) => total.every === undefined && same(total.count, yearly.count))
      .flatMap((total) => {
        const clauses = [yearly.clause, total.clause];
        const all = rangeOf(total.bar, true);
        if (each.low * years > all.high)
          return [planNotice('YEARLY_ABOVE_TOTAL', clauses, { yearly: each.low, years, total: all.high, unit })];
        return each.low * years < all.low
          ? [planNotice('YEARLY_BELOW_TOTAL', clauses, { yearly: each.low, years, total: all.low, unit })]
          : [];
      });
  });
}
