import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../cli/local-google.ts';
import { provisionRegister } from '../../cli/provision.ts';
import type { CellValue } from '../../rules/register/grid.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { largeGrids } from '../../scripts/bench/bench-registers.ts';
import { aTrial, cellsOf, DAY, QUY_KY } from '../functions/a-trial.ts';
import { aPerson, ask, bindScript, COLUMNS, LAN, typed } from './a-script.ts';

describe('in a large register', () => {
  it('makes as many calls for 2,000 rows pasted or cleared as for one', async () => {
    const trial = await aTrial(DAY, { conformance: false });
    const { plan, text } = QUY_KY;
    const grids = largeGrids(plan);
    const rowsOf = (sheetId: number, most: number) => (grids.get(sheetId) ?? []).slice(1, 1 + most);
    const register = await provisionRegister(trial.clients, {
      title: 'Sổ lớn',
      plan,
      planText: text,
      service: LOCAL.service,
      rows: () =>
        new Map([
          [TABS.clubs.sheetId, rowsOf(TABS.clubs.sheetId, 60)],
          [TABS.members.sheetId, rowsOf(TABS.members.sheetId, 3000)],
          [TABS.locations.sheetId, rowsOf(TABS.locations.sheetId, 60)],
          [TABS.unitInfo.sheetId, rowsOf(TABS.unitInfo.sheetId, 20)],
        ]),
    });
    const more = [{ appendDimension: { sheetId: TABS.members.sheetId, dimension: 'ROWS', length: 2200 } }];
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests: more } });
    await bindScript(trial, register, [LAN], false);
    await ask(trial, register, 'checkNow');
    await bindScript(trial, register);
    const calls = async (row: number, column: number, cells: readonly (readonly CellValue[])[]): Promise<number> => {
      await typed(trial, register, 'members', row, column, cells);
      const [run] = trial.workspace.scripts.runs();
      expect(run?.state).toBe('done');
      return run?.calls ?? 0;
    };
    const [pasted, cleared] = [new Set<number>(), new Set<number>()];
    const first = 3002;
    let row = first;
    for (const rows of [1, 100, 2000]) {
      pasted.add(
        await calls(
          row,
          1,
          Array.from({ length: rows }, (_, index) => aPerson(row + index)),
        ),
      );
      row += rows;
    }
    expect(pasted.size).toBe(1);
    const codes = (await cellsOf(trial, register, TABS.members.title)).slice(1).map(([code]) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const blank = COLUMNS.slice(1).map(() => null);
    row = first;
    for (const rows of [1, 100, 2000]) {
      cleared.add(
        await calls(
          row,
          2,
          Array.from({ length: rows }, () => blank),
        ),
      );
      row += rows;
    }
    expect(cleared.size).toBe(1);
  });
});
