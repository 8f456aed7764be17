// Registers that are damaged, gone or slow to answer, turns that meet or die: all others are reported, nothing is sent twice or lost.
import { describe, expect, test } from 'vitest';
import { LOCAL } from '../../cli/local-google.ts';
import type { Fault } from '../../local-workspace/workspace.ts';
import type { Instant } from '../../rules/calendar-date.ts';
import { momentOf } from '../../rules/calendar-date.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { LEASE } from '../../rules/reporting/deliver.ts';
import { aTrial, sentOf, type Trial } from '../functions/a-trial.ts';
import { apisOf } from '../local-workspace/client.ts';
import { day } from './a-city.ts';
import { aDistrict, aRollUp, aSweep, type District, linesOf, sentKeys } from './a-district.ts';

const MINUTE = 60_000;
const DIGEST = 'buon-ma-thuot/tp-buon-ma-thuot/tinh-hinh/';
const REPORT = 'buon-ma-thuot/tp-buon-ma-thuot/bao-cao-nam/2024/1';
const reportOf = (unit: string) => `buon-ma-thuot/${unit}/bao-cao-nam/2024/1`;
const later = (trial: Trial, milliseconds: number): void => {
  trial.clock.now = (trial.clock.now + milliseconds) as Instant;
};
const clearFaults = ({ workspace }: Trial) => fetch(`${workspace.url}/_workspace/faults`, { method: 'DELETE' });

test('one register without members, one without its frozen tab, one that is gone and one that does not answer: the others are reported, these are named', async () => {
  const trial = await aTrial();
  const district = await aDistrict(trial, 5);
  const [whole = '', noMembers = '', noFrozen = '', gone = '', busy = ''] = district.plan.units.map(({ id }) => id);
  const id = (unit: string) => district.registers.get(unit) ?? '';
  const drop = (unit: string, sheetId: number) =>
    trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: id(unit), requestBody: { requests: [{ deleteSheet: { sheetId } }] } });
  await drop(noMembers, TABS.members.sheetId);
  await drop(noFrozen, TABS.frozen.sheetId);
  await apisOf(trial.workspace, LOCAL.service).drive.files.delete({ fileId: id(gone) });
  trial.workspace.fault({ match: ({ path }) => path.includes(id(busy)), kind: 'status', status: 503, times: 1000 });

  expect(await aSweep(trial, district)).toEqual({ [gone]: 'REGISTER_GONE', [busy]: 'GOOGLE_BUSY' });
  await aRollUp(trial, district);
  expect(await sentKeys(trial)).toEqual([reportOf(whole), reportOf(noMembers), `${DIGEST}2024-12-20`]);

  const status = await linesOf(trial, district, 'status');
  const nameOf = (unit: string) =>
    district.plan.units.find((one) => one.id === unit)?.names.find(({ from = '' }) => from <= '2024-12-20')?.name ?? '?';
  const statusOf = (unit: string) => status.find((line) => line.startsWith(nameOf(unit)));
  expect(statusOf(whole)).toContain('đã gửi');
  expect(statusOf(noMembers)).toContain('đã gửi');
  expect(status.filter((line) => line.includes('chưa đọc được sổ'))).toHaveLength(3);
  expect(statusOf(noFrozen)).toContain('_Số chốt');
  expect(status.filter((line) => line.includes('Không mở được sổ'))).toHaveLength(1);
  expect(status.filter((line) => line.includes('tự đọc lại'))).toHaveLength(1);
  expect(status[status.length - 1]).toContain('2/5 đơn vị đã gửi');

  const digest = (await sentOf(trial)).pop() ?? '';
  const plain = Buffer.from(/text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(digest)?.[1] ?? '', 'base64').toString('utf8');
  expect(plain).toContain('2/5 đơn vị');
  for (const unit of [noFrozen, gone, busy]) expect(plain).toContain(nameOf(unit));
  expect(
    trial.log
      .filter(({ message }) => String(message).startsWith('roll-up:'))
      .map(({ register, code }) => [register, code])
      .sort(),
  ).toEqual(
    [
      [id(gone), 'REGISTER_GONE'],
      [id(busy), 'GOOGLE_BUSY'],
      [id(noFrozen), 'LEDGER_BROKEN'],
    ].sort(),
  );

  await clearFaults(trial);
  later(trial, 15 * MINUTE);
  expect(await aSweep(trial, district)).toEqual({ [gone]: 'REGISTER_GONE' });
  await aRollUp(trial, district);
  expect((await sentKeys(trial)).slice(3)).toEqual([reportOf(busy)]);
  expect((await linesOf(trial, district, 'status')).pop()).toContain('3/5 đơn vị đã gửi');
  expect((await linesOf(trial, district, 'matrix')).pop()).toContain('3/5 đơn vị có số liệu');
});

describe('on the day of the digest and of the report', () => {
  const atChristmas = async (): Promise<{ trial: Trial; district: District }> => {
    const trial = await aTrial(day('2024-12-20'));
    const district = await aDistrict(trial, 2, 1);
    await aSweep(trial, district);
    trial.clock.now = momentOf(day('2024-12-25'), 8);
    return { trial, district };
  };
  const UNIT = reportOf('24118');
  const BOTH = [UNIT, REPORT, `${DIGEST}2024-12-25`];

  test('two runs at once send one digest and one report', async () => {
    const { trial, district } = await atChristmas();
    const outcomes = await Promise.allSettled([aRollUp(trial, district), aRollUp(trial, district)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    later(trial, LEASE + MINUTE);
    await aRollUp(trial, district);
    expect((await sentKeys(trial)).sort()).toEqual([...BOTH].sort());
  });

  /** A run in which the n-th call goes wrong; answers with its name, or undefined when there were fewer calls. */
  async function mishap(trial: Trial, district: District, at: number, kind: 'lost' | 'refuse'): Promise<string | undefined> {
    let calls = 0;
    let hit: string | undefined;
    const match: Fault['match'] = ({ method }) => {
      calls += 1;
      if (calls === at) hit = method;
      return calls === at;
    };
    trial.workspace.fault({ match, kind });
    await aRollUp(trial, district).catch(() => undefined);
    await clearFaults(trial);
    return hit;
  }

  async function settle(trial: Trial, district: District): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) {
      const { waitUntil } = (await aRollUp(trial, district)) as { waitUntil: Instant | null };
      if (waitUntil === null) return;
      later(trial, LEASE + MINUTE);
    }
    throw new Error('the workbook never came to rest');
  }

  async function expectNothingLost(trial: Trial, district: District, wanted: readonly string[]): Promise<void> {
    const keys = await sentKeys(trial);
    expect(keys.filter((key) => wanted.includes(key)).sort()).toEqual([...wanted].sort());
    expect(new Set(keys).size).toBe(keys.length);
    const ledger = await linesOf(trial, district, 'reports');
    const own = keys.filter((key) => key.includes('/tp-') && !key.includes('/nhac/')); // what is no report has its line in _Số chốt alone
    expect(
      ledger
        .filter((line) => line.includes('/tp-'))
        .map((line) => line.split(' | ')[0])
        .sort(),
    ).toEqual([...own].sort());
    for (const line of ledger.filter((one) => one.includes('/tp-'))) expect(line).toContain('Đã gửi số liệu');
    const before = trial.workspace.log.length;
    await aRollUp(trial, district);
    expect(trial.workspace.log.slice(before).filter(({ method }) => /batchUpdate$|gmail/.test(method))).toEqual([]);
  }

  test.each([
    { kind: 'lost', from: 1 },
    { kind: 'refuse', from: 4 }, // the calls before only read
  ] as const)('a run that is cut short at any call ($kind) ends in one mail of each key, with its line', async ({ kind, from }) => {
    const hits: string[] = [];
    for (let at = from; ; at += 1) {
      const { trial, district } = await atChristmas();
      const hit = await mishap(trial, district, at, kind);
      if (hit === undefined) break;
      hits.push(hit);
      later(trial, LEASE + MINUTE);
      await settle(trial, district);
      await expectNothingLost(trial, district, BOTH);
    }
    expect(hits.filter((method) => method === 'gmail.users.drafts.send')).toHaveLength(2);
    expect(hits.filter((method) => method === 'sheets.spreadsheets.batchUpdate')).toHaveLength(3);
  });

  test('so does one that nobody repeats before the next day: what was published or sent is seen to its end', async () => {
    for (const at of [5, 6, 8, 9]) {
      const { trial, district } = await atChristmas();
      await mishap(trial, district, at, 'lost');
      later(trial, 24 * 60 * MINUTE);
      await settle(trial, district);
      await expectNothingLost(trial, district, [UNIT, REPORT]);
    }
  });
});
