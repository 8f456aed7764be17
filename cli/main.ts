// npx ishc: which command, and how it ends. Each command is a file of its own.
import { check } from './commands/check.ts';
import { pair } from './commands/pair.ts';
import { planCheck } from './commands/plan-check.ts';
import { progress } from './commands/progress.ts';
import { provision } from './commands/provision.ts';
import { explainFigure, frozenListPage, preview } from './commands/report.ts';
import { sweep } from './commands/sweep.ts';
import { ISHC_USAGE } from './commands/usage.ts';
import { reported } from './reported.ts';

/** Answers with an exit code: 0 done, 1 failed, 2 asked for wrongly. */
export type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  'plan check': planCheck,
  provision,
  pair,
  check,
  progress,
  'report preview': preview,
  'report explain': explainFigure,
  'report frozen-list': frozenListPage,
  sweep,
};

/** Runs the command that the first words name. */
export async function main(argv: readonly string[]): Promise<number> {
  const [first = '', second = ''] = argv;
  const name = `${first} ${second}` in COMMANDS ? `${first} ${second}` : first;
  const command = COMMANDS[name];
  if (command === undefined) {
    const wantsHelp = first === '' || first === 'help' || first === '--help' || first === '-h';
    (wantsHelp ? console.log : console.error)(ISHC_USAGE);
    return wantsHelp ? 0 : 2;
  }
  return reported(() => command(argv.slice(name.split(' ').length)));
}
