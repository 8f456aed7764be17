// What one column of a tab is. Everything that knows a column (sheet, parser, findings, dictionary) reads this one declaration.
import type { IsoDate } from '../calendar-date.ts';

/** A year of birth, with month and day where they are known. */
export interface Birth {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** What a cell of each column type holds once it is read. */
export interface ColumnTypes {
  /** free text, tidied */
  text: string;
  /** a record's own code, given once: CLB01, TV0001 */
  code: string;
  /** the code of a record of another tab, found by code, by "code – label" or by a unique name */
  reference: string;
  /** one key of a closed list: the declaration's, the plan's or another tab's */
  choice: string;
  /** several keys of a closed list, separated by ";" in the cell */
  choices: readonly string[];
  date: IsoDate;
  birth: Birth;
  /** a calendar year, 1900-2100 */
  year: number;
  /** whole đồng, never negative */
  money: number;
  /** a whole number, never negative */
  count: number;
  /** yes / no, a tick box in the sheet */
  tick: boolean;
}
export type ColumnType = keyof ColumnTypes;

/** Who may see it and where: NĐ 356/2025/NĐ-CP Điều 3-4; `confidential` is this project's own class for loan books. */
export type PrivacyClass = 'none' | 'basic' | 'sensitive' | 'confidential';

export interface Choice {
  readonly key: string;
  readonly label: string;
  /** other spellings people use; compared by `plainKey` */
  readonly aliases?: readonly string[];
}
/** Where the allowed values of a choice come from. */
export type ChoiceList =
  | { readonly from: 'list'; readonly choices: readonly Choice[] }
  /** the plan's own list; `choices` are fixed ones that come after it */
  | {
      readonly from: 'plan';
      readonly list: 'areas' | 'fundingSources' | 'loanPurposes' | 'chargeUnits' | 'narratives' | 'targets';
      readonly choices?: readonly Choice[];
    }
  /** what stands in a column of another tab. The list of a column of codes holds codes, shown with their labels. While the tab is empty, any text will do */
  | { readonly from: 'tab'; readonly tab: string; readonly column: string };

export interface Column<T extends ColumnType = ColumnType> {
  readonly type: T;
  /** Vietnamese, as printed in row 1 */
  readonly header: string;
  /** the note on the header: what to write, with an example */
  readonly help: string;
  /** pixels */
  readonly width: number;
  readonly privacy: PrivacyClass;
  readonly required?: true;
  /** off unless the plan names it under `optionalColumns` (data minimisation) */
  readonly optional?: true;
  /** written by us, never by people (codes, results of checks) */
  readonly owned?: true;
  /** a helper that people need not see: its column is hidden in the sheet */
  readonly hidden?: true;
  /** machine state in a text column: read exactly as stored, never tidied */
  readonly verbatim?: true;
  /** a text of several lines, each of which is told by itself: they are tidied one by one */
  readonly lines?: true;
  /** the most characters of a text of people's, where it is not `SHORT_TEXT`; what is longer is not read. Owned columns have none */
  readonly longest?: number;
  /** a date column where a month alone is enough: 03/2024 is read as its first day, as the sheet itself does */
  readonly month?: true;
  readonly list?: ChoiceList;
  /** the tab that a reference points into; its dropdown offers that tab's `label` column */
  readonly target?: string;
}

/** The most characters of a name, a code or another short text. */
export const SHORT_TEXT = 250;
/** The most characters of a note, of what was done, of several names. */
export const NOTE_TEXT = 5000;
/** The most characters of what people write for a report: some pages. */
export const PROSE_TEXT = 20_000;

export type Columns = { readonly [key: string]: Column };
export type ValuesOf<C extends Columns> = { readonly [K in keyof C]?: ColumnTypes[C[K]['type']] };

/** data: people's; owned: ours, whole; protected: an administrator's. */
export type TabKind = 'data' | 'owned' | 'protected';

export interface Tab<C extends Columns = Columns> {
  readonly key: string;
  /** Vietnamese, as on the tab; people may rename it, so it is never an address */
  readonly title: string;
  /** fixed for good: the address by which the tab is read */
  readonly sheetId: number;
  readonly kind: TabKind;
  /** shown from the start; other tabs appear when the plan, the period or the menu asks */
  readonly visible: boolean;
  /** never shown to people */
  readonly hidden?: true;
  /** 1-based; 1 unless said */
  readonly headerRow?: number;
  /** CLB, TV, ... : the prefix of the codes of its records, and how many digits */
  readonly codes?: { readonly prefix: string; readonly digits: number };
  readonly columns: C;
}

/** Keeps the exact column keys and types of a declaration. */
export const defineTab = <const C extends Columns>(tab: Tab<C>): Tab<C> => tab;
