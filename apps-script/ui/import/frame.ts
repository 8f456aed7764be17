// What every step has: where one is, a heading that takes the focus, and the buttons at the foot.
import { el, fill, stage } from '../elements.ts';
import { IMPORT } from './labels.ts';

/** Draws a step. The heading takes the focus, so that the keyboard and a screen reader begin there. */
export function drawStep(number: number, ...parts: readonly (HTMLElement | undefined)[]): void {
  const heading = el('h1', { tabindex: -1 }, IMPORT.step(number, IMPORT.steps[number - 1] ?? ''));
  const places = IMPORT.steps.map((title, index) =>
    el('li', { class: index + 1 < number ? 'past' : '', 'aria-current': index + 1 === number ? 'step' : undefined }, title),
  );
  fill(stage(), el('ol', { class: 'steps', 'aria-label': IMPORT.progress }, places), heading, ...parts);
  heading.focus();
  window.scrollTo(0, 0);
}

/** Sentences, one note each. */
export const notes = (texts: readonly string[], kind: 'warning' | 'error' | 'plain'): HTMLElement[] =>
  texts.map((text) =>
    el('p', { class: kind === 'plain' ? 'note' : `note note-${kind}`, role: kind === 'error' ? 'alert' : undefined }, text),
  );
