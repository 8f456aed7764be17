// The tab Phân công nhiệm vụ as provisioning fills it from a plan, with how far a demo commune has come on a day.
import { type IsoDate, lastDayOfYear, yearOf } from '../../rules/calendar-date.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { seededRandom } from './random.ts';
import { type DemoRow, type Entry, enteredBy, withCodes } from './register.ts';

/** A line per task of the commune's own units, every year of the plan for a yearly one, entered when its year begins. */
export function demoAssignments(plan: Plan, upTo: IsoDate, seed = 1): DemoRow<'assignments'>[] {
  const random = seededRandom(seed);
  const first = yearOf(plan.period.from);
  const years = Array.from({ length: yearOf(plan.period.to) - first + 1 }, (_, index) => first + index);
  const entries = plan.tasks
    .filter(({ level }) => level === 'commune')
    .flatMap(({ clause, text, inCharge, with: others, recurrence }) =>
      (recurrence === 'yearly' ? years : [first]).map((year): Entry<'assignments'> => {
        const slow = random.chance(20);
        const over = recurrence !== 'continuous' && lastDayOfYear(year) < upTo;
        const status = slow ? 'notStarted' : over ? 'done' : 'ongoing';
        const begins = year === first ? plan.period.from : (`${year}-01-02` as IsoDate);
        return { on: begins, row: { clause, task: text, inCharge, with: others.length > 0 ? others.join('; ') : null, year, status } };
      }),
    );
  return enteredBy(withCodes('assignments', entries), upTo);
}
