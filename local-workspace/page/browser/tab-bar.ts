// The tabs of a workbook below its grid; hidden ones behind a list of their own.
import type { WorkbookView } from '../protocol.ts';
import { button, element, replace } from './dom.ts';
import { PAGE } from './labels.ts';
import { popupMenu } from './popup-menu.ts';

/** Draws the tabs; a hidden tab that is open is shown among the others. */
export function drawTabs(
  place: HTMLElement,
  tabs: WorkbookView['tabs'],
  current: number | undefined,
  choose: (sheetId: number) => void,
): void {
  const list = element('div', { role: 'tablist', 'aria-label': PAGE.tabs });
  for (const { sheetId, title, color, hidden } of tabs) {
    if (hidden && sheetId !== current) continue;
    const isCurrent = sheetId === current;
    const tab = button(title, () => choose(sheetId), {
      role: 'tab',
      'aria-selected': String(isCurrent),
      'aria-controls': 'grid-place',
      tabindex: isCurrent ? '0' : '-1',
      'data-sheet': String(sheetId),
    });
    if (color !== undefined) tab.style.borderBottomColor = color;
    list.append(tab);
  }
  list.addEventListener('keydown', (event) => {
    const all = [...list.querySelectorAll<HTMLButtonElement>('[role=tab]')];
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + step + all.length) % all.length]?.focus();
  });
  const hidden = tabs.filter((tab) => tab.hidden);
  const others =
    hidden.length > 0 &&
    popupMenu(PAGE.hiddenTabs, () => hidden.map(({ sheetId, title }) => ({ label: title, act: () => choose(sheetId) })), {
      className: 'hidden-tabs',
    });
  replace(place, others, list);
  list.querySelector('[aria-selected=true]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}
