// Step 4: what was written, and the codes that were given.
import type { ImportDone } from '../../../rules/import/import-content.ts';
import { done } from '../answers.ts';
import { button, el } from '../elements.ts';
import { closeDialog } from '../google-script-run.ts';
import { drawStep, notes } from './frame.ts';
import { IMPORT } from './labels.ts';
import type { ImportState, Steps } from './state.ts';

/** Draws the step; another list begins without anything of this one but the club and the days. */
export function doneStep(state: ImportState, steps: Steps, { codes, counts, notes: said }: ImportDone): void {
  const another = button(IMPORT.another, () => {
    Object.assign(state, { text: '', mapping: null, decisions: {} });
    steps.paste();
  });
  drawStep(
    4,
    done(IMPORT.done, IMPORT.doneCounts(counts.new, counts.changed)),
    ...(counts.doubt === 0 ? [] : notes([IMPORT.left(counts.doubt)], 'warning')),
    ...notes(said, 'plain'),
    codes.length === 0 ? undefined : el('h2', {}, IMPORT.codes),
    el(
      'ul',
      { class: 'lines given' },
      codes.map(({ code, title }) => el('li', {}, el('strong', {}, code), ` – ${title}`)),
    ),
    el('footer', {}, another, button(IMPORT.close, closeDialog, { class: 'main' })),
  );
}
