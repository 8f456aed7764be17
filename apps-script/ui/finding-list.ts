// Findings as people read them: where and what, how to mend it, and a way to the cell.
import type { PanelFinding } from '../../rules/reporting/panel-content.ts';
import { button, chip, el, fill } from './elements.ts';
import { jumpButton, type Where } from './jump.ts';
import { COMMON } from './labels.ts';

/** A list of findings under one heading per severity, so many at first and the rest on demand. */
export function findingList(findings: readonly PanelFinding[], where: Where, atFirst: number): HTMLElement {
  const list = el('div', { class: 'findings' });
  const draw = (count: number): void => {
    const shown = findings.slice(0, count);
    const left = findings.length - shown.length;
    const more = Math.min(left, atFirst);
    fill(
      list,
      grouped(shown, findings).flatMap(({ label, key, all, items }) => [
        el('h3', {}, chip(label, key), ` ${all}`),
        el(
          'ul',
          {},
          items.map((one) => item(one, where)),
        ),
      ]),
      left === 0 ? undefined : button(COMMON.more(more), () => draw(count + more), { class: 'more' }),
    );
  };
  draw(atFirst);
  return list;
}

const item = ({ message, repair, severityKey, at }: PanelFinding, where: Where): HTMLElement =>
  el(
    'li',
    { class: `finding finding-${severityKey}` },
    el('p', {}, message),
    el('p', { class: 'repair' }, repair),
    at && jumpButton(COMMON.goTo, at, where, `${COMMON.goTo}: ${message}`),
  );

const grouped = (shown: readonly PanelFinding[], findings: readonly PanelFinding[]) =>
  [...new Set(shown.map(({ severityKey }) => severityKey))].map((key) => ({
    key,
    label: shown.find(({ severityKey }) => severityKey === key)?.severity ?? '',
    all: findings.filter(({ severityKey }) => severityKey === key).length,
    items: shown.filter(({ severityKey }) => severityKey === key),
  }));
