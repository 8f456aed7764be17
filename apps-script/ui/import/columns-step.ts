// Step 2: which column is what, and what holds for the whole list.
import type { ImportPreview, PastedColumn } from '../../../rules/import/import-content.ts';
import { shown } from '../ad-hoc/asked-days.ts';
import { failure, waiting } from '../answers.ts';
import { button, el, fill } from '../elements.ts';
import { drawStep, notes } from './frame.ts';
import { IMPORT } from './labels.ts';
import { importPreview } from './server.ts';
import type { ImportState, Steps } from './state.ts';

const SKIP = 'skip';

/** Draws the step for the columns that were found. */
export function columnsStep(state: ImportState, steps: Steps, { columns, notes: said, mapping }: ImportPreview): void {
  const chosen = columns.map((column) => ({ column, select: targetSelect(column, state) }));
  const club = clubSelect(state);
  const days = (['joined', 'consent'] as const).map((key) => ({ key, ...dayField(key, state.defaults[key] ?? '', state.start.today) }));
  const told = el('div', { class: 'told-here', 'aria-live': 'polite' });
  const take = (): void => {
    state.mapping = mapping.map((target, at) => chosen.find(({ column }) => column.at === at)?.select.value ?? target);
    const typed = days.flatMap(({ key, input }) => (input.value === '' ? [] : [[key, input.value]]));
    state.defaults = { ...(club.value === '' ? {} : { club: club.value }), ...Object.fromEntries(typed) };
  };
  const back = button(IMPORT.back, () => {
    take();
    steps.paste();
  });
  const next = el('button', { type: 'submit', class: 'main' }, IMPORT.preview);
  const fields = [club, next, back, ...chosen.map(({ select }) => select), ...days.map(({ input }) => input)];
  const lock = (locked: boolean): void => {
    for (const field of fields) field.disabled = locked;
  };
  const look = async (): Promise<void> => {
    take();
    lock(true);
    fill(told, waiting(IMPORT.planning));
    try {
      const preview = await importPreview(state);
      if (preview.faults.length === 0) return steps.preview(preview);
      fill(told, ...notes(preview.faults, 'error'));
    } catch (error) {
      fill(told, failure(error));
    }
    lock(false);
    next.focus();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void look();
  };
  drawStep(
    2,
    ...notes(said, 'plain'),
    el(
      'form',
      { novalidate: true, onsubmit: submit },
      el('h2', {}, IMPORT.forAll),
      el('p', { class: 'small' }, IMPORT.forAllHelp),
      el(
        'div',
        { class: 'for-all' },
        el('div', { class: 'field' }, el('label', { for: 'club' }, IMPORT.club), club),
        days.map(({ part }) => part),
      ),
      el('h2', {}, IMPORT.columns),
      el('p', { class: 'small' }, IMPORT.columnsHelp),
      el(
        'ul',
        { class: 'mapping' },
        chosen.map(({ column, select }) => el('li', {}, columnHead(column), select)),
      ),
      el('footer', {}, told, back, next),
    ),
  );
}

const nameOf = ({ at, header }: PastedColumn): string => (header === '' ? IMPORT.column(at + 1) : header);

const columnHead = (column: PastedColumn): HTMLElement =>
  el(
    'label',
    { for: `column-${column.at}` },
    nameOf(column),
    column.samples.length === 0 ? undefined : el('span', { class: 'small' }, `${IMPORT.samples} ${column.samples.join(' · ')}`),
  );

function targetSelect({ at, target, off }: PastedColumn, { start }: ImportState): HTMLSelectElement {
  const options = [{ key: SKIP, label: off === undefined ? IMPORT.skip : IMPORT.off(off) }, ...start.targets];
  return el(
    'select',
    { id: `column-${at}` },
    options.map(({ key, label }) => el('option', { value: key, selected: key === target }, label)),
  );
}

const clubSelect = ({ start, defaults }: ImportState): HTMLSelectElement =>
  el(
    'select',
    { id: 'club' },
    el('option', { value: '' }, IMPORT.chooseClub),
    start.clubs.map(({ key, label }) => el('option', { value: key, selected: key === defaults.club }, label)),
  );

/** Browsers show days in the order of their own language: beside them, as people here read a day. */
function dayField(
  key: 'joined' | 'consent',
  value: string,
  today: string,
): { readonly input: HTMLInputElement; readonly part: HTMLElement } {
  const input = el('input', { type: 'date', id: key, value, max: today });
  const day = el('span', { class: 'day' });
  const tell = (): void => {
    day.textContent = input.value === '' ? '' : IMPORT.day(shown(input.value));
  };
  input.addEventListener('input', tell);
  tell();
  return { input, part: el('div', { class: 'field' }, el('label', { for: key }, IMPORT[key]), input, day) };
}
