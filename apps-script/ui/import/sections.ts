// The parts of a preview: a heading with a count that opens, and its lines.
import type { PreviewLine } from '../../../rules/import/import-content.ts';
import { button, el, fill } from '../elements.ts';
import { COMMON } from '../labels.ts';
import { IMPORT } from './labels.ts';

const AT_FIRST = 60;

/** A part that opens and closes; of a long list so many lines at first. */
export function section(kind: keyof typeof IMPORT.sections, count: number, items: readonly HTMLElement[], open: boolean): HTMLElement {
  const list = el('ul', { class: 'lines' });
  const draw = (many: number): void => {
    const left = items.length - many;
    fill(list, items.slice(0, many));
    if (left > 0)
      list.append(
        el(
          'li',
          {},
          button(COMMON.more(Math.min(left, AT_FIRST)), () => draw(many + AT_FIRST), { class: 'more' }),
        ),
      );
  };
  draw(AT_FIRST);
  return el(
    'details',
    { class: `part part-${kind}`, open: open && items.length > 0 },
    el('summary', {}, `${IMPORT.sections[kind]}: ${count}`),
    el('p', { class: 'small' }, items.length === 0 ? IMPORT.none : IMPORT.sectionHelp[kind]),
    list,
  );
}

/** A line that nothing is asked of: who, and what will stand in the sheet. */
export const lineItem = (line: PreviewLine): HTMLElement => el('li', {}, ...lineParts(line));

/** Who it is, what changes or stands there, and what is not taken over. */
export function lineParts({ line, title, record, cells, changes, remarks }: PreviewLine): HTMLElement[] {
  const said = [
    ...cells.map(({ header, value }) => IMPORT.cell(header, value)),
    ...changes.map(({ header, old, now }) => IMPORT.change(header, old, now)),
  ];
  return [
    el(
      'p',
      {},
      el('strong', {}, record === undefined ? title : `${record} – ${title}`),
      el('span', { class: 'small' }, ` ${IMPORT.line(line)}`),
    ),
    ...(said.length === 0 ? [] : [el('p', { class: 'small' }, said.join('; '))]),
    ...remarks.map((remark) => el('p', { class: 'remark' }, remark)),
  ];
}
