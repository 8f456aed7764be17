// Findings that follow from the declarations alone: missing tabs, headers, cells that could not be read, codes. One pass over the rows.
import type { FaultKind } from '../register/cell.ts';
import type { Column, Tab } from '../register/column.ts';
import { lengthOf, longestOf } from '../register/read-cell.ts';
import type { CellFault, Row, TabReading } from '../register/read-tab.ts';
import { showCell } from '../register/show.ts';
import { TABS } from '../register/tabs.ts';
import { shortened } from '../text.ts';
import { CELL_RULES, type CellWords } from './catalogue/cells.ts';
import type { DataOf } from './catalogue.ts';
import { exampleOf, type Finding, type Place, worded } from './finding.ts';
import type { Rule } from './rule.ts';
import { at, groupsOf, type Scope } from './scope.ts';

/** The columns without which a row is not counted as it stands; `rules/progress/facts.ts` counts by them. */
const COUNTED_BY: { readonly [tab: string]: readonly string[] } = {
  clubs: ['founded', 'dissolved'],
  members: ['club', 'name', 'joined', 'left'],
  loans: ['member', 'date', 'purpose'],
  funds: ['club', 'fund', 'date', 'received', 'spent'],
  activities: ['club', 'date', 'area'],
  declarations: ['club', 'section', 'state', 'until'],
  totals: ['club', 'date', 'members'],
  events: ['date', 'kind', 'clubs', 'locations'],
  assessments: ['club', 'year', 'verdict'],
  budget: ['year', 'source'],
  locations: ['name'],
  assignments: ['task'],
  narratives: ['period', 'part'],
};
const isCountedBy = (tab: string, column: string): boolean => COUNTED_BY[tab]?.includes(column) ?? false;

const RULE_OF = {
  required: 'REQUIRED_BLANK',
  notADate: 'DATE_UNREADABLE',
  ambiguousDate: 'DATE_AMBIGUOUS',
  notABirth: 'BIRTH_UNREADABLE',
  notAYear: 'YEAR_UNREADABLE',
  notANumber: 'NUMBER_UNREADABLE',
  ambiguousNumber: 'NUMBER_AMBIGUOUS',
  negative: 'NUMBER_NEGATIVE',
  notWhole: 'NUMBER_NOT_WHOLE',
  notACount: 'NUMBER_IS_SHARE',
  notATick: 'TICK_UNREADABLE',
  notAChoice: 'CHOICE_UNKNOWN',
  badCode: 'CODE_MALFORMED',
  tooLong: 'TEXT_TOO_LONG',
  unknownReference: 'REFERENCE_UNKNOWN',
  ambiguousReference: 'REFERENCE_AMBIGUOUS',
} as const satisfies { readonly [K in FaultKind]: string };

/** These rules alone: the quick answer to an edit holds no others. */
const finding = <K extends keyof typeof CELL_RULES>(id: K, place: Place, data: DataOf<K>): Finding => {
  const rules: { readonly [R in keyof typeof CELL_RULES]: Rule<DataOf<R>> } = CELL_RULES;
  return worded(id, rules[id], place, data);
};

/** What the declarations say of every tab that people or administrators fill; tabs of ours are repaired, not reported. */
export function cellFindings({ register }: Scope): Finding[] {
  return Object.values<TabReading>(register)
    .filter(({ tab }) => tab.kind !== 'owned')
    .flatMap((reading) => [...tabFindings(reading), ...faultFindings(reading), ...codeFindings(reading)]);
}

function tabFindings({ tab, state, headerFaults, columnAt }: TabReading): Finding[] {
  if (state === 'missing') return [finding('TAB_MISSING', { tab: tab.key }, {})];
  if (columnAt.size === 0) return [finding('HEADERS_GONE', { tab: tab.key }, { row: tab.headerRow ?? 1 })];
  return headerFaults.map(({ kind, column, header }) => {
    const place = { tab: tab.key, column };
    if (kind === 'duplicate') return finding('HEADER_TWICE', place, { header });
    const ours = tab.columns[column]?.owned === true && tab.columns[column]?.type !== 'code';
    // results of checks and labels for dropdowns: put back by us, and no figure rests on them
    return finding('HEADER_MISSING', ours ? { ...place, severity: 'warning', counts: true } : place, { header });
  });
}

/** What the cells of a tab's rows say by themselves: the first answer to an edit, and a part of every check. */
export function faultFindings({ tab, rows }: TabReading): Finding[] {
  return rows.flatMap((row) =>
    row.faults.flatMap((fault) => {
      const column = tab.columns[fault.column];
      return column === undefined ? [] : [cellFinding(tab, row, fault, column)];
    }),
  );
}

function cellFinding(tab: Tab, row: Row, fault: CellFault, column: Column): Finding {
  const counts = !isCountedBy(tab.key, fault.column);
  const mild = counts && !column.required;
  const place = { ...at(row, fault.column), counts, ...(mild ? { severity: 'warning' as const } : {}) };
  return finding(RULE_OF[fault.kind], place, wordsOf(tab, column, fault));
}

const LONGEST = 60; // of a cell's text in a message

function wordsOf(tab: Tab, column: Column, { shown, candidates = [] }: CellFault): CellWords {
  const tabs: { readonly [key: string]: Tab } = TABS;
  return {
    shown: shortened(showCell(column, shown), LONGEST),
    example: exampleOf(column),
    candidates,
    target: tabs[column.target ?? '']?.title ?? '',
    length: lengthOf(column, shown),
    longest: longestOf(tab, column),
  };
}

function codeFindings({ tab, rows, columnAt }: TabReading): Finding[] {
  if (tab.codes === undefined || !columnAt.has('code')) return [];
  const without = rows.filter(({ code, faults }) => code === undefined && !faults.some(({ column }) => column === 'code'));
  const twice = [...groupsOf(rows, ({ code }) => code)].flatMap(([code, group]) =>
    group.length < 2 ? [] : group.slice(1).map((row) => ({ code, row, first: group[0]?.row ?? row.row })),
  );
  return [
    ...without.map((row) => finding('CODE_MISSING', at(row, 'code'), {})),
    ...twice.map(({ code, row, first }) => finding('CODE_TWICE', at(row, 'code'), { code, rows: [first] })),
  ];
}
