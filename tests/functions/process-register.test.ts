// A turn over the demo register of xã Quy Kỳ: who gets what on which day, and that a second turn has nothing to do.
import { type AddressObject, simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import type { Instant, IsoDate } from '../../rules/calendar-date.ts';
import { momentOf } from '../../rules/calendar-date.ts';
import { aRegister, aTrial, aTurn, keyOf, ledgerOf, sentOf } from './a-trial.ts';

const addresses = (found: AddressObject | AddressObject[] | undefined): (string | undefined)[] =>
  [found ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));

const onDay = (day: string): Instant => momentOf(day as IsoDate, 8);

test('sends one mail to the offices of the plan, and on the next turn neither sends nor writes', async () => {
  const trial = await aTrial();
  const register = await aRegister(trial);
  expect(await aTurn(register, trial)).toEqual({
    register,
    lines: [{ key: 'quy-ky/05545/bao-cao-nam/2024/1', status: 'sent' }],
    waitUntil: null,
  });
  const [mail = '', ...more] = await sentOf(trial);
  expect(more).toEqual([]);
  const parsed = await simpleParser(mail);
  expect(addresses(parsed.to)).toEqual(['vanthu@dinh-hoa.example']);
  expect(addresses(parsed.cc)).toEqual(['hoi-nct@dinh-hoa.example']);
  expect(parsed.from?.value).toEqual([{ name: 'UBND xã Quy Kỳ', address: 'bao-cao@so-clb.example' }]);
  expect(addresses(parsed.replyTo)).toContain('ubnd@quy-ky.example');
  expect(parsed.subject).toContain('Xã Quy Kỳ');

  const before = trial.workspace.log.length;
  expect(await aTurn(register, trial)).toEqual({ register, lines: [], waitUntil: null });
  expect(trial.workspace.log.slice(before).map(({ method }) => method)).toEqual(['sheets.spreadsheets.values.batchGetByDataFilter']);
});

test('after the merger the report of the next year goes out under the name of the successor, to the successors of the offices', async () => {
  const trial = await aTrial();
  const register = await aRegister(trial, '2025-12-20' as IsoDate);
  await aTurn(register, trial);
  trial.clock.now = onDay('2025-12-20');
  await aTurn(register, trial);
  const mails = await Promise.all((await sentOf(trial)).map((mail) => simpleParser(mail)));
  expect(mails.map(({ to }) => addresses(to))).toEqual([['vanthu@dinh-hoa.example'], ['vanthu@thai-nguyen.example']]);
  expect(mails.map(({ cc }) => addresses(cc))).toEqual([['hoi-nct@dinh-hoa.example'], ['hoi-nct@thai-nguyen.example']]);
  expect(mails.map(({ from }) => from?.text)).toEqual([
    '"UBND xã Quy Kỳ" <bao-cao@so-clb.example>',
    '"UBND xã Kim Phượng" <bao-cao@so-clb.example>',
  ]);
  expect(mails[1]?.text).toContain('xã Kim Phượng');
  expect(mails[1]?.text).toContain('địa bàn xã Quy Kỳ (cũ)');
  expect(await ledgerOf(trial, register)).toEqual([
    ['quy-ky/05545/bao-cao-nam/2024/1', 'Đã gửi số liệu'],
    ['quy-ky/05545/bao-cao-nam/2025/1', 'Đã gửi số liệu'],
  ]);
});

test('before the due day its own office is reminded, and nothing else goes out', async () => {
  const day = '2024-12-19' as IsoDate;
  const trial = await aTrial(day);
  const register = await aRegister(trial, day);
  for (const _turn of [1, 2]) await aTurn(register, trial);
  expect((await sentOf(trial)).map(keyOf)).toEqual(['quy-ky/05545/nhac/2024-12-19']);
});

test('a register that nobody looked at for two years sends each report once, oldest first', async () => {
  const trial = await aTrial('2026-02-01' as IsoDate);
  const register = await aRegister(trial, '2025-12-20' as IsoDate);
  await aTurn(register, trial);
  expect((await ledgerOf(trial, register)).map(([key]) => key)).toEqual([
    'quy-ky/05545/bao-cao-nam/2024/1',
    'quy-ky/05545/bao-cao-nam/2025/1',
  ]);
  expect((await sentOf(trial)).length).toBe(2);
});

test('a day after a mail its marker is dropped, and still nothing is sent twice', async () => {
  const trial = await aTrial();
  const register = await aRegister(trial, undefined, 'few');
  const markers = async () => {
    const requestBody = { dataFilters: [{ developerMetadataLookup: { visibility: 'DOCUMENT' } }] };
    const { data } = await trial.clients.sheets.spreadsheets.developerMetadata.search({ spreadsheetId: register, requestBody });
    return (data.matchedDeveloperMetadata ?? []).length;
  };
  await aTurn(register, trial);
  expect(await markers()).toBe(1);
  trial.clock.now = onDay('2024-12-22');
  await aTurn(register, trial);
  expect(await markers()).toBe(0);
  await aTurn(register, trial);
  expect((await sentOf(trial)).length).toBe(1);
});
