// The import as the sheet's own script does it: the deployed bundle in the local workspace, over a register of the demo.
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../local-workspace/page/protocol.ts';
import type { ImportChanged, ImportDone, ImportPreview, ImportStart } from '../../rules/import/import-content.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aRegister, aTrial, cellsOf, DAY, type Trial } from '../functions/a-trial.ts';
import { aHost, post } from '../local-workspace/a-page.ts';
import { at, bindScript, LAN, MINH } from '../sheet/a-script.ts';
import { tabbed } from './lists.ts';

const { title, sheetId } = TABS.members;
const LIST = tabbed(
  'STT | Họ và tên | Năm sinh | Giới tính | SĐT',
  '1 | Lường Thị Hà | 05/03/1958 | Nữ | 0912 345 678',
  '2 | =HYPERLINK("http://x.example") | 1950 | Nam | ',
  '3 | Lường Văn Minh |  | Nam | ',
);
const PEOPLE = [
  ['CLB01', 'Hoàng Thị Lan', '5/3/1958', 'Nữ'],
  ['CLB01', 'Nguyễn Văn Minh', '6.4.1950', 'Nam'],
];
const GIVEN = [null, { club: 'CLB01', joined: '2024-05-20', consent: '2024-05-20' }, {}] as const;

interface Book {
  readonly trial: Trial;
  readonly register: string;
  call<T>(name: string, args?: readonly unknown[], as?: string): Promise<T>;
  rows(): Promise<unknown[][]>;
}
async function aBook(people = [LAN]): Promise<Book> {
  const trial = await aTrial(DAY, { conformance: false });
  const register = await aRegister(trial, DAY, 'few');
  await bindScript(trial, register, people);
  return {
    trial,
    register,
    async call(name, args = [], as = LAN) {
      const answer = await trial.workspace.scripts.run({ spreadsheet: register, as, function: name, args });
      if ('error' in answer) throw new Error(answer.error);
      return answer.value as never;
    },
    rows: () => cellsOf(trial, register, title),
  };
}
const preview = (book: Book, text = LIST) => book.call<ImportPreview>('importPreview', [text, ...GIVEN]);
const confirm = (book: Book, hash: string, text = LIST, as = LAN) =>
  book.call<ImportDone | ImportChanged>('importConfirm', [text, ...GIVEN, hash], as);

describe('in the sheet', () => {
  it('new members get rows with codes below the others, the second time there is nothing to do, and nothing is logged', async () => {
    const book = await aBook();
    const start = await book.call<ImportStart>('importStart');
    expect(start.clubs[0]?.key).toBe('CLB01');
    const before = await book.rows();
    const shown = await preview(book);
    expect(shown.counts).toMatchObject({ new: 2, doubt: 1, ignored: 1, all: 4 });
    const done = await confirm(book, shown.hash);
    expect(done).toMatchObject({ state: 'done', codes: [{ line: 2 }, { line: 3 }] });
    const after = await book.rows();
    expect(after).toHaveLength(before.length + 2);
    const [ha = [], formula = []] = after.slice(before.length);
    expect(ha[0]).toBe(done.state === 'done' ? done.codes[0]?.code : '');
    expect(ha).toContain('05/03/1958');
    expect(ha).not.toContain('0912 345 678');
    expect(formula).toContain('=HYPERLINK("http://x.example")');
    expect((await preview(book)).counts).toMatchObject({ new: 0, changed: 0, same: 2, doubt: 1 });
    const runs = book.trial.workspace.scripts.runs();
    expect(runs.every(({ state }) => state === 'done')).toBe(true);
    await expect(book.call('importPreview', [{ bad: 'Lường Thị Hà' }, ...GIVEN])).rejects.toThrow(/Đề nghị/);
    expect(JSON.stringify(book.trial.workspace.scripts.runs())).not.toMatch(/Lường|0912|1958/);
  });

  it('no code is given again after its row is deleted, and rows are added where the tab has none left', async () => {
    const book = await aBook();
    const first = await confirm(book, (await preview(book)).hash);
    const last = (await book.rows()).length;
    await book.trial.clients.sheets.spreadsheets.batchUpdate({
      spreadsheetId: book.register,
      requestBody: { requests: [{ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: last - 1 } } }] },
    });
    const second = await confirm(book, (await preview(book)).hash);
    if (first.state !== 'done' || second.state !== 'done') throw new Error('not written');
    const numbers = [...first.codes, ...second.codes].map(({ code }) => Number(code.slice(2)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(numbers).toHaveLength(3);
    expect(new Set(numbers).size).toBe(3);
    expect(await book.rows()).toHaveLength(last);
  });

  it('new members come below rows whose paste was taken back, which keep their codes and nothing else', async () => {
    const book = await aBook();
    const { workspace } = book.trial;
    await workspace.servePage(aHost(book.register));
    const before = await book.rows();
    const change = { spreadsheet: book.register, as: LAN, sheetId, row: before.length, column: at('club') - 1 };
    const edit = async (more: Partial<Edit>) => {
      expect(await post(workspace, 'edit', { ...change, ...more })).toMatchObject({ ok: true });
      await workspace.scripts.idle();
    };
    await edit({ id: 'pasted', kind: 'paste', cells: PEOPLE });
    const pasted = await book.rows();
    expect(pasted.slice(before.length).map((row) => row[at('birth') - 1])).toEqual(['05/03/1958', '06/04/1950']);
    const blank = PEOPLE.map((row) => row.map(() => null));
    await edit({ id: 'undone', kind: 'undo', undoes: 'pasted', cells: blank });
    const filled = (row: readonly unknown[]) => row.filter((cell) => cell !== '' && cell !== false);
    const left = await book.rows();
    expect(left.slice(before.length).map(filled)).toEqual(pasted.slice(before.length).map((row) => [row[0]]));
    expect(left.slice(0, before.length)).toEqual(before);
    await confirm(book, (await preview(book)).hash);
    const after = await book.rows();
    expect(after.slice(0, left.length)).toEqual(left);
    expect(after).toHaveLength(left.length + 2);
    const codes = after.map((row) => row[0]);
    expect(new Set(codes).size).toBe(codes.length);
    await edit({ id: 'pasted again', kind: 'paste', cells: PEOPLE });
    expect(await book.rows()).toEqual(
      after.with(before.length, pasted[before.length] ?? []).with(before.length + 1, pasted[before.length + 1] ?? []),
    );
  });

  it('two people who import one list at once write it once', async () => {
    const book = await aBook([LAN, MINH]);
    const { hash } = await preview(book);
    const before = (await book.rows()).length;
    const states = await Promise.all([confirm(book, hash, LIST, LAN), confirm(book, hash, LIST, MINH)]);
    expect(states.map(({ state }) => state).sort()).toEqual(['changed', 'done']);
    expect(await book.rows()).toHaveLength(before + 2);
  });

  it('nothing is written into a tab that is closed to the person', async () => {
    const book = await aBook([LAN, MINH]);
    const before = await book.rows();
    const range = { sheetId, startRowIndex: 0, endRowIndex: 5000, startColumnIndex: 3, endColumnIndex: 5 };
    await book.trial.clients.sheets.spreadsheets.batchUpdate({
      spreadsheetId: book.register,
      requestBody: { requests: [{ addProtectedRange: { protectedRange: { range, editors: { users: [LAN] } } } }] },
    });
    const { hash } = await preview(book);
    await expect(confirm(book, hash, LIST, MINH)).rejects.toThrow(
      /Danh sách chưa được ghi: trang Thành viên đang được bảo vệ.*IMPORT_NOT_WRITABLE/,
    );
    expect(await book.rows()).toEqual(before);
  });
});
