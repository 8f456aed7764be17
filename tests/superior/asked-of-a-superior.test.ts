// What people ask of a superior's workbook goes through the same functions as what they ask of a register: which it is, its tabs tell.
import { expect, test } from 'vitest';
import { LOCAL, localCertificates } from '../../cli/local-google.ts';
import { isSuperior, takeAnyTurn } from '../../functions/any-turn.ts';
import { previewReport } from '../../functions/preview-report.ts';
import type { PublicSetup } from '../../functions/public-setup.ts';
import { refreshRegister } from '../../functions/refresh-register.ts';
import { superiorCharts } from '../../rules/register/superior-charts.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { aTrial } from '../functions/a-trial.ts';
import { at } from '../reporting/a-workbook.ts';
import { day } from './a-city.ts';
import { aDistrict, aRollUp, aSweep, type District, sentKeys } from './a-district.ts';

const REPORT = 'buon-ma-thuot/tp-buon-ma-thuot/bao-cao-nam/2024/1';

async function aReportedDistrict() {
  const trial = await aTrial(day('2024-12-20'));
  const district = await aDistrict(trial, 3, 1);
  await aSweep(trial, district);
  await aRollUp(trial, district);
  trial.clock.now = at('2024-12-22');
  const setup: PublicSetup = {
    ...trial.setup,
    certificates: localCertificates(trial.workspace.url),
    service: () => Promise.resolve(LOCAL.service),
  };
  return { trial, district, setup };
}

const proof = ({ superior }: District) => ({ register: superior, request: 'r-1' });

test('its report is shown, approved and sent, once, whoever asks and whenever the schedule comes', async () => {
  const { trial, district, setup } = await aReportedDistrict();
  const { superior, registers } = district;
  expect(await isSuperior(superior, setup)).toBe(true);
  expect(await isSuperior([...registers.values()][0] ?? '', setup)).toBe(false);
  const shown = await previewReport(proof(district), setup);
  expect(shown).toMatchObject({ report: REPORT, blockers: [] });
  expect(shown.text).toContain('2/3 đơn vị');
  const wish = {
    kind: 'approve',
    report: REPORT,
    approver: shown.signers[0]?.label ?? '',
    send: true,
    asked: { by: 'lan@tp.example', at: trial.clock.now },
  } as const;
  expect((await takeAnyTurn(superior, setup, wish)).granted?.said).toContain('đã gửi đến');
  await expect(takeAnyTurn(superior, setup, wish)).rejects.toMatchObject({ code: 'ALREADY_SENT' });
  trial.clock.now = at('2024-12-25');
  await aRollUp(trial, district);
  expect((await sentKeys(trial)).filter((key) => key === REPORT)).toEqual([REPORT]);
});

test('its structure is put back: a tab that was deleted, a chart that was deleted, and nothing twice', async () => {
  const { trial, district, setup } = await aReportedDistrict();
  const { superior, plan } = district;
  const [chart] = superiorCharts(plan);
  const requests = [
    { deleteSheet: { sheetId: SUPERIOR_TABS.extensions.sheetId } },
    { deleteEmbeddedObject: { objectId: chart?.chartId ?? 0 } },
  ];
  await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: superior, requestBody: { requests } });
  const standing = async () => {
    const fields = 'sheets(properties(sheetId),charts(chartId))';
    const { data } = await trial.clients.sheets.spreadsheets.get({ spreadsheetId: superior, fields });
    const sheets = data.sheets ?? [];
    return {
      tabs: sheets.map(({ properties }) => properties?.sheetId).sort(),
      charts: sheets.flatMap(({ charts = [] }) => charts.map(({ chartId }) => chartId)).sort(),
    };
  };
  const declared = {
    tabs: Object.values(SUPERIOR_TABS)
      .map(({ sheetId }) => sheetId)
      .sort(),
    charts: superiorCharts(plan)
      .map(({ chartId }) => chartId)
      .sort(),
  };
  expect(await standing()).not.toEqual(declared);
  for (const _ of ['once', 'again']) {
    await refreshRegister({ ...proof(district), repair: true }, setup);
    expect(await standing()).toEqual(declared);
  }
});
