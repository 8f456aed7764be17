// The whole demo city in a workspace, from the units' due day to the city's own: who is inside, what is sent once, and that nobody is named.
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '../../cli/clock.ts';
import { demoUnits, superiorFacts } from '../../cli/demo/many-units.ts';
import { type DemoDistrict, demoDistrict } from '../../cli/demo-district.ts';
import { LOCAL, localClients } from '../../cli/local-google.ts';
import { reportingRun } from '../../cli/reporting-run.ts';
import { summaryOfSuperior } from '../../cli/summary-superior.ts';
import type { LogEntry } from '../../functions/log.ts';
import { startWorkspace, type Workspace } from '../../local-workspace/workspace.ts';
import { type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aFolder } from '../cli/a-folder.ts';
import { keyOf, type Sent } from '../functions/a-trial.ts';
import { CITY, day, THEN } from './a-city.ts';

const DIGEST = `${CITY.id}/${CITY.superior?.id}/tinh-hinh/`;
const REPORT = `${CITY.id}/${CITY.superior?.id}/bao-cao-nam/`;

let workspace: Workspace;
let demo: DemoDistrict;
const log: LogEntry[] = [];
const sentOn: Record<string, string[]> = {};

async function mails(): Promise<string[]> {
  const all = (await (await fetch(`${workspace.url}/_workspace/mail`)).json()) as Sent[];
  return all.map(({ raw }) => Buffer.from(raw, 'base64url').toString('utf8'));
}

async function runOn(date: IsoDate, file: string, hour = 8): Promise<string[]> {
  demo = await demoDistrict(workspace.url, { date, plans: [CITY.id], file, tell: () => undefined });
  const before = (await mails()).length;
  const outcome = await reportingRun({
    workspace: workspace.url,
    superiors: demo.superiors.map(({ id }) => id),
    clock: clockAt(momentOf(date, hour)),
    onProgress: () => undefined,
  });
  expect([...outcome.trouble]).toEqual([]);
  log.push(...outcome.log);
  return (await mails()).slice(before).map((mail) => keyOf(mail) ?? '?');
}

beforeAll(async () => {
  workspace = await startWorkspace({ taskBackoffScale: 0 });
  const file = join(aFolder(), 'demo.json');
  sentOn.due = await runOn(day('2024-12-20'), file);
  sentOn.again = await runOn(day('2024-12-20'), file, 9);
  sentOn.later = await runOn(day('2024-12-22'), file);
  sentOn.own = await runOn(day('2024-12-25'), file);
  sentOn.nextYear = await runOn(day('2025-12-20'), file);
}, 60_000);
afterAll(() => workspace.close());

const units = demoUnits(CITY, THEN.upTo);
const reportOf = (unit: string, year = 2024) => `${CITY.id}/${unit}/bao-cao-nam/${year}/1`;

describe('what is sent', () => {
  it('on the due day: a report of every unit that can, a reminder to those that cannot, and the digest', () => {
    const able = units.filter(({ character }) => character !== 'late' && character !== 'none').map(({ unit }) => reportOf(unit));
    const reminded = units.filter(({ character }) => character === 'late').map(({ unit }) => `${CITY.id}/${unit}/nhac/2024-12-20`);
    expect(sentOn.due?.slice().sort()).toEqual([...able, ...reminded, `${DIGEST}2024-12-20`].sort());
  });

  it('an hour later: nothing', () => {
    expect(sentOn.again).toEqual([]);
  });

  it('two days later: the late units’ reports, and the digest', () => {
    const late = units.filter(({ character }) => character === 'late').map(({ unit }) => reportOf(unit));
    expect(sentOn.later?.slice().sort()).toEqual([...late, `${DIGEST}2024-12-22`].sort());
  });

  it('on the city’s own day: its report of twenty units, and the digest', async () => {
    expect(sentOn.own?.slice().sort()).toEqual([`${REPORT}2024/1`, `${DIGEST}2024-12-25`].sort());
    const report = (await mails()).find((mail) => keyOf(mail) === `${REPORT}2024/1`) ?? '';
    const { text = '' } = await simpleParser(report);
    expect(text).toContain('20/21 đơn vị đã gửi báo cáo');
  });

  it('a year later: the next reports, to the successors, and each key once in all', async () => {
    expect(sentOn.nextYear).toContain(`${DIGEST}2025-12-20`);
    expect(sentOn.nextYear?.filter((key) => key.endsWith('/2025/1'))).toHaveLength(17);
    const keys = (await mails()).map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('nobody is named', () => {
  const rows = units.flatMap((unit) => {
    const { members = [], loans = [], funds = [], activities = [], clubs = [] } = unit.rows?.('so', THEN.from) ?? {};
    return [...members, ...loans, ...funds, ...activities, ...clubs] as { readonly [column: string]: unknown }[];
  });
  const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
  const persons = new Set(
    rows.flatMap(({ name, birth, head }) => (birth !== undefined ? [text(name)] : [text(head)])).filter((name) => name !== ''),
  );
  for (const { item, value } of superiorFacts(CITY, 'so', THEN.from)) if (item === 'signer') persons.delete(text(value)); // the city's own
  const prefixes = [TABS.members, TABS.loans, TABS.funds, TABS.activities, TABS.clubs].flatMap(({ codes }) => codes?.prefix ?? []);
  const code = new RegExp(`(?<![\\w-])(${prefixes.join('|')})\\d{2,4}(?![\\w-])`);

  function expectNobody(what: string, said: string): void {
    for (const person of persons) if (said.includes(person)) throw new Error(`${what} names a person`);
    expect(code.exec(said)?.[0], what).toBeUndefined();
  }

  it('the names and codes are there to be found', () => {
    expect(persons.size).toBeGreaterThan(800);
    expect(code.test('TV0001')).toBe(true);
    expect(() => expectNobody('this', `Bà ${[...persons][10]}`)).toThrow();
  });

  it('in any cell of any tab of the city’s workbook', async () => {
    const id = demo.superiors[0]?.id ?? '';
    const { sheets } = localClients(workspace.url);
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId: id,
      fields: 'sheets(properties(title),data(rowData(values(formattedValue,note))))',
    });
    expect(data.sheets?.length).toBeGreaterThan(10);
    for (const { properties, data: grids = [] } of data.sheets ?? []) {
      const cells = grids.flatMap(({ rowData = [] }) => rowData.slice(1).flatMap(({ values = [] }) => values));
      const said = cells.map(({ formattedValue, note }) => `${formattedValue ?? ''} ${note ?? ''}`).join('\n');
      expectNobody(properties?.title ?? '?', said);
    }
  });

  it('in the city’s mails', async () => {
    const own = (await mails()).filter((mail) => keyOf(mail)?.includes(`/${CITY.superior?.id}/`));
    expect(own).toHaveLength(5);
    for (const mail of own) {
      const { subject, text: plain, html } = await simpleParser(mail);
      expectNobody(keyOf(mail) ?? '?', `${subject}\n${plain}\n${html}`);
    }
  });

  it('in the summary of the city and in the log', async () => {
    const [superior] = demo.superiors;
    const now = momentOf(day('2025-12-20'), 10);
    const inputs = {
      workspace: workspace.url,
      id: superior?.id ?? '',
      plan: CITY.id,
      now,
      mails: [],
      files: new Map(),
      trouble: undefined,
    };
    const summary = await summaryOfSuperior(inputs);
    expect(summary?.targets.length).toBe(16);
    expectNobody('summary', JSON.stringify(summary));
    expect(log.length).toBeGreaterThan(100);
    expectNobody('log', JSON.stringify(log));
    expect(JSON.stringify(log)).not.toContain(LOCAL.mailbox);
  });
});
