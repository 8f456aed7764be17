// The reminder to a unit's own office: which of its reports it is about today, what still blocks each, and whom it goes to.
import { type IsoDate, localDate } from '../calendar-date.ts';
import { unitOn } from '../plan/unit-names.ts';
import type { Identity } from '../register/identity.ts';
import { capital } from '../text.ts';
import { unitOf } from './build-report.ts';
import type { ComposeSetting } from './compose-report.ts';
import { TODO, tabTitle } from './labels.ts';
import { newestStep } from './ladder.ts';
import type { Ledger } from './ledger.ts';
import { blockersOf, isOver, type OpenReport } from './life.ts';
import { unwrittenParts } from './narrative-parts.ts';
import type { PlannedReport } from './periods.ts';
import type { ComposeReminder, ReminderReport } from './reminder-content.ts';
import { reminderKey } from './reminder-rows.ts';
import {
  begunReminder,
  lastReminded,
  mayRemind,
  type Reminder,
  type ReminderDue,
  type RemindingPlan,
  resumedReminder,
} from './reminding.ts';
import type { Office } from './report-content.ts';
import type { Review } from './review.ts';
import { besides, type Others, type Standing } from './same-officer.ts';
import type { Wish } from './wish.ts';
import { SAID } from './wish-labels.ts';

export interface UnitReminderQuestion extends Standing {
  readonly setting: ComposeSetting & { readonly wish?: Wish; readonly composeReminder?: ComposeReminder; readonly others?: Others };
}

/** A reminder that was left half done, or today's. A turn that does what a person asks begins none: that person is at work already. */
export function remind(question: UnitReminderQuestion & { readonly sender: Reminder }): RemindingPlan | undefined {
  const { found, ledger, open, setting, sender } = question;
  const isOpen = (key: string) => !key.startsWith(`${found.plan.id}/${found.unitId}/`) || open.some(({ report }) => report.key === key);
  const left = resumedReminder(ledger, isOpen, sender);
  if (left !== undefined || setting.wish !== undefined) return left;
  const due = unitReminder(question);
  return due === undefined ? undefined : begunReminder(due, sender);
}

/** Today's reminder; undefined where no step has come since the last one, where nobody can be written to, and where another register reminds. */
export function unitReminder({ setting, ...own }: UnitReminderQuestion): ReminderDue | undefined {
  const { now, composeReminder, others } = setting;
  if (composeReminder === undefined || !mayRemind(own.ledger, now)) return undefined;
  const beside = others === undefined ? [] : besides(own, others, setting);
  if (beside === undefined) return undefined;
  const all = [own, ...beside];
  if (!all.every(({ ledger }) => mayRemind(ledger, now))) return undefined;
  const today = localDate(now);
  const last = all
    .flatMap(({ ledger }) => lastReminded(ledger) ?? [])
    .sort()
    .pop();
  const due = all.flatMap((standing) =>
    standing.open.flatMap((one) => (isStepDue(one, last, standing.ledger, today) ? [{ one, standing }] : [])),
  );
  const [to, cc] = addressees(
    all.map(({ found }) => found.identity),
    today,
  );
  if (due.length === 0 || to.length === 0) return undefined;
  const { plan } = own.found;
  const unit = nameOf(own.found, today);
  const key = reminderKey(plan.id, own.found.unitId, today);
  const isShared = due.some(({ standing }) => standing !== own);
  const reports = due.map(({ one, standing }) => ({
    ...reminderReport(one, standing, today),
    ...(isShared ? { unit: nameOf(standing.found, today) } : {}),
  }));
  const content = { key, unit, planTitle: plan.title, now, to: [...to, ...cc], reports };
  return { key, about: due.map(({ one }) => one.report.key), from: SAID.register(unit), to, cc, text: composeReminder(content) };
}

const nameOf = ({ plan, unitId }: Review, today: IsoDate): string => unitOn(unitOf(plan, unitId), today).name;

/** The newest step counts, and no older one: a report on directive has none before it was asked for. What is approved goes out by itself. */
function isStepDue({ report, approval }: OpenReport, last: IsoDate | undefined, { requests }: Ledger, today: IsoDate): boolean {
  const step = newestStep(report, today);
  if (approval !== undefined || step === undefined || report.revises !== undefined) return false; // a revision corrects what was sent
  const asked =
    report.period.kind === 'ad-hoc' ? requests.find(({ number }) => String(number) === report.key.split('/').slice(-2)[0]) : undefined;
  return (last === undefined || last < step) && (asked === undefined || localDate(asked.at) < step);
}

/** The contact, and the official addresses of the units beside; each address once, whoever it stands for. */
function addressees(identities: readonly Identity[], today: IsoDate): [Office[], Office[]] {
  const contact = identities[0]?.contactOn(today);
  const official = identities.flatMap((identity) => identity.officialAddresses(today));
  const offices = [...(contact === undefined ? [] : [{ name: contact.name, email: contact.email }]), ...official];
  const once = [...new Map([...offices].reverse().map((one) => [one.email.toLowerCase(), one])).values()].reverse();
  return contact === undefined ? [once, []] : [once.slice(0, 1), once.slice(1)];
}

function reminderReport({ report }: OpenReport, { found, notSendable }: Standing, today: IsoDate): ReminderReport {
  const { schedule, period } = report;
  const missing = notSendable.find((one) => one.report.key === report.key)?.missing;
  return {
    name: SAID.reportOf(schedule.title, period.label),
    due: period.due,
    lateAfter: report.lateAfter,
    cutOff: period.cutOff,
    isOver: isOver(period, today),
    blocked: blockedTabs(found, report),
    ...(missing === undefined ? {} : { lacking: { text: `${capital(TODO.missing[missing])}.`, advice: TODO.missingAdvice[missing] } }),
    unwritten: isOver(period, today) ? unwrittenParts(found.register, period) : [],
  };
}

function blockedTabs(found: Review, report: PlannedReport): ReminderReport['blocked'] {
  const tabs = new Map<string, Set<string>>();
  for (const { tab, record } of blockersOf(found, report)) {
    const records = tabs.get(tab) ?? new Set<string>();
    if (record !== '') records.add(record);
    tabs.set(tab, records);
  }
  return [...tabs].map(([tab, records]) => ({ tab: tabTitle(tab), count: records.size }));
}
