// After the registers of a superior were processed: hears every unit, and takes one turn of the superior's own workbook.
import * as z from 'zod';
import type { Setup } from './setup.ts';
import { takeSuperiorTurn } from './superior-turn.ts';

export const RollUp = z.strictObject({ superior: z.string().regex(/^[\w-]{10,100}$/) });

/** Reads what the units have to say, and takes one turn. A unit that cannot be read is one that was not heard from; the others go on. */
export async function rollUp({ superior }: z.infer<typeof RollUp>, setup: Setup): Promise<object> {
  const taken = await takeSuperiorTurn(superior, setup);
  if (taken === undefined) return { superior, lines: [], rolledUp: false, waitUntil: null }; // it only lists registers
  const { lines, waitUntil, listed, heard } = taken;
  return {
    superior,
    lines: lines.map(({ key, status }) => ({ key, status })),
    rolledUp: true,
    units: listed,
    heard: [...heard.values()].filter(({ kind }) => kind === 'heard').length,
    waitUntil: waitUntil ?? null,
  };
}
