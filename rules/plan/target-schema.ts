// The grammar of targets: what is counted, of what, against which bar, by when. docs/plans.md explains it by example.
import * as z from 'zod';
import { dateText, id, sentence, unitId } from './schema-parts.ts';

/** Numbers of a bar are counts, đồng or percent (0-100), as `unit` says; never a fraction of one. */
export const Bar = z.strictObject({
  atLeast: z.number().nonnegative().optional(),
  moreThan: z.number().nonnegative().optional(),
  atMost: z.number().nonnegative().optional(),
  equal: z.number().nonnegative().optional(),
  about: z.strictObject({ value: z.number().nonnegative(), tolerance: z.number().positive() }).optional(),
  between: z.tuple([z.number().nonnegative(), z.number().nonnegative()]).optional(),
});
export type Bar = z.infer<typeof Bar>;

/** A stretch of calendar days; both ends counted; an end left out is open. */
export const Span = z.strictObject({ from: dateText.optional(), to: dateText.optional() });
export type Span = z.infer<typeof Span>;

/** Conditions on a member; all must hold. `older`: from their 60th birthday on (Luật Người cao tuổi 39/2009/QH12, Điều 2). */
export const MemberFilter = z.strictObject({
  older: z.boolean().optional(),
  ageFrom: z.int().min(1).max(120).optional(),
  sex: z.enum(['female', 'male']).optional(),
  circumstance: z
    .array(z.enum(['poor', 'nearPoor', 'hardship']))
    .nonempty()
    .optional(),
  ethnicMinority: z.boolean().optional(),
  borrower: z.boolean().optional(),
  needsLoan: z.boolean().optional(),
  board: z.boolean().optional(),
  volunteer: z.boolean().optional(),
  insured: z.boolean().optional(),
  joined: Span.optional(),
});
export type MemberFilter = z.infer<typeof MemberFilter>;

export const ClubEvidence = z.enum(['foundingDecision', 'launch', 'regulation', 'board', 'incomeFund', 'operatingFund']);
export type ClubEvidence = z.infer<typeof ClubEvidence>;

/** Conditions on a club; all must hold. An empty object is every active club. */
export const ClubFilter = z.strictObject({
  /** name of a xóm, thôn, buôn or tổ dân phố */
  at: sentence.optional(),
  founded: Span.optional(),
  has: z.array(ClubEvidence).nonempty().optional(),
  model: z.boolean().optional(),
  /** criteria of the plan's named quality rule */
  quality: z
    .array(z.enum(['allActivities', 'wellManaged']))
    .nonempty()
    .optional(),
  size: Bar.optional(),
  share: z.strictObject({ of: MemberFilter, among: MemberFilter.optional(), bar: Bar }).optional(),
  /** balance of a fund, in đồng */
  money: z.strictObject({ fund: z.enum(['income', 'operating']), bar: Bar }).optional(),
  /** an event of that kind is recorded for the club */
  event: z.enum(['trained', 'supervised']).array().nonempty().optional(),
});
export type ClubFilter = z.infer<typeof ClubFilter>;

export const LocationFilter = z.strictObject({
  except: z.array(sentence).optional(),
  hasPlan: z.boolean().optional(),
  hasClub: z.boolean().optional(),
  /** a communication event is recorded for the location */
  reached: z.boolean().optional(),
});
export type LocationFilter = z.infer<typeof LocationFilter>;

export const UnitFilter = z.strictObject({
  /** only units of this class, as the plan's units name it */
  class: id.optional(),
  /** units with at least one club that meets this */
  withClub: ClubFilter.optional(),
});
export type UnitFilter = z.infer<typeof UnitFilter>;

/** What is counted. People are counted once per commune however many clubs they are in. */
export const Count = z.union([
  z.strictObject({ clubs: ClubFilter }),
  z.strictObject({ members: MemberFilter, ofClubs: ClubFilter.optional() }),
  z.strictObject({ locations: LocationFilter }),
  z.strictObject({ units: UnitFilter }),
]);
export type Count = z.infer<typeof Count>;

/**
 * The units a target is for; all conditions hold. Left out: every unit of the plan. A unit keeps its id when it is merged or renamed,
 * so a scope needs no dates of its own.
 */
export const Scope = z.strictObject({
  units: z.array(unitId).nonempty().optional(),
  class: id.optional(),
  group: id.optional(),
});
export type Scope = z.infer<typeof Scope>;

const common = {
  id,
  /** II.1.a, I.2.1: as the plan numbers it */
  clause: sentence,
  /** as printed in a report's table */
  title: sentence,
  /** the plan's own words */
  text: sentence,
  /** at which level the target is judged; both unless said */
  levels: z
    .array(z.enum(['commune', 'superior']))
    .nonempty()
    .optional(),
  /** a commune outside of it is not judged, and a superior sums without it */
  scope: Scope.optional(),
  /** the last day by which it has to be met */
  deadline: dateText,
  /** shown under the table: how a word of the clause was understood */
  definition: sentence.optional(),
};
/** One phase of a target: judged by its own deadline. The last one has the target's own bar and deadline. */
const Phase = z.strictObject({ id, title: sentence, deadline: dateText, bar: Bar, striven: Bar.optional() });
export type Phase = z.infer<typeof Phase>;

const measured = {
  bar: Bar,
  unit: z.enum(['count', 'percent']),
  /** the higher bar a plan strives for beside the one it assigns; it has a status of its own and decides nothing */
  striven: Bar.optional(),
  phases: z.array(Phase).nonempty().optional(),
};
/**
 * Where a quantity has to be on a day before the deadline: from the baseline, by the plan's own steps where it has some, to the bar.
 * A point at a year's end or beginning is reached at the cut-off of 14/12 that decides for it.
 */
const course = {
  baseline: z.strictObject({ date: dateText, value: z.number().nonnegative() }).optional(),
  steps: z
    .array(z.strictObject({ by: dateText, bar: Bar }))
    .nonempty()
    .optional(),
};
/**
 * The ways to read an ambiguous clause, all printed, the target's own first; `bar` (same unit) where a reading has its own, because
 * "100% of the clubs with at least 50% borrowers" and "at least 50% of all members are borrowers" do not share one.
 */
const reading = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.strictObject({ id, text: sentence, bar: Bar.optional(), ...shape })).optional();

const countShape = { count: Count };
const shareShape = { part: Count, of: Count };

/** what an excess over the upper end is called: a success for quantities, "vượt khung" for composition */
const excess = z.enum(['beyond', 'outside']).optional();

/** kinds 1-3, 7: a number of something; `every` judges each calendar year, or half of one, of the span by itself */
export const CountTarget = z.strictObject({
  ...common,
  ...measured,
  ...course,
  kind: z.literal('count'),
  ...countShape,
  every: z.strictObject({ unit: z.enum(['year', 'half-year']), from: dateText, to: dateText }).optional(),
  excess,
  readings: reading(countShape),
});
/** kinds 5, 9, 10, 11 and composition in total: part of a whole, in percent */
export const ShareTarget = z.strictObject({
  ...common,
  ...measured,
  ...course,
  kind: z.literal('share'),
  ...shareShape,
  excess,
  readings: reading(shareShape),
});
/** kind 8: every club by itself has a size, or a share of its members, within a range */
export const EachClubTarget = z.strictObject({
  ...common,
  ...measured,
  kind: z.literal('each-club'),
  clubs: ClubFilter,
  /** left out: the number of members is judged */
  share: z.strictObject({ of: MemberFilter, among: MemberFilter.optional() }).optional(),
});
/** Whether units are taken one by one or by their groups, and the plan's word for one of them ("huyện"). */
const taken = { per: z.enum(['unit', 'group']).optional(), word: sentence.optional() };

/** kind 4: every unit, or every group of units, by itself has a number of something */
export const EachUnitTarget = z.strictObject({
  ...common,
  ...measured,
  ...taken,
  kind: z.literal('each-unit'),
  ...countShape,
  units: UnitFilter,
  excess,
});
/** kind 6: at least so many groups (or units, `per`), or such a share of them, each have a number of something */
export const SpreadTarget = z.strictObject({
  ...common,
  ...measured,
  ...taken,
  kind: z.literal('spread'),
  ...countShape,
  each: Bar,
  excess,
});
/**
 * kind 12: the clubs of an earlier phase are kept. The whole is the baseline: how many clubs founded in the span each unit had, which
 * the superior's workbook holds. A club of the baseline that no register has entered is missing, not gone; only a dissolved one is gone.
 */
export const CohortTarget = z.strictObject({
  ...common,
  ...measured,
  kind: z.literal('cohort'),
  founded: z.strictObject({ from: dateText, to: dateText }),
});
/** kind 13: a named place reaches a state, told by evidence in the register */
export const MilestoneTarget = z.strictObject({ ...common, kind: z.literal('milestone'), place: sentence, evidence: ClubFilter });
/** kind 15: people set the status; figures may stand beside it */
export const NarrativeTarget = z.strictObject({
  ...common,
  kind: z.literal('narrative'),
  beside: z.union([z.strictObject(countShape), z.strictObject(shareShape)]).optional(),
});

export const Target = z.discriminatedUnion('kind', [
  CountTarget,
  ShareTarget,
  EachClubTarget,
  EachUnitTarget,
  SpreadTarget,
  CohortTarget,
  MilestoneTarget,
  NarrativeTarget,
]);
export type Target = z.infer<typeof Target>;
export type TargetOf<K extends Target['kind']> = Extract<Target, { kind: K }>;
