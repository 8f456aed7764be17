// A sentence to the person: beside the cell it is about, or above the grid when it is about none.
import { part, replace } from './dom.ts';

export function sayBeside(text: string, cell?: HTMLElement | null): void {
  const message = part('message');
  const box = cell?.getBoundingClientRect();
  message.hidden = false;
  replace(message, text);
  message.classList.toggle('beside', box !== undefined);
  message.style.left = box === undefined ? '' : `${Math.max(8, Math.min(box.left, window.innerWidth - 330))}px`;
  message.style.top = box === undefined ? '' : `${Math.min(box.bottom + 6, window.innerHeight - 110)}px`;
}

/** The sentence is over. */
export function saysNothing(): void {
  part('message').hidden = true;
  replace(part('message'));
}
