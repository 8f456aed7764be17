// One report's content: figures, notes and addresses, free of layout. Templates turn it into a mail (and later a document).
// Nothing in it names a member: it holds aggregates and club names only.
import type { Instant, IsoDate } from '../calendar-date.ts';
import type { Letter } from '../conversation.ts';
import type { TargetProgress } from '../progress/progress.ts';
import type { DocumentFacts } from './document-content.ts';
import type { OpenRange, Range } from './ranges.ts';
import type { AnswerLinks } from './receipt-link.ts';

export interface ReportPeriod {
  /** 'yearly' ... as in the plan's schedule */
  readonly kind: 'yearly' | 'six-month' | 'quarterly' | 'monthly' | 'interim' | 'final' | 'ad-hoc';
  /** "năm 2024" */
  readonly label: string;
  /** first and last day whose events count, NĐ 09/2019/NĐ-CP Điều 12: 15/12 of the year before to 14/12 */
  readonly from: IsoDate;
  readonly cutOff: IsoDate;
  readonly due: IsoDate;
}

/** A line per club, aggregates only. Absent numbers are not known; they are never printed as 0. */
export interface ClubLine {
  readonly code: string;
  readonly name: string;
  readonly location?: string;
  readonly founded?: IsoDate;
  readonly members?: Range;
  readonly older?: Range;
  readonly women?: Range;
  readonly borrowers?: Range;
  readonly incomeFund: boolean | undefined;
  readonly operatingFund: boolean | undefined;
  /** reported as totals, without a list of members */
  readonly fromTotals: boolean;
}

/** A line per unit of a superior's report. Absent numbers are not known. */
export interface UnitLine {
  readonly name: string;
  /** `sent`: figures frozen by its report; `live`: as they stand, no report yet; `none`: nothing was heard */
  readonly state: 'sent' | 'live' | 'none';
  /** why nothing was heard, or how late the report was, in words */
  readonly remark?: string;
  readonly clubs?: OpenRange;
  readonly members?: OpenRange;
  readonly older?: OpenRange;
  readonly women?: OpenRange;
  readonly borrowers?: OpenRange;
}

/** Something the reader should know about the data; aggregates and record codes only. */
export interface DataNote {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
}

export interface Office {
  readonly name: string;
  readonly email: string;
}

/** What a revision says of the report that it replaces. */
export interface ReplacedReport {
  readonly key: string;
  readonly sentAt: Instant;
  /** of the signed document, as far as people entered them */
  readonly issued: { readonly number?: string; readonly date?: IsoDate };
  /** targets and clubs as they were, where they differ now */
  readonly targets: readonly TargetProgress[];
  readonly clubs: readonly ClubLine[];
  /** codes of the clubs that it did not have */
  readonly newClubs: readonly string[];
}

export interface ReportContent {
  /** register/kind/period/revision: the delivery's key */
  readonly key: string;
  readonly register: string;
  /** as the unit is called on the day of sending: "xã An Bình", later "xã An Phú" */
  readonly unit: { readonly id: string; readonly code: string; readonly name: string; readonly formerArea?: string };
  readonly issuer: string;
  readonly planTitle: string;
  /** "số …/KH-UBND, tháng 3 năm 2024": blanks stay blanks */
  readonly planReference: string;
  /** "Báo cáo năm" */
  readonly title: string;
  readonly period: ReportPeriod;
  readonly sentAt: Instant;
  /** days after the last day that is still in time; 0 or less: on time */
  readonly daysLate: number;
  readonly approval: { readonly on: IsoDate; readonly by: string } | undefined;
  readonly to: readonly Office[];
  readonly cc: readonly Office[];
  readonly replyTo: readonly Office[];
  readonly contact: { readonly name: string; readonly phone?: string; readonly email: string };
  readonly targets: readonly TargetProgress[];
  readonly clubs: readonly ClubLine[];
  /** a superior's report: its units instead of clubs */
  readonly units?: readonly UnitLine[];
  readonly notes: readonly DataNote[];
  /** how words were understood: older person, borrower, quality rule */
  readonly definitions: readonly { readonly term: string; readonly text: string }[];
  readonly percentDecimals: number;
  /** rules and plan versions and the snapshot's hash: what a figure is traced by */
  readonly versions: { readonly rules: string; readonly plan: string; readonly snapshot: string };
  /** what it replaces, and what that said where the two differ: a revision */
  readonly replaces?: ReplacedReport;
  /** what the Word documents say besides; a commune's report */
  readonly document?: DocumentFacts;
}

/** A mail's content before it is put into MIME. */
export interface MailText {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** How a report becomes a mail: given by templates/, used by `decide`. Links are no part of the content: they are the deployment's. */
export type Compose = (content: ReportContent, links?: AnswerLinks) => MailText;

export type Attachment = Letter['attachments'][number];

/**
 * The files of a report: given by templates/. `receiver`: what goes out with the mail; `office`: the documents for the commune's own
 * office, a draft until a leader approves, then clean copies for signature.
 */
export type Attach = (content: ReportContent, audience: 'receiver' | 'office') => readonly Attachment[];
