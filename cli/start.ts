// `npm start`: runs the command and ends with its exit code.
import { reported } from './reported.ts';
import { startCommand } from './start-command.ts';

process.exitCode = await reported(() => startCommand(process.argv.slice(2)));
