// Modal dialogs: a question with buttons and perhaps an input. Esc answers as closing does.
import { button, element } from './dom.ts';
import { ASK, PAGE } from './labels.ts';

/** A modal with a way to close it; `closed` hears of every end, Esc included. Without a title it still has a name for whoever cannot see it. */
export function modal(title: string, content: readonly (Node | string)[], closed: () => void): HTMLDialogElement {
  const made = element(
    'dialog',
    { class: 'modal', 'aria-label': title.trim() === '' ? PAGE.untitled : title },
    element(
      'div',
      { class: 'modal-head' },
      title.trim() !== '' && element('h2', { class: 'section-title' }, title),
      button('✕', () => made.close(), { class: 'icon', 'aria-label': PAGE.close }),
    ),
    ...content,
  );
  made.addEventListener('close', () => {
    made.remove();
    closed();
  });
  document.body.append(made);
  made.showModal();
  return made;
}

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly input?: { readonly type: 'text' | 'date'; readonly label: string; readonly value: string };
}

/** Asks, and resolves with the button's id ('close' for closing) and what was typed. */
export function ask({ title, text, buttons, input }: Question): Promise<{ readonly button: string; readonly text: string }> {
  return new Promise((resolve) => {
    let answer = 'close';
    const field = input === undefined ? undefined : element('input', { type: input.type, value: input.value, required: true });
    const said = text.split('\n').map((line) => element('p', { id: `said-${crypto.randomUUID()}` }, line));
    const form = element(
      'form',
      { method: 'dialog', class: 'modal-form' },
      ...said,
      field !== undefined && element('label', {}, input?.label ?? ASK.answer, field),
    );
    const row = element('div', { class: 'modal-buttons' });
    for (const [index, { id, label }] of buttons.entries()) {
      const one = button(
        label,
        () => {
          if (index === 0 && field?.type === 'date' && !field.reportValidity()) return;
          answer = id;
          made.close();
        },
        { class: index === 0 ? 'primary' : '', autofocus: index === 0 && field === undefined },
      );
      row.append(one);
    }
    form.append(row);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      row.querySelector('button')?.click();
    });
    const made = modal(title, [form], () => resolve({ button: answer, text: field?.value ?? '' }));
    made.setAttribute('aria-describedby', said.map(({ id }) => id).join(' '));
    (field ?? row.querySelector('button'))?.focus();
  });
}

/** Asks whether to go on. */
export const confirmed = async (title: string, text: string, yes: string = ASK.confirm, no: string = ASK.back): Promise<boolean> =>
  (
    await ask({
      title,
      text,
      buttons: [
        { id: 'yes', label: yes },
        { id: 'no', label: no },
      ],
    })
  ).button === 'yes';
