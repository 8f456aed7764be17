// What one entry of the catalogue of problems is.

/**
 * Decides by itself the HTTP status and whether to try again: `upstream` is tried again, `input` and `conflict` never are, `notFound` and
 * `refused` wait for a person, `forbidden` and `tooMany` for the caller, `config` stops the start, `bug` is logged and never explained.
 */
export type ProblemKind = 'input' | 'conflict' | 'notFound' | 'refused' | 'forbidden' | 'tooMany' | 'config' | 'upstream' | 'bug';

export interface Entry<Details> {
  readonly kind: ProblemKind;
  /** lower case, one line, names and values first, no advice */
  readonly dev: (details: Details) => string;
  /** where and what, then one sentence that begins "Đề nghị" */
  readonly user: (details: Details) => string;
}
type None = { readonly [key in never]: never };
/** Keeps the exact details of an entry. */
export const define = <Details = None>(entry: Entry<Details>): Entry<Details> => entry;
