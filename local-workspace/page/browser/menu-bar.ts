// The menus that the workbook's script has added.
import type { Menu } from '../protocol.ts';
import { element } from './dom.ts';
import { PAGE } from './labels.ts';
import { popupMenu } from './popup-menu.ts';

/** The menus as buttons in a row; nothing where there are none. */
export function drawMenus(menus: readonly Menu[], run: (label: string, name: string) => void): HTMLElement | undefined {
  if (menus.length === 0) return undefined;
  const bar = element('div', { class: 'menu-bar', role: 'group', 'aria-label': PAGE.menuBar });
  for (const { title, items } of menus) {
    bar.append(
      popupMenu(
        title,
        () => items.map(({ label, function: name }) => (name === undefined ? { label } : { label, act: () => run(label, name) })),
        { className: 'menu-button script-menu' },
      ),
    );
  }
  return bar;
}
