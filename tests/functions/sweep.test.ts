// A sweep over a superior's workbook: a task per register, none twice, and nobody's trouble stops another.
import { afterEach, describe, expect, test } from 'vitest';
import { clockAt } from '../../cli/clock.ts';
import { type LocalFunctions, serveFunctions } from '../../cli/local-functions.ts';
import { LOCAL } from '../../cli/local-google.ts';
import { provisionSuperior, unitRow } from '../../cli/provision.ts';
import { reportingRun } from '../../cli/reporting-run.ts';
import { sweep } from '../../functions/sweep.ts';
import type { Instant } from '../../rules/calendar-date.ts';
import type { OwnedCell } from '../../rules/conversation.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { apisOf } from '../local-workspace/client.ts';
import { aRegister, aTrial, keyOf, sentOf, type Trial } from './a-trial.ts';

const SLOT = 15 * 60_000;
const QUEUE = { name: LOCAL.queue, retryConfig: { maxAttempts: 4, minBackoff: '1s', maxBackoff: '60s', maxDoublings: 4 } };

async function aQueue({ clients, workspace }: Trial): Promise<void> {
  const { queues } = clients.tasks.projects.locations;
  await queues.create({ parent: 'projects/local/locations/local', requestBody: QUEUE });
  await queues.pause({ name: LOCAL.queue });
  expect(workspace.log.at(-1)?.status).toBe(200);
}

const aSuperior = ({ clients }: Trial, registers: readonly OwnedCell[]): Promise<string> =>
  provisionSuperior(clients, {
    title: 'Huyện',
    service: LOCAL.service,
    units: registers.map((register, index) => unitRow({ unit: `0554${index}`, name: `Xã ${index + 1}`, register })),
  });

async function tasksOf({ clients }: Trial): Promise<string[]> {
  const { data } = await clients.tasks.projects.locations.queues.tasks.list({ parent: LOCAL.queue, pageSize: 1000, responseView: 'FULL' });
  return (data.tasks ?? []).map(({ httpRequest }) => JSON.parse(Buffer.from(httpRequest?.body ?? '', 'base64').toString()).register);
}

const ONE = '1AaaaaaaaaaaaaaaaaaaA';
const TWO = '1BbbbbbbbbbbbbbbbbbbB';

describe('the tasks of a sweep', () => {
  test('are one for each register; a unit without a register has none', async () => {
    const trial = await aTrial();
    await aQueue(trial);
    const superior = await aSuperior(trial, [ONE, null, TWO]);
    expect(await sweep({ superior }, trial.setup)).toEqual({ superior, units: 3, registers: 2, created: 2, there: 0 });
    expect((await tasksOf(trial)).sort()).toEqual([ONE, TWO]);
  });

  test('are made once in a quarter of an hour, and anew in the next', async () => {
    const trial = await aTrial();
    await aQueue(trial);
    const superior = await aSuperior(trial, [ONE, TWO]);
    await sweep({ superior }, trial.setup);
    trial.clock.now = (trial.clock.now + SLOT - 1) as Instant;
    expect(await sweep({ superior }, trial.setup)).toMatchObject({ created: 0, there: 2 });
    expect((await tasksOf(trial)).length).toBe(2);
    trial.clock.now = (trial.clock.now + 1) as Instant;
    expect(await sweep({ superior }, trial.setup)).toMatchObject({ created: 2, there: 0 });
  });

  test('are one for a register that two units share, and for one given by its address', async () => {
    const trial = await aTrial();
    await aQueue(trial);
    const superior = await aSuperior(trial, [ONE, ONE, `https://docs.google.com/spreadsheets/d/${TWO}/edit#gid=0`]);
    expect(await sweep({ superior }, trial.setup)).toMatchObject({ units: 3, registers: 2, created: 2 });
    expect((await tasksOf(trial)).sort()).toEqual([ONE, TWO]);
  });

  test('leave out a cell that holds anything else, and the log tells its place but not what it holds', async () => {
    const trial = await aTrial();
    await aQueue(trial);
    const superior = await aSuperior(trial, [ONE, 'Hoàng Thị Lan', TWO]);
    expect(await sweep({ superior }, trial.setup)).toMatchObject({ created: 2 });
    expect(trial.log[0]).toMatchObject({ severity: 'WARNING', superior, place: 2 });
    expect(JSON.stringify(trial.log)).not.toContain('Lan');
  });

  test('one that cannot be made stops no other, is named in the log, and is made when the schedule comes again', async () => {
    const trial = await aTrial();
    await aQueue(trial);
    const superior = await aSuperior(trial, [ONE, TWO]);
    const isOne = (body: unknown) =>
      Buffer.from(String((body as { task?: { httpRequest?: { body?: string } } }).task?.httpRequest?.body), 'base64')
        .toString()
        .includes(ONE);
    trial.workspace.fault({
      match: ({ method, body }) => method === 'cloudtasks.projects.locations.queues.tasks.create' && isOne(body),
      kind: 'status',
      status: 503,
    });
    await expect(sweep({ superior }, trial.setup)).rejects.toMatchObject({ code: 'GOOGLE_BUSY' });
    expect(await tasksOf(trial)).toEqual([TWO]);
    expect(trial.log).toContainEqual(expect.objectContaining({ severity: 'ERROR', subject: ONE, code: 'GOOGLE_BUSY' }));
    expect(await sweep({ superior }, trial.setup)).toMatchObject({ created: 1, there: 1 });
  });

  test('an answer that got lost is no second task', async () => {
    const trial = await aTrial();
    await aQueue(trial);
    const superior = await aSuperior(trial, [ONE]);
    trial.workspace.fault({ match: ({ method }) => method.endsWith('tasks.create'), kind: 'lost' });
    await expect(sweep({ superior }, trial.setup)).rejects.toMatchObject({ code: 'GOOGLE_BUSY' });
    expect(await sweep({ superior }, trial.setup)).toMatchObject({ created: 0, there: 1 });
    expect(await tasksOf(trial)).toEqual([ONE]);
  });

  test('a queue that is not set up is told as such, not as a register that is gone', async () => {
    const trial = await aTrial();
    const superior = await aSuperior(trial, [ONE]);
    await expect(sweep({ superior }, trial.setup)).rejects.toMatchObject({ code: 'GOOGLE_REFUSED' });
  });
});

describe("a superior's workbook", () => {
  test.each([
    ['without the tab of units', { deleteSheet: { sheetId: SUPERIOR_TABS.units.sheetId } }],
    [
      'with its header of registers renamed',
      {
        updateCells: {
          start: {
            sheetId: SUPERIOR_TABS.units.sheetId,
            rowIndex: 0,
            columnIndex: Object.keys(SUPERIOR_TABS.units.columns).indexOf('register'),
          },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'Sổ nào' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ],
  ])('%s makes no task and says so', async (_what, request) => {
    const trial = await aTrial();
    await aQueue(trial);
    const superior = await aSuperior(trial, [ONE]);
    const more = { addSheet: { properties: { title: 'Khác' } } }; // a workbook keeps one tab at least
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: superior, requestBody: { requests: [more, request] } });
    await expect(sweep({ superior }, trial.setup)).rejects.toMatchObject({ code: 'SUPERIOR_WITHOUT_UNITS', kind: 'conflict' });
    expect(await tasksOf(trial)).toEqual([]);
  });

  test('that is gone is told as such', async () => {
    const trial = await aTrial();
    await expect(sweep({ superior: 'NoSuchWorkbook1' }, trial.setup)).rejects.toMatchObject({ code: 'REGISTER_GONE' });
  });

  test('whose tab of units was renamed is read all the same', async () => {
    const trial = await aTrial();
    await aQueue(trial);
    const superior = await aSuperior(trial, [ONE]);
    const properties = { sheetId: SUPERIOR_TABS.units.sheetId, title: 'Các xã' };
    const requests = [{ updateSheetProperties: { properties, fields: 'title' } }];
    await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: superior, requestBody: { requests } });
    expect(await sweep({ superior }, trial.setup)).toMatchObject({ created: 1 });
  });
});

describe('a run over a superior', () => {
  const open: LocalFunctions[] = [];
  afterEach(async () => {
    for (const functions of open.splice(0)) await functions.close();
  });

  test('a register that is gone and one that is refused for a while stop no other, and are named in the outcome', async () => {
    const trial = await aTrial(undefined, { taskBackoffScale: 0 });
    const [good, gone, busy] = await Promise.all([
      aRegister(trial),
      aRegister(trial, undefined, 'few'),
      aRegister(trial, undefined, 'few'),
    ]);
    await apisOf(trial.workspace, LOCAL.service).drive.files.delete({ fileId: gone });
    const superior = await aSuperior(trial, [gone, busy, good]);
    trial.workspace.fault({ match: ({ path }) => path.includes(busy), kind: 'status', status: 503, times: 1000 });
    const { trouble, log } = await reportingRun({
      workspace: trial.workspace.url,
      superiors: [superior],
      clock: clockAt(trial.clock.now),
      onProgress: () => undefined,
    });
    expect([...trouble].sort()).toEqual(
      [
        [gone, { code: 'REGISTER_GONE', kind: 'notFound' }],
        [busy, { code: 'GOOGLE_BUSY', kind: 'upstream' }],
      ].sort(),
    );
    expect(log).toContainEqual(expect.objectContaining({ subject: gone, code: 'REGISTER_GONE', severity: 'WARNING' }));
    expect(log).toContainEqual(expect.objectContaining({ subject: busy, code: 'GOOGLE_BUSY', severity: 'ERROR' }));
    expect((await sentOf(trial)).map(keyOf)).toEqual(['quy-ky/05545/bao-cao-nam/2024/1']);
  });

  test('one that failed and then went well is no trouble any more', async () => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    const superior = await aSuperior(trial, [register]);
    trial.workspace.fault({ match: ({ method }) => method === 'gmail.users.drafts.send', kind: 'refuse' });
    const clock = clockAt(trial.clock.now);
    const { trouble } = await reportingRun({ workspace: trial.workspace.url, superiors: [superior], clock, onProgress: () => undefined });
    expect([...trouble]).toEqual([]);
    expect((await sentOf(trial)).length).toBe(1);
  });

  test('Cloud Tasks carries a task out once, and again when the function was not to be reached for a moment', async () => {
    const trial = await aTrial();
    const register = await aRegister(trial, undefined, 'few');
    const superior = await aSuperior(trial, [register]);
    await aQueue(trial);
    const functions = await serveFunctions(trial.setup);
    open.push(functions);
    const call = () =>
      fetch(functions.sweepUrl, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ superior }) });
    expect(await (await call()).json()).toMatchObject({ ok: true, created: 1 });
    trial.workspace.fault({ match: ({ method }) => method === 'sheets.spreadsheets.values.batchGetByDataFilter', kind: 'refuse' });
    await trial.clients.tasks.projects.locations.queues.resume({ name: LOCAL.queue });
    await trial.workspace.idle();
    const turns = trial.log.filter(({ function: name }) => name === 'processRegister');
    expect(turns.map(({ severity }) => severity)).toEqual(['ERROR', 'INFO']);
    expect((await sentOf(trial)).length).toBe(1);
    expect(await tasksOf(trial)).toEqual([]);
  });
});
