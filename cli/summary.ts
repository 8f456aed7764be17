// What a run did, for programs: summary.json. Keys are English and stay; values are aggregates.
import { readTabs } from '../functions/google-shell.ts';
import { settingOf } from '../functions/setup.ts';
import { type Instant, type IsoDate, localDate } from '../rules/calendar-date.ts';
import { type Summary, summaryOf } from '../rules/findings/finding.ts';
import { Problem } from '../rules/problem.ts';
import { decimalsBeside, figureText, planText, unitOf } from '../rules/progress/labels.ts';
import type { CourseProgress, Figure, Status, StrivenProgress, TargetProgress } from '../rules/progress/progress.ts';
import { TABS, type TabKey } from '../rules/register/tabs.ts';
import { type Review, review } from '../rules/reporting/review.ts';
import { unitNamed } from '../rules/reporting/unit-standing.ts';
import { LOCAL, localClients } from './local-google.ts';
import type { SentMail } from './mails.ts';
import { loadPlan, planPath } from './plan-file.ts';

/** A unit of a plan and its register. */
export interface KnownRegister {
  /** absent: the unit has no register */
  readonly id?: string;
  readonly unit: string;
  readonly plan: string;
}

export interface TargetSummary {
  readonly id: string;
  readonly status: Status;
  readonly plan: string;
  readonly actual: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** many units: how many of them the figures hold */
  readonly coverage?: { readonly heard: number; readonly of: number };
  /** where the plan's way wants it to be by now */
  readonly course?: CourseProgress;
  readonly striven?: StrivenProgress;
  readonly bounds?: { readonly low: number; readonly high: number | null };
  readonly readings?: readonly {
    readonly id: string;
    readonly status: Status;
    readonly actual: string;
    readonly numerator: number;
    readonly denominator: number | null;
  }[];
}
export interface DeliverySummary {
  readonly key: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly status: string;
  readonly file: string | null;
}
export interface RegisterSummary {
  /** null: the unit has no register */
  readonly id: string | null;
  readonly unit: string;
  readonly plan: string;
  readonly records: Readonly<Record<string, number>>;
  readonly findings: Summary;
  readonly targets: readonly TargetSummary[];
  readonly deliveries: readonly DeliverySummary[];
  /** the code of what kept this register from being read or reported */
  readonly trouble?: string;
}
export interface RunSummary {
  readonly date: IsoDate;
  readonly registers: readonly RegisterSummary[];
  readonly superiors: readonly RegisterSummary[];
}

export interface SummaryInputs {
  readonly workspace: string;
  readonly register: KnownRegister;
  readonly now: Instant;
  readonly mails: readonly SentMail[];
  readonly files: ReadonlyMap<string, string>;
  readonly trouble: string | undefined;
}

/** Reads a register once more and sums it up; one that cannot be read is an entry with its trouble and no records. */
export async function summaryOfRegister({ workspace, register, now, mails, files, trouble }: SummaryInputs): Promise<RegisterSummary> {
  const nothing = {
    id: register.id ?? null,
    unit: register.unit,
    plan: register.plan,
    records: {},
    findings: summaryOf([]),
    targets: [],
    deliveries: [],
  };
  if (register.id === undefined) return { ...nothing, unit: nameIn(register, now) };
  try {
    const { reading } = await readTabs(localClients(workspace).sheets, register.id, Object.values(TABS));
    const found = review(reading, settingOf({ mailbox: LOCAL.mailbox }, now));
    return {
      ...nothing,
      unit: unitNamed(found.plan, found.unitId, localDate(now)),
      records: recordsOf(found),
      findings: summaryOf(found.findings),
      targets: found.progress.map((one) => targetSummary(one, found.plan.rounding.percentDecimals)),
      deliveries: deliveriesOf(found.register.reports, `${found.plan.id}/${found.unitId}/`, mails, files),
      ...(trouble === undefined ? {} : { trouble }),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...nothing, unit: nameIn(register, now), trouble: trouble ?? error.code };
  }
}

/** A unit's name on the day, from its plan's file. */
function nameIn({ plan, unit }: KnownRegister, now: Instant): string {
  return unitNamed(loadPlan(planPath(plan)).plan, unit, localDate(now));
}

/** Rows of every tab that people fill in. */
const recordsOf = ({ register }: Review): Record<string, number> =>
  Object.fromEntries(
    (Object.keys(TABS) as TabKey[]).filter((key) => TABS[key].kind === 'data').map((key) => [key, register[key].rows.length]),
  );

export function targetSummary(one: TargetProgress, decimals: number): TargetSummary {
  const { target, figure, status } = one;
  const unit = target.kind === 'milestone' ? 'percent' : (unitOf(target) ?? 'percent');
  const places = figure !== undefined && 'bar' in target ? decimalsBeside(figure, target.bar, decimals) : decimals;
  const text = (shown: Figure) => figureText(shown, shown.denominator === undefined ? unit : 'percent', places);
  return {
    id: target.id,
    status,
    plan: planText(target),
    actual: figure === undefined ? null : text(figure),
    numerator: figure?.numerator.sure ?? null,
    denominator: figure?.denominator?.sure ?? null,
    ...(figure !== undefined && figure.low !== figure.high ? { bounds: { low: figure.low, high: figure.high ?? null } } : {}),
    ...(one.coverage ? { coverage: one.coverage } : {}),
    ...(one.course ? { course: one.course } : {}),
    ...(one.striven ? { striven: one.striven } : {}),
    ...(one.readings
      ? {
          readings: one.readings.map((reading) => ({
            id: reading.id,
            status: reading.status,
            actual: text(reading.figure),
            numerator: reading.figure.numerator.sure,
            denominator: reading.figure.denominator?.sure ?? null,
          })),
        }
      : {}),
  };
}

/** The mails of one reporter, as its ledger shows them. */
export function deliveriesOf(
  reports: Review['register']['reports'],
  prefix: string,
  mails: readonly SentMail[],
  files: ReadonlyMap<string, string>,
): DeliverySummary[] {
  const own = mails.filter(({ key }) => key.startsWith(prefix));
  return reports.rows.flatMap(({ values }): DeliverySummary[] => {
    const { key, status } = values;
    if (key === undefined || status === undefined) return [];
    const mail = own.find((one) => one.key === key);
    return [{ key, to: mail?.to ?? [], cc: mail?.cc ?? [], status, file: mail === undefined ? null : (files.get(mail.id) ?? null) }];
  });
}
