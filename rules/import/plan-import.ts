// What an import would do, line by line: a new member, changed cells of one who is there, nothing, or a question to a person.
import type { IsoDate } from '../calendar-date.ts';
import { recordName } from '../findings/finding.ts';
import type { PlanLists } from '../register/choices.ts';
import type { CellValue } from '../register/grid.ts';
import type { Register } from '../register/read-register.ts';
import { shortened } from '../text.ts';
import { columnOf, importColumns, type MemberKey, type Target } from './import-columns.ts';
import { DOUBTS, LONGEST_SHOWN, REMARKS } from './labels.ts';
import { grouped, keyOfMember, type Member, memberFinder, samePeople } from './match-member.ts';
import { type Columns, isNews, type MemberValues, type ReadLine, readLine, type Unread } from './read-line.ts';
import type { Readers } from './readers.ts';
import { type Recognised, recognised } from './recognise.ts';
import type { PastedRow } from './split-text.ts';

/** What holds for every line that does not say it itself. */
export interface Defaults {
  /** the key of a club's record */
  readonly club?: string;
  readonly joined?: IsoDate;
  readonly consent?: IsoDate;
}
/** What a person decided of a line: a new member, left out, or the record it is; a birth that was read in two ways may be settled. */
export interface Decision {
  readonly as?: 'new' | 'skip' | string;
  readonly birth?: string;
}
export type Decisions = { readonly [line: string]: Decision };

export interface Change {
  readonly key: MemberKey;
  /** undefined where the cell is blank or could not be read */
  readonly old: unknown;
  /** what could not be read */
  readonly typed?: CellValue;
  readonly now: unknown;
}
/** What a person is asked of a line. */
export interface Question {
  readonly why: readonly string[];
  /** records it may be */
  readonly candidates: readonly Member[];
  /** ways to read the birth */
  readonly births: readonly string[];
  readonly mayBeNew: boolean;
}
interface Planned {
  readonly read: ReadLine;
  readonly remarks: readonly string[];
  /** asked, and perhaps answered: what is not answered is in doubt and left out */
  readonly question?: Question;
}
export type LinePlan = Planned &
  (
    | { readonly kind: 'new'; readonly values: MemberValues; readonly birthAsTyped?: string }
    | { readonly kind: 'changed'; readonly row: Member; readonly changes: readonly Change[] }
    | { readonly kind: 'same'; readonly row: Member }
    | { readonly kind: 'doubt'; readonly question: Question }
    | { readonly kind: 'skipped' }
  );

export interface ImportPlan {
  readonly lines: readonly LinePlan[];
}

interface Setting {
  readonly plan: PlanLists;
  readonly readers: Readers;
  readonly mapping: readonly Target[];
  readonly defaults: Defaults;
  readonly decisions: Decisions;
}

/** Plans the import of the lines. Every line has exactly one outcome, whatever the order of the lines. */
export function planImport(register: Register, lines: readonly PastedRow[], setting: Setting): ImportPlan {
  const { readers, decisions, defaults } = setting;
  const columns = columnsOf(setting);
  const reads = lines.map((row) => withDefaults(settled(readLine(row, columns, readers), decisions, readers), defaults));
  const find = memberFinder(register);
  const groups = new Map(
    samePeople(reads).flatMap((group) => group.map((line) => [line, group.filter((other) => other !== line)] as const)),
  );
  const members = new Map(register.members.rows.map((row) => [keyOfMember(row), row]));
  const planned = reads.map((read): LinePlan => {
    const { row, ...asked } = recognised(read.values, find(read.values));
    const question = questionOf(read, groups.get(read.line) ?? [], asked);
    const about: Planned = { read, remarks: remarksOf(read), ...(question === undefined ? {} : { question }) };
    const decision = decisions[read.line]?.as;
    if (decision === 'skip') return { ...about, kind: 'skipped' };
    const chosen = decision === undefined ? undefined : members.get(decision);
    if (chosen) return against(chosen, about, defaults);
    if (question !== undefined && !(decision === 'new' && question.mayBeNew)) return { ...about, question, kind: 'doubt' };
    return row === undefined || question !== undefined ? anew(about, defaults) : against(row, about, defaults);
  });
  return { lines: oneLineEach(planned) };
}

function columnsOf({ plan, mapping, readers }: Setting): Columns {
  const known = new Map(importColumns(plan).map((column) => [column.target, column]));
  return mapping.map((target) => {
    const column = known.get(target);
    return column !== undefined && readers.keys.includes(column.key) ? column : undefined;
  });
}

/** A birth that could be read in two ways, read in the way that a person chose. */
function settled(read: ReadLine, decisions: Decisions, readers: Readers): ReadLine {
  const chosen = decisions[read.line]?.birth;
  const open = read.unread.find(({ key, candidates }) => key === 'birth' && chosen !== undefined && candidates.includes(chosen));
  if (open === undefined || chosen === undefined) return read;
  const birth = readers.read('birth', chosen);
  if (birth.kind !== 'value') return read;
  const values: MemberValues = { ...read.values, birth: birth.value as NonNullable<MemberValues['birth']> };
  return { ...read, values, unread: read.unread.filter((one) => one !== open) };
}

/** The club has to be known to tell a person; dates are filled in only where a cell is to be written. */
function withDefaults(read: ReadLine, { club }: Defaults): ReadLine {
  const said = read.values.club !== undefined || read.unread.some(({ key }) => key === 'club');
  return said || club === undefined ? read : { ...read, values: { ...read.values, club } };
}

/** Without these a line cannot be told from others, or would say something else than the list. */
const NEEDED: readonly MemberKey[] = ['club', 'name', 'birth', 'sex', 'joined'];

function questionOf(read: ReadLine, twice: readonly number[], asked: Omit<Recognised, 'row'>): Question | undefined {
  const { values, unread, twice: contradicted } = read;
  const broken = unread.filter(({ key }) => NEEDED.includes(key));
  const isBroken = (key: MemberKey) => broken.some((one) => one.key === key);
  const why = [
    ...(values.name === undefined && !isBroken('name') ? [DOUBTS.noName()] : []),
    ...(values.birth === undefined && !isBroken('birth') ? [DOUBTS.noBirth()] : []),
    ...(values.club === undefined && !isBroken('club') ? [DOUBTS.noClub()] : []),
    ...broken.map((one) => DOUBTS.unread(worded(one))),
    ...contradicted.map((key) => DOUBTS.twoValues({ header: columnOf(key).header })),
    ...(twice.length > 0 ? [DOUBTS.twice({ others: twice })] : []),
    ...asked.why,
  ];
  if (why.length === 0) return undefined;
  const births = broken.flatMap(({ key, candidates }) => (key === 'birth' ? candidates : []));
  const mayBeNew = values.name !== undefined && values.club !== undefined && contradicted.length === 0;
  return { why, candidates: asked.candidates, births, mayBeNew };
}

const worded = ({ key, shown, candidates }: Unread) => ({
  header: columnOf(key).header,
  shown: shortened(shown, LONGEST_SHOWN),
  candidates,
});

function remarksOf({ unread }: ReadLine): string[] {
  return unread.filter(({ key }) => !NEEDED.includes(key)).map((one) => REMARKS.unread(worded(one)));
}

function anew(about: Planned, defaults: Defaults): LinePlan {
  const { read, remarks } = about;
  const typed = read.values.birth === undefined ? read.unread.find(({ key }) => key === 'birth')?.shown : undefined;
  const values = filledIn(read.values, defaults);
  const more = [
    ...(values.sex === undefined ? [REMARKS.noSex()] : []),
    ...(values.joined === undefined ? [REMARKS.noJoined()] : []),
    ...(typed === undefined ? [] : [REMARKS.asTyped({ shown: shortened(typed, LONGEST_SHOWN) })]),
  ];
  return { ...about, kind: 'new', remarks: [...remarks, ...more], values, ...(typed === undefined ? {} : { birthAsTyped: typed }) };
}

const filledIn = (values: MemberValues, { joined, consent }: Defaults): MemberValues => ({
  ...(joined === undefined ? {} : { joined }),
  ...(consent === undefined ? {} : { consent }),
  ...values,
});

/** The cells that change of one who is there. The club is never changed by a list, and no cell is emptied. */
function against(row: Member, about: Planned, defaults: Defaults): LinePlan {
  const old: { readonly [key: string]: unknown } = row.values;
  const given: { readonly [key: string]: unknown } = about.read.values;
  const known = { joined: defaults.joined, consent: defaults.consent };
  const isOpen = (key: string) => given[key] === undefined && old[key] === undefined && unreadIn(row, key) === undefined;
  const changes = Object.entries({ ...given, ...pick(known, isOpen) }).flatMap(([key, now]): Change[] => {
    const typed = unreadIn(row, key);
    if (key === 'club' || !isNews(key as MemberKey, old[key], now)) return [];
    return [{ key: key as MemberKey, old: old[key], now, ...(typed === undefined ? {} : { typed }) }];
  });
  return changes.length === 0 ? { ...about, kind: 'same', row } : { ...about, kind: 'changed', row, changes };
}

const pick = (values: { readonly [key: string]: unknown }, holds: (key: string) => boolean): { readonly [key: string]: unknown } =>
  Object.fromEntries(Object.entries(values).filter(([key]) => holds(key)));

/** What stands in a cell of the register that could not be read. */
const unreadIn = (row: Member, key: string): CellValue | undefined =>
  row.faults.find(({ column, kind }) => column === key && kind !== 'required')?.shown;

/** A row of the register answers to one line: where several claim it, all of them are in doubt. */
function oneLineEach(lines: readonly LinePlan[]): readonly LinePlan[] {
  const claims = grouped(lines, (line) => (line.kind === 'changed' || line.kind === 'same' ? String(line.row.row) : undefined));
  return lines.map((line) => {
    if (line.kind !== 'changed' && line.kind !== 'same') return line;
    const { row, read, remarks } = line;
    const others = (claims.get(String(row.row)) ?? []).filter((other) => other !== line).map((other) => other.read.line);
    if (others.length === 0) return line;
    const asked = line.question ?? { why: [], candidates: [row], births: [], mayBeNew: true };
    const question = { ...asked, why: [...asked.why, DOUBTS.claimed({ others, record: recordName(row) })] };
    return { kind: 'doubt', read, remarks, question };
  });
}
