// Nothing that leaves a commune's workbook names a member: no mail, no summary, no line of the log.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { trialClock } from '../../cli/clock.ts';
import { quyKyDemo } from '../../cli/demo/quy-ky.ts';
import { demoDistrict } from '../../cli/demo-district.ts';
import { once } from '../../cli/once.ts';
import { reportingRun } from '../../cli/reporting-run.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { textKey } from '../../rules/text.ts';
import { aTrial, draftsOf } from '../functions/a-trial.ts';
import { aFolder, mailsIn } from './a-folder.ts';

const DAY = '2025-12-20' as IsoDate;

/** The names of all members, as the register compares them; those who also hold an office that a report names are none of them. */
const NAMES = [
  ...new Set(
    (quyKyDemo(DAY, 'x').members ?? []).flatMap(({ name }) => (typeof name === 'string' && name.trim() !== '' ? [textKey(name)] : [])),
  ),
];

const named = (text: string): string[] => {
  const key = textKey(text.replace(/\s+/g, ' '));
  return NAMES.filter((name) => key.includes(name));
};

test('there are names to look for', () => {
  expect(NAMES.length).toBeGreaterThan(100);
  expect(named(`… ${NAMES[7]?.toUpperCase()} …`)).toContain(NAMES[7]);
});

test('no sent mail and no summary names a member', async () => {
  const out = aFolder();
  await once({ date: DAY, plans: ['quy-ky'], out, tell: (line) => expect(named(line)).toEqual([]) });
  expect(named(readFileSync(join(out, 'summary.json'), 'utf8'))).toEqual([]);
  const files = mailsIn(out);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const mail = await simpleParser(readFileSync(join(out, 'mails', file)));
    const parts = [mail.subject, mail.text, mail.html, ...mail.attachments.map(({ content }) => content.toString('utf8'))];
    expect(named([...parts, JSON.stringify([...mail.headers])].join('\n'))).toEqual([]);
  }
});

test('no line of the log and no outcome names a member, when all goes well and when calls fail', async () => {
  const trial = await aTrial(DAY, { taskBackoffScale: 0 });
  const { superiors } = await demoDistrict(trial.workspace.url, { date: DAY, plans: ['quy-ky'], file: undefined, tell: () => undefined });
  trial.workspace.fault({ match: ({ method }) => method === 'gmail.users.drafts.create', kind: 'status', status: 400 });
  const run = () =>
    reportingRun({
      workspace: trial.workspace.url,
      superiors: superiors.map(({ id }) => id),
      clock: trialClock(DAY, undefined),
      onProgress: () => undefined,
    });
  const first = await run();
  expect([...first.trouble.values()].map(({ code }) => code)).toEqual(['GOOGLE_REFUSED']);
  expect(first.log.length).toBeGreaterThan(2);
  for (const entry of first.log) expect(named(JSON.stringify(entry))).toEqual([]);
  expect(await draftsOf(trial)).toEqual([]);
});
