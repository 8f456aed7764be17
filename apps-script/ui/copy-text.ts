// A text to paste elsewhere, and a button that copies it. Google's frame may refuse the clipboard: then the text is selected.
import { button, el, fill } from './elements.ts';
import { COPY } from './labels.ts';

/** The text, the button, and what came of pressing it. */
export function copyText(title: string, text: string): HTMLElement {
  const area = el('textarea', { readonly: true, rows: Math.min(12, text.split('\n').length), 'aria-label': title });
  area.value = text;
  const told = el('p', { class: 'small', role: 'status' });
  const select = (): void => {
    area.focus();
    area.select();
    fill(told, COPY.selected);
  };
  const copy = (): void => {
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (clipboard === undefined) select();
    else clipboard.writeText(text).then(() => fill(told, COPY.copied), select);
  };
  return el('section', { class: 'copy' }, el('h2', {}, title), area, button(COPY.copy, copy), told);
}
