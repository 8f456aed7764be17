// What the dialog of an import asks of the script behind the sheet.
import type { ImportChanged, ImportDone, ImportPreview, ImportStart } from '../../../rules/import/import-content.ts';
import { callServer } from '../google-script-run.ts';
import type { ImportState } from './state.ts';

export const importStart = (): Promise<ImportStart> => callServer('importStart');

const given = ({ text, mapping, defaults, decisions }: ImportState) => [text, mapping, { ...defaults }, { ...decisions }] as const;

export const importPreview = (state: ImportState): Promise<ImportPreview> => callServer('importPreview', ...given(state));
export const importConfirm = (state: ImportState, hash: string): Promise<ImportDone | ImportChanged> =>
  callServer('importConfirm', ...given(state), hash);
