// Every entry passes here: what is expected is told in Vietnamese, what is not is logged by its kind alone, and nobody sees a stack.
import { Problem } from '../rules/problem.ts';
import { TOLD } from './labels.ts';
import { lacksFunctions } from './workbook-kind.ts';

/** Throws SUPERIOR_NEEDS_FUNCTIONS where the standalone script stands in a superior's workbook. */
export function servedHere(): void {
  if (lacksFunctions(SpreadsheetApp.getActive())) throw new Problem('SUPERIOR_NEEDS_FUNCTIONS', {});
}

/** A menu action: trouble is shown in an alert. `anywhere`: also in a workbook that can do nothing without the functions. */
export function guarded(act: () => void, anywhere: 'anywhere' | undefined = undefined): void {
  try {
    if (anywhere === undefined) servedHere();
    act();
  } catch (error) {
    SpreadsheetApp.getUi().alert(told(error));
  }
}

/** A function that a dialog calls: trouble arrives there as the message of an Error. */
export function answered<T>(answer: () => T): T {
  try {
    servedHere();
    return answer();
  } catch (error) {
    throw new Error(told(error));
  }
}

/** The sentence for the person. Of an unexpected error the log gets kind and place, never what people typed. */
export function told(error: unknown): string {
  if (error instanceof Problem) {
    console.warn(`${error.code}: ${error.kind}`);
    return error.userWithCode;
  }
  const { name = 'Error', stack = '' } = error instanceof Error ? error : {};
  const places = stack.split('\n').flatMap((line) => /at .*:\d+(:\d+)?\)?$/.exec(line.trim())?.[0] ?? []);
  console.error([name, ...places.slice(0, 6)].join(' | '));
  return TOLD.bug;
}
