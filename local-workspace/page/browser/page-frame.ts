// What frames the page: the strip of first steps, the line of progress, the banner of a workspace that is away.
import { button, element, part, replace } from './dom.ts';
import { PAGE } from './labels.ts';
import { MEMORY } from './memory.ts';

/** The first steps, until they are closed for good. */
export function drawStrip(steps: readonly string[]): void {
  const strip = part('strip');
  strip.hidden = MEMORY.stripClosed() || steps.length === 0;
  const close = (): void => {
    MEMORY.keepStripClosed();
    strip.hidden = true;
  };
  replace(
    strip,
    element('b', {}, PAGE.strip),
    element('ol', {}, ...steps.map((step) => element('li', {}, step))),
    button('✕', close, { class: 'icon', 'aria-label': PAGE.close }),
  );
}

/** What is going on, or nothing any more. */
export function progress(text: string | undefined): void {
  part('progress').hidden = text === undefined;
  part('progress').textContent = text ?? '';
}

/** How many edits the banner speaks of. */
export function waitingEdits(edits: number): void {
  part('banner').textContent = edits === 0 ? PAGE.lost : `${PAGE.lost} ${PAGE.waiting(edits)}`;
}

/** The workspace is away. */
export function showLost(edits: number): void {
  waitingEdits(edits);
  part('banner').hidden = false;
}

/** The workspace is back. */
export function hideLost(): void {
  part('banner').hidden = true;
}
