// A superior's own cells with far too long a text: named in Việc cần làm, repeated nowhere.
import { expect, it } from 'vitest';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { at, todoLines } from '../reporting/a-workbook.ts';
import { aSuperior, heardAll, sheetIn, superiorTurn, THEN } from './a-city.ts';

it('a text that is too long is named with its place and length, and stands in no other tab and in no mail', () => {
  const workbook = aSuperior();
  const { narratives, units } = SUPERIOR_TABS;
  const text = 'qua '.repeat(12_000).trim();
  const column = Object.keys(narratives.columns).indexOf('text');
  const told = sheetIn(workbook, narratives.sheetId)[1] ?? [];
  told[column] = text;
  const unit = sheetIn(workbook, units.sheetId)[1] ?? [];
  unit[Object.keys(units.columns).indexOf('name')] = text;
  const sent = superiorTurn(workbook, heardAll(THEN), at('2024-12-26'));
  const lines = todoLines(workbook).filter((line) => line.includes('nội dung quá dài'));
  expect(lines).toEqual([
    expect.stringMatching(/^Trang Đơn vị, dòng 2, cột Tên đơn vị: .* \| dài 47\.999 ký tự nên chưa được đọc \| .*không quá 250 ký tự\./),
    expect.stringMatching(/^Trang Thuyết minh báo cáo, dòng 2, cột Nội dung: .*không quá 20\.000 ký tự\./),
  ]);
  told[column] = null;
  unit[Object.keys(units.columns).indexOf('name')] = null;
  expect(JSON.stringify([[...workbook], sent])).not.toContain('qua qua');
});

it('there is no such line while all texts are of a usual length', () => {
  const workbook = aSuperior();
  superiorTurn(workbook, heardAll(THEN), at('2024-12-26'));
  expect(todoLines(workbook).filter((line) => line.includes('quá dài'))).toEqual([]);
});
