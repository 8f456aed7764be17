// A file that is derived from another one, and whether git keeps it.
export interface GeneratedFile {
  /** from the repository's root */
  readonly path: string;
  readonly content: string;
  /** git keeps it, so it can be stale: `npm run check` compares */
  readonly committed: boolean;
}
