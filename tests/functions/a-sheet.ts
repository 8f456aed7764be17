// The sheet's side of a call, by hand: a person who edits a register, the request written into its metadata, a token that Google signed.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterEach } from 'vitest';
import { type LocalPublicFunctions, localPublicSetup, servePublicFunctions } from '../../cli/local-functions.ts';
import { LOCAL } from '../../cli/local-google.ts';
import { readTabs } from '../../functions/google-shell.ts';
import type { PublicSetup } from '../../functions/public-setup.ts';
import type { Instant, IsoDate } from '../../rules/calendar-date.ts';
import { newRequest, requestValue } from '../../rules/call-proof.ts';
import { type PublicCall, type PublicCalls, REQUEST_KEY } from '../../rules/public-calls.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { unitItem } from '../../rules/register/unit-items.ts';
import { apisOf } from '../local-workspace/client.ts';
import { aRegister, aTrial, type Trial } from './a-trial.ts';

export const LAN = 'lan@hoi.example';
export const AUDIENCE = '4711-so.apps.googleusercontent.com';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });
const STRANGER = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = KEY.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const open: LocalPublicFunctions[] = [];
afterEach(async () => {
  for (const functions of open.splice(0)) await functions.close();
});

export interface Sheet extends Trial {
  readonly register: string;
  readonly address: string;
  readonly limitTicks: { now: number };
}

/** A register that Lan may edit, and the functions that serve it; Google's keys are ours. */
export async function aSheet(date?: IsoDate, rows: 'all' | 'few' = 'few', more: Partial<PublicSetup> = {}): Promise<Sheet> {
  const trial = await aTrial(date);
  const register = await aRegister(trial, date, rows);
  await trial.clients.drive.permissions.create({ fileId: register, requestBody: { type: 'user', role: 'writer', emailAddress: LAN } });
  const limitTicks = { now: 0 };
  const functions = await servePublicFunctions({
    ...localPublicSetup({ workspace: trial.workspace.url, now: () => trial.clock.now, log: (entry) => trial.log.push(entry) }),
    certificates: { getFederatedSignonCertsAsync: () => Promise.resolve({ certs: { one: pem }, format: 'PEM' as never }) },
    ticks: () => limitTicks.now,
    ...more,
  });
  open.push(functions);
  return { ...trial, register, address: functions.address, limitTicks };
}

/** A request as the menu makes one. */
export function aRequest({ clock }: Pick<Trial, 'clock'>): string {
  requests += 1;
  return newRequest(`0123456789abcdef-${String(requests).padStart(6, '0')}`, clock.now);
}
let requests = 0;

/** Writes a value into the metadata under the request key, as a person. */
export async function writeRequest({ workspace }: Pick<Trial, 'workspace'>, register: string, value: string, by = LAN): Promise<void> {
  const developerMetadata = { metadataKey: REQUEST_KEY, metadataValue: value, visibility: 'DOCUMENT', location: { spreadsheet: true } };
  await apisOf(workspace, by).sheets.spreadsheets.batchUpdate({
    spreadsheetId: register,
    requestBody: { requests: [{ createDeveloperMetadata: { developerMetadata } }] },
  });
}

/** What stands in the metadata under the request key. */
export async function requestsIn({ clients }: Pick<Trial, 'clients'>, register: string): Promise<string[]> {
  const { data } = await clients.sheets.spreadsheets.developerMetadata.search({
    spreadsheetId: register,
    requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: REQUEST_KEY } }] },
  });
  return (data.matchedDeveloperMetadata ?? []).flatMap(({ developerMetadata }) => developerMetadata?.metadataValue ?? []);
}

export interface Answered {
  readonly status: number;
  readonly json: { readonly said?: string; readonly error?: { readonly code: string; readonly message: string } };
}

/** The bare call, whatever the body. */
export async function post(address: string, call: string, body: unknown): Promise<Answered> {
  const answer = await fetch(`${address}/${call}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? {} : (JSON.parse(text) as Answered['json']) };
}

/** The call as the menu makes it: proved, with a token where one is given. */
export async function ask<C extends PublicCall>(sheet: Sheet, call: C, body: PublicCalls[C]['in'], token?: string): Promise<Answered> {
  const request = aRequest(sheet);
  await writeRequest(sheet, sheet.register, requestValue(request, call));
  return post(sheet.address, call, { ...body, register: sheet.register, request, ...(token === undefined ? {} : { token }) });
}

type Claims = Readonly<Record<string, unknown>>;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An identity token for a script's person; `claims` and `header` say what is unusual about it. */
export function aToken(
  { clock }: Pick<Trial, 'clock'>,
  claims: Claims = {},
  header: Claims = {},
  signer: 'google' | 'stranger' = 'google',
): string {
  const iat = Math.floor(clock.now / 1000);
  const usual = { iss: 'https://accounts.google.com', aud: AUDIENCE, sub: '117', email: LAN, email_verified: true, iat, exp: iat + 3600 };
  const signed = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT', ...header })}.${part({ ...usual, ...claims })}`;
  return `${signed}.${createSign('RSA-SHA256')
    .update(signed)
    .sign((signer === 'google' ? KEY : STRANGER).privateKey, 'base64url')}`;
}

/** A token whose algorithm says that nobody signed it. */
export const unsigned = (token: string): string => `${part({ alg: 'none', kid: 'one' })}.${token.split('.')[1]}.`;

/** An item of Thông tin đơn vị. */
export async function itemOf({ clients, register }: Sheet, item: Parameters<typeof unitItem>[1]): Promise<string | undefined> {
  const { reading } = await readTabs(clients.sheets, register, [TABS.unitInfo]);
  return unitItem(reading, item);
}

/** So many minutes later. */
export function later({ clock }: Pick<Trial, 'clock'>, minutes: number): void {
  clock.now = (clock.now + minutes * 60_000) as Instant;
}

export const SERVICE = LOCAL.service;
