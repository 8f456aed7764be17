// One process per data directory: a lock file names its owner; one left by a process that has ended is taken over.
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const openHere = new Set<string>();

/** When a process began, where the system tells (Linux); undefined for one that has ended and only waits to be reaped. */
function beginning(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

const hasProc = beginning(process.pid) !== undefined;

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether this very process still runs: a number can be given again, and a killed one can linger unreaped. */
function isRunning(pid: number, began: string | undefined): boolean {
  if (!hasProc) return exists(pid);
  const now = beginning(pid);
  return now !== undefined && (began === undefined || began === now);
}

interface Owner {
  readonly pid: number;
  readonly began: string | undefined;
}

function ownerOf(file: string): Owner | undefined {
  try {
    const [pid, began] = readFileSync(file, 'utf8').trim().split(' ');
    return Number.isInteger(Number(pid)) && Number(pid) > 0 ? { pid: Number(pid), began } : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the directory and gives back the release; throws when another workspace has it open. */
export function lockDirectory(directory: string): () => void {
  const file = join(resolve(directory), 'lock');
  const owner = ownerOf(file);
  const isTaken = openHere.has(file) || (owner !== undefined && owner.pid !== process.pid && isRunning(owner.pid, owner.began));
  if (isTaken) throw new Error(`data directory ${directory} is already open in process ${owner?.pid ?? process.pid}`);
  // Left by a process that has ended; or naming nobody, as no lock of a running process ever does.
  if (existsSync(file)) rmSync(file, { force: true });
  claim(file, directory);
  openHere.add(file);
  return () => {
    openHere.delete(file);
    rmSync(file, { force: true });
  };
}

/** The file appears with its content or not at all: whoever is killed on the way leaves no lock that names nobody. */
function claim(file: string, directory: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${process.pid} ${beginning(process.pid) ?? ''}`.trim());
  try {
    linkSync(draft, file);
  } catch (cause) {
    throw new Error(`data directory ${directory} was just opened by another process`, { cause });
  } finally {
    rmSync(draft, { force: true });
  }
}
