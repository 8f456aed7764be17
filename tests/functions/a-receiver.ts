// The receiving level's side: the links of a mail, opened as a browser opens them and pressed as a person presses them.
import type { LinkSetting } from '../../rules/reporting/receipt-link.ts';
import { aSheet, type Sheet } from './a-sheet.ts';
import { aTurn, sentOf } from './a-trial.ts';

export const LINKS: LinkSetting = { address: 'https://ham.so-clb.example', secrets: ['mot-khoa-rat-dai-cua-buoi-thu-nghiem'] };
export const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';

/** A register whose yearly report has just gone out, with links. */
export async function aSentReport(links: LinkSetting = LINKS): Promise<Sheet> {
  const sheet = await aSheet(undefined, 'few', { links });
  await aTurn(sheet.register, { setup: { ...sheet.setup, links } });
  return sheet;
}

/** The links as they stand in the newest mail's text. */
export async function linksIn(sheet: Sheet): Promise<{ readonly received: string; readonly returned: string }> {
  const text = decoded((await sentOf(sheet)).at(-1) ?? '');
  const link = (label: string) => new RegExp(`${label}: (https://\\S+)`).exec(text)?.[1] ?? '';
  return { received: link('Đã tiếp nhận'), returned: link('Yêu cầu chỉnh sửa') };
}

/** The first base64 part of a mail: its plain text. */
export const decoded = (mail: string): string => {
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(mail)?.[1] ?? '';
  return Buffer.from(part.replace(/\s/g, ''), 'base64').toString('utf8');
};

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

/** The link at the functions of the test, whatever address it was signed for. */
export const here = (sheet: Sheet, link: string): string => link.replace(/^https:\/\/[^/]+/, sheet.address);

export async function open(sheet: Sheet, link: string, method: 'GET' | 'HEAD' | 'PUT' = 'GET'): Promise<Shown> {
  const answer = await fetch(here(sheet, link), { method });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}

/** The page's form as a browser sends it. */
export async function press(sheet: Sheet, link: string, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const answer = await fetch(here(sheet, link), { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}
