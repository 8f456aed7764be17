// What is to be done with a superior's workbook: its own report upwards, the daily digest, and its owned tabs.
// The figures come from the units' registers as counts; everything else is the same turn as a register's.
import { daysBetween, type Instant, type IsoDate, localDate, localTime, viDate } from '../calendar-date.ts';
import type { Block, Letter, Line, Write } from '../conversation.ts';
import type { Decision } from '../cycle.ts';
import { sha256Hex } from '../hash.ts';
import { changedBlocks } from '../owned-cells.ts';
import { unitOn } from '../plan/unit-names.ts';
import type { RolledUp } from '../progress/roll-up.ts';
import { lowHigh } from '../progress/tally.ts';
import { REPORT_KINDS } from '../register/choice-lists.ts';
import type { Reading } from '../register/grid.ts';
import { definitionsOf, snapshotOf, withoutRecords } from './build-report.ts';
import type { Setting } from './decide.ts';
import type { Delivery } from './deliver.ts';
import { digestContent, digestKey, digestPlace } from './digest.ts';
import type { ComposeDigest } from './digest-content.ts';
import type { Heard } from './heard.ts';
import {
  isTaken,
  type Ledger,
  type LedgerEntry,
  type LedgerItem,
  ledgerOf,
  lineBlocks,
  publishBlocks,
  rowsOf,
  settledLongAgo,
  unmarkedBlock,
} from './ledger.ts';
import { letterhead } from './letterhead.ts';
import { progressBlock } from './owned-tabs.ts';
import { type PlannedReport, yearlyReports } from './periods.ts';
import type { MailText, Office, ReportContent, UnitLine } from './report-content.ts';
import { type LogLine, logBlock, matrixBlocks, statusBlock } from './superior-blocks.ts';
import { SUPERIOR } from './superior-labels.ts';
import { frozenRollUp, reviewSuperior, type SuperiorReview, type UnitView } from './superior-review.ts';
import { remarkFor, unitNamed } from './unit-standing.ts';

export interface SuperiorSetting extends Setting {
  readonly composeDigest: ComposeDigest;
}

/** A mail that is due, before it is known whether it went out already. */
interface Due {
  readonly key: string;
  readonly place: number;
  readonly item: LedgerItem;
  readonly to: readonly Office[];
  readonly cc: readonly Office[];
  readonly replyTo: readonly Office[];
  readonly from: string;
  readonly mail: MailText;
  readonly parts: Readonly<Record<string, string>>;
  readonly daysLate: number;
}

/** The decision over a superior's workbook, given what was heard of its units. */
export function decideSuperior(reading: Reading, heard: ReadonlyMap<string, Heard>, setting: SuperiorSetting): Decision {
  const found = reviewSuperior(reading, heard, setting);
  const ledger = ledgerOf(found.workbook);
  const original = found.identity.registerId === reading.register;
  const due = ledger === undefined || !original ? [] : mailsDue(found, ledger, setting);
  const register = reading.register;
  const planned = due.flatMap((one) => {
    const entry = ledger?.entries.get(one.key);
    const fixed = rowsOf(one.place);
    if (ledger !== undefined && entry === undefined && isTaken(ledger, one.key, fixed)) return []; // somebody moved rows: nothing is overwritten
    const rows = { report: entry?.reportRow ?? fixed.report, line: entry?.lineRow ?? fixed.line };
    const told = { closedAt: setting.now, sentTo: [...one.to, ...one.cc].map(({ name }) => name), daysLate: one.daysLate };
    const delivery: Delivery = {
      register,
      mailbox: setting.mailbox,
      letter: letterOf(one, setting.mailbox),
      batch: (line) => ({ register, blocks: publishBlocks(rows, line, one.item, told, one.parts) }),
      takeOver: (line) => ({ register, blocks: lineBlocks(rows, line, setting.now) }),
    };
    return [{ one, rows, delivery, seen: entry?.line }];
  });
  return {
    deliveries: planned.map(({ delivery, seen }) => ({ delivery, seen })),
    settle(lines): Write | undefined {
      const lineOf = new Map(lines.map((line) => [line.key, line]));
      const settled = planned.flatMap(({ one, rows }): Block[] => {
        const line = lineOf.get(one.key);
        return line === undefined ? [] : lineBlocks(rows, line, setting.now);
      });
      const old = settledLongAgo(ledger, setting.now);
      const unmarked = old.flatMap(({ line, lineRow }) => (lineRow === undefined ? [] : [unmarkedBlock(lineRow, line)]));
      const drop = old.flatMap(({ line }) => Array.from({ length: line.attempt }, (_, index) => ({ key: line.key, attempt: index + 1 })));
      const owned = changedBlocks(
        ownedBlocks(
          found,
          logLines(
            found,
            planned.map(({ one }) => one),
            lineOf,
            setting.now,
          ),
          setting.now,
        ),
        reading.grids,
      );
      const blocks = [...settled, ...unmarked, ...owned];
      return blocks.length === 0 ? undefined : { register, blocks, drop };
    },
  };
}

const letterOf = ({ key, from, to, cc, replyTo, mail }: Due, mailbox: string): Letter => ({
  key,
  from: { name: from, email: mailbox },
  to,
  cc,
  replyTo: [...replyTo, { email: mailbox }],
  ...mail,
  attachments: [],
});

/** Reports whose day has come, then the digest of the day; those that went out, or wait for a person, are left out. */
function mailsDue(found: SuperiorReview, ledger: Ledger, setting: SuperiorSetting): Due[] {
  const today = localDate(setting.now);
  const ended = (key: string): boolean => {
    const entry: LedgerEntry | undefined = ledger.entries.get(key);
    return entry !== undefined && entry.line.status !== 'sending';
  };
  const { plan, superior, identity } = found;
  const reports = yearlyReports(plan, 'superior', superior.id, identity.reportsFrom ?? plan.period.from);
  const due = reports.filter(
    (report) => report.period.due <= today && report.period.cutOff === found.report.period.cutOff && !ended(report.key),
  );
  const digest = digestKey(found, today, new Set(ledger.entries.keys()));
  return [
    ...due.flatMap((report) => reportDue(found, report, setting)),
    ...(digest === undefined || ended(digest) ? [] : digestDue(found, digest, setting)),
  ];
}

function reportDue(found: SuperiorReview, report: PlannedReport, setting: SuperiorSetting): Due[] {
  const { plan, superior, identity } = found;
  const today = localDate(setting.now);
  const head = letterhead(plan, 'superior', superior, identity, today);
  if ('missing' in head) return []; // the findings of the workbook's own tab say so
  const summed = frozenRollUp(found);
  const snapshot = snapshotOf(summed.progress);
  const content: ReportContent = {
    ...head,
    key: report.key,
    register: identity.registerId ?? '',
    title: report.schedule.title,
    period: report.period,
    sentAt: setting.now,
    daysLate: daysBetween(report.period.due, today),
    approval: undefined,
    targets: summed.progress.map(withoutRecords),
    clubs: [],
    units: found.units.map((view) => unitLine(found, view, today)),
    notes: coverageNotes(summed),
    definitions: definitionsOf(plan),
    percentDecimals: plan.rounding.percentDecimals,
    versions: { rules: setting.rulesVersion, plan: `${plan.id} v${plan.version}`, snapshot: sha256Hex(snapshot) },
  };
  return [
    {
      key: report.key,
      place: report.place,
      item: report.period,
      to: head.to,
      cc: head.cc,
      replyTo: head.replyTo,
      from: head.issuer,
      mail: setting.compose(content),
      parts: { snapshot, versions: JSON.stringify(content.versions), heard: JSON.stringify(summed.heard) },
      daysLate: content.daysLate,
    },
  ];
}

const coverageNotes = ({ heard, missing }: RolledUp): ReportContent['notes'] =>
  missing.length === 0 ? [] : [{ severity: 'warning', text: SUPERIOR.partial(heard.length, heard.length + missing.length) }];

/** A unit's line from the figures of its report; a unit that has not sent has no numbers in the superior's report. */
function unitLine(found: SuperiorReview, view: UnitView, today: IsoDate): UnitLine {
  const { plan, figures, unitsDue } = found;
  const remark = remarkFor(view, unitsDue, today);
  const own = view.sent ? figures.get(view.id) : undefined;
  const head: UnitLine = {
    name: unitNamed(plan, view.id, today),
    state: own === undefined ? 'none' : 'sent',
    ...(remark === undefined ? {} : { remark }),
  };
  if (own === undefined) return head;
  const { clubs, members, older, women, borrowers } = own.base;
  const exact = (tally: typeof clubs) => (lowHigh(tally).high === tally.sure ? tally.sure : undefined);
  const numbers = { clubs: exact(clubs), members: exact(members), women: exact(women), borrowers: exact(borrowers) };
  const known = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined));
  const { low, high } = lowHigh(older);
  return { ...head, ...known, ...(high === undefined ? {} : { older: { low, high } }) };
}

function digestDue(found: SuperiorReview, key: string, setting: SuperiorSetting): Due[] {
  const { plan, superior, identity, report, unitsDue } = found;
  const today = localDate(setting.now);
  const contact = identity.contactOn(today);
  if (contact === undefined) return [];
  const official = identity.officialAddresses(today);
  const to = official.length > 0 ? official : [contact];
  const { kind: _kind, ...period } = report.period;
  const years = yearlyReports(plan, 'superior', superior.id, plan.period.from).length; // their rows come first
  return [
    {
      key,
      place: years + report.place * DIGESTS_A_YEAR + digestPlace(key, today, unitsDue),
      item: { kind: 'digest', ...period },
      to,
      cc: [],
      replyTo: [contact],
      from: unitOn(superior, today).name,
      mail: setting.composeDigest(digestContent(found, key, setting.now, to)),
      parts: {},
      daysLate: 0,
    },
  ];
}

/** Rows kept for the digests of a year: the last one's and a day's each, from the units' due day to the superior's own. */
const DIGESTS_A_YEAR = 32;

const ownedBlocks = (found: SuperiorReview, log: readonly LogLine[], now: Instant): Block[] => [
  ...matrixBlocks(found, localDate(now)),
  progressBlock(found.live.progress, found.plan.rounding.percentDecimals),
  statusBlock(found, now),
  logBlock(log),
];

/** Every mail of the workbook: those the ledger holds, and those of this turn. */
function logLines(found: SuperiorReview, due: readonly Due[], lineOf: ReadonlyMap<string, Line>, now: Instant): LogLine[] {
  const lines = new Map<string, LogLine>();
  for (const { values } of found.workbook.reports.rows) {
    const { key, kind, status, sentAt, sentTo } = values;
    if (key !== undefined && status !== undefined)
      lines.set(key, { key, kind: kindLabel(kind), to: sentTo ?? '', status, sentAt: sentAt ?? '' });
  }
  for (const { key, item, to, cc } of due) {
    const line = lineOf.get(key);
    if (line === undefined) continue;
    const sentAt = line.status === 'sent' ? `${viDate(localDate(now))} ${localTime(now)}` : '';
    lines.set(key, { key, kind: kindLabel(item.kind), to: [...to, ...cc].map(({ name }) => name).join('; '), status: line.status, sentAt });
  }
  return [...lines.values()];
}

const kindLabel = (kind: string | undefined): string =>
  (REPORT_KINDS.from === 'list' ? REPORT_KINDS.choices.find(({ key }) => key === kind)?.label : undefined) ?? '';
