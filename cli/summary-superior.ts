// What a run did at a superior: the same shape as a register's summary, its targets over all units.
import { readTabs } from '../functions/google-shell.ts';
import { hear } from '../functions/hear-units.ts';
import { logToNowhere } from '../functions/log.ts';
import { settingOf } from '../functions/setup.ts';
import { localDate } from '../rules/calendar-date.ts';
import { summaryOf } from '../rules/findings/finding.ts';
import { unitOn } from '../rules/plan/unit-names.ts';
import { Problem } from '../rules/problem.ts';
import { reportingUnits } from '../rules/register/read-units.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { reviewSuperior } from '../rules/reporting/superior-review.ts';
import { LOCAL, localClients } from './local-google.ts';
import { loadPlan, planPath } from './plan-file.ts';
import { deliveriesOf, type RegisterSummary, type SummaryInputs, targetSummary } from './summary.ts';

export type SuperiorInputs = Omit<SummaryInputs, 'register'> & { readonly id: string; readonly plan: string };

/** Undefined for a workbook that only lists registers: its plan is one commune's own. */
export async function summaryOfSuperior({
  workspace,
  id,
  plan,
  now,
  mails,
  files,
  trouble,
}: SuperiorInputs): Promise<RegisterSummary | undefined> {
  const { superior } = loadPlan(planPath(plan)).plan;
  if (superior === null) return undefined;
  const nothing = {
    id,
    unit: unitOn(superior, localDate(now)).name,
    plan,
    records: {},
    findings: summaryOf([]),
    targets: [],
    deliveries: [],
  };
  const clients = localClients(workspace);
  try {
    const { reading } = await readTabs(clients.sheets, id, Object.values(SUPERIOR_TABS));
    const units = reportingUnits(reading);
    if (units === 'missing') throw new Problem('SUPERIOR_WITHOUT_UNITS', { superior: id });
    const setting = settingOf({ mailbox: LOCAL.mailbox }, now);
    const heard = await hear(units, loadPlan(planPath(plan)).plan, { clients, log: logToNowhere });
    const found = reviewSuperior(reading, heard, setting);
    const { workbook, live } = found;
    const people = {
      units: workbook.units,
      assigned: workbook.assigned,
      assignments: workbook.assignments,
      events: workbook.events,
      budget: workbook.budget,
      narratives: workbook.narratives,
    };
    return {
      ...nothing,
      records: Object.fromEntries(Object.entries(people).map(([key, tab]) => [key, tab.rows.length])),
      targets: live.progress.map((one) => targetSummary(one, found.plan.rounding.percentDecimals)),
      deliveries: deliveriesOf(workbook.reports, `${plan}/${superior.id}/`, mails, files),
      ...(trouble === undefined ? {} : { trouble }),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...nothing, trouble: trouble ?? error.code };
  }
}
