// What the objects of one spreadsheet know of each other.
import type { Place } from '../calls.ts';
import type { OpenWorkbook } from './open-workbook.ts';
import type { Running } from './running.ts';

export type Range = GoogleAppsScript.Spreadsheet.Range;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Visibility = GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;
export type ProtectionType = GoogleAppsScript.Spreadsheet.ProtectionType;

export interface Enumerations {
  readonly visibility: { readonly DOCUMENT: Visibility; readonly PROJECT: Visibility };
  readonly protection: { readonly RANGE: ProtectionType; readonly SHEET: ProtectionType };
}

export interface Book {
  readonly running: Running;
  readonly workbook: OpenWorkbook;
  readonly enumerations: Enumerations;
  range(place: Place): Range;
  sheet(sheetId: number): Sheet;
  spreadsheet(): Spreadsheet;
  /** The place of a range that a script hands back. */
  placeOf(range: Range): Place;
  select(place: Place): void;
  selected(): Place;
}
