// One process per data directory: a lock file with the owner's process id; one left by a dead process is taken over.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const openHere = new Set<string>();

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ownerOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the directory and gives back the release; throws when another workspace has it open. */
export function lockDirectory(directory: string): () => void {
  const file = join(resolve(directory), 'lock');
  const owner = ownerOf(file);
  const taken = openHere.has(file) || (owner !== undefined && owner !== process.pid && isAlive(owner));
  if (taken) throw new Error(`data directory ${directory} is already open in process ${owner ?? process.pid}`);
  if (owner !== undefined) rmSync(file, { force: true });
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
  } catch (cause) {
    throw new Error(`data directory ${directory} is locked by ${file}; delete that file if no workspace runs there`, { cause });
  }
  openHere.add(file);
  return () => {
    openHere.delete(file);
    rmSync(file, { force: true });
  };
}
