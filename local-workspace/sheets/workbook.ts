// A spreadsheet while it is read or worked on. Nothing reaches the store before save, so a batch is all or nothing.
import type { Account } from '../api-request.ts';
import { entityNotFound, GoogleError } from '../google-error.ts';
import { copyOf, type JsonObject, sameJson } from '../json.ts';
import { GRIDS, type Store } from '../store.ts';
import { type Row, Sheet, type SheetDoc, type StoredCell } from './sheet.ts';
import type { CellData, CellFormat, DeveloperMetadata, NamedRange } from './wire.ts';

export interface SpreadsheetProperties extends JsonObject {
  title: string;
  locale: string;
  timeZone: string;
  autoRecalc: string;
}

export interface SpreadsheetDoc {
  spreadsheetId: string;
  properties: SpreadsheetProperties;
  sheets: SheetDoc[];
  namedRanges: NamedRange[];
  developerMetadata: DeveloperMetadata[];
  /** Formats and validations that cells refer to by number: a thousand equal cells hold one. */
  formats: CellFormat[];
  validations: JsonObject[];
  /** The next number for protected ranges, named ranges and metadata without an id of their own. */
  nextId: number;
}

const SPREADSHEETS = 'spreadsheets';

export class Workbook {
  readonly doc: SpreadsheetDoc;
  readonly sheets: Sheet[];
  /** Who edits; protected ranges ask. */
  readonly editor: Account | undefined;
  readonly isOwner: boolean;
  readonly #formats = new Map<string | CellFormat, number>();
  readonly #validations = new Map<string | JsonObject, number>();

  constructor(doc: SpreadsheetDoc, sheets: Sheet[], editor?: Account, isOwner = true) {
    this.doc = doc;
    this.sheets = sheets;
    this.editor = editor;
    this.isOwner = isOwner;
    for (const [index, format] of doc.formats.entries()) this.#formats.set(JSON.stringify(format), index).set(format, index);
    for (const [index, rule] of doc.validations.entries()) this.#validations.set(JSON.stringify(rule), index).set(rule, index);
  }

  static #stored(store: Store, id: string): SpreadsheetDoc {
    const doc = store.get<SpreadsheetDoc>(SPREADSHEETS, id);
    if (doc === undefined) throw entityNotFound();
    return doc;
  }

  static #sheetsOf(store: Store, doc: SpreadsheetDoc): Sheet[] {
    return doc.sheets.map(
      (sheet) => new Sheet(sheet, store.get<readonly (Row | null)[]>(GRIDS, `${doc.spreadsheetId}/${sheet.properties.sheetId}`) ?? []),
    );
  }

  /** For reading only, as this person where it matters who reads. Throws 404 when there is none. */
  static read(store: Store, id: string, reader?: Account, isOwner = true): Workbook {
    const doc = Workbook.#stored(store, id);
    return new Workbook(doc, Workbook.#sheetsOf(store, doc), reader, isOwner);
  }

  /** For writing: a copy, until save. */
  static edit(store: Store, id: string, editor: Account, isOwner: boolean): Workbook {
    const doc = copyOf(Workbook.#stored(store, id));
    return new Workbook(doc, Workbook.#sheetsOf(store, doc), editor, isOwner);
  }

  /** Puts what changed into the store. */
  save(store: Store): void {
    const id = this.doc.spreadsheetId;
    const before = store.get<SpreadsheetDoc>(SPREADSHEETS, id);
    this.doc.sheets = this.sheets.map((sheet) => sheet.doc);
    const kept = new Set(this.sheets.map((sheet) => sheet.id));
    for (const sheet of before?.sheets ?? [])
      if (!kept.has(sheet.properties.sheetId)) store.remove(GRIDS, `${id}/${sheet.properties.sheetId}`);
    for (const sheet of this.sheets) if (sheet.isChanged) store.put(GRIDS, `${id}/${sheet.id}`, sheet.rows);
    if (!sameJson(before, this.doc)) store.put(SPREADSHEETS, id, this.doc);
  }

  /** The tab with this id; a request without one means 0. Throws as Google does. */
  sheet(id: number | undefined): Sheet {
    const sheet = this.sheets.find((candidate) => candidate.id === (id ?? 0));
    if (sheet === undefined) throw new GoogleError(400, `No grid with id: ${id ?? 0}`);
    return sheet;
  }

  sheetTitled(title: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.title === title);
  }

  format(cell: StoredCell | undefined): CellFormat | undefined {
    return cell?.f === undefined ? undefined : this.doc.formats[cell.f];
  }

  validation(cell: StoredCell | undefined): JsonObject | undefined {
    return cell?.d === undefined ? undefined : this.doc.validations[cell.d];
  }

  /** A kept cell as Google's JSON, the writable parts only. */
  unpack(cell: StoredCell | undefined): CellData {
    const data: CellData = {};
    const format = this.format(cell);
    const rule = this.validation(cell);
    if (cell?.v !== undefined) data.userEnteredValue = cell.v;
    if (format !== undefined) data.userEnteredFormat = format;
    if (rule !== undefined) data.dataValidation = rule;
    if (cell?.n !== undefined) data.note = cell.n;
    if (cell?.t !== undefined) data.textFormatRuns = cell.t;
    return data;
  }

  /** Google's JSON as a kept cell; undefined when nothing is left of it. */
  pack(data: CellData): StoredCell | undefined {
    const format = data.userEnteredFormat;
    const rule = data.dataValidation;
    const hasValue = data.userEnteredValue !== undefined && Object.keys(data.userEnteredValue).length > 0;
    const cell: StoredCell = {
      ...(hasValue && data.userEnteredValue !== undefined ? { v: data.userEnteredValue } : {}),
      ...(format === undefined || Object.keys(format).length === 0 ? {} : { f: intern(this.#formats, this.doc.formats, format) }),
      ...(rule === undefined || Object.keys(rule).length === 0 ? {} : { d: intern(this.#validations, this.doc.validations, rule) }),
      ...(data.note === undefined || data.note === '' ? {} : { n: data.note }),
      ...(data.textFormatRuns === undefined || data.textFormatRuns.length === 0 ? {} : { t: data.textFormatRuns }),
    };
    return Object.keys(cell).length === 0 ? undefined : cell;
  }

  /** A number that nothing in this spreadsheet has yet. */
  freshId(isTaken: (id: number) => boolean): number {
    // Lehmer's generator: runs through every 31-bit number, the same ones in every run.
    do this.doc.nextId = (this.doc.nextId * 48_271) % 2_147_483_647;
    while (isTaken(this.doc.nextId));
    return this.doc.nextId;
  }
}

function intern<T>(known: Map<string | T, number>, list: T[], value: T): number {
  // Most cells hand back the very object they were given; only a new one has to be compared by its text.
  const same = known.get(value);
  if (same !== undefined) return same;
  const key = JSON.stringify(value);
  const index = known.get(key) ?? list.push(value) - 1;
  known.set(key, index);
  known.set(value, index);
  return index;
}
