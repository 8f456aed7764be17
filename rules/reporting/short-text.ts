// A report in a few lines to paste into a chat: unit, report, cut-off, when it was sent and to whom, the main figures. No person, no record.
import { type Instant, saidMoment, viDate } from '../calendar-date.ts';
import { unitOf as countedIn, figureText, numberText, planText, STATUS_LABELS } from '../progress/labels.ts';
import type { TargetProgress } from '../progress/progress.ts';
import { isSensitiveTarget } from '../progress/sensitive.ts';
import { capital } from '../text.ts';
import { SHORT_TEXT } from './labels.ts';
import { maskSmall } from './mask-small.ts';
import type { ReportContent } from './report-content.ts';
import { reportName } from './report-name.ts';

export interface ShortTextFacts {
  readonly content: Pick<ReportContent, 'unit' | 'title' | 'period' | 'targets' | 'percentDecimals'>;
  /** names of the offices */
  readonly to: readonly string[];
  /** absent: it has not been sent */
  readonly sentAt?: Instant | undefined;
}

/** Plain lines; what a mail masks is masked here too. */
export function shortText({ content, to, sentAt }: ShortTextFacts): string {
  const { unit, title, period, targets, percentDecimals } = content;
  const offices = to.join('; ');
  const met = targets.filter(({ status }) => status === 'met' || status === 'beyond').length;
  return [
    `${capital(unit.name)} – ${reportName(title, period.label)}`,
    SHORT_TEXT.cutOff(viDate(period.cutOff)),
    sentAt === undefined ? SHORT_TEXT.notSent(viDate(period.due)) : SHORT_TEXT.sent(saidMoment(sentAt), offices),
    SHORT_TEXT.met(numberText(met), numberText(targets.length)),
    ...targets.map((one) => figureLine(one, percentDecimals)),
  ]
    .join('\n')
    .normalize('NFC');
}

function figureLine({ target, figure, status }: TargetProgress, decimals: number): string {
  const masked = figure !== undefined && isSensitiveTarget(target) ? maskSmall(figure) : undefined;
  const unit = countedIn(target) ?? 'percent';
  const actual =
    figure === undefined ? undefined : (masked ?? figureText(figure, figure.denominator === undefined ? unit : 'percent', decimals));
  return `- ${target.title}: ${actual === undefined ? '' : `${actual} `}(${planText(target)}) – ${STATUS_LABELS[status]}`;
}
