// Headers as people write them -> what the column stands for. Letters and tones count first, then the same without marks.
import { TABS } from '../register/tabs.ts';
import { plainKey, textKey } from '../text.ts';
import { columnOf, type MemberKey, SKIP, type Target } from './import-columns.ts';
import { HEADER_NAMES } from './labels.ts';

const keys = Object.keys(TABS.members.columns) as MemberKey[];

/** A header without what people put around it: brackets, colons, slashes. */
const bare = (text: string): string =>
  text
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}&]+/gu, ' ')
    .trim();

interface Names {
  readonly exact: ReadonlyMap<string, Target>;
  /** longest first */
  readonly phrases: readonly (readonly [string, Target])[];
  readonly words: ReadonlyMap<string, Target>;
}

function namesBy(keyOf: (text: string) => string): Names {
  const all = [
    ...keys.map((key): readonly [string, Target] => [columnOf(key).header, columnOf(key).owned ? SKIP : key]),
    ...Object.entries(HEADER_NAMES).flatMap(([target, names]) => names.map((name): readonly [string, Target] => [name, target])),
  ].map(([name, target]): readonly [string, Target] => [keyOf(bare(name)), target]);
  const exact = new Map<string, Target>();
  for (const [name, target] of all) if (!exact.has(name)) exact.set(name, target);
  const phrases = [...exact].filter(([name]) => name.includes(' ')).sort(([a], [b]) => b.length - a.length);
  const words = new Map([...exact].filter(([name]) => !name.includes(' ')));
  return { exact, phrases, words };
}

const NAMES = [textKey, plainKey].map((keyOf) => ({ keyOf, names: namesBy(keyOf) }));

/** What a single header stands for: the whole of it, its beginning, or words that all say the same (Xóm/Thôn/Buôn). */
export function targetOfHeader(header: string): Target | undefined {
  const text = bare(header);
  if (text === '') return undefined;
  for (const { keyOf, names } of NAMES) {
    const found = names.exact.get(keyOf(text));
    if (found !== undefined) return found;
  }
  for (const { keyOf, names } of NAMES) {
    const key = keyOf(text);
    const phrase = names.phrases.find(([name]) => key.startsWith(`${name} `));
    if (phrase) return phrase[1];
    const said = new Set(key.split(' ').map((word) => names.words.get(word)));
    const [only] = said;
    if (said.size === 1 && only !== undefined) return only;
  }
  return undefined;
}

/** The join of a header that spans two columns with the one below it: "Năm sinh – Nam". */
export const HEADER_JOIN = ' – ';

/** What a header of two rows stands for: births of men under "Năm sinh – Nam", a mark under "Giới tính – Nam". */
export function targetOfJoined(header: string): Target | undefined {
  const [above = '', below] = header.split(HEADER_JOIN);
  const upper = targetOfHeader(above);
  if (below === undefined) return upper;
  const lower = targetOfHeader(below);
  if (upper === 'birth' && lower?.startsWith('sex:')) return `birth:${lower.slice('sex:'.length)}`;
  return lower ?? upper;
}
