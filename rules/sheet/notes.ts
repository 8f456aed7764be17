// The notes of cells with findings. A note may be a person's too: our part begins with a fixed line, and everything else is kept.
import type { Finding } from '../findings/finding.ts';
import { labelOf, SEVERITIES } from '../register/choice-lists.ts';
import type { TabReading } from '../register/read-tab.ts';
import { capital } from '../text.ts';
import { isMoreThings, moreThings, NOTE_MARK } from './labels.ts';
import type { NotesChange } from './tab-change.ts';

const LINES = 4;
const LONGEST = 400;
const LONGEST_NOTE = 30_000;

const labels = SEVERITIES.from === 'list' ? SEVERITIES.choices.map(({ label }) => `${label}: `) : [];
const isOurs = (line: string): boolean => labels.some((label) => line.startsWith(label)) || isMoreThings(line);

/** What people wrote into a note, above and below our part. */
export function peoplesPart(note: string): string {
  const lines = note.split('\n');
  const kept: string[] = [];
  let inOurs = false;
  for (const line of lines) {
    if (line.trim() === NOTE_MARK) inOurs = true;
    else if (!inOurs || !isOurs(line)) {
      inOurs = false;
      kept.push(line);
    }
  }
  return kept.length === lines.length ? note : kept.join('\n').trim();
}

/** The note with our part as it should be; with no findings only what people wrote is left. */
export function noteWith(note: string, findings: readonly Finding[]): string {
  const own = peoplesPart(note);
  if (findings.length === 0) return own;
  const shown = findings.slice(0, LINES).map(lineOf);
  const more = findings.length > LINES ? [moreThings(findings.length - LINES)] : [];
  const ours = [NOTE_MARK, ...shown, ...more].join('\n');
  return own === '' ? ours : own.length + ours.length > LONGEST_NOTE ? own : `${own}\n\n${ours}`;
}

/** The place is the cell itself: it is left out. */
function lineOf({ severity, message, repair }: Finding): string {
  const what = message.slice(message.indexOf(': ') + 2).replace(/\s+/g, ' ');
  const short = what.length > LONGEST ? `${what.slice(0, LONGEST)}…` : what;
  return `${labelOf(SEVERITIES, severity)}: ${capital(short)} ${repair.replace(/\s+/g, ' ')}`;
}

/** Of each row and column (both 1-based) what is found there. A finding on a row as a whole stands at its code. */
export function findingsByCell(reading: TabReading, findings: readonly Finding[]): Map<number, Map<number, Finding[]>> {
  const whole = reading.columnAt.get('code') ?? Math.min(...reading.columnAt.values());
  const cells = new Map<number, Map<number, Finding[]>>();
  for (const finding of findings) {
    if (finding.row === undefined || finding.tab !== reading.tab.key) continue;
    const at = finding.column === undefined ? whole : (reading.columnAt.get(finding.column) ?? whole);
    const row = cells.get(finding.row) ?? new Map<number, Finding[]>();
    cells.set(finding.row, row);
    row.set(at + 1, [...(row.get(at + 1) ?? []), finding]);
  }
  return cells;
}

/**
 * The change of notes below the headers: one rectangle around the cells whose notes differ. `notes` begin at the first cell of the tab;
 * `isMeant` leaves rows as they are. A first look `adds` only: that nothing is the matter with a cell any more is for a whole check to say.
 */
export function notesChange(
  reading: TabReading,
  findings: readonly Finding[],
  notes: readonly (readonly string[])[],
  isMeant: (row: number) => boolean,
  manner: 'adds' | 'replaces' = 'replaces',
): NotesChange | undefined {
  const cells = findingsByCell(reading, findings);
  const wanted = new Map<number, Map<number, string>>();
  const put = (row: number, column: number, found: readonly Finding[]) => {
    const now = notes[row - 1]?.[column - 1] ?? '';
    const note = noteWith(now, found);
    if (note === now) return;
    const line = wanted.get(row) ?? new Map<number, string>();
    wanted.set(row, line.set(column, note));
  };
  for (let row = (reading.tab.headerRow ?? 1) + 1; row <= notes.length; row += 1) {
    const found = cells.get(row);
    if (!isMeant(row)) continue;
    notes[row - 1]?.forEach((note, index) => {
      const here = found?.get(index + 1) ?? [];
      if (here.length > 0 || (manner === 'replaces' && note.includes(NOTE_MARK))) put(row, index + 1, here);
    });
  }
  return rectangle(wanted, notes);
}

function rectangle(
  wanted: ReadonlyMap<number, ReadonlyMap<number, string>>,
  notes: readonly (readonly string[])[],
): NotesChange | undefined {
  if (wanted.size === 0) return undefined;
  const rows = [...wanted.keys()];
  const columns = [...wanted.values()].flatMap((line) => [...line.keys()]);
  const [row, lastRow] = [least(rows), -least(rows.map((one) => -one))];
  const [column, lastColumn] = [least(columns), -least(columns.map((one) => -one))];
  const lines = Array.from({ length: lastRow - row + 1 }, (_, down) =>
    Array.from({ length: lastColumn - column + 1 }, (_, right) => {
      const now = notes[row + down - 1]?.[column + right - 1] ?? '';
      return wanted.get(row + down)?.get(column + right) ?? now;
    }),
  );
  return { row, column, notes: lines };
}

const least = (list: readonly number[]): number => list.reduce((low, one) => Math.min(low, one), Number.POSITIVE_INFINITY);
