// What a wish is judged by, and what comes of it.
import type { Line, RegisterId, Write } from '../conversation.ts';
import type { AdHocRequest } from './ad-hoc.ts';
import type { Answers } from './answers.ts';
import type { Approval } from './approval.ts';
import type { ComposeSetting } from './compose-report.ts';
import type { HeldBack } from './held-back.ts';
import type { Ledger } from './ledger.ts';
import type { OpenReport } from './life.ts';
import type { PlannedReport } from './periods.ts';
import type { Reporting } from './reporting.ts';
import type { Granted } from './wish.ts';

/** One turn's knowledge, as far as a wish may need it. */
export interface Scene {
  readonly found: Reporting;
  readonly register: RegisterId;
  readonly ledger: Ledger | undefined;
  readonly held: readonly HeldBack[];
  /** all reports of the register */
  readonly reports: readonly PlannedReport[];
  readonly open: readonly OpenReport[];
  readonly setting: ComposeSetting;
  /** false: this shell may record, but not send */
  readonly sends: boolean;
}

/** What is recorded for a wish that was granted, and what is said of it. */
export interface Grant {
  /** written before anything else of the turn */
  readonly first?: Write;
  /** an approval that is now there */
  readonly approval?: Approval;
  /** what a receiver has now answered */
  readonly answered?: { readonly key: string; readonly answers: Answers };
  /** a report on directive or a revision that is now asked for */
  readonly request?: AdHocRequest;
  /** the report to send now, due or not */
  readonly sendNow?: string;
  /** what is said once the turn has done its deliveries; `to`: who got what went out */
  readonly said: (line: Line | undefined, to: readonly string[]) => Granted;
}
