// An import from the pasted text to what people see of it: the one way that the preview and the confirmed import both go.
import { isoDate } from '../calendar-date.ts';
import { sha256Hex } from '../hash.ts';
import type { PlanLists } from '../register/choices.ts';
import { recordKey, recordLabel } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import { shortened } from '../text.ts';
import { guessHeaders } from './guess-headers.ts';
import { columnOf, importColumns, SKIP } from './import-columns.ts';
import type { DefaultsGiven, ImportPreview, ImportRequest, Option, PastedColumn } from './import-content.ts';
import { IMPORT, LONGEST_SHOWN } from './labels.ts';
import { type Pasted, parsePasted } from './parse-pasted.ts';
import { type Defaults, type ImportPlan, planImport } from './plan-import.ts';
import { ignoredLines, previewLines } from './preview-lines.ts';
import { type Readers, readersFor } from './readers.ts';

export interface Previewed {
  readonly preview: ImportPreview;
  readonly plan: ImportPlan;
  readonly readers: Readers;
}

/** The clubs that a list may be of. */
export const clubOptions = (register: Pick<Register, 'clubs'>): readonly Option[] =>
  register.clubs.rows.flatMap((row) => (recordLabel(row) === '' ? [] : [{ key: recordKey(row), label: recordLabel(row) }]));

/** What a pasted column may be chosen to be, in this register. */
export const targetOptions = (register: Register, plan: PlanLists): readonly Option[] => {
  const { keys } = readersFor(register, plan);
  return importColumns(plan).flatMap(({ target, key, label }) => (keys.includes(key) ? [{ key: target, label }] : []));
};

/** Plans the import that a request asks for, and puts it into words. */
export function previewImport(register: Register, plan: PlanLists, request: ImportRequest): Previewed {
  const readers = readersFor(register, plan);
  const pasted = parsePasted(request.text);
  const guess = guessHeaders(pasted, readers);
  const mapping = guess.mapping.map((target, at) => request.mapping?.[at] ?? target);
  const { defaults, faults } = defaultsOf(request.defaults, register);
  const columns = columnsOf(pasted, mapping, guess.leftOut);
  const wrong = [...faults, ...faultsOf(pasted, mapping, defaults, register, plan)];
  const lines = wrong.length > 0 ? [] : pasted.lines;
  const planned = planImport(register, lines, { plan, readers, mapping, defaults, decisions: request.decisions });
  const shown = previewLines(planned, readers, register);
  const count = (kind: string): number => shown.filter((line) => line.kind === kind).length;
  const preview: ImportPreview = {
    state: 'preview',
    columns,
    mapping,
    faults: wrong,
    notes: notesOf(columns, mapping),
    dayNotes: dayNotesOf(mapping, defaults),
    counts: {
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      doubt: count('doubt'),
      skipped: count('skipped'),
      ignored: pasted.ignored.length,
      all: pasted.lines.length + pasted.ignored.length,
    },
    lines: shown,
    ignored: ignoredLines(pasted),
    hash: sha256Hex(JSON.stringify([shown, mapping, defaults])),
  };
  return { preview, plan: planned, readers };
}

function defaultsOf(given: DefaultsGiven, register: Register): { readonly defaults: Defaults; readonly faults: readonly string[] } {
  const club = register.clubs.rows.find((row) => recordKey(row) === given.club);
  const dates = (['joined', 'consent'] as const).map((key) => ({ key, text: given[key] ?? '', date: isoDate(given[key] ?? '') }));
  const found = Object.fromEntries(dates.flatMap(({ key, date }) => (date === undefined ? [] : [[key, date]])));
  const faults = dates.flatMap(({ key, text, date }) => (text !== '' && date === undefined ? [IMPORT.badDate(columnOf(key).header)] : []));
  return { defaults: { ...(club === undefined ? {} : { club: recordKey(club) }), ...found }, faults };
}

const SAMPLES = 3;

function columnsOf(pasted: Pasted, mapping: readonly string[], leftOut: ReturnType<typeof guessHeaders>['leftOut']): PastedColumn[] {
  return mapping.flatMap((target, at): PastedColumn[] => {
    const filled = pasted.lines.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '');
    const header = shortened(pasted.headers[at] ?? '', LONGEST_SHOWN);
    if (filled.length === 0 && header === '') return [];
    const off = leftOut.find((one) => one.at === at);
    const samples = [...new Set(filled)].slice(0, SAMPLES).map((cell) => shortened(cell, LONGEST_SHOWN));
    return [{ at, header, samples, target, ...(off === undefined ? {} : { off: columnOf(off.key).header }) }];
  });
}

function faultsOf(pasted: Pasted, mapping: readonly string[], { club }: Defaults, register: Register, plan: PlanLists): string[] {
  if (pasted.lines.length + pasted.ignored.length === 0) return [IMPORT.empty];
  if (pasted.lines.length === 0) return [IMPORT.noLines];
  const labels = new Map(importColumns(plan).map(({ target, label }) => [target, label]));
  const twice = mapping.filter((target, at) => target !== SKIP && target !== 'name' && mapping.indexOf(target) !== at);
  return [
    ...(mapping.includes('name') ? [] : [IMPORT.noName]),
    ...(clubOptions(register).length === 0 ? [IMPORT.noClubs] : club === undefined && !mapping.includes('club') ? [IMPORT.noClub] : []),
    ...[...new Set(twice)].map((target) => IMPORT.twoColumns(labels.get(target) ?? target)),
    ...(isUnsureOfSex(pasted, mapping) ? [IMPORT.blanksLost] : []),
  ];
}

/** Under Nam and Nữ one of the two is always blank: where blanks leave no trace, nobody can say which. */
function isUnsureOfSex({ blanksLost, lines }: Pasted, mapping: readonly string[]): boolean {
  const isOf = (sex: 'male' | 'female') => mapping.some((target) => target.endsWith(`:${sex}`));
  return blanksLost && isOf('male') && isOf('female') && lines.some(({ cells }) => cells.length < mapping.length);
}

const isGiven = (mapping: readonly string[], key: string): boolean =>
  mapping.some((target) => target === key || target.startsWith(`${key}:`));

function notesOf(columns: readonly PastedColumn[], mapping: readonly string[]): string[] {
  const leftOut = columns.flatMap(({ header, off }) => (off === undefined ? [] : [header === '' ? off : header]));
  const splitsBySex = mapping.some((target) => target.startsWith('birth:'));
  return [
    ...(leftOut.length > 0 ? [IMPORT.leftOut(leftOut)] : []),
    ...(isGiven(mapping, 'birth') ? [] : [IMPORT.noBirthColumn]),
    ...(isGiven(mapping, 'sex') || splitsBySex ? [] : [IMPORT.noSexColumn]),
  ];
}

const dayNotesOf = (mapping: readonly string[], { joined, consent }: Defaults): string[] => [
  ...(isGiven(mapping, 'joined') || joined !== undefined ? [] : [IMPORT.noJoined]),
  ...(isGiven(mapping, 'consent') || consent !== undefined ? [] : [IMPORT.noConsent]),
];
