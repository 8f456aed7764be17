// A change of figures in words: which target, what it was and is, and the codes of the records behind the difference.
import { figureText, STATUS_LABELS, unitOf } from '../progress/labels.ts';
import type { TargetProgress } from '../progress/progress.ts';
import type { TargetChange } from './changes.ts';
import { CHANGES } from './life-labels.ts';

/** Where and how, never blank; codes of records stay in the commune. */
export function changeText(change: TargetChange, decimals: number): { readonly what: string; readonly how: string } {
  const { before, after } = change;
  const one = after ?? before;
  const what = one === undefined ? '' : CHANGES.target(one.target.clause, one.target.title);
  const [was, is] = [resultIn(before, decimals), resultIn(after, decimals)];
  const how = [CHANGES.figure(was, is), recordsText(change)].filter((part) => part !== '').join('; ');
  return { what, how: how === '' ? CHANGES.withinOnly : how };
}

/** "thêm TV0150; bớt TV0003; sửa TV0009"; '' where no record moved. */
export function recordsText({ came, went, changed }: Pick<TargetChange, 'came' | 'went' | 'changed'>): string {
  const parts = [CHANGES.came(came), CHANGES.went(went), CHANGES.changed(changed)];
  return parts.filter((part) => part !== '').join('; ');
}

function resultIn(progress: TargetProgress | undefined, decimals: number): string {
  if (progress === undefined) return CHANGES.none;
  const { figure, target, status } = progress;
  const text =
    figure === undefined ? '' : figureText(figure, figure.denominator === undefined ? (unitOf(target) ?? 'percent') : 'percent', decimals);
  return [text, STATUS_LABELS[status]].filter((part) => part !== '').join(', ');
}
