// One contract for both shells: the functions on Google's clients, and the sheet's own script on the advanced services, take the same turns
// over the same register; the workbooks and the mailboxes that they leave behind are compared cell by cell and byte by byte.
import { script } from 'googleapis/build/src/apis/script/index.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCAL, localAccount } from '../../cli/local-google.ts';
import { processRegister } from '../../functions/process-register.ts';
import { takeTurn } from '../../functions/take-turn.ts';
import { type Instant, type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import { grantedBy } from '../../rules/cycle.ts';
import { Problem } from '../../rules/problem.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { type TickName, TODO_APPROVER, TODO_TICKS } from '../../rules/register/todo-layout.ts';
import type { Wish } from '../../rules/reporting/wish.ts';
import { type ScriptFile, sheetFiles } from '../../scripts/sheet-bundle.ts';
import { aRegister, aTrial, cellsOf, sentOf, type Trial } from '../functions/a-trial.ts';

let files: readonly ScriptFile[];
beforeAll(async () => {
  files = await sheetFiles('standalone');
});

const LEADER = 'Hoàng Văn Minh (mẫu)';
const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';
const at = (day: string, hour = 8): Instant => momentOf(day as IsoDate, hour);

/** What both shells can be asked: a turn, or a wish of the person who owns the sending mailbox. */
interface Subject {
  readonly trial: Trial;
  readonly register: string;
  turn(): Promise<void>;
  /** what was said, or the code of the problem */
  wish(wish: Wish): Promise<string>;
}

/** Everything typed up to the day; the rows that cannot be counted are taken out, so that the report may be approved. */
async function aSubject(): Promise<Pick<Subject, 'trial' | 'register'>> {
  const trial = await aTrial('2024-12-16' as IsoDate);
  const register = await aRegister(trial, '2024-12-16' as IsoDate);
  await trial.clients.drive.permissions.create({
    fileId: register,
    requestBody: { type: 'user', role: 'writer', emailAddress: LOCAL.mailbox },
  });
  const protections = await protectedIds(trial, register);
  const requests = protections.map((protectedRangeId) => ({ deleteProtectedRange: { protectedRangeId } }));
  await trial.clients.sheets.spreadsheets.batchUpdate({ spreadsheetId: register, requestBody: { requests } });
  return { trial, register };
}

async function protectedIds({ clients }: Trial, spreadsheetId: string): Promise<number[]> {
  const { data } = await clients.sheets.spreadsheets.get({ spreadsheetId, fields: 'sheets.protectedRanges.protectedRangeId' });
  return (data.sheets ?? []).flatMap(({ protectedRanges }) =>
    (protectedRanges ?? []).flatMap(({ protectedRangeId: id }) => (id ? [id] : [])),
  );
}

async function byFunctions(): Promise<Subject> {
  const { trial, register } = await aSubject();
  return {
    trial,
    register,
    turn: async () => {
      await processRegister({ register }, trial.setup).catch(expected);
    },
    wish: (wish) =>
      takeTurn(register, trial.setup, wish).then(
        (result) => grantedBy(result, register).said,
        (error: unknown) => expected(error).userWithCode,
      ),
  };
}

function expected(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

async function bySheet(): Promise<Subject> {
  const { trial, register } = await aSubject();
  const { projects } = script({ version: 'v1', auth: localAccount(trial.workspace.url, LOCAL.mailbox) });
  const { data } = await projects.create({ requestBody: { title: 'Sổ CLB', parentId: register } });
  await projects.updateContent({ scriptId: data.scriptId ?? '', requestBody: { files: files.map((file) => ({ ...file })) } });
  trial.workspace.scripts.consent({ spreadsheet: register, as: LOCAL.mailbox, allow: 'all' });
  const run = (name: string, ...args: readonly unknown[]) =>
    trial.workspace.scripts.run({ spreadsheet: register, as: LOCAL.mailbox, function: name, args });
  const told: string[] = [];
  trial.workspace.bus.subscribe((event) => {
    if (event.kind !== 'ask') return;
    told.push(event.text);
    setImmediate(() => trial.workspace.scripts.answer({ ask: event.ask, button: 'ok', text: '' }));
  });
  await run('automationOn');
  return {
    trial,
    register,
    turn: async () => {
      await run('hourlyTurn');
    },
    wish: async (wish) => {
      if (wish.kind === 'revise') {
        await run('reviseReport');
        return told.at(-1) ?? '';
      }
      const answer =
        wish.kind === 'adHoc'
          ? await run('requestAdHoc', wish.title, wish.from, wish.cutOff, wish.due)
          : await run('approveAndSend', wish.report, wish.kind === 'approve' ? wish.approver : '');
      return 'error' in answer ? answer.error.replace(/^(Exception|Error): /, '') : (answer.value as { said: string }).said;
    },
  };
}

/** Everything people can see afterwards, and everything that left; what a mailbox numbers by itself is left out. */
async function leftBehind({ trial, register }: Pick<Subject, 'trial' | 'register'>) {
  const tabs = await Promise.all(Object.values(TABS).map(async ({ title }) => [title, await cellsOf(trial, register, title)] as const));
  const { data } = await trial.clients.sheets.spreadsheets.developerMetadata.search({
    spreadsheetId: register,
    requestBody: { dataFilters: [{ developerMetadataLookup: { visibility: 'DOCUMENT' } }] },
  });
  const markers = (data.matchedDeveloperMetadata ?? []).map(({ developerMetadata }) => developerMetadata?.metadataKey).sort();
  const mails = (await sentOf(trial)).map(withoutIds);
  return { tabs: withoutIds(JSON.stringify(tabs, null, 1)).split('\n'), markers, mails };
}

/** Ids of mailboxes and of the workbook itself, and who asked: a call of the functions has a name, a test's has none. */
const withoutIds = (text: string): string =>
  text
    .replace(/Message-ID: [^\r\n]+/g, 'Message-ID')
    .replace(/\\"(draft|thread|message)\\":\\"[^"\\]+\\"/g, '$1')
    .replace(/\\"asked\\":\\"[^"\\]*\\"/g, 'asked')
    .replace(/\b1[\w-]{43}\b/g, 'ID');

type Step = (subject: Subject) => Promise<unknown>;

const turnAt =
  (day: string, hour = 8): Step =>
  async (subject) => {
    subject.trial.clock.now = at(day, hour);
    await subject.turn();
  };
const wishAt =
  (day: string, wish: (now: Instant) => Wish): Step =>
  (subject) => {
    subject.trial.clock.now = at(day);
    return subject.wish(wish(at(day)));
  };
const approve: Step = wishAt('2024-12-17', (now) => ({
  kind: 'approve',
  report: KEY,
  approver: LEADER,
  send: true,
  asked: { by: LOCAL.mailbox, at: now },
}));
const revise: Step = wishAt('2024-12-18', (now) => ({ kind: 'revise', report: KEY, asked: { by: LOCAL.mailbox, at: now } }));
const approveRevision: Step = wishAt('2024-12-19', (now) => ({
  kind: 'approve',
  report: KEY.replace(/1$/, '2'),
  approver: LEADER,
  send: true,
  asked: { by: LOCAL.mailbox, at: now },
}));
const adHoc: Step = wishAt('2024-12-16', (now) => ({
  kind: 'adHoc',
  title: 'về vay vốn',
  from: '2023-12-15' as IsoDate,
  cutOff: '2024-12-01' as IsoDate,
  due: '2024-12-18' as IsoDate,
  asked: { by: LOCAL.mailbox, at: now },
}));
const tick =
  (...names: readonly TickName[]): Step =>
  ({ trial, register }) =>
    typed(
      trial,
      register,
      names.map((name) => [TODO_TICKS[name].tick, true] as const),
    );
const choose: Step = ({ trial, register }) => typed(trial, register, [[TODO_APPROVER.value, LEADER]]);

/** Takes out of the register what keeps it from being approved, as a person would by deleting the rows. */
const mend: Step = async ({ trial, register }) => {
  const findings = await cellsOf(trial, register, TABS.findings.title);
  const links = findings.flatMap(([severity, tab, , , cell]) =>
    severity === 'Phải sửa' && cell ? [{ tab: String(tab), row: Number(String(cell).replace(/\D/g, '')) }] : [],
  );
  const ranges = [...new Set(links.map(({ tab, row }) => `'${tab}'!${row}:${row}`))];
  await trial.clients.sheets.spreadsheets.values.batchClear({ spreadsheetId: register, requestBody: { ranges } });
};

async function typed(
  { clients }: Trial,
  spreadsheetId: string,
  cells: readonly (readonly [{ row: number; column: number }, string | boolean])[],
): Promise<void> {
  const requests = cells.map(([{ row, column }, value]) => ({
    updateCells: {
      start: { sheetId: TABS.todo.sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [{ userEnteredValue: typeof value === 'boolean' ? { boolValue: value } : { stringValue: value } }] }],
      fields: 'userEnteredValue',
    },
  }));
  await clients.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}

/** The next calls of a method are carried out, and their answers lost. */
const lost =
  (method: string): Step =>
  async ({ trial }) => {
    trial.workspace.fault({ kind: 'lost', match: (request) => request.method === method });
  };
const busy: Step = async ({ trial }) => {
  trial.workspace.fault({ kind: 'status', status: 503, times: 2, match: ({ service }) => service === 'sheets' });
};

const STORIES: Readonly<Record<string, readonly Step[]>> = {
  'nothing is asked: the tabs are shown, the due day comes, and the day after': [
    turnAt('2024-12-16'),
    turnAt('2024-12-20'),
    turnAt('2024-12-21'),
    turnAt('2024-12-22'),
  ],
  'approval is refused while rows cannot be counted, then recorded and sent; the due day sends nothing more': [
    turnAt('2024-12-16'),
    approve,
    mend,
    approve,
    approve,
    turnAt('2024-12-20'),
  ],
  'boxes are ticked, without a name and then with one': [
    turnAt('2024-12-16'),
    mend,
    tick('recheck', 'approved'),
    turnAt('2024-12-17'),
    choose,
    tick('send'),
    turnAt('2024-12-17', 9),
    turnAt('2024-12-20'),
  ],
  'a report that was sent is replaced by another': [
    turnAt('2024-12-16'),
    mend,
    approve,
    revise,
    turnAt('2024-12-18', 9),
    approveRevision,
    turnAt('2024-12-20'),
  ],
  'a report on directive is asked for and goes out on its day': [adHoc, turnAt('2024-12-17'), turnAt('2024-12-18'), turnAt('2024-12-20')],
  'the draft’s answer is lost, and a later turn sends': [lost('gmail.users.drafts.create'), turnAt('2024-12-20'), turnAt('2024-12-20', 9)],
  'the answer of sending is lost, and the mail is found': [lost('gmail.users.drafts.send'), turnAt('2024-12-20'), turnAt('2024-12-20', 9)],
  'the batch that publishes is lost, and the lease passes': [
    lost('sheets.spreadsheets.batchUpdate'),
    turnAt('2024-12-20'),
    turnAt('2024-12-20', 9),
  ],
  'Google is busy twice': [busy, turnAt('2024-12-20'), turnAt('2024-12-20', 9), turnAt('2024-12-20', 10)],
};

describe('both shells leave the same behind when', () => {
  it.each(Object.entries(STORIES))('%s', async (_, steps) => {
    const [functions, sheet] = [await byFunctions(), await bySheet()];
    for (const step of steps) {
      const [said, saidToo] = [await step(functions), await step(sheet)];
      expect(saidToo).toEqual(said);
    }
    const [left, leftToo] = [await leftBehind(functions), await leftBehind(sheet)];
    expect(leftToo.mails).toEqual(left.mails);
    expect(leftToo.markers).toEqual(left.markers);
    expect(leftToo.tabs).toEqual(left.tabs);
    expect(left.tabs.length).toBeGreaterThan(1000);
  });
});
