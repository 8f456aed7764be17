// Pairing: a code from the administrator's command, typed once into the sheet, pins the script whose tokens name the register's people.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pair } from '../../cli/commands/pair.ts';
import { connectRegister } from '../../cli/connect-register.ts';
import { functionsAddressIn } from '../../rules/functions-address.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { type Answered, AUDIENCE, aSheet, ask, aToken, itemOf, LAN, later, type Sheet, unsigned } from './a-sheet.ts';
import { cellsOf } from './a-trial.ts';

afterEach(() => vi.unstubAllEnvs());

/** Runs `npx ishc pair` and gives the code that it prints. */
async function aCode({ workspace, register }: Sheet, ...more: string[]): Promise<string> {
  vi.stubEnv('ISHC_WORKSPACE', workspace.url);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    expect(await pair([register, ...more])).toBe(0);
    return /: ([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})\n/.exec(String(log.mock.calls[0]?.[0]))?.[1] ?? 'none';
  } finally {
    log.mockRestore();
  }
}

const enter = (sheet: Sheet, code: string, token = aToken(sheet)): Promise<Answered> => ask(sheet, 'pairRegister', { code }, token);
const WRONG = '2222-2222';

describe('a pairing code', () => {
  test('pins the audience of the script that shows it, and is used up', async () => {
    const sheet = await aSheet();
    const code = await aCode(sheet);
    expect(await enter(sheet, code)).toMatchObject({ status: 200, json: { said: expect.stringContaining('Đã kết nối') } });
    expect(await itemOf(sheet, 'scriptAudience')).toBe(AUDIENCE);
    expect(await itemOf(sheet, 'pairingCode')).toBeUndefined();
    expect(await enter(sheet, code, aToken(sheet, { aud: 'other' }))).toMatchObject({
      status: 403,
      json: { error: { code: 'PAIRING_REFUSED' } },
    });
    expect(await itemOf(sheet, 'scriptAudience')).toBe(AUDIENCE);
  });

  test('shown again by the script that it has paired is answered as the first time: the answer may have been lost', async () => {
    const sheet = await aSheet();
    const code = await aCode(sheet);
    await enter(sheet, code);
    expect((await enter(sheet, code)).status).toBe(200);
  });

  test('may be typed in small letters, with spaces or without the dash', async () => {
    const sheet = await aSheet();
    const code = await aCode(sheet);
    expect((await enter(sheet, ` ${code.toLowerCase().replace('-', ' ')} `)).status).toBe(200);
  });

  test('stands nowhere in the register, in the log or in an answer', async () => {
    const sheet = await aSheet();
    const code = await aCode(sheet);
    const cells = JSON.stringify(await cellsOf(sheet, sheet.register, TABS.unitInfo.title));
    const answer = await enter(sheet, WRONG);
    for (const text of [code, code.replace('-', '')]) expect(cells + JSON.stringify([answer, sheet.log])).not.toContain(text);
  });

  test('typed wrongly is counted and told; the fifth time it is void, and the right one too', async () => {
    const sheet = await aSheet();
    const code = await aCode(sheet);
    for (const left of [4, 3, 2, 1]) {
      const { status, json } = await enter(sheet, WRONG);
      expect([status, json.error?.message]).toEqual([403, expect.stringContaining(`còn được nhập ${left} lần`)]);
    }
    expect((await enter(sheet, WRONG)).json.error?.message).toContain('nhập sai quá 5 lần');
    expect((await enter(sheet, code)).status).toBe(403);
    expect(await itemOf(sheet, 'scriptAudience')).toBeUndefined();
  });

  test.each([
    [23.9, 200],
    [24.1, 403],
  ])('%d hours old is answered %i', async (hours, status) => {
    const sheet = await aSheet();
    const code = await aCode(sheet);
    later(sheet, hours * 60);
    expect((await enter(sheet, code)).status).toBe(status);
  });

  test('that was never made refuses every code', async () => {
    const sheet = await aSheet();
    expect(await enter(sheet, WRONG)).toMatchObject({ status: 403, json: { error: { code: 'PAIRING_REFUSED' } } });
  });

  test('made anew replaces the waiting one, and pairing anew the script', async () => {
    const sheet = await aSheet();
    const first = await aCode(sheet);
    const second = await aCode(sheet);
    expect((await enter(sheet, first)).status).toBe(403);
    expect((await enter(sheet, second)).status).toBe(200);
    const third = await aCode(sheet);
    expect((await enter(sheet, third, aToken(sheet, { aud: 'new' }))).status).toBe(200);
    expect(await itemOf(sheet, 'scriptAudience')).toBe('new');
  });

  test('leaves every other line of Thông tin đơn vị as it was', async () => {
    const sheet = await aSheet();
    const before = await cellsOf(sheet, sheet.register, TABS.unitInfo.title);
    await enter(sheet, await aCode(sheet, '--address', 'https://vung-du-an.cloudfunctions.net/'));
    const after = await cellsOf(sheet, sheet.register, TABS.unitInfo.title);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(await itemOf(sheet, 'functionsAddress')).toBe('https://vung-du-an.cloudfunctions.net');
  });
});

describe('a token', () => {
  test.each([
    ['of nobody', () => undefined],
    ['that is no token', () => 'Hoàng Thị Lan'],
    ['that a stranger signed', (sheet: Sheet) => aToken(sheet, {}, {}, 'stranger')],
    ['that nobody signed', (sheet: Sheet) => unsigned(aToken(sheet))],
    ['under an unknown key', (sheet: Sheet) => aToken(sheet, {}, { kid: 'two' })],
    ['under a key by the name of a method', (sheet: Sheet) => aToken(sheet, {}, { kid: 'constructor' })],
    ['of another issuer', (sheet: Sheet) => aToken(sheet, { iss: 'https://accounts.example' })],
    ['that is over', (sheet: Sheet) => aToken(sheet, { exp: sheet.clock.now / 1000 - 301 })],
    ['of tomorrow', (sheet: Sheet) => aToken(sheet, { iat: sheet.clock.now / 1000 + 86_400 })],
    ['without an address', (sheet: Sheet) => aToken(sheet, { email: undefined })],
    ['with an address that nobody has checked', (sheet: Sheet) => aToken(sheet, { email_verified: false })],
  ])('%s pairs nothing, counts no try and is told nowhere', async (_what, make) => {
    const sheet = await aSheet();
    const code = await aCode(sheet);
    const token = make(sheet);
    const { status, json } = await ask(sheet, 'pairRegister', { code }, token);
    expect([status, json.error?.code, json.error?.message]).toEqual([403, 'CALLER_UNKNOWN', expect.stringContaining('bấm Cho phép')]);
    expect(JSON.stringify([json, sheet.log])).not.toMatch(/Lan|lan@|eyJ/);
    expect(await itemOf(sheet, 'pairingCode')).toMatch(/ 0$/);
  });
});

describe('connecting a register', () => {
  test('writes the address and the audience, and once more writes nothing', async () => {
    const sheet = await aSheet();
    await connectRegister(sheet.clients, sheet.register, sheet.address, AUDIENCE);
    const once = await cellsOf(sheet, sheet.register, TABS.unitInfo.title);
    const from = sheet.workspace.log.length;
    await connectRegister(sheet.clients, sheet.register, sheet.address, AUDIENCE);
    expect(sheet.workspace.log.slice(from).filter(({ method }) => method.endsWith('batchUpdate'))).toEqual([]);
    expect(await cellsOf(sheet, sheet.register, TABS.unitInfo.title)).toEqual(once);
    expect([await itemOf(sheet, 'functionsAddress'), await itemOf(sheet, 'scriptAudience')]).toEqual([sheet.address, AUDIENCE]);
  });

  test.each([
    '',
    'http://mot.example',
    'https://',
    'https://a@b.example',
    'https://b.example/?x=1',
    'https://b.example/#x',
    'ftp://b.example',
    'javascript:alert(1)',
    'http://127.0.0.1.b.example',
    'https://b.example/ x',
  ])('refuses the address “%s”', async (address) => {
    expect(functionsAddressIn(address)).toBeUndefined();
  });
  test.each(['https://b.example', 'https://b.example:8443/a/', ' https://vung-du-an.cloudfunctions.net/ ', 'http://127.0.0.1:5000'])(
    'takes the address “%s”',
    (address) => {
      expect(functionsAddressIn(address)).toBe(address.trim().replace(/\/$/, ''));
    },
  );
  test('refuses to write an address that is not safe', async () => {
    const sheet = await aSheet();
    await expect(connectRegister(sheet.clients, sheet.register, 'http://mot.example')).rejects.toMatchObject({ code: 'FUNCTIONS_NOT_SET' });
    expect(await itemOf(sheet, 'functionsAddress')).toBeUndefined();
  });
});

test('the address of the caller never stands in clear in a log', async () => {
  const sheet = await aSheet();
  await enter(sheet, await aCode(sheet));
  expect(JSON.stringify(sheet.log)).not.toContain(LAN);
});
