// A unit's figures on a day: what every target counts, and the few numbers a table of units shows. Counts only, so that they may travel.
import type { IsoDate } from '../calendar-date.ts';
import type { Plan } from '../plan/schema.ts';
import type { Count } from '../plan/target-schema.ts';
import type { Register } from '../register/read-register.ts';
import { measureRegister, type ProgressQuestion } from './evaluate.ts';
import type { Facts } from './facts.ts';
import { factsOf } from './facts-of.ts';
import { countOf, type TargetMeasured } from './measure.ts';
import type { Tally } from './progress.ts';

/** The numbers of a table of units, whatever a plan's targets are. */
export const BASE_COUNTS = {
  clubs: { clubs: {} },
  members: { members: {} },
  older: { members: { older: true } },
  women: { members: { sex: 'female' } },
  disadvantaged: { members: { circumstance: ['poor', 'nearPoor', 'hardship'] } },
  borrowers: { members: { borrower: true } },
} as const satisfies Readonly<Record<string, Count>>;
export type BaseCount = keyof typeof BASE_COUNTS;
export type BaseTallies = { readonly [K in BaseCount]: Tally };

export interface UnitFigures {
  readonly unit: string;
  readonly cutOff: IsoDate;
  readonly planVersion: number;
  readonly base: BaseTallies;
  readonly measured: readonly TargetMeasured[];
}

/** Everything a superior needs of one register, counted. Record codes are left out: they stay in the commune. */
export function figuresOf(
  register: Register,
  question: ProgressQuestion,
  counts: readonly TargetMeasured[] = measureRegister(register, question),
): UnitFigures {
  const { plan, unit, cutOff, windowFrom } = question;
  const facts = factsOf(register, { plan, unit, asOf: cutOff, windowFrom });
  return { unit, cutOff, planVersion: plan.version, base: baseOf(facts), measured: counts.map(travelling) };
}

/** Counts travel; what is said of single clubs by the quality rule does not. */
const travelling = ({ quality: _stays, ...counts }: TargetMeasured): TargetMeasured => bare(counts);

export const baseOf = (facts: Facts): BaseTallies => {
  const counted = Object.entries(BASE_COUNTS).map(([key, count]) => [key, bare(countOf(count, facts))]);
  return Object.fromEntries(counted) as { [K in BaseCount]: Tally };
};

/** A value without the record codes in it. */
function bare<T>(value: T): T {
  return JSON.parse(figuresText(value)) as T;
}

const RECORDS = new Set(['records', 'doubtfulRecords']);

/** Figures as text for _Số chốt, without record codes: the same figures give the same text. */
export const figuresText = (figures: unknown): string => JSON.stringify(figures, (key, part: unknown) => (RECORDS.has(key) ? [] : part));

/** Figures from _Số chốt; undefined when they were made under another version of the plan, or are no figures at all. */
export function figuresFrom(text: string, plan: Plan): UnitFigures | undefined {
  try {
    const raw = JSON.parse(text) as Partial<UnitFigures> | null;
    const whole =
      raw?.planVersion === plan.version && typeof raw.unit === 'string' && raw.base !== undefined && Array.isArray(raw.measured);
    return whole ? (raw as UnitFigures) : undefined;
  } catch {
    return undefined; // the unit is then one that was not heard from
  }
}
