// Step 3: what would be written, in four counted parts, and what a person decides of the lines in doubt.
import type { ImportPreview, PreviewLine } from '../../../rules/import/import-content.ts';
import { failure, waiting } from '../answers.ts';
import { button, el, fill } from '../elements.ts';
import { doneStep } from './done-step.ts';
import { drawStep, notes } from './frame.ts';
import { IMPORT } from './labels.ts';
import { questionItem } from './question-item.ts';
import { lineItem, section } from './sections.ts';
import { importConfirm, importPreview } from './server.ts';
import type { ImportState, Steps } from './state.ts';

const KINDS = ['new', 'changed', 'same', 'doubt'] as const;

/** Draws the step. `told`: why it is shown anew; `focus`: the field that the person has just used. */
export function previewStep(state: ImportState, steps: Steps, preview: ImportPreview, told?: string, focus?: string): void {
  const { counts } = preview;
  const busy = el('div', { class: 'told-here', 'aria-live': 'polite' });
  const isEmpty = counts.new + counts.changed === 0;
  const write = button(isEmpty ? IMPORT.nothing : IMPORT.write(counts.new, counts.changed), () => void confirm(), { class: 'main' });
  const back = button(IMPORT.back, () => steps.columns(preview));
  write.disabled = isEmpty;
  const lock = (locked: boolean): void => {
    write.disabled = locked || isEmpty;
    back.disabled = locked;
    for (const select of document.querySelectorAll<HTMLSelectElement>('.question select')) select.disabled = locked;
  };
  const ask = async <T>(waitingFor: string, question: () => Promise<T>, answer: (answer: T) => void, title?: string): Promise<void> => {
    lock(true);
    fill(busy, waiting(waitingFor));
    try {
      answer(await question());
    } catch (error) {
      lock(false);
      fill(busy, failure(error, undefined, title));
    }
  };
  const again = (id: string): void =>
    void ask(
      IMPORT.planning,
      () => importPreview(state),
      (answer) => previewStep(state, steps, answer, undefined, id),
    );
  const confirm = (): Promise<void> =>
    ask(
      IMPORT.writing,
      () => importConfirm(state, preview.hash),
      (answer) => (answer.state === 'done' ? doneStep(state, steps, answer) : steps.preview(answer.preview, IMPORT.changed)),
      IMPORT.notWritten,
    );
  drawStep(
    3,
    ...(told === undefined ? [] : notes([told], 'warning')),
    ...notes([...preview.notes, ...preview.dayNotes], 'plain'),
    el(
      'ul',
      { class: 'counts', 'aria-label': IMPORT.counts },
      KINDS.map((kind) => el('li', {}, el('strong', {}, String(counts[kind])), IMPORT.sections[kind])),
    ),
    ...sectionsOf(preview, state, again),
    el('footer', {}, busy, el('p', { class: 'reason' }, counts.doubt === 0 ? '' : IMPORT.open(counts.doubt)), back, write),
  );
  if (focus !== undefined) document.getElementById(focus)?.focus();
}

function sectionsOf(preview: ImportPreview, state: ImportState, again: (id: string) => void): HTMLElement[] {
  const of = (kind: PreviewLine['kind']): readonly PreviewLine[] => preview.lines.filter((line) => line.kind === kind);
  // a question stays where it was asked also once it is answered, so that the answer can be taken back
  const questions = preview.lines.filter(({ options }) => options.length > 0);
  const ignored = preview.ignored.filter(({ text }) => text !== '');
  return [
    section(
      'doubt',
      preview.counts.doubt,
      questions.map((line) => questionItem(line, state, again)),
      questions.length > 0,
    ),
    section('new', preview.counts.new, of('new').map(lineItem), true),
    section('changed', preview.counts.changed, of('changed').map(lineItem), true),
    section('same', preview.counts.same, of('same').map(lineItem), false),
    section(
      'ignored',
      preview.counts.ignored,
      ignored.map(({ line, why, text }) => el('li', {}, el('span', { class: 'small' }, `${IMPORT.line(line)}, ${why}: `), text)),
      false,
    ),
  ];
}
