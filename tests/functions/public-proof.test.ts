// That a caller may edit the register is proved by having edited it: a request in its metadata, good once, for one call, for ten minutes.
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../rules/calendar-date.ts';
import { newRequest, requestValue } from '../../rules/call-proof.ts';
import { aRequest, aSheet, ask, later, post, requestsIn, type Sheet, writeRequest } from './a-sheet.ts';
import { aRegister, sentOf } from './a-trial.ts';

const REFRESH = 'refreshRegister';
const NOT_PROVEN = { status: 403, json: { error: { code: 'CALLER_NOT_PROVEN' } } };

const refresh = (sheet: Sheet, request: string, register = sheet.register) => post(sheet.address, REFRESH, { register, request });

/** Calls of the register's turn that the functions have made since then. */
const turnsSince = ({ workspace }: Sheet, from: number): number =>
  workspace.log.slice(from).filter(({ method }) => method === 'sheets.spreadsheets.values.batchGetByDataFilter').length;

describe('a request in the metadata', () => {
  test('lets its caller act, and is gone afterwards', async () => {
    const sheet = await aSheet();
    const answer = await ask(sheet, REFRESH, {});
    expect(answer).toMatchObject({ status: 200, json: { said: 'Đã cập nhật sổ lúc 20/12/2024 08:00.' } });
    expect(await requestsIn(sheet, sheet.register)).toEqual([]);
    expect((await sentOf(sheet)).length).toBe(1); // the turn was a whole one: what was due has gone out
  });

  test.each([
    ['was never written', (sheet: Sheet) => aRequest(sheet)],
    ['is a guess', () => 'abc'],
    ['has no time', () => '0123456789abcdef0123456789abcdef'],
    ['holds a space and another call', (sheet: Sheet) => `${aRequest(sheet)} ${REFRESH}`],
  ])('that %s lets nobody act', async (_what, make) => {
    const sheet = await aSheet();
    const from = sheet.workspace.log.length;
    expect(await refresh(sheet, make(sheet))).toMatchObject(NOT_PROVEN);
    expect(turnsSince(sheet, from)).toBe(0);
  });

  test('lets its caller act once', async () => {
    const sheet = await aSheet();
    const request = aRequest(sheet);
    await writeRequest(sheet, sheet.register, requestValue(request, REFRESH));
    expect((await refresh(sheet, request)).status).toBe(200);
    expect(await refresh(sheet, request)).toMatchObject(NOT_PROVEN);
  });

  test('that two calls show at once lets one of them act', async () => {
    const sheet = await aSheet();
    const request = aRequest(sheet);
    await writeRequest(sheet, sheet.register, requestValue(request, REFRESH));
    const answers = await Promise.all(Array.from({ length: 4 }, () => refresh(sheet, request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
  });

  test('is good for the call that it names and no other', async () => {
    const sheet = await aSheet();
    const request = aRequest(sheet);
    await writeRequest(sheet, sheet.register, requestValue(request, 'previewReport'));
    expect(await refresh(sheet, request)).toMatchObject(NOT_PROVEN);
  });

  test('is good for the register that it stands in and no other', async () => {
    const sheet = await aSheet();
    const other = await aRegister(sheet, undefined, 'few');
    const request = aRequest(sheet);
    await writeRequest(sheet, sheet.register, requestValue(request, REFRESH));
    expect(await refresh(sheet, request, other)).toMatchObject(NOT_PROVEN);
  });

  test.each([
    [-9, 200],
    [0, 200],
    [9, 200],
    [11, 403],
    [-11, 403],
  ])('%i minutes after it was written is answered %i', async (minutes, status) => {
    const sheet = await aSheet();
    const request = aRequest(sheet);
    await writeRequest(sheet, sheet.register, requestValue(request, REFRESH));
    later(sheet, minutes);
    expect((await refresh(sheet, request)).status).toBe(status);
  });

  test('that nobody used is removed by a later call, as is what was never a request; a fresh one stays', async () => {
    const sheet = await aSheet();
    const old = newRequest('0123456789abcdef-old000', (sheet.clock.now - 20 * 60_000) as Instant);
    const fresh = requestValue(aRequest(sheet), 'previewReport');
    for (const value of [requestValue(old, 'submitReport'), 'Hoàng Thị Lan', fresh]) await writeRequest(sheet, sheet.register, value);
    expect((await ask(sheet, REFRESH, {})).status).toBe(200);
    expect(await requestsIn(sheet, sheet.register)).toEqual([fresh]);
  });
});

describe('when Google’s answer is lost', () => {
  test.each([
    ['the search', 200, 'sheets.spreadsheets.developerMetadata.search'],
    ['the claim', 403, 'sheets.spreadsheets.batchUpdate'],
  ] as const)('%s: nothing is done, and the call made again is answered %i', async (_what, again, method) => {
    const sheet = await aSheet();
    const request = aRequest(sheet);
    await writeRequest(sheet, sheet.register, requestValue(request, REFRESH));
    const from = sheet.workspace.log.length;
    sheet.workspace.fault({ match: (call) => call.method === method, kind: 'lost' });
    expect(await refresh(sheet, request)).toMatchObject({ status: 503, json: { error: { code: 'CALL_UNFINISHED' } } });
    expect(turnsSince(sheet, from)).toBe(0);
    expect((await refresh(sheet, request)).status).toBe(again);
  });
});

describe('what is asked in the wrong way', () => {
  test.each([
    ['no proof', {}],
    ['an unknown key', { request: 'x', name: 'Hoàng Thị Lan' }],
    ['a register that is none', { request: 'x', register: '../Lan' }],
    ['a token that is no text', { request: 'x', token: { Lan: 1 } }],
  ])('%s is answered 400 in Vietnamese, and not repeated back', async (_what, body) => {
    const sheet = await aSheet();
    const from = sheet.log.length;
    const answer = await post(sheet.address, REFRESH, { register: sheet.register, ...body });
    expect(answer).toMatchObject({ status: 400, json: { error: { code: 'BAD_REQUEST' } } });
    expect(answer.json.error?.message).toContain('Đề nghị');
    expect(JSON.stringify([answer, sheet.log.slice(from)])).not.toContain('Lan');
  });

  test('a register that is gone is told as such', async () => {
    const sheet = await aSheet();
    expect(await refresh(sheet, aRequest(sheet), '1AbCdEfGhIjKlMnOp')).toMatchObject({
      status: 404,
      json: { error: { code: 'REGISTER_GONE' } },
    });
  });

  test.each(['sweep', 'processRegister', 'rollUp', ''])('the entry “%s” of the schedule is not served here', async (name) => {
    const sheet = await aSheet();
    expect((await post(sheet.address, name, { register: sheet.register })).status).toBe(404);
  });

  test('a header that Cloud Tasks would send changes nothing of the answer', async () => {
    const sheet = await aSheet();
    const answer = await fetch(`${sheet.address}/${REFRESH}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CloudTasks-TaskName': 'x' },
      body: JSON.stringify({ register: sheet.register, request: aRequest(sheet) }),
    });
    expect(answer.status).toBe(403);
  });
});

test('the twenty-first call of a minute is refused before Google is asked anything, and another register goes on', async () => {
  const sheet = await aSheet();
  for (let call = 0; call < 20; call += 1) expect((await refresh(sheet, 'guess')).status).toBe(403);
  const from = sheet.workspace.log.length;
  expect(await refresh(sheet, aRequest(sheet))).toMatchObject({ status: 429, json: { error: { code: 'TOO_MANY_CALLS' } } });
  expect(sheet.workspace.log.length).toBe(from);
  const other = await aRegister(sheet, undefined, 'few');
  expect((await refresh(sheet, 'guess', other)).status).toBe(403);
  sheet.limitTicks.now += 60_000;
  expect((await ask(sheet, REFRESH, {})).status).toBe(200);
});
