// The built standalone script in a superior's workbook, where it has no business: it offers nothing it cannot do, and says why.
import { script } from 'googleapis/build/src/apis/script/index.js';
import { describe, expect, it } from 'vitest';
import { localAccount } from '../../cli/local-google.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { TODO_TICKS } from '../../rules/register/todo-layout.ts';
import { sheetFiles } from '../../scripts/sheet-bundle.ts';
import { aTrial, cellsOf, type Trial } from '../functions/a-trial.ts';
import { LAN } from '../sheet/a-script.ts';
import { aDistrict, type District } from '../superior/a-district.ts';

const NEEDS = /^Sổ của cấp trên chỉ hoạt động khi kết nối với máy chủ; .* Đề nghị .*\(mã hỗ trợ: SUPERIOR_NEEDS_FUNCTIONS\)$/;

interface Book extends District {
  readonly trial: Trial;
  readonly told: string[];
  /** the error's sentence, or what was told in an alert meanwhile */
  run(name: string, ...args: readonly unknown[]): Promise<string | undefined>;
  menu(spreadsheet?: string): Promise<readonly string[]>;
}

async function aBook(mode: 'standalone' | 'connected'): Promise<Book> {
  const trial = await aTrial();
  const district = await aDistrict(trial, 2, 1);
  const { scripts, bus, url } = trial.workspace;
  const { projects } = script({ version: 'v1', auth: localAccount(url, LAN) });
  for (const parentId of [district.superior, ...district.registers.values()]) {
    const requestBody = { type: 'user', role: 'writer', emailAddress: LAN };
    await trial.clients.drive.permissions.create({ fileId: parentId, requestBody });
    const { data } = await projects.create({ requestBody: { title: 'Sổ', parentId } });
    const files = (await sheetFiles(mode)).map((file) => ({ ...file }));
    await projects.updateContent({ scriptId: data.scriptId ?? '', requestBody: { files } });
    scripts.consent({ spreadsheet: parentId, as: LAN, allow: 'all' });
  }
  const told: string[] = [];
  bus.subscribe((event) => {
    if (event.kind !== 'ask') return;
    told.push(event.text);
    setImmediate(() => scripts.answer({ ask: event.ask, button: 'ok', text: '' }));
  });
  return {
    ...district,
    trial,
    told,
    async run(name, ...args) {
      const before = told.length;
      const answer = await scripts.run({ spreadsheet: district.superior, as: LAN, function: name, args });
      return 'error' in answer ? answer.error.replace(/^(Exception|Error): /, '') : told.slice(before).join(' ');
    },
    async menu(spreadsheet = district.superior) {
      await scripts.opened({ spreadsheet, as: LAN });
      return scripts.menusOf(spreadsheet, LAN).flatMap(({ items }) => items.map(({ label }) => label).filter((label) => label !== ''));
    },
  };
}

/** What a menu, a trigger or a dialog may still call. */
const CALLS: readonly (readonly [string, ...(readonly unknown[])])[] = [
  ['checkWholeRegister'],
  ['refreshProgress'],
  ['showPreview'],
  ['showApproval'],
  ['showAdHoc'],
  ['showImport'],
  ['showPanel'],
  ['repairRegister'],
  ['reviseReport'],
  ['automationOn'],
  ['hourlyTurn'],
  ['panelData'],
  ['previewData'],
  ['testReport', 'x'],
  ['approveAndSend', 'x', 'Lan'],
  ['requestAdHoc', 'Báo cáo', '2024-01-01', '2024-06-30', '2024-07-05'],
  ['checkData'],
  ['importStart'],
];

describe('the standalone script in a superior’s workbook', () => {
  it('offers help, and to switch off what was switched on before; in a commune’s register it offers everything', async () => {
    const book = await aBook('standalone');
    expect(await book.menu()).toEqual(['Hướng dẫn', 'Tắt chạy tự động']);
    const [register] = book.registers.values();
    expect(await book.menu(register)).toEqual(
      expect.arrayContaining(['Cập nhật tiến độ', 'Bật chạy tự động hằng giờ', 'Tắt chạy tự động']),
    );
  });

  it('says of whatever is called that the functions are needed, and writes nothing', async () => {
    const book = await aBook('standalone');
    const writes = () => book.trial.workspace.log.filter(({ method }) => method === 'sheets.spreadsheets.batchUpdate').length;
    const before = writes();
    for (const [name, ...args] of CALLS) expect(await book.run(name, ...args), name).toMatch(NEEDS);
    expect(await book.run('automationOff')).toBe('Chạy tự động chưa được bật.');
    expect(writes()).toBe(before);
  });

  it('answers a ticked box with the same sentence, and takes the tick away', async () => {
    const book = await aBook('standalone');
    const { tick, answer } = TODO_TICKS.approved;
    const { sheetId, title } = SUPERIOR_TABS.todo;
    const start = { sheetId, rowIndex: tick.row, columnIndex: tick.column };
    const rows = [{ values: [{ userEnteredValue: { boolValue: true } }] }];
    const { sheets } = book.trial.clients;
    const requests = [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
    await sheets.spreadsheets.batchUpdate({ spreadsheetId: book.superior, requestBody: { requests } });
    const { scripts } = book.trial.workspace;
    scripts.edited({ spreadsheet: book.superior, as: LAN, sheetId, row: tick.row, column: tick.column, rows: 1, columns: 1 });
    await scripts.idle();
    const cells = await cellsOf(book.trial, book.superior, title);
    expect(cells[answer.row]?.[answer.column]).toMatch(NEEDS);
    expect(cells[tick.row]?.[tick.column]).toBe(false);
  });
});

describe('the connected script in a superior’s workbook', () => {
  it('offers what the functions do there', async () => {
    const connected = await aBook('connected');
    expect(await connected.menu()).toEqual(expect.arrayContaining(['Cập nhật tiến độ', 'Xem trước báo cáo', 'Kết nối sổ với máy chủ…']));
    expect(await connected.menu()).not.toContain('Bật chạy tự động hằng giờ');
  });
});
