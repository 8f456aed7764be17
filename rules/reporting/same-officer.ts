// Registers of which one person is the contact: they are reminded of together, by the register that stands first in the superior's list.
import { localDate } from '../calendar-date.ts';
import { Problem } from '../problem.ts';
import type { Reading } from '../register/grid.ts';
import { type ComposeSetting, composeReport } from './compose-report.ts';
import { heldBack } from './held-back.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { type OpenReport, openReports, reportsOf } from './life.ts';
import type { Missing } from './owned-tabs.ts';
import type { PlannedReport } from './periods.ts';
import { type Review, review } from './review.ts';

/** The other registers, as they were read: those before one's own in the list, and those after it. */
export interface Others {
  readonly before: readonly Reading[];
  readonly after: readonly Reading[];
}

/** How a register stands with what it has to send. */
export interface Standing {
  readonly found: Review;
  readonly ledger: Ledger;
  /** reports that were not published, and that do not go out by themselves today */
  readonly open: readonly OpenReport[];
  /** those of them that cannot go out at all */
  readonly notSendable: readonly { readonly report: PlannedReport; readonly missing: Missing }[];
}

/** The registers that have the same contact and send at all; undefined where one before one's own has: that one reminds. */
export function besides(own: Standing, { before, after }: Others, setting: ComposeSetting): readonly Standing[] | undefined {
  const today = localDate(setting.now);
  const contact = own.found.identity.contactOn(today)?.email.toLowerCase();
  const same = (reading: Reading): Standing[] => {
    const standing = standingOf(reading, setting);
    return contact !== undefined && standing?.found.identity.contactOn(today)?.email.toLowerCase() === contact ? [standing] : [];
  };
  return before.flatMap(same).length > 0 ? undefined : after.flatMap(same);
}

/** Undefined for a register that sends nothing, or that cannot be understood: it is told in its own turn. */
function standingOf(reading: Reading, setting: ComposeSetting): Standing | undefined {
  try {
    const found = review(reading, setting);
    const ledger = ledgerOf(found.register);
    if (ledger === undefined || heldBack(reading.register, found.identity, ledger).length > 0) return undefined;
    const today = localDate(setting.now);
    const all = openReports(reportsOf(found, ledger, today), ledger, today);
    const notSendable = all.flatMap(({ report, approval }) => {
      const mail = report.period.due > today ? undefined : composeReport(found, report, approval, setting);
      return mail !== undefined && 'missing' in mail ? [{ report, missing: mail.missing }] : [];
    });
    const open = all.filter(({ report }) => report.period.due > today || notSendable.some((one) => one.report.key === report.key));
    return { found, ledger, open, notSendable };
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
