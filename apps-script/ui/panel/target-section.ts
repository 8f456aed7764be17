// The targets of the sidebar: one line each with its bar, and opened: the plan's words, what is missing, club by club.
import type { PanelTarget } from '../../../rules/reporting/panel-content.ts';
import { chip, el, terms } from '../elements.ts';
import { PANEL } from '../labels.ts';
import { recordsButton } from './records.ts';

const REACHED = ['met', 'beyond'];

/** All targets; `open` keeps which of them a person has opened. */
export function targetSection(targets: readonly PanelTarget[], open: Set<string>): HTMLElement {
  if (targets.length === 0) return el('p', { class: 'empty' }, PANEL.noTargets);
  const reached = targets.filter(({ statusKey }) => REACHED.includes(statusKey)).length;
  return el(
    'div',
    {},
    el('p', { class: 'sum' }, PANEL.reached(reached, targets.length)),
    targets.map((one) => item(one, open)),
  );
}

function item(target: PanelTarget, open: Set<string>): HTMLElement {
  const { id, title, actual, status, statusKey, part } = target;
  const made = el(
    'details',
    { class: 'target', open: open.has(id) },
    el(
      'summary',
      {},
      el('span', { class: 'title' }, title),
      el('span', { class: 'row' }, el('span', { class: 'figure' }, actual), chip(status, statusKey)),
      part === undefined
        ? undefined
        : el('progress', { class: `bar bar-${statusKey}`, max: 1, value: part, 'aria-label': PANEL.part(Math.floor(part * 100)) }),
    ),
    details(target),
  );
  made.addEventListener('toggle', () => (made.open ? open.add(id) : open.delete(id)));
  return made;
}

function details({ id, clause, plan, actual, missing, clubs }: PanelTarget): HTMLElement {
  return el(
    'div',
    { class: 'inside' },
    terms([
      [PANEL.clause, clause],
      [PANEL.plan, plan],
      [PANEL.actual, actual],
      [PANEL.missing, missing],
    ]),
    recordsButton(PANEL.records, id),
    clubs.length === 0
      ? undefined
      : [
          el('h3', {}, PANEL.clubs),
          el(
            'ul',
            { class: 'clubs' },
            clubs.map((club) => clubItem(id, club)),
          ),
        ],
  );
}

const clubItem = (target: string, { code, name, actual, status, statusKey }: PanelTarget['clubs'][number]): HTMLElement =>
  el(
    'li',
    {},
    el('p', {}, el('strong', {}, code), ` ${name}`),
    el('p', { class: 'row' }, el('span', {}, actual), chip(status, statusKey)),
    recordsButton(PANEL.recordsOf(code), target, code),
  );
