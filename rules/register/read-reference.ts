// Codes of records and references to them: CLB01, "TV0007 – Hoàng Thị Mai (1956)", or a name that only one record bears.
import { lazily } from '../lazily.ts';
import { plainKey, textKey, tidy } from '../text.ts';
import { bad, type CellRead, cellText, value } from './cell.ts';
import type { Birth, Tab } from './column.ts';
import type { CellValue } from './grid.ts';

type Codes = NonNullable<Tab['codes']>;

/** What a reference may point at: one row of the target. */
export interface Referred {
  readonly row: number;
  readonly code?: string;
  readonly values: { readonly [column: string]: unknown };
}

/** A row's address for references: its code; without one `#row12`, a stand-in that holds within one reading only. */
export const recordKey = ({ row, code }: Pick<Referred, 'row' | 'code'>): string => code ?? `#row${row}`;

/** `TV0007 – Hoàng Thị Mai (1956)`: the text of a record in dropdowns and messages. */
export function recordLabel({ code, values }: Referred): string {
  const name = typeof values.name === 'string' ? values.name : undefined;
  const birth = values.birth as Birth | undefined;
  const named = name !== undefined && birth !== undefined ? `${name} (${birth.year})` : name;
  return [code, named].filter((part) => part !== undefined).join(' – ');
}

const canonical = (codes: Codes, digits: string): string => `${codes.prefix}${digits.padStart(codes.digits, '0')}`;

/** Reads a tab's own codes: tv7, TV0007 and "TV 0007" are TV0007. */
export function codeReader(codes: Codes): (cell: CellValue) => CellRead<string> {
  const pattern = new RegExp(`^${codes.prefix} ?0*([1-9]\\d{0,8})$`, 'i');
  const asGiven = new RegExp(`^${codes.prefix}(?:[1-9]\\d{${codes.digits},8}|\\d{${codes.digits}})$`);
  const none = canonical(codes, '');
  return (cell) => {
    if (typeof cell === 'string' && asGiven.test(cell) && cell !== none) return value(cell); // as the sheet gave it, nothing to mend
    const match = pattern.exec(tidy(cellText(cell).normalize('NFKC')));
    return match?.[1] === undefined ? bad('badCode') : value(canonical(codes, match[1]));
  };
}

interface Index {
  readonly codes: ReadonlySet<string>;
  /** record keys by name, and by name with the year of birth */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  readonly labels: ReadonlyMap<string, string>;
}

function indexOf(rows: readonly Referred[]): Index {
  const codes = new Set<string>();
  const byName = new Map<string, Set<string>>();
  const labels = new Map<string, string>();
  const put = (name: string, key: string) => {
    const keys = byName.get(name);
    if (keys) keys.add(key);
    else byName.set(name, new Set([key]));
  };
  for (const row of rows) {
    const key = recordKey(row);
    if (row.code !== undefined) codes.add(row.code);
    labels.set(key, recordLabel(row));
    if (typeof row.values.name !== 'string') continue;
    const name = textKey(row.values.name);
    const birth = row.values.birth as Birth | undefined;
    put(name, key);
    if (birth !== undefined) put(`${name} (${birth.year})`, key);
  }
  return { codes, byName, labels };
}

const MOST = 5; // candidates offered

/**
 * Reads references into a tab. A code counts before a name, and in "code – label" only the code counts. With `rows` missing (the tab
 * is gone) a well-formed code is believed: what is wrong then is the tab, not the cell.
 */
export function referenceReader(codes: Codes, rows: readonly Referred[] | 'missing'): (cell: CellValue) => CellRead<string> {
  const index = indexOf(rows === 'missing' ? [] : rows);
  const joined = new RegExp(`^${codes.prefix}0*([1-9]\\d{0,8})(?= ?[–—\\-:(.,]| |$)`, 'i');
  const spaced = new RegExp(`^${codes.prefix} ?0*([1-9]\\d{0,8})(?= ?[–—\\-:(.,]|$)`, 'i');
  const plain = lazily(() => plainNames(index));

  const byCode = (text: string, pattern: RegExp): string | undefined => {
    const digits = pattern.exec(text)?.[1];
    const code = digits === undefined ? undefined : canonical(codes, digits);
    return code !== undefined && (rows === 'missing' || index.codes.has(code)) ? code : undefined;
  };
  const find = (text: string): CellRead<string> => {
    const code = byCode(text, joined);
    if (code !== undefined) return value(code);
    const keys = [...(index.byName.get(textKey(text)) ?? [])];
    if (keys[0] !== undefined && keys.length === 1) return value(keys[0]);
    if (keys.length > 1) return bad('ambiguousReference', labelled(index, keys).slice(0, MOST));
    const spacedCode = byCode(text, spaced);
    if (spacedCode !== undefined) return value(spacedCode);
    return bad('unknownReference', labelled(index, [...(plain().get(plainKey(text)) ?? [])]).slice(0, MOST));
  };
  const known = new Map<CellValue, CellRead<string>>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const read = find(tidy(cellText(cell).normalize('NFKC')));
    known.set(cell, read);
    return read;
  };
}

const labelled = (index: Index, keys: readonly string[]): string[] => keys.map((key) => index.labels.get(key) ?? key);

function plainNames(index: Index): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const [name, keys] of index.byName) {
    const plain = plainKey(name);
    names.set(plain, new Set([...(names.get(plain) ?? []), ...keys]));
  }
  return names;
}
