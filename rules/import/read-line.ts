// One pasted line -> what it says of a member, read by the readers of the tab's own columns, with what could not be read.
import type { BadCell } from '../register/cell.ts';
import { isBlank } from '../register/cell.ts';
import type { Birth, ValuesOf } from '../register/column.ts';
import type { TABS } from '../register/tabs.ts';
import { plainKey, textKey } from '../text.ts';
import { columnOf, type ImportColumn, type MemberKey } from './import-columns.ts';
import { POSITIONS } from './labels.ts';
import { type Readers, readMark } from './readers.ts';
import type { PastedRow } from './split-text.ts';

export type MemberValues = ValuesOf<typeof TABS.members.columns>;

/** A cell that says nothing usable. */
export interface Unread {
  readonly key: MemberKey;
  readonly shown: string;
  readonly candidates: readonly string[];
}
export interface ReadLine {
  readonly line: number;
  readonly cells: readonly string[];
  readonly values: MemberValues;
  readonly unread: readonly Unread[];
  /** columns of which two pasted ones say different things */
  readonly twice: readonly MemberKey[];
}

/** The columns a list is mapped to; `undefined`: left out. */
export type Columns = readonly (ImportColumn | undefined)[];

/** Reads a line. Parts of a name are put together in their order. */
export function readLine({ line, cells }: PastedRow, columns: Columns, readers: Readers): ReadLine {
  const values: { [key: string]: unknown } = {};
  const unread: Unread[] = [];
  const twice = new Set<MemberKey>();
  const put = (key: MemberKey, value: unknown): void => {
    if (values[key] !== undefined && JSON.stringify(values[key]) !== JSON.stringify(value)) twice.add(key);
    else values[key] = value;
  };
  const name = columns.flatMap((column, at) => (column?.key === 'name' && !isBlank(cells[at] ?? '') ? [cells[at] ?? ''] : [])).join(' ');
  const named = name === '' ? undefined : readers.read('name', name.replace(NUMBER, ''));
  if (named?.kind === 'value') values.name = named.value;
  else if (named?.kind === 'bad') unread.push({ key: 'name', shown: name, candidates: [] });
  columns.forEach((column, at) => {
    const text = cells[at] ?? '';
    if (column === undefined || column.key === 'name' || isBlank(text)) return;
    const bad = take(column, text, readers, put);
    if (bad) unread.push({ key: column.key, shown: text, candidates: bad.candidates ?? [] });
  });
  return { line, cells, values: values as MemberValues, unread, twice: [...twice] };
}

const NUMBER = /^\d{1,4}[.):]? +(?=\p{L})/u;

/** What one cell says is put; what cannot be read is given back. */
function take(column: ImportColumn, text: string, readers: Readers, put: (key: MemberKey, value: unknown) => void): BadCell | undefined {
  const { key, way } = column;
  if (way.is === 'position') return position(text, put);
  if (way.is === 'mark') return mark(column, way.choice, text, readers, put);
  const read = readers.read(key, text);
  if (read.kind === 'value') put(key, read.value);
  if (way.is === 'split') put(way.by, way.choice);
  if (key === 'ethnicGroup' && read.kind === 'value') {
    const minority = readers.read('ethnicMinority', text);
    if (minority.kind === 'value') put('ethnicMinority', minority.value);
  }
  return read.kind === 'bad' ? read : undefined;
}

/** x, có, 1: the choice holds. The choice's own name will do as well; "không" says nothing of the other choices. */
function mark(column: ImportColumn, choice: string, text: string, readers: Readers, put: (key: MemberKey, value: unknown) => void) {
  const marked = readMark(text);
  if (marked.kind === 'value') {
    if (marked.value === true) put(column.key, choice);
    return undefined;
  }
  const named = readers.read(column.key, text);
  if (named.kind === 'value') put(column.key, named.value);
  return named.kind === 'bad' ? named : undefined;
}

/** "Chủ nhiệm CLB", "Phó chủ nhiệm, TNV": every office that is named ticks its box; a mark alone ticks Ban chủ nhiệm. */
function position(text: string, put: (key: MemberKey, value: unknown) => void): BadCell | undefined {
  const parts = text
    .split(/[,;/+]/)
    .map(textKey)
    .filter((part) => part !== '');
  const found = parts.map((part) =>
    POSITIONS.find(([, names]) => names.some((name) => part === textKey(name) || part.startsWith(`${textKey(name)} `))),
  );
  if (found.some((one) => one === undefined)) return { kind: 'bad', fault: 'notATick' };
  for (const one of found) if (one && one[0] !== '') put(one[0], true);
  return undefined;
}

/** Whether a value of the list would change one of the register: a birth known less well says nothing new, nor does a name without marks. */
export function isNews(key: MemberKey, old: unknown, now: unknown): boolean {
  if (now === undefined) return false;
  if (old === undefined) return !(columnOf(key).type === 'tick' && now === false);
  if (key === 'birth') return !says(old as Birth, now as Birth);
  if (key === 'name' && plainKey(String(old)) === plainKey(String(now)) && textKey(String(now)) === plainKey(String(now))) return false;
  if (typeof old === 'string' && typeof now === 'string') return textKey(old) !== textKey(now);
  return JSON.stringify(old) !== JSON.stringify(now);
}

const says = (old: Birth, now: Birth): boolean =>
  old.year === now.year && (now.month === undefined || (now.month === old.month && (now.day === undefined || now.day === old.day)));
