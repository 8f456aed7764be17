// Lãnh đạo đã duyệt – gửi báo cáo…: the figures that were approved, who approved them, and the sending, once.
import { fetched } from '../answers.ts';
import { blockerPart } from '../blockers.ts';
import { chip, el, fill, stage, terms } from '../elements.ts';
import { APPROVE, PREVIEW } from '../labels.ts';
import { changesNote, reportHead, sourceNote } from '../report-head.ts';
import { type Previewed, previewData } from '../server.ts';
import { approvalForm } from './approval-form.ts';

const open = (report?: string): void => fetched(stage(), APPROVE.waiting, () => previewData(report), draw);

function draw(preview: Previewed): void {
  const { to, cc, timing, late, state, approval } = preview;
  fill(
    stage(),
    reportHead(preview, open),
    sourceNote(preview),
    changesNote(preview),
    terms([
      [APPROVE.time, chip(timing, late ? 'notMet' : 'met')],
      [APPROVE.state, state],
      [PREVIEW.approval, approval && PREVIEW.approvedBy(approval.by, approval.on)],
      [APPROVE.to, [...to, ...cc].length === 0 ? PREVIEW.nobody : [...to, ...cc].map((one) => el('div', {}, one))],
    ]),
    blockerPart(preview),
    el('h2', {}, APPROVE.figures),
    figureTable(preview),
    approvalForm(preview),
  );
}

function figureTable({ figures }: Previewed): HTMLElement {
  const heads = [APPROVE.target, APPROVE.plan, APPROVE.actual, APPROVE.status];
  return el(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': APPROVE.figures },
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          heads.map((head) => el('th', { scope: 'col' }, head)),
        ),
      ),
      el(
        'tbody',
        {},
        figures.map(({ title, plan, actual, status }) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, title),
            [plan, actual, status].map((cell) => el('td', {}, cell === '' ? '–' : cell)),
          ),
        ),
      ),
    ),
  );
}

open();
