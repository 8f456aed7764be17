// How a command ends in trouble: one clear sentence, never a stack, unless it is a bug of ours.
import { Problem } from '../rules/problem.ts';
import { COMMAND } from './labels.ts';

/** Trouble that only a command line knows: one sentence, and the exit code that it ends in. */
export class Refusal extends Error {
  readonly exitCode: number;

  constructor(sentence: string, exitCode: number) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Runs a command; answers with its exit code. 1: something failed; 2: it was asked for wrongly. */
export async function reported(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Problem) {
      console.error(error.userWithCode);
      for (const fault of faultsOf(error)) console.error(`  - ${fault}`);
      return error.kind === 'input' ? 2 : 1;
    }
    if (error instanceof Refusal) {
      console.error(error.message);
      return error.exitCode;
    }
    if (isWrongUse(error)) {
      const [, option] = /^Unknown option '(--?[\w-]+)/.exec(error.message) ?? [];
      console.error(option === undefined ? COMMAND.wrongUse : COMMAND.unknownOption(option));
      return 2;
    }
    if (isLocked(error)) {
      console.error(COMMAND.inUse);
      return 1;
    }
    if (FOLDER_CODES.has(codeOf(error))) {
      console.error(COMMAND.folder);
      return 1;
    }
    console.error(COMMAND.bug);
    console.error(error instanceof Error ? error.stack : String(error));
    return 1;
  }
}

/** Where the sentence itself does not name them. */
const faultsOf = ({ code, details }: Problem): readonly string[] =>
  code !== 'CONFIG_INVALID' && 'faults' in details && Array.isArray(details.faults) ? details.faults.map(String) : [];

const codeOf = (error: unknown): string => (error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? '') : '');
/** https://nodejs.org/api/errors.html#common-system-errors: a folder or a disk that cannot be written to */
const FOLDER_CODES: ReadonlySet<string> = new Set(['EACCES', 'EEXIST', 'EISDIR', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);
const isWrongUse = (error: unknown): error is Error => codeOf(error).startsWith('ERR_PARSE_ARGS');
const isLocked = (error: unknown): error is Error =>
  error instanceof Error && /^data directory .* (is already open|was just opened)/.test(error.message);
