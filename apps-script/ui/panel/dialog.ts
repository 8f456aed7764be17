// Bảng theo dõi: the sidebar. What it shows is worked out anew at each opening and each press of "Cập nhật".
import type { Panel } from '../../../rules/reporting/panel-content.ts';
import { failure, fetched } from '../answers.ts';
import { button, el, fill, stage } from '../elements.ts';
import { PANEL } from '../labels.ts';
import { panelData } from '../server.ts';
import { findingSection } from './finding-section.ts';
import { sections } from './sections.ts';
import { targetSection } from './target-section.ts';

/** What a person has opened and chosen; it outlives a refresh. */
const view = { section: 'progress', severity: 'all', open: new Set<string>() };

function draw(panel: Panel): void {
  const told = el('p', { class: 'told', role: 'status' });
  const refresh = button(PANEL.refresh, () => void update(refresh, told), { class: 'quiet' });
  fill(
    stage(),
    el('header', {}, el('div', { class: 'row' }, el('h1', {}, panel.unit), refresh), el('p', { class: 'small' }, panel.plan), told),
    deadlineCard(panel),
    el('p', { class: 'small' }, panel.asOf, panel.lastRun === undefined ? undefined : [el('br'), PANEL.lastRun(panel.lastRun)]),
    sections(
      [
        { key: 'progress', title: PANEL.progress, count: panel.targets.length, body: targetSection(panel.targets, view.open) },
        {
          key: 'findings',
          title: PANEL.findings,
          count: panel.findings.length,
          body: findingSection(panel.findings, view.severity, (severity) => {
            view.severity = severity;
          }),
        },
      ],
      view.section,
      (key) => {
        view.section = key;
      },
    ),
  );
}

function deadlineCard({ deadline }: Panel): HTMLElement {
  if (deadline === undefined) return el('p', { class: 'note' }, PANEL.noDeadline);
  return el(
    'section',
    { class: deadline.late ? 'note note-error' : 'note', 'aria-label': PANEL.deadline },
    el('p', {}, deadline.title),
    el('p', {}, el('strong', {}, deadline.due), ` – ${deadline.left}`),
  );
}

/** What was shown stays until the new answer is there, and stays too when there is none. */
async function update(refresh: HTMLButtonElement, told: HTMLElement): Promise<void> {
  refresh.disabled = true;
  told.textContent = PANEL.refreshing;
  try {
    draw(await panelData());
    const [renewed, said] = [stage().querySelector<HTMLElement>('header button'), stage().querySelector('.told')];
    renewed?.focus();
    if (said) said.textContent = PANEL.refreshed;
  } catch (error) {
    refresh.disabled = false;
    fill(told, failure(error));
  }
}

fetched(stage(), PANEL.waiting, panelData, draw);
