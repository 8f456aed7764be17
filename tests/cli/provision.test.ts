// A register made in one's own drive, and one made by a service account in a shared drive: the same workbook.
import { expect, test } from 'vitest';
import { LOCAL } from '../../cli/local-google.ts';
import { provisionRegister } from '../../cli/provision.ts';
import type { GoogleClients } from '../../functions/google-clients.ts';
import { readTabs } from '../../functions/google-shell.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aTrial, QUY_KY } from '../functions/a-trial.ts';
import { apisOf, serviceApis } from '../local-workspace/client.ts';

const ROBOT = 'so-clb@du-an.iam.gserviceaccount.example';

const aRegister = (clients: GoogleClients, folder?: string): Promise<string> =>
  provisionRegister(clients, {
    title: 'Sổ CLB',
    plan: QUY_KY.plan,
    planText: QUY_KY.text,
    service: LOCAL.service,
    ...(folder === undefined ? {} : { folder }),
    rows: (id) => new Map([[TABS.unitInfo.sheetId, [['Mã sổ', null, id]]]]),
  });

test('a service account makes a register in a folder of a shared drive, like the one a person makes in a drive of their own', async () => {
  const trial = await aTrial();
  const person = apisOf(trial.workspace, 'lan@hoi.example');
  const robot = { ...trial.clients, ...serviceApis(trial.workspace, ROBOT) } as GoogleClients;
  const { data: drive } = await person.drive.drives.create({ requestId: 'mot', requestBody: { name: 'Sổ các xã' } });
  await person.drive.permissions.create({
    fileId: drive.id ?? '',
    supportsAllDrives: true,
    requestBody: { type: 'user', role: 'fileOrganizer', emailAddress: ROBOT },
  });
  const [own, shared] = [await aRegister(trial.clients), await aRegister(robot, drive.id ?? '')];
  const look = async ({ sheets }: GoogleClients, id: string) => {
    const { reading } = await readTabs(sheets, id, Object.values(TABS));
    const fields =
      'properties(title,locale,timeZone),sheets(properties(sheetId,title,index,hidden,gridProperties),protectedRanges(description))';
    return {
      grids: [...reading.grids].map(([sheet, grid]) => [sheet, JSON.stringify(grid).replaceAll(id, 'ID')]),
      frame: (await sheets.spreadsheets.get({ spreadsheetId: id, fields })).data,
    };
  };
  expect(await look(robot, shared)).toEqual(await look(trial.clients, own));
});

test('a service account that tries its own drive is refused in so many words', async () => {
  const trial = await aTrial();
  const robot = { ...trial.clients, ...serviceApis(trial.workspace, ROBOT) } as GoogleClients;
  await expect(aRegister(robot)).rejects.toMatchObject({ code: 'GOOGLE_REFUSED', kind: 'refused' });
});
