// The figures of a report in short, as a person is shown them before approving.
import { unitOf as countedIn, figureText, planText, STATUS_LABELS } from '../progress/labels.ts';
import type { TargetProgress } from '../progress/progress.ts';
import { capital } from '../text.ts';
import type { ReportPreview } from './preview-content.ts';

/** A target's plan, figure and status. */
export function figureLine({ target, figure, status }: TargetProgress, decimals: number): ReportPreview['figures'][number] {
  const unit = countedIn(target) ?? 'percent';
  return {
    title: target.title,
    plan: planText(target),
    actual: figure === undefined ? '' : figureText(figure, figure.denominator === undefined ? unit : 'percent', decimals),
    status: capital(STATUS_LABELS[status]),
  };
}
