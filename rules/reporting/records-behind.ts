// "Dòng nào đứng sau số này?": the records behind a target's figure, by their codes, each with its cell. They never leave the commune.
import type { Count, Target } from '../plan/target-schema.ts';
import type { Figure, TargetProgress } from '../progress/progress.ts';
import { recordKey } from '../register/read-reference.ts';
import type { Register } from '../register/read-register.ts';
import { TABS, type TabKey } from '../register/tabs.ts';
import { PANEL } from './labels.ts';
import type { JumpTo, RecordsBehind } from './panel-content.ts';
import type { Review } from './review.ts';

/** The records behind a target's figure, or behind one club's part of it. A target that is no longer there has none. */
export function recordsBehind({ progress, register }: Review, targetId: string, club?: string): RecordsBehind {
  const one = progress.find(({ target }) => target.id === targetId);
  if (one === undefined) return { title: targetId, groups: [] };
  const title = [`${one.target.clause}. ${one.target.title}`, ...(club === undefined ? [] : [club])].join(' – ');
  const { groups, tabs } = club === undefined ? { groups: groupsOf(one.figure), tabs: tabsOf(one.target) } : behindClub(one, club);
  const record = recordIn(register, tabs);
  return {
    title,
    groups: groups.filter(({ codes }) => codes.length > 0).map(({ label, codes }) => ({ label, records: codes.map(record) })),
  };
}

interface Behind {
  readonly groups: readonly Group[];
  /** the tabs whose records these are */
  readonly tabs: readonly TabKey[];
}

/** A club's members, where the target counts them club by club; else the club's own row. */
function behindClub({ clubs }: TargetProgress, club: string): Behind {
  const own = clubs?.find((part) => part.club === club);
  return own === undefined
    ? { groups: [{ label: PANEL.club, codes: [club] }], tabs: ['clubs'] }
    : { groups: groupsOf(own.figure), tabs: PEOPLE };
}

interface Group {
  readonly label: string;
  readonly codes: readonly string[];
}

const groupsOf = (figure: Figure | undefined): Group[] =>
  figure === undefined
    ? []
    : [
        { label: PANEL.counted, codes: figure.numerator.records },
        { label: PANEL.doubtful, codes: figure.numerator.doubtfulRecords },
        { label: PANEL.whole, codes: figure.denominator?.records ?? [] },
      ];

/** A loan whose borrower cannot be read stands among the doubtful members, and totals stand for a club without a list. */
const PEOPLE: readonly TabKey[] = ['members', 'totals', 'loans'];

/** The tabs whose records a target counts. */
function tabsOf(target: Target): readonly TabKey[] {
  const of = (count: Count): readonly TabKey[] =>
    'members' in count ? PEOPLE : 'clubs' in count ? ['clubs'] : 'locations' in count ? ['locations'] : [];
  switch (target.kind) {
    case 'count':
    case 'each-unit':
    case 'spread':
      return of(target.count);
    case 'share':
      return [...of(target.part), ...of(target.of)];
    case 'narrative':
      if (target.beside === undefined) return [];
      return 'count' in target.beside ? of(target.beside.count) : [...of(target.beside.part), ...of(target.beside.of)];
    default:
      return ['clubs'];
  }
}

const WITHOUT_CODE = /^#row(\d+)$/;

/** How a record is called and where it stands. A row without a code, of which two tabs could be meant, is called but not jumped to. */
function recordIn(register: Register, tabs: readonly TabKey[]): (key: string) => { readonly code: string; readonly at?: JumpTo } {
  const places = new Map<string, JumpTo[]>();
  for (const tab of new Set(tabs)) {
    const { rows, columnAt } = register[tab];
    for (const row of rows) {
      const place = { sheetId: TABS[tab].sheetId, row: row.row - 1, column: columnAt.get('code') ?? 0 };
      places.set(recordKey(row), [...(places.get(recordKey(row)) ?? []), place]);
    }
  }
  return (key) => {
    const [first, other] = places.get(key) ?? [];
    const row = WITHOUT_CODE.exec(key)?.[1];
    const at = row === undefined || other === undefined ? first : undefined;
    return { code: row === undefined ? key : PANEL.withoutCode(Number(row)), ...(at === undefined ? {} : { at }) };
  };
}
