// The readers of the tab Thành viên, made once for an import: the very ones by which the register itself is read.

import type { CellRead } from '../register/cell.ts';
import type { PlanLists } from '../register/choices.ts';
import { choicesOf } from '../register/choices.ts';
import type { Choice } from '../register/column.ts';
import { ETHNIC_GROUPS } from '../register/ethnic-groups.ts';
import { type CellReader, cellReader, withinLength } from '../register/read-cell.ts';
import { choiceFinder } from '../register/read-choice.ts';
import { type Register, readerOf } from '../register/read-register.ts';
import { TABS } from '../register/tabs.ts';
import { plainKey, textKey, tidy } from '../text.ts';
import { columnOf, importKeys, type MemberKey } from './import-columns.ts';
import { PLACE_WORDS } from './labels.ts';

export interface Readers {
  readonly keys: readonly MemberKey[];
  readonly read: (key: MemberKey, text: string) => CellRead<unknown>;
  readonly choices: (key: MemberKey) => readonly Choice[];
  /** the places of Địa bàn are known, so that a column can be told to hold them */
  readonly hasPlaces: boolean;
}

/** Reads what a list says of a member as the register will read it; a place also with the word xóm, thôn … before its name. */
export function readersFor(register: Register, plan: PlanLists): Readers {
  const made = new Map<MemberKey, CellReader>();
  const readerFor = (key: MemberKey): CellReader => {
    const column = columnOf(key);
    const reader = made.get(key) ?? withinLength(TABS.members, column, readerOf(TABS.members, column, plan, register));
    made.set(key, reader);
    return reader;
  };
  const places = choicesOf(columnOf('location'), plan, register);
  return {
    keys: importKeys(plan).filter((key) => register.members.columnAt.has(key)),
    read(key, text) {
      if (key === 'location' && places.length > 0) return firstRead(placeTexts(text), readerFor(key));
      if (key === 'ethnicMinority') return minority(text, readerFor(key));
      return readerFor(key)(text);
    },
    choices: (key) => choicesOf(columnOf(key), plan, register),
    hasPlaces: places.length > 0,
  };
}

/** The first way of writing that is read; else what is said of the text as it stands. */
function firstRead(texts: readonly string[], read: CellReader): CellRead<unknown> {
  const [first, ...others] = texts.map((text) => read(text));
  return [first, ...others].find((one) => one?.kind === 'value') ?? first ?? read('');
}

/** "Xóm Đông, xã An Bình": as it stands, without the commune, without the word before the name. */
function placeTexts(text: string): readonly string[] {
  const near = text.split(/[,;–]| - /)[0] ?? '';
  return [text, near, withoutPlaceWord(near)];
}

function withoutPlaceWord(text: string): string {
  const words = tidy(text.replace(/^([xt])\./i, '$1. ')).split(' ');
  const most = Math.max(...PLACES.map(({ length }) => length));
  for (let count = Math.min(most, words.length - 1); count > 0; count -= 1) {
    const begins = textKey(words.slice(0, count).join(' '));
    if (PLACES.some((place) => place.length === count && place.key === begins)) return words.slice(count).join(' ');
  }
  return text;
}
const PLACES = PLACE_WORDS.map((word) => ({ key: textKey(word), length: word.split(' ').length }));

const groups = ETHNIC_GROUPS.from === 'list' ? ETHNIC_GROUPS.choices : [];
const groupOf = choiceFinder(groups);
const KINH = groups[0]?.key;
/** Counted either way by different policies, or by none: nothing is concluded from them. */
const UNSAID = new Set(['hoa', 'nguoi nuoc ngoai']);

/** Yes or no; of a group's name what follows from it: everybody but Kinh is a minority. */
function minority(text: string, read: CellReader): CellRead<unknown> {
  const said = read(text);
  if (said.kind !== 'bad' || !/\p{L}/u.test(text)) return said;
  const group = groupOf(text);
  const label = group.kind === 'value' ? groups.find(({ key }) => key === group.value)?.label : undefined;
  if (group.kind !== 'value' || label === undefined || UNSAID.has(plainKey(label))) return said;
  return { kind: 'value', value: group.value === KINH ? 'no' : 'yes' };
}

/** A choice that anything but a list of our own would make: whether the text names an ethnic group. */
export const isEthnicGroup = (text: string): boolean => groupOf(text).kind === 'value';

/** Makes sure that a reader can be used for what no column declares (marks). */
export const readMark = cellReader({ type: 'tick', header: '', help: '', width: 0, privacy: 'none' });
