// Leading to a cell of the sheet with one click.
import type { JumpTo } from '../../rules/reporting/panel-content.ts';
import { failure } from './answers.ts';
import { button } from './elements.ts';
import { closeDialog, focusSheet } from './google-script-run.ts';
import { jumpTo } from './server.ts';

/** A dialog covers the sheet and closes once the cell is shown; the sidebar stays. */
export type Where = 'sidebar' | 'dialog';

/** The place of an address as people read it, `B12`; undefined where it is none. */
export function placeOfA1(sheetId: number, a1: string): JumpTo | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})/.exec(a1);
  if (match?.[1] === undefined) return undefined;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheetId, row: Number(match[2]) - 1, column };
}

/** A button that shows a cell. What goes wrong is told below it. */
export function jumpButton(text: string, at: JumpTo, where: Where, name?: string): HTMLButtonElement {
  const made = button(text, () => void jump(made, at, where), { class: 'jump', 'aria-label': name });
  return made;
}

async function jump(from: HTMLButtonElement, { sheetId, row, column }: JumpTo, where: Where): Promise<void> {
  const old = from.nextElementSibling;
  if (old?.classList.contains('note-error')) old.remove();
  from.disabled = true;
  try {
    await jumpTo(sheetId, row, column);
    if (where === 'dialog') closeDialog();
    else focusSheet();
  } catch (error) {
    from.insertAdjacentElement('afterend', failure(error));
  } finally {
    from.disabled = false;
  }
}
