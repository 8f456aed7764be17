// npx ishc report preview | explain | frozen-list: what would go out now, what stands behind a figure that was printed, and the list to sign.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTabs } from '../../functions/google-shell.ts';
import { settingOf } from '../../functions/setup.ts';
import type { Instant } from '../../rules/calendar-date.ts';
import { Problem } from '../../rules/problem.ts';
import type { Reading } from '../../rules/register/grid.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { type Explained, explain, frozenReport } from '../../rules/reporting/explain.ts';
import { frozenList } from '../../rules/reporting/frozen-list.ts';
import { previewReport } from '../../rules/reporting/preview.ts';
import { printFrozenList } from '../../templates/frozen-list/compose.ts';
import { LOCAL, localClients } from '../local-google.ts';
import { writeWhole } from '../whole-file.ts';
import { momentFor, workspaceAddress } from './target-workspace.ts';
import { REPORT } from './usage.ts';

const settingAt = (now: Instant) => settingOf({ mailbox: LOCAL.mailbox }, now);

async function readingOf(workspace: string, register: string): Promise<Reading> {
  return (await readTabs(localClients(workspace).sheets, register, Object.values(TABS))).reading;
}

const frozenOf = async (workspace: string, register: string): Promise<Reading> =>
  (await readTabs(localClients(workspace).sheets, register, [TABS.frozen])).reading;

/** The words after the command, as many as are wanted; throws WRONG_USE that names the first that is missing. */
function operands(given: readonly string[], wanted: readonly string[], atLeast = wanted.length): readonly string[] {
  if (given.length < atLeast || given.length > wanted.length)
    throw new Problem('WRONG_USE', { wanted: wanted[given.length] ?? wanted.join(' ') });
  return given;
}

/** The mail as it would be sent now. 0 whatever blocks: a report that cannot be sent yet was looked at. */
export async function preview(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, date: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const [register = '', key] = operands(positionals, ['MÃ_SỔ', 'MÃ_BÁO_CÁO'], 1);
  const workspace = await workspaceAddress();
  const now = await momentFor(workspace, values.date);
  const seen = previewReport(await readingOf(workspace, register), settingAt(now), key);
  const files = values.out === undefined || seen.html === '' ? [] : mailFiles(values.out, seen);
  const { report, title, unit, state, timing, to, cc, subject, shortText } = seen;
  const blockers = seen.blockers.map(({ text }) => text);
  if (values.json)
    console.log(JSON.stringify({ report, title, unit, state, timing, to, cc, subject, blockers, files, shortText }, null, 2));
  else
    console.log(
      [
        REPORT.head(title, unit),
        REPORT.state(state, timing),
        ...(subject === '' ? [] : [REPORT.to([...to, ...cc]), REPORT.subject(subject)]),
        ...(blockers.length === 0 ? [REPORT.nothingBlocks] : [REPORT.blockers(blockers.length), ...blockers.map((text) => `  - ${text}`)]),
        ...files.map(REPORT.written),
      ].join('\n'),
    );
  return 0;
}

function mailFiles(
  folder: string,
  { report, html, text }: { readonly report: string; readonly html: string; readonly text: string },
): string[] {
  mkdirSync(folder, { recursive: true });
  const name = report.replace(/[^a-z0-9.-]+/gi, '-');
  return (
    [
      ['html', html],
      ['txt', text],
    ] as const
  ).map(([ending, content]) => {
    const file = join(folder, `${name}.${ending}`);
    writeWhole(file, content);
    return file;
  });
}

/** What stands behind a figure of a report that was frozen: from the frozen state alone. */
export async function explainFigure(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [register = '', key = '', figure = ''] = operands(positionals, ['MÃ_SỔ', 'MÃ_BÁO_CÁO', 'SỐ_LIỆU']);
  const workspace = await workspaceAddress();
  const told = explain(frozenReport(await frozenOf(workspace, register), key), figure);
  console.log(values.json ? JSON.stringify(told, null, 2) : forPeople(told).join('\n'));
  return 0;
}

const forPeople = ({
  name,
  title,
  clause,
  definition,
  plan,
  shown,
  status,
  numerator,
  denominator,
  versions,
  isWhole,
  records,
}: Explained): string[] => [
  REPORT.figure(name, clause, title),
  REPORT.result(shown === '' ? '–' : shown, plan, status),
  ...(numerator === '' ? [] : [REPORT.counts(numerator, denominator)]),
  ...(definition === undefined ? [] : [REPORT.definition(definition)]),
  REPORT.versions(versions),
  ...(isWhole ? [] : [REPORT.notWhole]),
  ...REPORT.groups(records).map(({ label, codes }) => `${label} (${codes.length}): ${codes.join(', ')}`),
];

/** Bảng kê số liệu đã chốt, as a page to print. */
export async function frozenListPage(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, date: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const [register = '', key = ''] = operands(positionals, ['MÃ_SỔ', 'MÃ_BÁO_CÁO']);
  if (values.out === undefined) throw new Problem('WRONG_USE', { wanted: '--out TỆP' });
  const workspace = await workspaceAddress();
  const now = await momentFor(workspace, values.date);
  const page = printFrozenList(frozenList(await frozenOf(workspace, register), key, now));
  mkdirSync(dirname(values.out), { recursive: true });
  writeWhole(values.out, page);
  console.log(values.json ? JSON.stringify({ report: key, file: values.out }) : REPORT.written(values.out));
  return 0;
}
