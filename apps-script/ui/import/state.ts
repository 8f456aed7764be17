// What the dialog holds while a person goes through its steps. Nothing of it is kept once the dialog is closed.
import type { DecisionsGiven, DefaultsGiven, ImportPreview, ImportStart, Mapping } from '../../../rules/import/import-content.ts';

export interface ImportState {
  readonly start: ImportStart;
  text: string;
  mapping: Mapping;
  defaults: DefaultsGiven;
  decisions: DecisionsGiven;
}

/** Where the steps lead; each draws itself into the stage. */
export interface Steps {
  paste(): void;
  columns(preview: ImportPreview): void;
  preview(preview: ImportPreview, told?: string): void;
}

/** With a single club there is nothing to choose. */
export function freshState(start: ImportStart): ImportState {
  const [only, ...others] = start.clubs;
  const defaults = only !== undefined && others.length === 0 ? { club: only.key } : {};
  return { start, text: '', mapping: null, defaults, decisions: {} };
}
