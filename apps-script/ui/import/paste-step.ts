// Step 1: the list is pasted.
import { failure, waiting } from '../answers.ts';
import { button, el, fill } from '../elements.ts';
import { closeDialog } from '../google-script-run.ts';
import { drawStep, notes } from './frame.ts';
import { IMPORT } from './labels.ts';
import { importPreview } from './server.ts';
import type { ImportState, Steps } from './state.ts';

/** Draws the step; going on guesses the columns anew. */
export function pasteStep(state: ImportState, steps: Steps): void {
  const area = el('textarea', { id: 'list', rows: 12, spellcheck: 'false', 'aria-describedby': 'list-help', placeholder: IMPORT.example });
  area.value = state.text;
  const told = el('div', { class: 'told-here', 'aria-live': 'polite' });
  const next = el('button', { type: 'submit', class: 'main' }, IMPORT.next);
  const weigh = (): void => {
    next.disabled = area.value.trim() === '';
  };
  area.addEventListener('input', weigh);
  const read = async (): Promise<void> => {
    if (area.value !== state.text) Object.assign(state, { text: area.value, mapping: null, decisions: {} });
    for (const field of [area, next]) field.disabled = true;
    fill(told, waiting(IMPORT.reading));
    try {
      const preview = await importPreview(state);
      state.mapping = preview.mapping;
      if (preview.columns.length > 0) return steps.columns(preview);
      fill(told, ...notes(preview.faults, 'error'));
    } catch (error) {
      fill(told, failure(error));
    }
    for (const field of [area, next]) field.disabled = false;
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!next.disabled) void read();
  };
  drawStep(
    1,
    ...notes(state.start.notes, 'warning'),
    el(
      'form',
      { onsubmit: submit },
      el(
        'div',
        { class: 'field' },
        el('label', { for: 'list' }, IMPORT.text),
        el('p', { class: 'small', id: 'list-help' }, IMPORT.textHelp),
        area,
      ),
      el('p', { class: 'small' }, IMPORT.privacy),
      el('footer', {}, told, button(IMPORT.close, closeDialog), next),
    ),
  );
  weigh();
  area.focus();
}
