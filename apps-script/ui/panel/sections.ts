// The two halves of the sidebar as tabs, moved between by mouse or arrow keys: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
import { button, el } from '../elements.ts';
import { PANEL } from '../labels.ts';

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  readonly body: HTMLElement;
}

/** Shows one section at a time; `chosen` is told which. */
export function sections(all: readonly Section[], first: string, chosen: (key: string) => void): HTMLElement {
  const tabs = all.map(({ key, title, count }) =>
    button(`${title} (${count})`, () => choose(key), { role: 'tab', id: `tab-${key}`, 'aria-controls': `part-${key}` }),
  );
  const parts = all.map(({ key, body }) => el('div', { role: 'tabpanel', id: `part-${key}`, 'aria-labelledby': `tab-${key}` }, body));
  const choose = (key: string): void => {
    all.forEach((one, place) => {
      const open = one.key === key;
      tabs[place]?.setAttribute('aria-selected', String(open));
      tabs[place]?.setAttribute('tabindex', open ? '0' : '-1');
      parts[place]?.toggleAttribute('hidden', !open);
    });
    chosen(key);
  };
  const byKey = (event: Event): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[(event as KeyboardEvent).key];
    const now = all.findIndex(({ key }) => document.activeElement?.id === `tab-${key}`);
    if (step === undefined || now < 0) return;
    const next = (now + step + all.length) % all.length;
    choose(all[next]?.key ?? first);
    tabs[next]?.focus();
  };
  choose(first);
  return el('div', {}, el('div', { class: 'tabs', role: 'tablist', 'aria-label': PANEL.sections, onkeydown: byKey }, tabs), parts);
}
