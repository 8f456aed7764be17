// The daily digest to a superior: who has sent, who has not, and what keeps them. No figures of members, no attachments.
import type { Instant, IsoDate } from '../calendar-date.ts';
import type { EscalationReport } from './reminder-content.ts';
import type { MailText, Office } from './report-content.ts';

export interface DigestUnit {
  readonly name: string;
  readonly state: 'sent' | 'notSent' | 'noRegister' | 'unreachable';
  readonly sentOn?: IsoDate;
  /** days after the due day; 0 or less: on time */
  readonly daysLate?: number;
  /** what keeps the report, in words that can be acted on; absent when sent */
  readonly remark?: string;
}

export interface DigestContent {
  readonly key: string;
  /** "thành phố …", as it is called on the day */
  readonly superior: string;
  readonly planTitle: string;
  /** "Báo cáo năm 2024" */
  readonly reportName: string;
  readonly due: IsoDate;
  /** the superior's own due day for its report upwards */
  readonly ownDue: IsoDate;
  readonly now: Instant;
  readonly units: readonly DigestUnit[];
  readonly to: readonly Office[];
  /** other reports of the units that are overdue: told here, so that there is one mail a day */
  readonly others?: readonly EscalationReport[];
}

export type ComposeDigest = (content: DigestContent) => MailText;
