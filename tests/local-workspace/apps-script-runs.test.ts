// Who may run what in the local workspace: menus, dialogs, simple triggers, consent, locks, time, limits.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OAuth2Client } from 'google-auth-library';
import { beforeAll, expect, test } from 'vitest';
import { localAccount } from '../../cli/local-google.ts';
import type { PageEvent } from '../../local-workspace/page/protocol.ts';
import { startWorkspace, type Workspace } from '../../local-workspace/workspace.ts';
import { apisOf, batch, refusal, valuesOf } from './client.ts';
import { aBoundScript, LAN, MINH, manifestOf, SCOPES, scriptApi, watching } from './scripts.ts';

let workspace: Workspace;
let now = Date.now();
beforeAll(async () => {
  workspace = await startWorkspace({ now: () => now, conformance: true, scriptLimits: { run: 5000, simpleTrigger: 600 } });
  return () => workspace.close();
});

const AUTH = 'https://www.googleapis.com/auth/';
const TITLE = "'Thành viên'";

test('a protected range refuses whoever may not edit it, in the words of Google', async () => {
  const bound = await aBoundScript(workspace, "function ghi() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'); }");
  await batch(bound.apis, bound.id, { addProtectedRange: { protectedRange: { range: { sheetId: 7, endRowIndex: 1 } } } });
  expect(await bound.run('ghi', undefined, MINH)).toEqual({
    error:
      'Exception: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  });
  expect(await bound.run('ghi')).toEqual({ value: null });
  expect(await valuesOf(bound.apis, bound.id, `${TITLE}!A1`)).toEqual([['x']]);
});

test('onOpen makes the menu of whoever opens, and a viewer gets none', async () => {
  const source = `function onOpen(e) { SpreadsheetApp.getUi().createMenu('CLB').addItem('Kiểm tra', 'kiemTra').addSeparator().addToUi(); }`;
  const { id, apis } = await aBoundScript(workspace, source);
  await apis.drive.permissions.create({ fileId: id, requestBody: { type: 'user', role: 'reader', emailAddress: 'ha@hoi.example' } });
  for (const as of [LAN, 'ha@hoi.example']) await workspace.scripts.opened({ spreadsheet: id, as });
  expect(workspace.scripts.menusOf(id, LAN)).toEqual([
    { title: 'CLB', items: [{ label: 'Kiểm tra', function: 'kiemTra' }, { label: '' }] },
  ]);
  expect(workspace.scripts.menusOf(id, 'ha@hoi.example')).toEqual([]);
  expect(await workspace.scripts.run({ spreadsheet: id, as: 'ha@hoi.example', function: 'onOpen' })).toEqual({
    error: 'The caller does not have permission',
  });
});

test('onEdit is told what changed, may toast, and does nothing that needs authorisation', async () => {
  const refused = ['SpreadsheetApp.getUi().alert("x")', 'UrlFetchApp.fetch("http://127.0.0.1:1/")', 'SpreadsheetApp.openById("x")'];
  const source = `function onEdit(e) {
    const messages = [${refused.map((call) => `() => ${call}`).join(', ')}].map((call) => { try { return call(); } catch (error) { return error.message; } });
    const told = [e.range.getA1Notation(), e.value, e.oldValue, String(e.authMode), Session.getActiveUser().getEmail(), ScriptApp.getIdentityToken()];
    e.range.offset(0, 1).setValue(JSON.stringify([told, messages]));
    e.source.toast('Đã kiểm tra', 'Sổ', 3);
  }`;
  const { id, apis } = await aBoundScript(workspace, source);
  const events = watching(workspace);
  workspace.scripts.edited({ spreadsheet: id, as: MINH, sheetId: 7, row: 2, column: 0, rows: 1, columns: 1, value: 'Hà', oldValue: 'Há' });
  await workspace.scripts.idle();
  const [[cell] = []] = (await valuesOf(apis, id, `${TITLE}!B3`)) ?? [];
  expect(JSON.parse(String(cell))).toEqual([
    ['A3', 'Hà', 'Há', 'LIMITED', '', null],
    [
      `You do not have permission to call Ui.alert. Required permissions: ${AUTH}script.container.ui`,
      `You do not have permission to call UrlFetchApp.fetch. Required permissions: ${AUTH}script.external_request`,
      `You do not have permission to call SpreadsheetApp.openById. Required permissions: ${AUTH}spreadsheets`,
    ],
  ]);
  expect(events).toContainEqual({ kind: 'toast', spreadsheet: id, as: MINH, title: 'Sổ', text: 'Đã kiểm tra', seconds: 3 });
});

test('an alert waits for its answer, and is closed when nobody looks', async () => {
  const source = `function hoi() {
    const ui = SpreadsheetApp.getUi();
    const button = ui.alert('Gửi báo cáo', 'Lãnh đạo đã duyệt?', ui.ButtonSet.YES_NO);
    const said = ui.prompt('Họ tên');
    return [button === ui.Button.YES, String(said.getSelectedButton()), said.getResponseText()];
  }`;
  const bound = await aBoundScript(workspace, source);
  const answer = (event: PageEvent): void => {
    if (event.kind === 'ask')
      queueMicrotask(() => workspace.scripts.answer({ ask: event.ask, button: event.prompt ? 'ok' : 'yes', text: 'Lan' }));
  };
  const fresh = await startWorkspace({ now: () => now });
  try {
    const unwatched = await aBoundScript(fresh, source);
    expect(await unwatched.run('hoi')).toEqual({ value: [false, 'CLOSE', ''] });
  } finally {
    await fresh.close();
  }
  const events = watching(workspace, answer);
  expect(await bound.run('hoi')).toEqual({ value: [true, 'OK', 'Lan'] });
  expect(events.find((event) => event.kind === 'ask')).toMatchObject({
    title: 'Gửi báo cáo',
    text: 'Lãnh đạo đã duyệt?',
    buttons: ['yes', 'no'],
    as: LAN,
  });
  expect(workspace.scripts.answer({ ask: 'ask-0', button: 'ok' })).toBe(false);
});

test('a sidebar carries the client for google.script.run, and its calls are answered with plain data', async () => {
  const source = `
    function bang() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('bang').setTitle('Bảng theo dõi')); }
    function tong(a, b) { return { tong: a + b.them }; }
    function ngay() { return { ngay: new Date() }; }
    function rieng_() { return 1; }
    function hong() { throw new Error('sai'); }`;
  const bound = await aBoundScript(workspace, source);
  await bound.run('bang');
  const sidebar = workspace.scripts.sidebarOf(bound.id, LAN);
  expect(sidebar?.title).toBe('Bảng theo dõi');
  expect(sidebar?.html).toMatch(/^<!doctype html><html><head><script>[\s\S]*ishc: 'run'[\s\S]*<\/script><title>Bảng/);
  expect(await bound.run('tong', [2, { them: 3 }])).toEqual({ value: { tong: 5 } });
  expect(await bound.run('ngay', [])).toEqual({ value: null });
  expect(await bound.run('rieng_', [])).toEqual({ error: 'Script function not found: rieng_' });
  expect(await bound.run('hong', [])).toEqual({ error: 'Error: sai' });
});

test('what needs consent is refused until it is given, and what was not given is missing', async () => {
  const source = `function ai() { try { UrlFetchApp.fetch('http://127.0.0.1:1/'); } catch (error) { var said = error.message; }
    return [ScriptApp.getIdentityToken(), said, String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus())]; }`;
  const bound = await aBoundScript(workspace, source);
  workspace.scripts.consent({ spreadsheet: bound.id, as: LAN, allow: 'none' });
  const events = watching(workspace);
  expect(await bound.run('ai')).toEqual({ error: 'Authorization is required to perform that action.' });
  expect(events).toContainEqual({ kind: 'consent', spreadsheet: bound.id, as: LAN, function: 'ai', scopes: SCOPES });
  expect(workspace.scripts.runs()[0]).toMatchObject({ state: 'refused', function: 'ai' });
  workspace.scripts.consent({ spreadsheet: bound.id, as: LAN, allow: 'some' });
  const said = `You do not have permission to call UrlFetchApp.fetch. Required permissions: ${AUTH}script.external_request`;
  expect(await bound.run('ai')).toEqual({ value: [null, said, 'REQUIRED'] });
});

test('scopes that the manifest does not ask for are missing, whatever was consented', async () => {
  const source = `function mo() { return SpreadsheetApp.openById(SpreadsheetApp.getActive().getId()).getName(); }`;
  const bound = await aBoundScript(workspace, source);
  expect(await bound.run('mo')).toEqual({
    error: `Exception: You do not have permission to call SpreadsheetApp.openById. Required permissions: ${AUTH}spreadsheets`,
  });
  await bound.push(source, { scopes: [`${AUTH}spreadsheets`] });
  expect(await bound.run('mo')).toEqual({ value: 'Sổ' });
});

test('two people never hold the document lock at once', async () => {
  const source = `function dem() {
    const lock = LockService.getDocumentLock();
    lock.waitLock(3000);
    const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
    const before = cell.getValue() || 0;
    Utilities.sleep(40);
    cell.setValue(before + 1);
    return LockService.getDocumentLock().tryLock(0);
  }
  function thu() { return LockService.getDocumentLock().tryLock(10); }`;
  const bound = await aBoundScript(workspace, source);
  await Promise.all([bound.run('dem'), bound.run('dem', undefined, MINH), bound.run('dem')]);
  expect(await valuesOf(bound.apis, bound.id, `${TITLE}!A1`)).toEqual([[3]]);
  expect(await bound.run('thu')).toEqual({ value: true });
});

test('time triggers run when they are due, once a call, as whoever installed them', async () => {
  const source = `
    function dat() { ScriptApp.newTrigger('gio').timeBased().everyHours(1).create(); return ScriptApp.getProjectTriggers().length; }
    function gio(e) { SpreadsheetApp.getActive().getSheetById(7).getRange('A1').setValue(Session.getEffectiveUser().getEmail()); }
    function bo() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)); return ScriptApp.getProjectTriggers().length; }`;
  const bound = await aBoundScript(workspace, source, { scopes: [...SCOPES, `${AUTH}script.scriptapp`] });
  expect(await bound.run('dat', undefined, MINH)).toEqual({ value: 1 });
  await workspace.scripts.runTimeTriggers();
  expect(await valuesOf(bound.apis, bound.id, `${TITLE}!A1`)).toBeUndefined();
  now += 3 * 3_600_000;
  await workspace.scripts.runTimeTriggers();
  now -= 3 * 3_600_000;
  expect(await valuesOf(bound.apis, bound.id, `${TITLE}!A1`)).toEqual([[MINH]]);
  expect(workspace.scripts.runs()[0]).toMatchObject({ function: 'gio', trigger: 'time', as: MINH, state: 'done' });
  expect(await bound.run('bo')).toEqual({ value: 0 });
  expect(await bound.run('bo', undefined, MINH)).toEqual({ value: 0 });
});

test('an identity token is verified by google-auth-library and names the person to the own client', async () => {
  const bound = await aBoundScript(workspace, 'function toi() { return ScriptApp.getIdentityToken(); }');
  const answer = await bound.run('toi');
  const token = 'value' in answer ? String(answer.value) : '';
  const audience = (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { aud: string }).aud;
  expect(audience).toMatch(/^\d+-[0-9a-f]{32}\.apps\.googleusercontent\.com$/);
  const client: OAuth2Client = localAccount(workspace.url, LAN);
  const ticket = await client.verifyIdToken({ idToken: token, audience });
  expect(ticket.getPayload()).toMatchObject({ email: LAN, email_verified: true, iss: 'https://accounts.google.com' });
  const forged = `${token.split('.').slice(0, 2).join('.')}.${'A'.repeat(342)}`;
  await expect(client.verifyIdToken({ idToken: forged, audience })).rejects.toThrow('Invalid token signature');
  const keys = (await (await fetch(`${workspace.url}/www.googleapis.com/oauth2/v3/certs`)).json()) as { keys: { kid: string }[] };
  expect(keys.keys[0]?.kid).toBe((JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid);
});

test('UrlFetchApp reaches this machine and nothing else', async () => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      response.writeHead(request.url === '/hong' ? 503 : 200).end(`${request.headers['content-type']} ${Buffer.concat(chunks)}`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const source = `function lay() {
    const tried = (address, options) => { try { const got = UrlFetchApp.fetch(address, options); return [got.getResponseCode(), got.getContentText()]; } catch (error) { return error.message; } };
    return [tried('${url}/', { method: 'post', contentType: 'application/json', payload: '{"a":1}' }), tried('${url}/hong'), tried('${url}/hong', { muteHttpExceptions: true }),
      tried('http://127.0.0.1:1/'), tried('https://hoi.example/')];
  }`;
  const bound = await aBoundScript(workspace, source);
  const answer = await bound.run('lay');
  server.close();
  expect(answer).toEqual({
    value: [
      [200, 'application/json {"a":1}'],
      `Request failed for ${url} returned code 503. Truncated server response: undefined  (use muteHttpExceptions option to examine full response)`,
      [503, 'undefined '],
      'Address unavailable: http://127.0.0.1:1/',
      'DNS error: https://hoi.example/',
    ],
  });
});

test('advanced services take their arguments in the order of Google, and fail with its exception', async () => {
  const services = [
    { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
    { userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' },
  ];
  const source = `function thu() {
    const id = SpreadsheetApp.getActive().getId();
    const add = { requests: [{ createDeveloperMetadata: { developerMetadata: { metadataId: 9, metadataKey: 'k', visibility: 'DOCUMENT', location: { spreadsheet: true } } } }] };
    Sheets.Spreadsheets.batchUpdate(add, id);
    const failed = [];
    for (const call of [() => Sheets.Spreadsheets.batchUpdate(add, id), () => Gmail.Users.Messages.list('me'), () => Gmail.Users.Labels])
      try { call(); } catch (error) { failed.push([error.name, error.message, error.details ? error.details.code : null]); }
    const draft = Gmail.Users.Drafts.create({ message: { raw: Utilities.base64EncodeWebSafe('To: minh@hoi.example\\r\\nSubject: Bao cao\\r\\n\\r\\nChao') } }, 'me');
    const sent = Gmail.Users.Drafts.send({ id: draft.id }, 'me');
    return [Sheets.Spreadsheets.DeveloperMetadata.get(id, 9).metadataKey, Sheets.Spreadsheets.get(id, { fields: 'sheets(properties(title))' }).sheets[0].properties.title, failed, sent.labelIds];
  }`;
  const scopes = [`${AUTH}spreadsheets`, `${AUTH}gmail.compose`];
  const bound = await aBoundScript(workspace, source, { scopes, services });
  const answer = await bound.run('thu');
  const taken = 'Invalid requests[0].createDeveloperMetadata: Developer metadata with ID 9 already exists.';
  const message = `API call to sheets.spreadsheets.batchUpdate failed with error: ${taken}`;
  expect(answer).toEqual({
    value: [
      'k',
      'Thành viên',
      [
        ['GoogleJsonResponseException', message, 400],
        [
          'GoogleJsonResponseException',
          'API call to gmail.users.messages.list failed with error: Request had insufficient authentication scopes.',
          403,
        ],
        ['Exception', 'Gmail.Users.Labels is not served by the local workspace', null],
      ],
      ['SENT'],
    ],
  });
  await bound.push('function thu() { return Sheets.Spreadsheets; }', { scopes });
  expect(await bound.run('thu')).toEqual({ error: 'ReferenceError: Sheets is not defined' });
});

test('a simple trigger over its time is ended, and the next one runs', async () => {
  const bound = await aBoundScript(workspace, `function onEdit(e) { if (e.value === 'mãi') for (;;) {} console.log('đã xem', e.value); }`);
  const edit = { spreadsheet: bound.id, as: LAN, sheetId: 7, row: 0, column: 0, rows: 1, columns: 1 };
  workspace.scripts.edited({ ...edit, value: 'mãi' });
  workspace.scripts.edited({ ...edit, value: 'một' });
  await workspace.scripts.idle();
  const [second, first] = workspace.scripts.runs();
  expect(first).toMatchObject({ state: 'failed', error: 'Exceeded maximum execution time' });
  expect(second).toMatchObject({ state: 'done', lines: ['đã xem một'] });
});

test('properties stay, per document and per person', async () => {
  const source = `function dat(v) { PropertiesService.getUserProperties().setProperty('k', v); PropertiesService.getDocumentProperties().setProperty('chung', v); }
    function doc() { return [PropertiesService.getUserProperties().getProperty('k'), PropertiesService.getDocumentProperties().getProperties()]; }`;
  const bound = await aBoundScript(workspace, source);
  await bound.run('dat', ['một']);
  expect(await bound.run('doc', [], MINH)).toEqual({ value: [null, { chung: 'một' }] });
});

test('a project is made, filled and read by whoever may edit the file, and a copy of the file brings it along', async () => {
  const bound = await aBoundScript(workspace, 'function thu() { return SpreadsheetApp.getActive().getName(); }');
  const content = { scriptId: bound.scriptId, requestBody: { files: [{ name: 'Code', type: 'SERVER_JS', source: 'function (' }] } };
  expect((await refusal(scriptApi(workspace).projects.updateContent(content))).message).toMatch(/^Syntax error: .* line: 1 file: Code$/);
  content.requestBody.files = [{ name: 'Code', type: 'SERVER_JS', source: '' }];
  expect((await refusal(scriptApi(workspace).projects.updateContent(content))).message).toMatch(/manifest/);
  const { data } = await scriptApi(workspace, MINH).projects.getContent({ scriptId: bound.scriptId });
  expect(data.files?.map(({ name, type }) => [name, type])).toEqual([
    ['appsscript', 'JSON'],
    ['Code', 'SERVER_JS'],
    ['bang', 'HTML'],
  ]);
  expect(data.files?.[0]?.source).toBe(manifestOf());
  expect((await refusal(scriptApi(workspace, 'ha@hoi.example').projects.get({ scriptId: bound.scriptId }))).code).toBe(404);
  const { data: copy } = await apisOf(workspace, LAN).drive.files.copy({ fileId: bound.id, requestBody: { name: 'Bản sao' } });
  workspace.scripts.consent({ spreadsheet: copy.id ?? '', as: LAN, allow: 'all' });
  expect(await workspace.scripts.run({ spreadsheet: copy.id ?? '', as: LAN, function: 'thu' })).toEqual({ value: 'Bản sao' });
});

test('nothing was said that Google would not say', () => {
  expect(workspace.violations).toEqual([]);
});
