// What every finding has to read like, so that an elder or an official can act on it.
import { expect } from 'vitest';
import type { Finding } from '../../rules/findings/finding.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';

const ENGLISH = /\b(undefined|null|NaN|string|number|boolean|date|text|choice|reference|object|true|false|invalid|missing)\b/i;

/** Composed Vietnamese without dates of machines, English words or blame. */
export function expectVietnamese(text: string): void {
  expect(text).toBe(text.normalize('NFC'));
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  expect(text).not.toMatch(ENGLISH);
  expect(text).not.toMatch(/\s{2}|“”|\(\)|bạn đã|nhập sai/u);
}

/** Says where by the names on the sheet, then what, as a sentence; and asks for one thing, in one sentence that begins "Đề nghị". */
export function expectWellWorded({ tab, record, column, message, repair }: Finding): void {
  const { title, columns }: { readonly title: string; readonly columns: { readonly [key: string]: { readonly header: string } } } =
    TABS[tab as TabKey];
  expect(message).toContain(title);
  expect(message).toContain(record);
  if (column !== undefined) expect(message).toContain(`cột ${columns[column]?.header}: `);
  expect(message).toMatch(/[^.]\.$/u);
  expect(repair).toMatch(/^Đề nghị \S.*\.$/u);
  expect(repair.slice(0, -1)).not.toMatch(/[.!?] \p{Lu}/u);
  expectVietnamese(message);
  expectVietnamese(repair);
}
