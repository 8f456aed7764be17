// What the dialog of an import and the script behind it say to each other: plain JSON, in words that people read.

export interface Option {
  readonly key: string;
  readonly label: string;
}
/** What the first step needs to know. */
export interface ImportStart {
  readonly state: 'ready';
  /** the clubs of the register, by record */
  readonly clubs: readonly Option[];
  /** what a pasted column may be; without "left out", which every column may be */
  readonly targets: readonly Option[];
  /** today, yyyy-mm-dd */
  readonly today: string;
  /** about the tab: filtered, hidden */
  readonly notes: readonly string[];
}

/** Dates as yyyy-mm-dd; a blank text is no default. */
export interface DefaultsGiven {
  readonly club?: string;
  readonly joined?: string;
  readonly consent?: string;
}
/** By the line's number in the pasted list. */
export type DecisionsGiven = { readonly [line: string]: { readonly as?: string; readonly birth?: string } };

/** A target per pasted column; null: guess. */
export type Mapping = readonly string[] | null;

export interface ImportRequest {
  readonly text: string;
  readonly mapping: Mapping;
  readonly defaults: DefaultsGiven;
  readonly decisions: DecisionsGiven;
}

export interface PastedColumn {
  readonly at: number;
  readonly header: string;
  readonly samples: readonly string[];
  readonly target: string;
  /** the column of Thành viên that the plan has off */
  readonly off?: string;
}
export interface PreviewLine {
  readonly line: number;
  readonly kind: 'new' | 'changed' | 'same' | 'doubt' | 'skipped';
  /** name and year of birth, as far as the list says */
  readonly title: string;
  /** the record it is */
  readonly record?: string;
  /** what will stand in the new row, or what the list says of one in doubt */
  readonly cells: readonly { readonly header: string; readonly value: string }[];
  readonly changes: readonly { readonly header: string; readonly old: string; readonly now: string }[];
  /** what is asked, also where it has been answered */
  readonly why: readonly string[];
  readonly remarks: readonly string[];
  /** what a person may decide of it; none where nothing is asked */
  readonly options: readonly Option[];
  /** ways to read the birth, to choose from */
  readonly births: readonly string[];
}
export type Counts = { readonly [K in PreviewLine['kind'] | 'ignored' | 'all']: number };

export interface ImportPreview {
  readonly state: 'preview';
  readonly columns: readonly PastedColumn[];
  readonly mapping: readonly string[];
  /** what has to be mended before anything can be imported */
  readonly faults: readonly string[];
  /** about the columns */
  readonly notes: readonly string[];
  /** days that neither the list nor the person gave */
  readonly dayNotes: readonly string[];
  readonly counts: Counts;
  readonly lines: readonly PreviewLine[];
  readonly ignored: readonly { readonly line: number; readonly why: string; readonly text: string }[];
  /** the same as long as the outcome is the same */
  readonly hash: string;
}

export interface ImportDone {
  readonly state: 'done';
  readonly codes: readonly { readonly line: number; readonly code: string; readonly title: string }[];
  readonly counts: Counts;
  readonly notes: readonly string[];
}
/** The register has changed since the preview, so that the outcome would be another one. Nothing was written. */
export interface ImportChanged {
  readonly state: 'changed';
  readonly preview: ImportPreview;
}
