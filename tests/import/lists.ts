// Clubs' lists as people paste them, and the register they are pasted into.
import { guessHeaders } from '../../rules/import/guess-headers.ts';
import type { ImportRequest } from '../../rules/import/import-content.ts';
import { parsePasted } from '../../rules/import/parse-pasted.ts';
import { type Previewed, previewImport } from '../../rules/import/preview-import.ts';
import { readersFor } from '../../rules/import/readers.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import type { Register } from '../../rules/register/read-register.ts';
import { aClub, aRegister, QUY_KY, type RowCells, type Rows } from '../findings/a-register.ts';

export const LOCATIONS: readonly RowCells<'locations'>[] = [
  { code: 'DB01', name: 'Đông', hasPlan: 'Có' },
  { code: 'DB02', name: 'Đoài', hasPlan: 'Có' },
];

/** Two clubs, two places, the members that are told. */
export const aCommune = (members: readonly RowCells<'members'>[] = [], more: Rows = {}, plan: Plan = QUY_KY): Register =>
  aRegister(
    {
      clubs: [aClub({ name: 'CLB xóm Đông', location: 'Đông' }), aClub({ code: 'CLB02', name: 'CLB xóm Đoài', location: 'Đoài' })],
      locations: LOCATIONS,
      members,
      ...more,
    },
    { plan },
  );

/** Only what matters of a request. */
export const aRequest = (text: string, more: Partial<ImportRequest> = {}): ImportRequest => ({
  text,
  mapping: null,
  defaults: { club: 'CLB01', joined: '2024-05-20', consent: '2024-05-20' },
  decisions: {},
  ...more,
});

export const imported = (register: Register, text: string, more: Partial<ImportRequest> = {}, plan: Plan = QUY_KY): Previewed =>
  previewImport(register, plan, aRequest(text, more));

export const guessed = (text: string, register: Register = aCommune(), plan: Plan = QUY_KY): readonly string[] =>
  guessHeaders(parsePasted(text), readersFor(register, plan)).mapping;

/** A table as a spreadsheet copies it. */
export const tabbed = (...rows: readonly string[]): string => rows.map((row) => row.split(' | ').join('\t')).join('\n');
