// One thing to look at in a register: where it stands, how grave it is, and what people are told of it.
import type { Column, PrivacyClass, Tab } from '../register/column.ts';
import { TABS } from '../register/tabs.ts';
import { type DataOf, RULES, type RuleId } from './catalogue.ts';
import { BY_GRAVITY, type Rule, type Severity } from './rule.ts';

export type { Severity } from './rule.ts';

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** the tab's key */
  readonly tab: string;
  /** the record's code, "dòng 12" when it has none, empty when the whole tab is meant */
  readonly record: string;
  /** 1-based, as the sheet counts */
  readonly row?: number;
  /** the column's key */
  readonly column?: string;
  /** where and what, with the value shown; for people who may see `valueClass` */
  readonly message: string;
  readonly repair: string;
  /** the most private kind of value that the message shows */
  readonly valueClass: PrivacyClass;
  /** whether the record is still counted as it stands */
  readonly counts: boolean;
}

/** What a finding needs to know of a row. */
export interface RowPlace {
  readonly tab: string;
  readonly row: number;
  readonly code?: string;
}
export interface Place {
  readonly tab: string;
  readonly row?: RowPlace;
  readonly column?: string;
  /** other columns of the tab whose values the message shows */
  readonly shows?: readonly string[];
  /** where the shown value comes from elsewhere: its class */
  readonly valueClass?: PrivacyClass;
  /** where the catalogue's own answer does not hold for this column */
  readonly severity?: Severity;
  readonly counts?: boolean;
}

const PRIVACY: readonly PrivacyClass[] = ['none', 'basic', 'confidential', 'sensitive'];
const tabs: { readonly [key: string]: Tab } = TABS;
const columnOf = (tab: string, column: string | undefined): Column | undefined =>
  column === undefined ? undefined : tabs[tab]?.columns[column];

/** The example of the column's note, without its full stop. */
export const exampleOf = ({ help }: Pick<Column, 'help'>): string => (help.split('Ví dụ: ')[1] ?? help).replace(/\.$/, '');

/** A column's header as it stands on the sheet; the key itself when nothing declares it. */
export const headerOf = (tab: string, column: string): string => columnOf(tab, column)?.header ?? column;

/** `TV0007`, or `dòng 12` for a row without a code. */
export const recordName = ({ code, row }: Pick<RowPlace, 'code' | 'row'>): string => code ?? `dòng ${row}`;

/** How a finding on one row calls another: by its code, or by where it stands when both bear the same code. */
export const otherName = (other: Pick<RowPlace, 'code' | 'row'>, row: Pick<RowPlace, 'code'>): string =>
  recordName(other.code === row.code ? { row: other.row } : other);

/** Puts a rule of the catalogue into words for one place. */
export const finding = <K extends RuleId>(id: K, place: Place, data: DataOf<K>): Finding => worded(id, RULES[id], place, data);

/** The same of a rule that is given: who needs a few of them does not need the catalogue. */
export function worded<K extends RuleId>(id: K, rule: Rule<DataOf<K>>, place: Place, data: DataOf<K>): Finding {
  const { tab, row, column } = place;
  const record = row === undefined ? '' : recordName(row);
  const header = columnOf(tab, column)?.header;
  const title = tabs[tab]?.title ?? tab;
  const where = [record === '' ? `Trang ${title}` : `${title}, ${record}`, ...(header === undefined ? [] : [`cột ${header}`])].join(', ');
  return {
    rule: id,
    severity: place.severity ?? rule.severity,
    tab,
    record,
    ...(row === undefined ? {} : { row: row.row }),
    ...(column === undefined ? {} : { column }),
    message: `${where}: ${rule.message(data)}`.normalize('NFC'),
    repair: rule.repair(data).normalize('NFC'),
    valueClass: classOf(place),
    counts: place.counts ?? rule.counts,
  };
}

function classOf({ tab, column, shows = [], valueClass = 'none' }: Place): PrivacyClass {
  const classes = [column, ...shows].map((key) => columnOf(tab, key)?.privacy ?? 'none');
  return [valueClass, ...classes].reduce((most, one) => (PRIVACY.indexOf(one) > PRIVACY.indexOf(most) ? one : most));
}

const TAB_ORDER = Object.keys(TABS);

/** The order in which findings are told: by what blocks, then as the tabs and their rows stand. */
export const gravestFirst = (a: Finding, b: Finding): number =>
  BY_GRAVITY.indexOf(a.severity) - BY_GRAVITY.indexOf(b.severity) ||
  Number(a.counts) - Number(b.counts) ||
  TAB_ORDER.indexOf(a.tab) - TAB_ORDER.indexOf(b.tab) ||
  (a.row ?? 0) - (b.row ?? 0);

export interface Summary {
  readonly error: number;
  readonly warning: number;
  readonly hint: number;
}
/** How many findings there are of each severity. */
export function summaryOf(findings: readonly Finding[]): Summary {
  const counted = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) counted[severity] += 1;
  return counted;
}
