import { describe, expect, it } from 'vitest';
import { isoDate, toSerial } from '../../rules/calendar-date.ts';
import { NOTE_MARK } from '../../rules/sheet/labels.ts';
import { tabIn, withoutFacts } from '../reporting/a-workbook.ts';
import {
  type ASheet,
  aSheet,
  cellOf,
  checkAll,
  nextRow,
  noteOf,
  placeOf,
  rowOfCode,
  type,
  typeInto,
  typeRow,
  writeNote,
} from './a-sheet.ts';

const HA = { club: 'CLB01', name: 'Lý Thị Hà', birth: '1958', sex: 'Nữ', joined: '20/05/2024', consent: '20/05/2024' };
const highestOf = (sheet: ASheet) => Math.max(...tabIn(sheet.workbook, 'members').map((row) => Number(String(row[0]).replace(/\D/g, ''))));
const serial = (text: string): number => toSerial(isoDate(text) ?? ('' as never));

describe('codes', () => {
  it('gives a typed row the next code and its label', () => {
    const sheet = aSheet();
    const row = nextRow(sheet, 'members');
    const next = `TV${String(highestOf(sheet) + 1).padStart(4, '0')}`;
    typeRow(sheet, 'members', row, HA);
    expect(cellOf(sheet, 'members', row, 'code')).toBe(next);
    expect(cellOf(sheet, 'members', row, 'label')).toBe(`${next} – Lý Thị Hà (1958)`);
  });

  it('gives pasted rows codes in their order, and each only once', () => {
    const sheet = aSheet();
    const row = nextRow(sheet, 'members');
    const next = highestOf(sheet) + 1;
    const line = [null, null, 'CLB01', 'Lý Thị Hà', '1958', 'Nữ'];
    type(
      sheet,
      'members',
      row,
      1,
      Array.from({ length: 100 }, (_, index) => [...line.slice(0, 3), `Lý Thị Hà ${index}`, ...line.slice(4)]),
    );
    const codes = tabIn(sheet.workbook, 'members').map((cells) => cells[0]);
    expect(codes.slice(row - 1)).toEqual(Array.from({ length: 100 }, (_, index) => `TV${String(next + index).padStart(4, '0')}`));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('never gives a code again that was left in an emptied row, or deleted with its row', () => {
    const sheet = aSheet();
    const row = nextRow(sheet, 'members');
    typeRow(sheet, 'members', row, HA);
    const first = String(cellOf(sheet, 'members', row, 'code'));
    type(sheet, 'members', row, 2, [[null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null]]);
    typeRow(sheet, 'members', row + 1, HA);
    const second = String(cellOf(sheet, 'members', row + 1, 'code'));
    expect(Number(second.slice(2))).toBe(Number(first.slice(2)) + 1);
    tabIn(sheet.workbook, 'members').splice(row - 1, 2);
    typeRow(sheet, 'members', row, HA);
    expect(Number(String(cellOf(sheet, 'members', row, 'code')).slice(2))).toBe(Number(second.slice(2)) + 1);
  });

  it('gives a copied row a new code, wherever it was pasted; the older row keeps its own', () => {
    const sheet = aSheet();
    const rows = tabIn(sheet.workbook, 'members');
    const original = [...(rows[10] ?? [])];
    rows.splice(3, 0, []); // above the original
    type(sheet, 'members', 4, 1, [original]);
    expect(cellOf(sheet, 'members', 12, 'code')).toBe(original[0]);
    expect(cellOf(sheet, 'members', 4, 'code')).not.toBe(original[0]);
    expect(cellOf(sheet, 'members', 4, 'label')).toContain(String(cellOf(sheet, 'members', 4, 'code')));
  });

  it('puts a deleted code back, and gives a new one for a code that two rows bore', () => {
    const sheet = aSheet();
    const row = rowOfCode(sheet, 'members', 'TV0003');
    typeInto(sheet, 'members', row, 'code', null, { oldValue: 'TV0003' });
    expect(cellOf(sheet, 'members', row, 'code')).toBe('TV0003');
    typeInto(sheet, 'members', row, 'code', null, { oldValue: 'TV0004' });
    expect(cellOf(sheet, 'members', row, 'code')).not.toMatch(/TV000[34]/);
  });

  it('leaves the codes of sorted rows alone', () => {
    const sheet = aSheet();
    const rows = tabIn(sheet.workbook, 'members');
    const sorted = rows
      .slice(1)
      .map((line) => [...line])
      .reverse();
    type(sheet, 'members', 2, 1, sorted);
    expect(
      tabIn(sheet.workbook, 'members')
        .slice(1)
        .map((row) => row[0]),
    ).toEqual(sorted.map((row) => row[0]));
  });

  it('gives none without the lock, and the check gives them later', () => {
    const sheet = { ...aSheet(), locked: false };
    const row = nextRow(sheet, 'members');
    const { said } = typeRow(sheet, 'members', row, HA);
    expect(cellOf(sheet, 'members', row, 'code')).toBeNull();
    expect(cellOf(sheet, 'members', row, 'label')).toBeNull();
    expect(said).toEqual([]);
    sheet.locked = true;
    checkAll(sheet);
    expect(cellOf(sheet, 'members', row, 'code')).toMatch(/^TV\d{4}$/);
  });

  it('gives no code to a row that a merged cell hides, and says so', () => {
    const sheet = aSheet();
    const row = nextRow(sheet, 'members');
    sheet.merges = [{ row, column: 1, rows: 2, columns: 1 }];
    const { said } = type(sheet, 'members', row, 3, [
      ['CLB01', 'Lý Thị Hà', '1958'],
      ['CLB01', 'Lý Văn Minh', '1950'],
    ]);
    expect(cellOf(sheet, 'members', row, 'code')).toMatch(/^TV/);
    expect(cellOf(sheet, 'members', row + 1, 'code')).toBeNull();
    expect(said.join(' ')).toMatch(new RegExp(`ô gộp ở A${row + 1} .*Đề nghị bỏ gộp ô`));
  });

  it('says when a mistyped code leaves no number to give', () => {
    const sheet = aSheet();
    const row = nextRow(sheet, 'members');
    typeRow(sheet, 'members', row, { ...HA, code: 'TV999999999' });
    const { said } = typeRow(sheet, 'members', row + 1, { ...HA, name: 'Lý Thị Lan' });
    expect(said.join(' ')).toMatch(/TV999999999 .*Đề nghị/);
  });
});

describe('tidying', () => {
  it('writes births, dates, names and phones in one form, and says what it did', () => {
    const sheet = aSheet();
    const row = rowOfCode(sheet, 'members', 'TV0003');
    const { tidied } = typeInto(sheet, 'members', row, 'birth', '5-3-1956');
    expect(cellOf(sheet, 'members', row, 'birth')).toBe('05/03/1956');
    expect(tidied.map(({ shown }) => shown)).toEqual(['05/03/1956']);
    typeInto(sheet, 'members', row, 'joined', '20.5.2024');
    expect(cellOf(sheet, 'members', row, 'joined')).toBe(serial('2024-05-20'));
    typeInto(sheet, 'members', row, 'name', '  Hoàng\u00a0 Thị   Lan '.normalize('NFD'));
    expect(cellOf(sheet, 'members', row, 'name')).toBe('Hoàng Thị Lan'.normalize('NFC'));
    typeInto(sheet, 'members', row, 'birth', 20519);
    expect(cellOf(sheet, 'members', row, 'birth')).toBe('05/03/1956');
  });

  it.each([
    ['birth', '05/03/20'],
    ['birth', 'không rõ'],
    ['birth', 1956],
    ['joined', '31/02/2024'],
    ['circumstanceYear', ' 2024 '],
  ])('leaves %s “%s” as it was typed', (column, cell) => {
    const sheet = aSheet();
    const row = rowOfCode(sheet, 'members', 'TV0003');
    expect(typeInto(sheet, 'members', row, column, cell).tidied).toEqual([]);
    expect(cellOf(sheet, 'members', row, column)).toBe(cell);
  });

  it('keeps a month alone where a month is enough, and line breaks everywhere', () => {
    const sheet = aSheet();
    typeInto(sheet, 'funds', 2, 'date', '06/2024');
    expect(cellOf(sheet, 'funds', 2, 'date')).toBe('06/2024');
    typeInto(sheet, 'activities', 2, 'content', 'đo huyết áp \n  tập dưỡng sinh');
    expect(cellOf(sheet, 'activities', 2, 'content')).toBe('đo huyết áp\ntập dưỡng sinh');
  });

  it('touches no formula, no merged cell, and nothing but what was edited', () => {
    const sheet = aSheet();
    const column = placeOf(sheet, 'members', 'name');
    const rows = tabIn(sheet.workbook, 'members');
    const elsewhere = rows[9];
    if (elsewhere) elsewhere[column - 1] = ' Nông  Thị Hà';
    sheet.merges = [{ row: 5, column, rows: 1, columns: 2 }];
    type(sheet, 'members', 3, column, [[' Lý  Thị Lan'], [' Lý  Thị Hà'], [' Lý  Văn Minh']], { formulas: [[''], ['=D3'], ['']] });
    expect(rows.slice(2, 5).map((row) => row[column - 1])).toEqual(['Lý Thị Lan', ' Lý  Thị Hà', ' Lý  Văn Minh']);
    expect(rows[9]?.[column - 1]).toBe(' Nông  Thị Hà');
  });

  it('is not repeated when a person takes it back', () => {
    const sheet = aSheet();
    typeInto(sheet, 'members', 3, 'birth', '5-3-1956', { oldValue: '05/03/1956' });
    expect(cellOf(sheet, 'members', 3, 'birth')).toBe('5-3-1956');
    typeInto(sheet, 'members', 3, 'joined', '20.5.2024', { oldValue: String(serial('2024-05-20')) });
    expect(cellOf(sheet, 'members', 3, 'joined')).toBe('20.5.2024');
  });
});

describe('notes and results', () => {
  it('stand at the cell, begin with the severity, and go when the cell is mended', () => {
    const sheet = aSheet();
    const row = rowOfCode(sheet, 'members', 'TV0003');
    typeInto(sheet, 'members', row, 'birth', 'không rõ');
    expect(noteOf(sheet, 'members', row, 'birth')).toMatch(
      new RegExp(`^${NOTE_MARK}\nPhải sửa: “không rõ” không đọc được thành ngày hoặc năm sinh. Đề nghị `),
    );
    expect(cellOf(sheet, 'members', row, 'check')).toBe('Phải sửa: ngày hoặc năm sinh');
    typeInto(sheet, 'members', row, 'birth', '1956');
    expect(noteOf(sheet, 'members', row, 'birth')).toBe('');
    expect(cellOf(sheet, 'members', row, 'check')).toBeNull();
  });

  it('keep what people wrote, above and below ours', () => {
    const sheet = aSheet();
    const row = rowOfCode(sheet, 'members', 'TV0003');
    writeNote(sheet, 'members', row, 'birth', 'Bà nhớ là năm Thân.');
    typeInto(sheet, 'members', row, 'birth', 'không rõ');
    expect(noteOf(sheet, 'members', row, 'birth')).toMatch(new RegExp(`^Bà nhớ là năm Thân.\n\n${NOTE_MARK}\n`));
    writeNote(sheet, 'members', row, 'birth', `${noteOf(sheet, 'members', row, 'birth')}\nĐã hỏi lại con bà.`);
    typeInto(sheet, 'members', row, 'birth', '1956');
    expect(noteOf(sheet, 'members', row, 'birth')).toBe('Bà nhớ là năm Thân.\n\nĐã hỏi lại con bà.');
  });

  it('go from the other half of a duplicate too', () => {
    const sheet = aSheet();
    const row = nextRow(sheet, 'members');
    typeRow(sheet, 'members', row, HA);
    typeRow(sheet, 'members', row + 1, HA);
    expect(noteOf(sheet, 'members', row + 1, 'name')).toContain(NOTE_MARK);
    const before = cellOf(sheet, 'members', row + 1, 'check');
    typeInto(sheet, 'members', row, 'birth', '1944');
    expect(before).not.toBeNull();
    expect(noteOf(sheet, 'members', row + 1, 'name')).toBe('');
    expect(cellOf(sheet, 'members', row + 1, 'check')).toBeNull();
  });

  it('go from another tab that shows results, when what it refers to is there', () => {
    const sheet = aSheet();
    const row = nextRow(sheet, 'loans');
    typeRow(sheet, 'loans', row, { member: 'Lý Thị Hà', date: '10/06/2024', amount: 5_000_000, purpose: 'Chăn nuôi' });
    expect(cellOf(sheet, 'loans', row, 'check')).toContain('thành viên vay');
    typeRow(sheet, 'members', nextRow(sheet, 'members'), HA);
    expect(cellOf(sheet, 'loans', row, 'check')).toBeNull();
    expect(noteOf(sheet, 'loans', row, 'member')).toBe('');
  });

  it('go when the row is cleared, and so does the label', () => {
    const sheet = aSheet();
    const row = nextRow(sheet, 'members');
    typeRow(sheet, 'members', row, { ...HA, birth: 'không rõ' });
    type(sheet, 'members', row, 3, [(tabIn(sheet.workbook, 'members')[0] ?? []).slice(2, -1).map(() => null)]);
    expect(cellOf(sheet, 'members', row, 'check')).toBeNull();
    expect(cellOf(sheet, 'members', row, 'label')).toBeNull();
    expect(noteOf(sheet, 'members', row, 'birth')).toBe('');
    expect(cellOf(sheet, 'members', row, 'code')).toMatch(/^TV/);
  });

  it('are the same when nothing has changed since: a second check writes nothing', () => {
    const sheet = aSheet();
    checkAll(sheet);
    const notes = (key: string) => sheet.notes.get(key) ?? [];
    const again = checkAll(sheet);
    for (const tab of again.tabs) {
      const change = again.changeOf(tab, notes(tab.key));
      expect([tab.key, change.columns, change.notes]).toEqual([tab.key, [], undefined]);
    }
  });
});

describe('a tab in disorder', () => {
  it('without its headers is left alone, and it is said what to do', () => {
    const sheet = aSheet();
    const rows = tabIn(sheet.workbook, 'members');
    rows.shift();
    const { said, tabs } = type(sheet, 'members', 1, 4, [['Lý  Thị Hà']]);
    expect(said.join(' ')).toMatch(/mất dòng tiêu đề|không tìm thấy tiêu đề cột nào ở dòng 1.*Đề nghị/);
    expect(tabs.map(({ key }) => key)).not.toContain('members');
    expect(rows[0]?.[3]).toBe('Lý  Thị Hà');
  });

  it('with a header typed over says which one', () => {
    const sheet = aSheet();
    const { said } = typeInto(sheet, 'members', 1, 'birth', 'Tuổi');
    expect(said.join(' ')).toMatch(/cột Ngày hoặc năm sinh.*Đề nghị ghi lại đúng tiêu đề/);
  });

  it('that is gone is named while people type elsewhere', () => {
    const sheet = aSheet();
    sheet.workbook.set(104, 'missing');
    const { said } = typeInto(sheet, 'members', 3, 'birth', '1956');
    expect(said.join(' ')).toMatch(/Trang Vay vốn: không tìm thấy trang này.*Đề nghị/);
  });

  it('of a register that names no unit still gets codes and labels, and it is said why nothing is judged', () => {
    const sheet = aSheet();
    withoutFacts(sheet.workbook, 'Mã đơn vị theo kế hoạch');
    const row = nextRow(sheet, 'members');
    const { said, review } = typeRow(sheet, 'members', row, HA);
    expect(cellOf(sheet, 'members', row, 'label')).toBe(`${cellOf(sheet, 'members', row, 'code')} – Lý Thị Hà (1958)`);
    expect([review, said]).toEqual([undefined, [expect.stringMatching(/Đề nghị .*REGISTER_WITHOUT_UNIT/)]]);
  });

  it('with a cell of 50,000 characters is read and noted briefly', () => {
    const sheet = aSheet();
    const row = rowOfCode(sheet, 'members', 'TV0003');
    typeInto(sheet, 'members', row, 'name', 'Hà '.repeat(16_666));
    typeInto(sheet, 'members', row, 'sex', 'x'.repeat(50_000));
    expect(noteOf(sheet, 'members', row, 'sex').length).toBeLessThan(1500);
    expect(String(cellOf(sheet, 'members', row, 'label')).length).toBeLessThan(300);
  });
});
