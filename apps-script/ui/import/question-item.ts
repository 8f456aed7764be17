// A line in doubt: why, and the choice a person has. Choosing nothing leaves it out.
import type { Option, PreviewLine } from '../../../rules/import/import-content.ts';
import { el } from '../elements.ts';
import { IMPORT } from './labels.ts';
import { lineParts } from './sections.ts';
import type { ImportState } from './state.ts';

/** The line with its choices; `again` is called with the field's id after each change. */
export function questionItem(line: PreviewLine, state: ImportState, again: (id: string) => void): HTMLElement {
  const decided = state.decisions[line.line] ?? {};
  const decide = (part: 'as' | 'birth', value: string, id: string): void => {
    const { [part]: _, ...others } = decided;
    state.decisions = { ...state.decisions, [line.line]: value === '' ? others : { ...others, [part]: value } };
    again(id);
  };
  const births = line.births.map((birth) => ({ key: birth, label: birth }));
  return el(
    'li',
    { class: 'question' },
    ...lineParts(line),
    ...line.why.map((why) => el('p', { class: 'why' }, why)),
    births.length === 0
      ? undefined
      : choice(`birth-${line.line}`, IMPORT.birth, IMPORT.noBirth, births, decided.birth, (value, id) => decide('birth', value, id)),
    choice(`decide-${line.line}`, IMPORT.decide, IMPORT.undecided, line.options, decided.as, (value, id) => decide('as', value, id)),
  );
}

function choice(
  id: string,
  label: string,
  none: string,
  options: readonly Option[],
  chosen: string | undefined,
  choose: (value: string, id: string) => void,
): HTMLElement {
  const select = el(
    'select',
    { id, onchange: () => choose(select.value, id) },
    el('option', { value: '' }, none),
    options.map((option) => el('option', { value: option.key, selected: option.key === chosen }, option.label)),
  );
  return el('p', { class: 'field' }, el('label', { for: id }, label), select);
}
