// The people's verdicts on narrative targets, from Thuyết minh báo cáo. The software never judges such a target by itself.
import { type IsoDate, yearOf } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Verdicts } from '../progress/evaluate.ts';
import { decidingCutOff } from '../progress/judge.ts';
import type { Register } from '../register/read-register.ts';
import { isAbout } from './period-said.ts';
import type { ReportPeriod } from './report-content.ts';
import { yearWindow } from './windows.ts';

/** The period whose verdicts are asked for. */
export type Asked = Pick<ReportPeriod, 'kind' | 'label' | 'from' | 'cutOff'>;

/**
 * The verdicts of a period: of those lines whose Kỳ báo cáo names it. A report on directive has those of the year that its cut-off ends; a
 * target decided in an earlier year has that year's. Two that disagree are none: the texts are kept, so that people see both.
 */
export function verdictsOf(register: Pick<Register, 'narratives'>, plan: Pick<Plan, 'targets'>, asked: Asked): Verdicts {
  const periodFor = new Map(plan.targets.map(({ id, deadline }) => [id, judgedIn(asked, decidingCutOff(deadline))]));
  const given = new Map<string, { readonly met: Set<boolean>; readonly texts: string[] }>();
  for (const { values } of register.narratives.rows) {
    const { part, target, period, verdict, text } = values;
    const wanted = target === undefined ? undefined : periodFor.get(target);
    if (part !== 'verdict' || target === undefined || period === undefined || wanted === undefined || !isAbout(period, wanted)) continue;
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

/** The period that a target's verdict is looked for under, given the cut-off that decides it. */
function judgedIn(asked: Asked, decides: IsoDate): Asked {
  const year = Math.min(yearOf(decides), yearOf(asked.cutOff));
  const isEarlier = year < yearOf(asked.cutOff);
  return isEarlier || asked.kind === 'yearly' || asked.kind === 'ad-hoc' ? { kind: 'yearly', ...yearWindow(year) } : asked;
}
