// The people's verdicts on narrative targets, from Thuyết minh báo cáo. The software never judges such a target by itself.
import { type IsoDate, yearOf } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Verdicts } from '../progress/evaluate.ts';
import { decidingCutOff } from '../progress/judge.ts';
import type { Register } from '../register/read-register.ts';
import { plainKey } from '../text.ts';

/**
 * The verdicts of the year that a cut-off ends; of a target decided in an earlier year, that year's. Two that disagree
 * are none: the texts are kept, so that people see both.
 */
export function verdictsOf(register: Pick<Register, 'narratives'>, plan: Pick<Plan, 'targets'>, cutOff: IsoDate): Verdicts {
  const yearFor = new Map(plan.targets.map(({ id, deadline }) => [id, Math.min(yearOf(decidingCutOff(deadline)), yearOf(cutOff))]));
  const given = new Map<string, { readonly met: Set<boolean>; readonly texts: string[] }>();
  for (const { values } of register.narratives.rows) {
    const { part, target, period, verdict, text } = values;
    if (part !== 'verdict' || target === undefined || period === undefined || yearSaid(period) !== yearFor.get(target)) continue;
    const one = given.get(target) ?? { met: new Set(), texts: [] };
    if (verdict !== undefined) one.met.add(verdict === 'met');
    if (text !== undefined) one.texts.push(text);
    given.set(target, one);
  }
  return new Map(
    [...given].map(
      ([target, { met, texts }]) => [target, { met: met.size === 1 ? [...met][0] : undefined, text: texts.join(' ') }] as const,
    ),
  );
}

/** The year of a yearly period as people write it: "năm 2024", "2024", "15/12/2023 – 14/12/2024". Half-years and quarters are others. */
function yearSaid(period: string): number | undefined {
  if (/\b(thang|quy)\b/.test(plainKey(period))) return undefined;
  const years = period.match(/\d{4}/g) ?? [];
  const last = years[years.length - 1];
  return last === undefined ? undefined : Number(last);
}
