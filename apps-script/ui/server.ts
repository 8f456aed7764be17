// What the dialogs ask of the script behind the sheet. Plain JSON both ways.
import type { CheckResult, Panel, RecordsBehind } from '../../rules/reporting/panel-content.ts';
import type { ReportPreview } from '../../rules/reporting/preview-content.ts';
import type { Granted } from '../../rules/reporting/wish.ts';
import { callServer } from './google-script-run.ts';

/** A preview, and who worked it out: the functions, or the sheet itself where they cannot be reached (`note` says so). */
export type Previewed = ReportPreview & { readonly source: 'functions' | 'sheet'; readonly note?: string };

export const panelData = (): Promise<Panel> => callServer('panelData');
export const panelRecords = (target: string, club?: string): Promise<RecordsBehind> =>
  club === undefined ? callServer('panelRecords', target) : callServer('panelRecords', target, club);
export const previewData = (report?: string): Promise<Previewed> =>
  report === undefined ? callServer('previewData') : callServer('previewData', report);
export const frozenList = (report: string): Promise<null> => callServer('frozenList', report);
export const testReport = (report: string): Promise<Granted> => callServer('testReport', report);
export const approveAndSend = (report: string, approver: string): Promise<Granted> => callServer('approveAndSend', report, approver);
export const requestAdHoc = (title: string, from: string, cutOff: string, due: string): Promise<Granted> =>
  callServer('requestAdHoc', title, from, cutOff, due);
export const checkData = (): Promise<CheckResult> => callServer('checkData');
/** Shows a cell, its tab too where it is hidden; 0-based as in GridRange. */
export const jumpTo = (sheetId: number, row: number, column: number): Promise<null> => callServer('jumpTo', sheetId, row, column);
