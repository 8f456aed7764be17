// The findings of the sidebar: filtered by severity, each with a way to its cell.
import type { PanelFinding } from '../../../rules/reporting/panel-content.ts';
import { button, el, fill } from '../elements.ts';
import { findingList } from '../finding-list.ts';
import { PANEL } from '../labels.ts';

const AT_FIRST = 50;

/** All findings, or those of the chosen severity; `chosen` is told of a change. */
export function findingSection(findings: readonly PanelFinding[], first: string, chosen: (severity: string) => void): HTMLElement {
  if (findings.length === 0) return el('p', { class: 'empty' }, PANEL.noFindings);
  const list = el('div', {});
  const filters = [
    { key: 'all', text: PANEL.all(findings.length) },
    ...[...new Map(findings.map(({ severityKey, severity }) => [severityKey, severity]))].map(([key, severity]) => ({
      key: key as string,
      text: PANEL.filter(severity, findings.filter(({ severityKey }) => severityKey === key).length),
    })),
  ];
  const buttons = filters.map(({ key, text }) => button(text, () => choose(key), { class: 'filter' }));
  const choose = (severity: string): void => {
    filters.forEach(({ key }, place) => {
      buttons[place]?.setAttribute('aria-pressed', String(key === severity));
    });
    const shown = severity === 'all' ? findings : findings.filter(({ severityKey }) => severityKey === severity);
    fill(list, findingList(shown, 'sidebar', AT_FIRST));
    chosen(severity);
  };
  choose(filters.some(({ key }) => key === first) ? first : 'all');
  return el('div', {}, el('div', { class: 'filters', role: 'group', 'aria-label': PANEL.filters }, buttons), list);
}
