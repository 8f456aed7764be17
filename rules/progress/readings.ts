// The ways a target is counted beside its own: the readings of an ambiguous clause, and the other versions of the quality rule.
import type { Plan, QualityRule } from '../plan/schema.ts';
import type { Bar, ClubFilter, Count, TargetOf } from '../plan/target-schema.ts';
import { ruleText } from './labels.ts';

type Readable = TargetOf<'count'> | TargetOf<'share'>;

export interface Reading {
  readonly id: string;
  readonly text: string;
  readonly bar?: Bar;
  readonly counts: { readonly count: Count } | { readonly part: Count; readonly of: Count };
  /** the version of the quality rule it is counted by, where that is not the one the plan uses */
  readonly rule?: QualityRule;
}

const clubsIn = (count: Count): ClubFilter[] => {
  if ('clubs' in count) return [count.clubs];
  if ('members' in count) return count.ofClubs ? [count.ofClubs] : [];
  return 'units' in count && count.units.withClub ? [count.units.withClub] : [];
};
const countsOf = (target: Readable): Reading['counts'] =>
  target.kind === 'count' ? { count: target.count } : { part: target.part, of: target.of };

/** Whether a target's own count asks for the quality rule. */
export const restsOnQuality = (target: Readable): boolean =>
  (target.kind === 'count' ? [target.count] : [target.part, target.of]).some((count) =>
    clubsIn(count).some(({ quality }) => quality !== undefined),
  );

/** Every reading of a target, its own first. With several versions of the quality rule each is a reading of the same count. */
export function readingsOf(target: Readable, plan: Pick<Plan, 'qualityRule' | 'otherQualityRules'>): Reading[] {
  const own = (target.readings ?? []).map((reading): Reading => {
    const { id, text, bar } = reading;
    return {
      id,
      text,
      ...(bar ? { bar } : {}),
      counts: 'count' in reading ? { count: reading.count } : { part: reading.part, of: reading.of },
    };
  });
  const { qualityRule, otherQualityRules = [] } = plan;
  if (otherQualityRules.length === 0 || !restsOnQuality(target)) return own;
  const counts = countsOf(target);
  const used: Reading = { id: ruleId(qualityRule), text: ruleText(qualityRule), counts };
  const others = otherQualityRules.map((rule): Reading => ({ id: ruleId(rule), text: ruleText(rule), counts, rule }));
  return [...(own.length === 0 ? [used] : own), ...others];
}

const ruleId = ({ id, version }: QualityRule): string => `${id}.v${version}`;
