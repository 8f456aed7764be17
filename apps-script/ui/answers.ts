// Waiting, an error with another try, and the answer: the three things a part of a dialog can show.
import { button, el, fill } from './elements.ts';
import { COMMON } from './labels.ts';
import { sentenceOf } from './trouble.ts';

/** A line that says what is being waited for; read out when it appears. */
export const waiting = (text: string): HTMLElement => el('p', { class: 'waiting', role: 'status' }, el('span', { class: 'turning' }), text);

/** What went wrong, and a way to try again. */
export const failure = (error: unknown, retry?: () => void, title: string = COMMON.failed): HTMLElement =>
  el(
    'div',
    { class: 'note note-error', role: 'alert' },
    el('p', {}, el('strong', {}, title)),
    el('p', {}, sentenceOf(error)),
    retry && button(COMMON.retry, retry),
  );

/** Shows in a place that something is fetched, then what came of it. */
export function fetched<T>(place: HTMLElement, text: string, ask: () => Promise<T>, draw: (answer: T) => void): void {
  const again = (): void => fetched(place, text, ask, draw);
  fill(place, waiting(text));
  place.setAttribute('aria-busy', 'true');
  ask()
    .then(draw)
    .catch((error: unknown) => fill(place, failure(error, again)))
    .then(() => place.removeAttribute('aria-busy'));
}

/** What was done, in the words that came back. */
export const done = (title: string, said: string): HTMLElement =>
  el('div', { class: 'note note-good', role: 'status' }, el('p', {}, el('strong', {}, title)), el('p', {}, said));
