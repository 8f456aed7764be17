// A cell as the page shows it to one person: text, what the editor starts with, colours, note, list, lock.
import type { JsonObject } from '../json.ts';
import { conditionalFormatsOf } from '../sheets/conditional.ts';
import { formatValue, isMoment } from '../sheets/format-value.ts';
import { effectiveValue, hyperlinkOf } from '../sheets/formula.ts';
import { type Locale, localeRules } from '../sheets/locale.ts';
import { protectionsOf } from '../sheets/protection.ts';
import { linkOf } from '../sheets/render.ts';
import type { Sheet, StoredCell } from '../sheets/sheet.ts';
import { userEntered } from '../sheets/user-entered.ts';
import { isDateRule, isTickBox, listOf } from '../sheets/validation.ts';
import type { CellFormat, ExtendedValue, NumberFormat } from '../sheets/wire.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { CellView } from './protocol.ts';

type Draft = { -readonly [Key in keyof CellView]: CellView[Key] };

/** What the editor starts with, such that typing it again changes nothing. */
export function inputOf(value: ExtendedValue | undefined, format: NumberFormat | undefined, locale: Locale): string {
  if (value === undefined) return '';
  if (value.formulaValue !== undefined) return value.formulaValue;
  if (value.numberValue !== undefined && !isMoment(format)) {
    if (format?.type === 'PERCENT' || format?.pattern?.includes('%')) return `${plain(value.numberValue * 100, locale)}%`;
    return plain(value.numberValue, locale);
  }
  const shown = formatValue(value, format, locale) ?? '';
  if (value.stringValue === undefined) return shown;
  // a text that would be read as something else is marked as a text, as Google does
  return userEntered(shown, locale, format, 2000).value?.stringValue === shown ? shown : `'${shown}`;
}

const plain = (number: number, locale: Locale): string => formatValue({ numberValue: number }, undefined, locale) ?? '';

/** `#rrggbb` of a ColorStyle or a Color; undefined for colours of a theme and for what is not there. */
export function hexOf(style: unknown, color?: unknown): string | undefined {
  const rgb = ((style as JsonObject | undefined)?.rgbColor ?? color) as { red?: number; green?: number; blue?: number } | undefined;
  if (rgb === undefined) return undefined;
  const part = (share = 0): string =>
    Math.round(share * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(rgb.red)}${part(rgb.green)}${part(rgb.blue)}`;
}

/** What formats say of a cell's look, the strongest first. */
function lookOf(formats: readonly JsonObject[]): Draft {
  const look: Draft = { text: '' };
  for (const format of [...formats].reverse()) {
    const letters = (format.textFormat ?? {}) as JsonObject;
    const background = hexOf(format.backgroundColorStyle, format.backgroundColor);
    const color = hexOf(letters.foregroundColorStyle, letters.foregroundColor);
    if (background !== undefined) look.background = background;
    if (color !== undefined) look.color = color;
    if (typeof letters.bold === 'boolean') look.bold = letters.bold;
    if (format.wrapStrategy !== undefined) look.wrap = format.wrapStrategy === 'WRAP';
    if (typeof format.horizontalAlignment === 'string')
      look.align = format.horizontalAlignment.toLowerCase() as 'left' | 'center' | 'right';
  }
  if (look.background === '#ffffff') delete look.background;
  if (look.color === '#000000') delete look.color;
  if (look.bold !== true) delete look.bold;
  if (look.wrap !== true) delete look.wrap;
  return look;
}

/** Makes the views of one tab's cells; equal lists are handed out once, by number. */
export class CellViews {
  readonly lists: (readonly string[])[] = [];
  readonly #workbook: Workbook;
  readonly #sheet: Sheet;
  readonly #locale: Locale;
  readonly #conditional: ReturnType<typeof conditionalFormatsOf>;
  readonly #protection: ReturnType<typeof protectionsOf>;
  readonly #listOfRule = new Map<unknown, number | undefined>();
  readonly #looks = new Map<CellFormat | undefined, Draft>();

  constructor(workbook: Workbook, sheet: Sheet, now: number) {
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#locale = localeRules(workbook.doc.properties.locale);
    this.#conditional = conditionalFormatsOf(workbook, sheet, now);
    this.#protection = protectionsOf(workbook, sheet);
  }

  /** The cell at a place; without its content the formats and rules alone. */
  at(row: number, column: number, withContent = true): CellView {
    const cell = this.#sheet.cell(row, column);
    const view: Draft = { ...this.#look(row, column, cell) };
    if (withContent) this.#fill(view, cell);
    this.#rule(view, cell, withContent);
    const protection = this.#protection(row, column);
    if (protection === 'locked') view.locked = true;
    if (protection === 'warned') view.warned = true;
    return view;
  }

  #look(row: number, column: number, cell: StoredCell | undefined): Draft {
    const format = this.#workbook.format(cell);
    const own = this.#looks.get(format) ?? lookOf(format === undefined ? [] : [format]);
    this.#looks.set(format, own);
    const conditional = this.#conditional(row, column);
    return conditional.length === 0 ? own : lookOf([...conditional, ...(format === undefined ? [] : [format])]);
  }

  #fill(view: Draft, cell: StoredCell | undefined): void {
    const format = this.#workbook.format(cell)?.numberFormat;
    const value = effectiveValue(cell?.v);
    view.text = formatValue(value, format, this.#locale) ?? '';
    const input = inputOf(cell?.v, format, this.#locale);
    if (input !== view.text) view.input = input;
    if (value?.numberValue !== undefined) view.align ??= 'right';
    if (cell?.n !== undefined) view.note = cell.n;
    const link = hyperlinkOf(cell?.v) ?? (cell === undefined ? undefined : linkOf(cell));
    if (link !== undefined) view.link = link;
  }

  #rule(view: Draft, cell: StoredCell | undefined, withContent: boolean): void {
    const rule = this.#workbook.validation(cell);
    if (rule === undefined) return;
    if (isTickBox(rule)) {
      view.tick = withContent && effectiveValue(cell?.v)?.boolValue === true;
      return;
    }
    if (isDateRule(rule)) view.isDate = true;
    const list = this.#list(rule);
    if (list !== undefined) view.list = list;
  }

  #list(rule: unknown): number | undefined {
    if (this.#listOfRule.has(rule)) return this.#listOfRule.get(rule);
    const list = listOf(this.#workbook, rule);
    const index = list === undefined ? undefined : this.lists.push(list) - 1;
    this.#listOfRule.set(rule, index);
    return index;
  }
}
