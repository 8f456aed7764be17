// google.script.run as promises: https://developers.google.com/apps-script/guides/html/reference/run

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
}
declare const google: {
  readonly script: {
    readonly run: Runner;
    readonly host: { close(): void; readonly editor: { focus(): void } };
  };
};

/** What crosses over as it is: no dates, no functions. */
type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** Calls a function of the script behind the sheet. */
export const callServer = <T>(name: string, ...args: readonly Json[]): Promise<T> =>
  new Promise((resolve, reject) => {
    const runner: unknown = google.script.run.withSuccessHandler((answer) => resolve(answer as T)).withFailureHandler(reject);
    (runner as { readonly [name: string]: (...args: unknown[]) => void })[name]?.(...args);
  });

export const closeDialog = (): void => google.script.host.close();
export const focusSheet = (): void => google.script.host.editor.focus();
