// Choices and tick boxes: what people type is matched with a closed list, first by its letters and tones, then without marks.
import { lazily } from '../lazily.ts';
import { plainKey, textKey, tidy } from '../text.ts';
import { bad, type CellRead, cellText, value } from './cell.ts';
import { YES_NO } from './choice-lists.ts';
import type { Choice } from './column.ts';
import type { CellValue } from './grid.ts';

const FEW = 12; // a list this short is offered whole

/** Keys by one way of writing; a spelling of two choices is kept for both, so that it is not taken for either. */
type Spellings = Map<string, Set<string>>;

function spellings(choices: readonly Choice[], textsOf: (choice: Choice) => readonly string[], keyOf: (text: string) => string): Spellings {
  const map: Spellings = new Map();
  for (const choice of choices) {
    for (const text of textsOf(choice)) {
      const key = keyOf(text);
      const keys = map.get(key);
      if (keys) keys.add(choice.key);
      else map.set(key, new Set([choice.key]));
    }
  }
  return map;
}

const names = (choice: Choice): readonly string[] => [choice.key, choice.label];
const aliases = (choice: Choice): readonly string[] => choice.aliases ?? [];

/** Finds the key a text stands for. Made once per list; each spelling met is worked out once. */
export function choiceFinder(choices: readonly Choice[]): (text: string) => CellRead<string> {
  const tiers = [textKey, plainKey].flatMap((keyOf) =>
    [names, aliases].map((textsOf) => ({ keyOf, map: lazily(() => spellings(choices, textsOf, keyOf)) })),
  );
  const labelOf = new Map(choices.map((choice) => [choice.key, choice.label]));
  const find = (text: string): CellRead<string> => {
    for (const { keyOf, map } of tiers) {
      const keys = [...(map().get(keyOf(text)) ?? [])];
      if (keys[0] !== undefined && keys.length === 1) return value(keys[0]);
      if (keys.length > 1)
        return bad(
          'notAChoice',
          keys.map((key) => labelOf.get(key) ?? key),
        );
    }
    return bad('notAChoice', choices.length <= FEW ? choices.map((choice) => choice.label) : []);
  };
  const known = new Map<string, CellRead<string>>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const read = find(text);
    known.set(text, read);
    return read;
  };
}

/** One choice. `open`: nothing is listed yet (an empty tab), so the text itself is the key. */
export function choiceReader(choices: readonly Choice[], open: boolean): (cell: CellValue) => CellRead<string> {
  const find = choiceFinder(choices);
  return (cell) => (open ? value(cellText(cell)) : find(cellText(cell)));
}

/** Several choices, separated by ";" or a new line; by "," too where that makes choices of what would be none. */
export function choicesReader(choices: readonly Choice[], open: boolean): (cell: CellValue) => CellRead<readonly string[]> {
  const find = choiceFinder(choices);
  const readAll = (texts: readonly string[]): CellRead<readonly string[]> => {
    const keys = new Set<string>();
    for (const text of texts) {
      const read = open ? value(text) : find(text);
      if (read.kind === 'bad') return read;
      if (read.kind === 'value') keys.add(read.value);
    }
    return value([...keys]);
  };
  return (cell) => {
    const text = typeof cell === 'string' ? cell : cellText(cell);
    const read = readAll(split(text, /[;\n]/));
    return read.kind === 'bad' && text.includes(',') ? orFirst(readAll(split(text, /[;,\n]/)), read) : read;
  };
}

const split = (text: string, mark: RegExp): string[] =>
  text
    .split(mark)
    .map(tidy)
    .filter((part) => part !== '');
const orFirst = <V>(read: CellRead<V>, otherwise: CellRead<V>): CellRead<V> => (read.kind === 'bad' ? otherwise : read);

const yesOrNo = choiceFinder(YES_NO.from === 'list' ? YES_NO.choices : []);

/** A tick box, or what people type in its place: x, có, không, 1, 0. */
export function readTick(cell: CellValue): CellRead<boolean> {
  if (typeof cell === 'boolean') return value(cell);
  const read = yesOrNo(cellText(cell));
  return read.kind === 'value' ? value(read.value === 'yes') : bad('notATick');
}
