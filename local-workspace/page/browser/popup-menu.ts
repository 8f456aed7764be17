// A menu under a button: opened by click, Enter or the arrow down; arrows move, Esc leaves.
import { button, element } from './dom.ts';

export interface MenuEntry {
  readonly label: string;
  readonly hint?: string;
  /** absent: a line between groups */
  readonly act?: () => void;
  readonly disabled?: boolean;
}

/** A button with its menu. The entries are asked for each time it opens. */
export function popupMenu(
  label: string,
  entries: () => readonly MenuEntry[],
  { className = 'menu-button', intro }: { readonly className?: string; readonly intro?: () => string } = {},
): HTMLElement {
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': label, hidden: true });
  const opener = button(label, () => (menu.hidden ? open() : close()), {
    class: className,
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
  });
  const holder = element('div', { class: 'menu-holder' }, opener, menu);
  const items = (): HTMLButtonElement[] => [...menu.querySelectorAll<HTMLButtonElement>('[role=menuitem]:not(:disabled)')];

  function open(): void {
    const first = intro === undefined ? [] : [element('p', { class: 'menu-intro' }, intro())];
    menu.replaceChildren(...first, ...entries().map(entryElement));
    menu.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    items()[0]?.focus();
  }
  function close(): void {
    menu.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  }
  function entryElement({ label: text, hint, act, disabled }: MenuEntry): HTMLElement {
    if (act === undefined && disabled !== true) return element('div', { role: 'separator', class: 'menu-line' });
    const item = button(
      text,
      () => {
        close();
        opener.focus();
        act?.();
      },
      { role: 'menuitem', tabindex: '-1', disabled: disabled === true },
    );
    if (hint !== undefined) item.append(element('small', {}, hint));
    return item;
  }
  holder.addEventListener('keydown', (event) => {
    if (menu.hidden) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      open();
      return;
    }
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      all[(at + step + all.length) % all.length]?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      opener.focus();
    }
  });
  holder.addEventListener('focusout', (event) => {
    if (!holder.contains(event.relatedTarget as Node | null)) close();
  });
  return holder;
}
