// Files that are either as they were or as they shall be: whoever is killed while writing leaves no half of one.
import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file beside its place and moves it there. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.new`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}
