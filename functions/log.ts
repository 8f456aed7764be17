// One JSON line per event, as Cloud Logging reads it. Ids, codes and counts only: no cell, no name, no text from outside.
// https://cloud.google.com/logging/docs/structured-logging
export interface LogEntry {
  readonly severity: 'INFO' | 'WARNING' | 'ERROR';
  readonly message: string;
  readonly [field: string]: string | number | boolean | null | undefined;
}
export type Log = (entry: LogEntry) => void;

export const logToStdout: Log = (entry) => {
  process.stdout.write(`${JSON.stringify(entry)}\n`);
};

/** For a second look that has been logged once already. */
export const logToNowhere: Log = () => undefined;
