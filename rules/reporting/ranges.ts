// Counts that are not known exactly, as reports tell them.

/** A count whose truth lies between two ends, both of which may be true. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A range that may have no upper end: more may exist than anybody has told. */
export interface OpenRange {
  readonly low: number;
  readonly high?: number;
}
