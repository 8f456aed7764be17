// The fields of a report on directive, each with its label, its help and what is wrong with it beside it.
import { el } from '../elements.ts';
import { AD_HOC } from '../labels.ts';
import { type Asked, beginning, faultsOf, shown } from './asked-days.ts';

const FIELDS = [
  { key: 'title', label: AD_HOC.title, type: 'text', help: AD_HOC.titleHelp },
  { key: 'from', label: AD_HOC.from, type: 'date', help: '' },
  { key: 'cutOff', label: AD_HOC.cutOff, type: 'date', help: '' },
  { key: 'due', label: AD_HOC.due, type: 'date', help: '' },
] as const;

export interface AskedFields {
  readonly parts: readonly HTMLElement[];
  read(): Asked;
  /** Shows what is wrong beside the fields; answers whether nothing is. */
  check(): boolean;
  focusFault(): void;
  lock(locked: boolean): void;
}

/** The fields as they begin on a day. */
export function askedFields(today: string): AskedFields {
  const first = beginning(today);
  const fields = FIELDS.map(({ key, label, type, help }) => {
    const input = el('input', {
      id: key,
      type,
      value: first[key],
      'aria-describedby': help === '' ? `${key}-fault` : `${key}-help ${key}-fault`,
    });
    const fault = el('p', { class: 'fault', id: `${key}-fault` });
    const note = help === '' ? undefined : el('p', { class: 'small', id: `${key}-help` }, help);
    // browsers show days in the order of their own language: beside them, as people here read a day
    const day = el('span', { class: 'day' });
    const tell = (): void => {
      day.textContent = type === 'date' && input.value !== '' ? AD_HOC.day(shown(input.value)) : '';
    };
    tell();
    input.addEventListener('input', tell);
    return { key, input, fault, part: el('div', { class: 'field' }, el('label', { for: key }, label), input, day, note, fault) };
  });
  const typed = (wanted: keyof Asked): string => fields.find(({ key }) => key === wanted)?.input.value.trim() ?? '';
  const read = (): Asked => ({ title: typed('title'), from: typed('from'), cutOff: typed('cutOff'), due: typed('due') });
  return {
    parts: fields.map(({ part }) => part),
    read,
    check() {
      const faults = faultsOf(read(), today);
      for (const { key, input, fault } of fields) {
        fault.textContent = faults[key] ?? '';
        if (faults[key] === undefined) input.removeAttribute('aria-invalid');
        else input.setAttribute('aria-invalid', 'true');
      }
      return Object.keys(faults).length === 0;
    },
    focusFault: () => fields.find(({ input }) => input.hasAttribute('aria-invalid'))?.input.focus(),
    lock(locked) {
      for (const { input } of fields) input.disabled = locked;
    },
  };
}
