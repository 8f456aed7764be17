// Whether a wish is granted: what is recorded for it before anything goes out, and what its person is told. A wish that cannot be granted
// is a Problem, whose words say what to do.
import { type IsoDate, localDate } from '../calendar-date.ts';
import type { Line, RegisterId } from '../conversation.ts';
import { Problem } from '../problem.ts';
import { shortened, textKey, tidy } from '../text.ts';
import { type AdHocRequest, adHocReports, nextNumber, placeFor, requestMarker } from './ad-hoc.ts';
import { type Approval, approvalMarker } from './approval.ts';
import { grantAnswer } from './grant-answer.ts';
import { grantRevision } from './grant-revision.ts';
import type { Grant, Scene } from './grant-scene.ts';
import type { Ledger } from './ledger.ts';
import { approvalBlocks, requestBlocks, rowsOf, sendNowBlocks } from './ledger-rows.ts';
import { isOver, type OpenReport } from './life.ts';
import type { PlannedReport } from './periods.ts';
import type { Review } from './review.ts';
import type { Wish } from './wish.ts';
import { SAID, SAID_ANYWAY, signerLabel } from './wish-labels.ts';

type Wished<K extends Wish['kind']> = Extract<Wish, { readonly kind: K }>;

/** Throws a Problem where the wish cannot be granted. */
export function grant(wish: Wish, scene: Scene): Grant {
  const ledger = ledgerFor(scene);
  if (wish.kind === 'adHoc') return grantAdHoc(wish, scene, ledger);
  if (wish.kind === 'received' || wish.kind === 'returned') return grantAnswer(wish, scene, ledger);
  if (wish.kind === 'revise') return grantRevision(wish, scene, ledger);
  const open = openFor(wish.report, scene, ledger);
  return wish.kind === 'approve' ? grantApproval(wish, open, scene) : grantSending(open, scene);
}

function ledgerFor({ register, ledger, held, found }: Scene): Ledger {
  if (held.includes('copy')) throw new Problem('REGISTER_NOT_ORIGINAL', { register, original: found.identity.registerId ?? '' });
  if (ledger === undefined) throw new Problem('LEDGER_BROKEN', { register, reason: 'a tab or a column is gone' });
  if (held.includes('start')) throw new Problem('REPORTS_FROM_MISSING', { register });
  return ledger;
}

function openFor(key: string, { open, register }: Scene, ledger: Ledger): OpenReport {
  const found = open.find(({ report }) => report.key === key);
  if (found !== undefined) return found;
  if (ledger.entries.has(key)) throw new Problem('ALREADY_SENT', { report: key });
  throw new Problem('REPORT_UNKNOWN', { register, report: key });
}

function grantApproval(wish: Wished<'approve'>, open: OpenReport, scene: Scene): Grant {
  const { found, setting, register } = scene;
  const { report, approval: before } = open;
  const today = localDate(setting.now);
  if (before !== undefined) {
    if (wish.send) return grantSending(open, scene);
    throw new Problem('ALREADY_APPROVED', { report: report.key, by: before.by, on: before.on });
  }
  if (!isOver(report.period, today)) throw new Problem('APPROVAL_TOO_EARLY', { report: report.key, cutOff: report.period.cutOff });
  const blockers = found.blockers(report);
  if (blockers > 0) throw new Problem('APPROVAL_BLOCKED', { report: report.key, count: blockers });
  const by = approverNamed(wish.approver, found, today);
  const frozen = found.frozenNow(report, setting, { on: today, by });
  if ('missing' in frozen) throw lacking(frozen.missing, register);
  const approval: Approval = {
    key: report.key,
    by,
    on: today,
    at: setting.now,
    asked: wish.asked.by,
    send: wish.send,
    frozen,
  };
  const name = nameOf(report);
  return {
    first: { register, blocks: approvalBlocks(rowsOf(report.place), approval, report.period), publish: approvalMarker(approval) },
    approval,
    ...(wish.send ? { sendNow: report.key } : {}),
    said: (line, to) =>
      wish.send
        ? { said: line === undefined && !scene.sends ? SAID.approvedToSend(name, by) : saidOf(report, line, to) }
        : { said: report.revises === undefined ? SAID.approved(name, by, report.period.due) : SAID.approvedRevision(name, by) },
  };
}

function grantSending({ report, approval }: OpenReport, scene: Scene): Grant {
  if (approval === undefined) throw new Problem('NOT_APPROVED', { report: report.key });
  const { register, sends } = scene;
  // who may not send leaves word for the one who may
  const kept = scene.ledger?.approvals.get(report.key);
  const left = sends || kept === undefined || kept.send ? {} : { first: { register, blocks: sendNowBlocks(rowsOf(report.place), kept) } };
  return {
    ...left,
    sendNow: report.key,
    said: (line, to) => ({
      said: line === undefined && !sends ? SAID.approvedToSend(nameOf(report), approval.by) : saidOf(report, line, to),
    }),
  };
}

function saidOf(report: PlannedReport, line: Line | undefined, to: readonly string[]): string {
  const name = nameOf(report);
  if (line === undefined) return SAID.notSent(name);
  return line.status === 'sent' ? SAID.sent(name, to) : SAID[line.status](name);
}

const nameOf = (report: PlannedReport): string => SAID.plannedOf(report);

/** The name of a signer of the day, however the list was followed: by the label it offers, or by the name alone. */
export function approverNamed(text: string, { identity }: Pick<Review, 'identity'>, today: IsoDate): string {
  const wanted = textKey(text);
  const signer = identity.signersOn(today).find((one) => textKey(signerLabel(one)) === wanted || textKey(one.name) === wanted);
  if (signer === undefined) throw new Problem('APPROVER_UNKNOWN', { approver: shortened(tidy(text), LONGEST_TITLE) });
  return signer.name;
}

function lacking(missing: 'recipient' | 'contact' | 'rows' | 'approved', register: RegisterId): Problem {
  if (missing === 'recipient') return new Problem('NO_RECIPIENT', { register, office: 'nơi nhận báo cáo' });
  return missing === 'contact' ? new Problem('NO_CONTACT', { register }) : new Problem('LEDGER_BROKEN', { register, reason: missing });
}

const LONGEST_TITLE = 120;

function grantAdHoc(wish: Wished<'adHoc'>, { found, register, setting }: Scene, ledger: Ledger): Grant {
  const { plan, unitId, level } = found;
  const { from, cutOff, due } = wish;
  const title = tidy(wish.title).replace(SAID_ANYWAY, '');
  const today = localDate(setting.now);
  const fault =
    title === ''
      ? 'title'
      : title.length > LONGEST_TITLE
        ? 'long'
        : from > cutOff
          ? 'window'
          : due <= cutOff || due < today
            ? 'due'
            : undefined;
  if (fault !== undefined) throw new Problem('AD_HOC_INVALID', { fault });
  const number = nextNumber(ledger.requests);
  const request: AdHocRequest = {
    number,
    place: placeFor(plan, number, level),
    title,
    from,
    cutOff,
    due,
    asked: wish.asked.by,
    at: wish.asked.at,
  };
  const [report] = adHocReports(plan, unitId, [request], level);
  if (report === undefined) throw new Error('a request makes a report');
  const state = isOver(report.period, today) ? 'awaitingApproval' : 'collecting';
  return {
    first: {
      register,
      blocks: requestBlocks(rowsOf(report.place), report.key, request, report.period, state),
      publish: requestMarker(plan, unitId, request),
    },
    request,
    said: () => ({ said: SAID.asked(SAID.inSentence(report.schedule.title, report.period.label), due) }),
  };
}
