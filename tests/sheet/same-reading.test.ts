import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTabs } from '../../functions/google-shell.ts';
import type { Finding } from '../../rules/findings/finding.ts';
import { Plan } from '../../rules/plan/schema.ts';
import type { Tab } from '../../rules/register/column.ts';
import type { Grid } from '../../rules/register/grid.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { review } from '../../rules/reporting/review.ts';
import { aRegister, aTrial, DAY, type Trial } from '../functions/a-trial.ts';
import { ask, bindScript, LAN } from './a-script.ts';

interface OddCell {
  readonly userEnteredValue?: { stringValue?: string; numberValue?: number; boolValue?: boolean; formulaValue?: string };
  readonly userEnteredFormat?: { numberFormat: { type: string; pattern: string } };
}

const asNumber = (type: string, pattern: string, numbers: fc.Arbitrary<number>): fc.Arbitrary<OddCell> =>
  numbers.map((numberValue) => ({ userEnteredValue: { numberValue }, userEnteredFormat: { numberFormat: { type, pattern } } }));
const days = fc.integer({ min: 1, max: 60_000 });
const withTime = fc.tuple(days, fc.integer({ min: 0, max: 86_399 })).map(([day, second]) => day + second / 86_400);
const text = (...texts: string[]): fc.Arbitrary<OddCell> =>
  fc.constantFrom(...texts).map((stringValue) => ({ userEnteredValue: { stringValue } }));

/** Cells as registers come to hold them: pasted, imported, typed on a telephone. */
const oddCell: fc.Arbitrary<OddCell> = fc.oneof(
  asNumber('DATE', 'dd/mm/yyyy', days),
  asNumber('DATE_TIME', 'dd/mm/yyyy hh:mm', withTime),
  asNumber(
    'TIME',
    'hh:mm',
    fc.integer({ min: 0, max: 1439 }).map((minute) => minute / 1440),
  ),
  asNumber('TEXT', '@', days),
  asNumber('NUMBER', '#,##0', fc.oneof(fc.integer(), fc.constantFrom(1.5, 0.1 + 0.2, 1e21, -0.5, 45_000))),
  asNumber('PERCENT', '0%', fc.constantFrom(0.45, 1)),
  text('05/03/1956', '5-3-56', '1/2', '12:30', '45000', '0912345678', '1.5', 'TRUE', 'x', "'x", '=1+1', '#ERROR!', '#N/A', '31/02/2024'),
  text(' Hoàng  Thị\u00a0Lan ', 'Hoà'.normalize('NFD'), 'CLB01', 'TV0001 – Lan', 'Nữ\n', '\u200b', ' ', 'Hộ cận nghèo', 'x'.repeat(50_000)),
  fc.boolean().map((boolValue) => ({ userEnteredValue: { boolValue } })),
  fc.constantFrom('=1/0', '="05/03/1956"', '=TRUE', '=45000', '=""', '=HYPERLINK("https://vi.example";"Lan")').map((formulaValue) => ({
    userEnteredValue: { formulaValue },
  })),
  fc.constant({}),
);

const ROWS = 6;
const TRIED = [TABS.clubs, TABS.members, TABS.loans, TABS.funds, TABS.activities, TABS.locations] as const;
const oddRows = fc.array(fc.array(oddCell, { maxLength: 20 }), { minLength: 1, maxLength: ROWS });
const oddRegister = fc.tuple(...TRIED.map(() => oddRows));

async function fill({ clients }: Trial, register: string, tabs: readonly (readonly (readonly OddCell[])[])[]): Promise<void> {
  const requests = TRIED.map((tab: Tab, index) => {
    const endColumnIndex = Object.values(tab.columns).filter(({ optional }) => optional === undefined).length;
    return {
      updateCells: {
        range: { sheetId: tab.sheetId, startRowIndex: 1, endRowIndex: 1 + ROWS, startColumnIndex: 1, endColumnIndex },
        rows: (tabs[index] ?? []).map((values) => ({ values: values.slice(0, endColumnIndex - 1) })),
        fields: 'userEnteredValue,userEnteredFormat.numberFormat',
      },
    };
  });
  await clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
}

async function expectTheSame(trial: Trial, register: string): Promise<void> {
  const { reading } = await readTabs(trial.clients.sheets, register, Object.values(TABS));
  const seen = await ask<{ grids: [number, Grid][]; findings: Finding[] }>(trial, register, 'seenNow');
  for (const [sheetId, grid] of seen.grids) expect([sheetId, grid]).toEqual([sheetId, reading.grids.get(sheetId)]);
  const { findings } = review(reading, { now: trial.clock.now, parsePlan: (json) => Plan.parse(JSON.parse(json)) });
  expect(seen.findings).toEqual(JSON.parse(JSON.stringify(findings)));
}

describe('the sheet and the functions', () => {
  it('read the same and find the same, word for word, whatever stands in the cells', async () => {
    const trial = await aTrial(DAY, { conformance: false });
    const register = await aRegister(trial);
    await bindScript(trial, register, [LAN], false);
    await expectTheSame(trial, register);
    await fc.assert(
      fc.asyncProperty(oddRegister, async (tabs) => {
        await fill(trial, register, tabs);
        await expectTheSame(trial, register);
      }),
      { numRuns: 30, endOnFailure: true }, // over a server a smaller example takes minutes to find: the first one is told at once
    );
  });

  it.each(['America/New_York', 'Asia/Bangkok', 'Europe/Paris'])('agree on days and times in a workbook kept at %s', async (timeZone) => {
    const trial = await aTrial(DAY, { conformance: false });
    const register = await aRegister(trial, DAY, 'few');
    await bindScript(trial, register, [LAN], false);
    const requests = [{ updateSpreadsheetProperties: { properties: { timeZone }, fields: 'timeZone' } }];
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
    const dates = [2, 5200, 20_519, 23_900, 27_560, 45_000, 45_100.604166666664].map((numberValue) => ({
      userEnteredValue: { numberValue },
      userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'dd/mm/yyyy hh:mm' } },
    }));
    await fill(trial, register, [[], [dates]]);
    await expectTheSame(trial, register);
  });

  it('agree when a tab is gone and when one is empty', async () => {
    const trial = await aTrial(DAY, { conformance: false });
    const register = await aRegister(trial, DAY, 'few');
    await bindScript(trial, register, [LAN], false);
    const requests = [
      { deleteSheet: { sheetId: TABS.loans.sheetId } },
      { updateCells: { range: { sheetId: TABS.funds.sheetId }, fields: 'userEnteredValue' } },
    ];
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
    await expectTheSame(trial, register);
  });
});
