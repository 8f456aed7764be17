// Which column of Thành viên each pasted column stands for: by its header, else by what stands in it. A person may change it.
import { isBlank } from '../register/cell.ts';
import type { Birth } from '../register/column.ts';
import { textKey } from '../text.ts';
import { targetOfHeader, targetOfJoined } from './header-names.ts';
import { columnOf, type MemberKey, SKIP, type Target } from './import-columns.ts';
import type { Pasted } from './parse-pasted.ts';
import { isEthnicGroup, type Readers, readMark } from './readers.ts';

export interface Guess {
  /** a target per pasted column */
  readonly mapping: readonly Target[];
  /** pasted columns that the plan has no use for */
  readonly leftOut: readonly { readonly at: number; readonly key: MemberKey; readonly header: string }[];
}

const LOOKED_AT = 200;

/** Guesses the target of every pasted column. A target is given once, but for the parts of a name. */
export function guessHeaders(pasted: Pasted, readers: Readers): Guess {
  const width = Math.max(pasted.headers.length, ...pasted.lines.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => ({
    at,
    header: pasted.headers[at] ?? '',
    cells: pasted.lines.flatMap(({ cells }) => (isBlank(cells[at] ?? '') ? [] : [cells[at] ?? ''])).slice(0, LOOKED_AT),
  }));
  const mapping: Target[] = columns.map(() => SKIP);
  const leftOut: { at: number; key: MemberKey; header: string }[] = [];
  const taken = new Set<Target>();
  const give = (at: number, target: Target): void => {
    if (target === SKIP || (taken.has(target) && target !== 'name')) return;
    mapping[at] = target;
    taken.add(target);
  };
  for (const { at, header, cells } of columns) {
    const target = settled(targetOfJoined(header), cells, readers);
    const key = target === undefined || target === SKIP ? undefined : keyOfTarget(target);
    if (key !== undefined && !readers.keys.includes(key)) leftOut.push({ at, key, header });
    else if (target !== undefined) give(at, target);
  }
  for (const { at, header, cells } of columns) {
    if (mapping[at] !== SKIP || targetOfHeader(header) !== undefined || cells.length === 0) continue;
    if (header === '' && mapping[at - 1] === 'name' && mostly(cells, isPartOfName)) give(at, 'name');
    else if (header === '' && mapping[at - 1] === SKIP && mapping[at + 1] === 'name' && mostly(cells, isPartOfName)) give(at, 'name');
    else if (header === '' || pasted.headers.length === 0) {
      const off = pasted.headers.length === 0 ? offByContent(cells, readers) : undefined;
      if (off !== undefined) leftOut.push({ at, key: off, header: columnOf(off).header });
      else give(at, byContent(cells, readers, taken));
    }
  }
  return { mapping, leftOut };
}

export const keyOfTarget = (target: Target): MemberKey => (target === 'position' ? 'board' : (target.split(':')[0] as MemberKey));

const mostly = (cells: readonly string[], holds: (cell: string) => boolean, share = 0.7): boolean =>
  cells.length > 0 && cells.filter(holds).length >= share * cells.length;

const isPartOfName = (cell: string): boolean => /^\p{L}[\p{L}' .]*$/u.test(cell) && cell.split(' ').length <= 4;

/** What a header alone leaves open is settled by what stands below it. */
function settled(target: Target | undefined, cells: readonly string[], readers: Readers): Target | undefined {
  const reads = (key: MemberKey): boolean => mostly(cells, (cell) => readers.read(key, cell).kind === 'value');
  if (target === undefined || cells.length === 0) return target;
  const [key, choice] = target.split(':');
  if (key === 'sex' && choice !== undefined && mostly(cells, (cell) => isBirth(cell, readers))) return `birth:${choice}`;
  if (key === 'birth' && choice !== undefined && mostly(cells, isMark)) return `sex:${choice}`;
  if (key === 'circumstance' && choice !== undefined && !mostly(cells, isMark) && reads('circumstance')) return 'circumstance';
  if (key === 'ethnicGroup') {
    // the group itself only where the plan asks for it; else no more is taken than whether it is a minority
    const named = mostly(cells, isEthnicGroup);
    if (readers.keys.includes('ethnicGroup') ? !named && reads('ethnicMinority') : named || reads('ethnicMinority'))
      return 'ethnicMinority';
  }
  return target;
}

/** Of one that two years may be meant by, it is asked later which. */
function isBirth(cell: string, readers: Readers): boolean {
  const read = readers.read('birth', cell);
  return read.kind === 'value' || (read.kind === 'bad' && read.fault === 'ambiguousDate');
}

const isMark = (cell: string): boolean => readMark(cell).kind === 'value';

/** Without headers: numbers that the plan does not ask for. */
function offByContent(cells: readonly string[], readers: Readers): MemberKey | undefined {
  const key = mostly(cells, isNationalId) ? 'nationalId' : mostly(cells, isPhone) ? 'phone' : undefined;
  return key === undefined || readers.keys.includes(key) ? undefined : key;
}
const isNationalId = (cell: string): boolean => /^\d{12}$|^\d{9}$/.test(cell.replace(/[ .]/g, ''));
const isPhone = (cell: string): boolean => /^(?:0|\+?84)\d{8,9}$/.test(cell.replace(/[ .()-]/g, ''));

const OFTEN_TOLD: readonly MemberKey[] = ['sex', 'circumstance', 'club', 'location', 'ethnicGroup', 'ethnicMinority'];

/** Without a header: what reads as a birth, a sex, a place of Địa bàn, a name. */
function byContent(cells: readonly string[], readers: Readers, taken: ReadonlySet<Target>): Target {
  const isFree = (key: MemberKey): boolean => readers.keys.includes(key) && ![...taken].some((target) => keyOfTarget(target) === key);
  if (mostly(cells, isNationalId) && isFree('nationalId')) return 'nationalId';
  if (mostly(cells, isPhone) && isFree('phone')) return 'phone';
  if (mostly(cells, (cell) => bornBefore(cell, readers)) && isFree('birth')) return 'birth';
  if (mostly(cells, (cell) => readers.read('joined', cell).kind === 'value')) return isFree('joined') ? 'joined' : SKIP;
  const told = OFTEN_TOLD.find(
    (key) =>
      isFree(key) && !isOpen(key, readers) && cells.some((cell) => !isMark(cell)) && mostly(cells, (cell) => says(key, cell, readers)),
  );
  if (told !== undefined) return told;
  const isName = (cell: string): boolean => isPartOfName(cell) || /^\p{L}+( \p{L}+){1,6}$/u.test(cell);
  const distinct = new Set(cells.map(textKey)).size;
  return isFree('name') && mostly(cells, isName) && distinct * 2 > cells.length && cells.some((cell) => cell.includes(' ')) ? 'name' : SKIP;
}

const isOpen = (key: MemberKey, readers: Readers): boolean => key === 'location' && !readers.hasPlaces;
/** A running number is no key of a choice. */
const says = (key: MemberKey, cell: string, readers: Readers): boolean => /\p{L}/u.test(cell) && readers.read(key, cell).kind === 'value';

const LAST_BORN = 2015;
const bornBefore = (cell: string, readers: Readers): boolean => {
  const read = readers.read('birth', cell);
  return read.kind === 'value' && (read.value as Birth).year <= LAST_BORN;
};
