// The head of a report's dialog: which report it is, and another one to choose.
import { el } from './elements.ts';
import { PREVIEW } from './labels.ts';
import type { Previewed } from './server.ts';

/** The report's title and unit, and a list of the others where there are any. */
export function reportHead({ report, title, unit, others }: Previewed, choose: (report: string) => void): HTMLElement {
  const rest = others.filter((other) => other.report !== report);
  if (rest.length === 0) return el('header', {}, el('h1', {}, `${title} – ${unit}`));
  const list = el(
    'select',
    { id: 'report', onchange: () => choose(list.value) },
    [{ report, title }, ...rest].map((one) => el('option', { value: one.report, selected: one.report === report }, one.title)),
  );
  return el(
    'header',
    { class: 'row' },
    el('h1', {}, `${title} – ${unit}`),
    el('p', { class: 'field-row' }, el('label', { for: 'report' }, PREVIEW.other), list),
  );
}

/** What the register says by now, where that is no longer what was approved. */
export const changesNote = ({ changes = [] }: Previewed): HTMLElement | undefined =>
  changes.length === 0
    ? undefined
    : el(
        'div',
        { class: 'note note-warning' },
        el('p', {}, PREVIEW.changed),
        el(
          'ul',
          {},
          changes.map((line) => el('li', {}, line)),
        ),
      );

/** What is to be said of the preview itself: who worked it out, where that was not the functions. */
export const sourceNote = ({ note }: Previewed): HTMLElement | undefined =>
  note === undefined ? undefined : el('p', { class: 'note note-warning', role: 'status' }, note);
