// The first answer to an edit: it says of the edited cells what the check of the whole register will say of them, from far less reading.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_RULES } from '../../rules/findings/catalogue/cells.ts';
import type { Finding } from '../../rules/findings/finding.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import type { CellValue, Grid, Reading } from '../../rules/register/grid.ts';
import { TABS, type TabKey } from '../../rules/register/tabs.ts';
import { review } from '../../rules/reporting/review.ts';
import { DATA_TABS } from '../../rules/sheet/data-tabs.ts';
import { firstNotes, tabsInSight } from '../../rules/sheet/first-look.ts';
import { NOTE_MARK } from '../../rules/sheet/labels.ts';
import { noteWith } from '../../rules/sheet/notes.ts';
import { type Area, cellAt, holds, type NotesChange } from '../../rules/sheet/tab-change.ts';
import { aWorkbook, columnOf, readingOf, settingAt, tabIn, type Workbook } from '../reporting/a-workbook.ts';
import { NOW } from './a-sheet.ts';

const trusted = (json: string): Plan => JSON.parse(json) as Plan;

/** What the sheet's script reads before it answers: headers and edited rows of the tab, and the tabs in sight whole. */
function readFor(workbook: Workbook, key: TabKey, edit: Area): Reading {
  const whole = tabIn(workbook, key);
  const header = DATA_TABS.find((tab) => tab.key === key)?.headerRow ?? 1;
  const grid: Grid = whole.map((row, index) =>
    index === header - 1 || (index + 1 >= edit.row && index + 1 < edit.row + edit.rows) ? row : [],
  );
  const tabs = tabsInSight(TABS[key], grid, edit).map(
    ({ sheetId }) => [sheetId, readingOf(workbook).grids.get(sheetId) ?? 'missing'] as const,
  );
  return { register: 'so', grids: new Map([[TABS[key].sheetId, grid], ...tabs]) };
}

function notesAfter(
  workbook: Workbook,
  key: TabKey,
  edit: Area,
  notes: readonly (readonly string[])[] = blankNotes(workbook, key),
): NotesChange | undefined {
  return firstNotes(readFor(workbook, key, edit), TABS[key], edit, trusted, () => notes);
}

function blankNotes(workbook: Workbook, key: TabKey): string[][] {
  const grid = tabIn(workbook, key);
  const width = Math.max(...grid.map((row) => row.length));
  return grid.map(() => Array.from({ length: width }, () => ''));
}

const noteAt = (change: NotesChange | undefined, row: number, column: number): string =>
  change?.notes[row - change.row]?.[column - change.column] ?? '';

/** What a whole check finds in a cell by its declaration alone. */
const OF_A_CELL = Object.keys(CELL_RULES).filter((rule) => !['CODE_MISSING', 'CODE_TWICE'].includes(rule));

function wholeFindings(workbook: Workbook): (key: TabKey, row: number, column: string) => Finding[] {
  const { findings } = review(readingOf(workbook), settingAt(NOW));
  return (key, row, column) =>
    findings.filter((one) => one.tab === key && one.row === row && one.column === column && OF_A_CELL.includes(one.rule));
}

const KEYS = DATA_TABS.map(({ key }) => key as TabKey);
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    '30/02/1956',
    'không rõ',
    '',
    null,
    true,
    false,
    45_000,
    -3,
    0.45,
    1e12,
    'CLB99',
    'CLB01',
    'TV0007',
    'Hoàng Thị Lan',
    'x',
  ),
  fc.constantFrom<CellValue>(
    'Nữ',
    'nữ ',
    'Hộ nghèo',
    '12 triệu',
    '1.5',
    '05/03/20',
    '2024',
    '03/2024',
    'x'.repeat(300),
    'Đông',
    'tv7',
    '0912345678',
  ),
  fc.string({ maxLength: 12 }),
);
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const anEdit = fc.record({
  key: fc.constantFrom(...KEYS),
  row: share,
  column: share,
  cells: fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
});

describe('the first answer to an edit', () => {
  it('notes on the edited cells what the whole check finds in them, and nothing else, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 1, maxLength: 3 }), (edits) => {
        const workbook = aWorkbook('2024-12-10');
        for (const { key, row, column, cells } of edits) {
          const grid = tabIn(workbook, key);
          const width = grid[0]?.length ?? 1;
          const top = 2 + Math.floor(row * grid.length);
          const left = 1 + Math.floor(column * width);
          const lines = cells.map((line) => line.slice(0, width - left + 1));
          const edit = { row: top, column: left, rows: lines.length, columns: Math.max(...lines.map((line) => line.length)) };
          lines.forEach((line, down) => {
            while (grid.length < top + down) grid.push([]);
            const own = [...(grid[top + down - 1] ?? [])];
            line.forEach((one, right) => {
              while (own.length < left + right) own.push(null);
              own[left + right - 1] = one === '' ? null : one;
            });
            grid[top + down - 1] = own;
          });
          const found = wholeFindings(workbook);
          const change = notesAfter(workbook, key, edit);
          grid.forEach((_, index) => {
            for (const [name] of Object.entries(TABS[key].columns)) {
              const at = columnOf(workbook, key, name) + 1;
              if (at === 0) continue;
              const expected = holds(edit, index + 1, at) ? found(key, index + 1, name) : [];
              expect(noteAt(change, index + 1, at)).toBe(noteWith('', expected));
            }
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  const typed = (column: string, value: CellValue, key: TabKey = 'members') => {
    const workbook = aWorkbook('2024-12-10');
    const edit = { row: 5, column: columnOf(workbook, key, column) + 1, rows: 1, columns: 1 };
    const row = tabIn(workbook, key)[edit.row - 1];
    if (row !== undefined) row[edit.column - 1] = value;
    return { workbook, edit, key };
  };

  it('keeps what people wrote into the note', () => {
    const { workbook, edit, key } = typed('birth', '30/02/1956');
    const notes = blankNotes(workbook, key);
    const line = notes[edit.row - 1];
    if (line !== undefined) line[edit.column - 1] = 'Hỏi lại con gái bà.';
    expect(noteAt(notesAfter(workbook, key, edit, notes), edit.row, edit.column)).toMatch(
      new RegExp(`^Hỏi lại con gái bà\\.\n\n${NOTE_MARK}\nPhải sửa: .*30/02/1956`),
    );
  });

  it('takes no note away: that is for the whole check to do', () => {
    const { workbook, edit, key } = typed('birth', '05/03/1956');
    const notes = blankNotes(workbook, key).map((line) =>
      line.map(() => `${NOTE_MARK}\nPhải sửa: Ngày sinh không đọc được. Đề nghị ghi lại.`),
    );
    expect(notesAfter(workbook, key, edit, notes)).toBeUndefined();
  });

  it('says nothing of a cell of the row that was not edited, its code among them', () => {
    const { workbook, edit, key } = typed('birth', '1956');
    const row = tabIn(workbook, key)[edit.row - 1];
    if (row !== undefined) {
      row[columnOf(workbook, key, 'code')] = 'mã cũ';
      row[columnOf(workbook, key, 'joined')] = '31/02/2024';
    }
    expect(notesAfter(workbook, key, edit)).toBeUndefined();
  });

  it('reads no notes when nothing is the matter', () => {
    const { workbook, edit, key } = typed('birth', '1956');
    const asked = () => {
      throw new Error('the notes were read');
    };
    expect(firstNotes(readFor(workbook, key, edit), TABS[key], edit, trusted, asked)).toBeUndefined();
  });

  it('says nothing of a register without a readable plan where the plan has to be asked: the whole check says so', () => {
    const { workbook, edit, key } = typed('purpose', 'mua vàng', 'loans');
    expect(notesAfter(workbook, key, edit)).toBeDefined();
    workbook.set(TABS.plan.sheetId, 'missing');
    expect(notesAfter(workbook, key, edit)).toBeUndefined();
  });

  it.each([
    ['members', 'birth', []],
    ['members', 'name', []],
    ['members', 'club', ['clubs']],
    ['members', 'location', ['locations']],
    ['loans', 'member', ['members']],
    ['loans', 'purpose', ['plan']],
    ['loans', 'amount', []],
    ['events', 'clubs', ['clubs']],
  ] as const)('of %s, %s it reads only what the column is held against', (key, column, tabs) => {
    const { workbook, edit } = typed(column, 'x', key);
    expect(tabsInSight(TABS[key], tabIn(workbook, key), edit).map((tab) => tab.key)).toEqual(tabs);
  });

  it('leaves a column of people’s own alone, though it bears the header of one that this plan has no use for', () => {
    const workbook = aWorkbook('2024-12-10');
    const grid = tabIn(workbook, 'members');
    const column = (grid[0]?.length ?? 0) + 1;
    grid[0]?.push(TABS.members.columns.insured.header);
    const row = grid[4];
    while (row !== undefined && row.length < column - 1) row.push(null);
    row?.push('gửi con gái giữ');
    const edit = { row: 5, column, rows: 1, columns: 1 };
    expect(tabsInSight(TABS.members, grid, edit)).toContain(TABS.plan);
    expect(notesAfter(workbook, 'members', edit)).toBeUndefined();
  });

  it('reads cells of the row by its headers, wherever these stand', () => {
    const { workbook, edit, key } = typed('birth', '30/02/1956');
    const width = Math.max(...tabIn(workbook, key).map((row) => row.length));
    workbook.set(
      TABS[key].sheetId,
      tabIn(workbook, key).map((row) => Array.from({ length: width }, (_, index) => cellAt([row], 1, width - index))),
    );
    const column = columnOf(workbook, key, 'birth') + 1;
    expect(column).not.toBe(edit.column);
    expect(noteAt(notesAfter(workbook, key, { ...edit, column }), edit.row, column)).toContain('30/02/1956');
  });
});
