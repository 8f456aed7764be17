// `npm start`: runs the command and ends with its exit code.
import { enableCompileCache } from 'node:module';

enableCompileCache(); // half of a short run is compiling; what is imported after this is kept compiled
const { reported } = await import('./reported.ts');
const { startCommand } = await import('./start-command.ts');

process.exitCode = await reported(() => startCommand(process.argv.slice(2)));
