// Which sections of the register a plan's targets rest on: only they have to be declared.
import type { Plan } from '../plan/schema.ts';

export type Section = 'clubs' | 'members' | 'loans' | 'funds' | 'activities' | 'events' | 'locations';

export interface NeededSection {
  readonly section: Section;
  /** declared club by club or for the whole commune; else for the whole commune alone */
  readonly perClub: boolean;
}

/** The words of the target grammar by which a target rests on a section. */
const RESTS_ON: readonly { readonly section: Section; readonly words: readonly string[] }[] = [
  { section: 'members', words: ['members', 'each-club', 'share', 'size'] },
  { section: 'loans', words: ['borrower'] },
  { section: 'funds', words: ['money'] },
  { section: 'activities', words: ['allActivities'] },
  { section: 'events', words: ['event', 'reached'] },
  { section: 'locations', words: ['locations'] },
];
/** Told of the commune as a whole: its list of clubs, its places, and what reached a place. */
const WHOLE: readonly Section[] = ['clubs', 'locations', 'events'];

/** The sections, in the order of the workbook's tabs. */
export function neededSections(plan: Plan): NeededSection[] {
  const words = new Set<string>();
  for (const { id: _id, clause: _clause, title: _title, text: _text, ...rest } of plan.targets) collect(rest, words);
  const sections = RESTS_ON.filter((one) => one.words.some((word) => words.has(word))).map(({ section }) => section);
  return (['clubs', ...sections] as const).map((section) => ({ section, perClub: !WHOLE.includes(section) }));
}

/** Every key and every text of a target, however deep. */
function collect(part: unknown, words: Set<string>): void {
  if (typeof part === 'string') words.add(part);
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (!Array.isArray(part)) words.add(key);
    collect(value, words);
  }
}
