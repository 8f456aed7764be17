// Who may edit what. A whole tab of ours and every header row are closed to people; columns of ours in their tabs only warn.
import type { Tab } from '../rules/register/column.ts';
import { openCells } from './fixtures.ts';
import { LABELS } from './labels.ts';
import { bodyOf, headerIndex, type Placed } from './look.ts';
import type { GridRange, ProtectedRange } from './sheets-json.ts';

export interface ProtectionOptions {
  /** the e-mail address of the service identity; left out (standalone: scripts run as the person), everything only warns */
  readonly protectTo?: string;
  /** may edit the protected tabs beside the service identity */
  readonly administrators?: readonly string[];
}

/** The protected ranges of a tab. */
export function protectedRanges(tab: Tab, columns: readonly Placed[], options: ProtectionOptions): ProtectedRange[] {
  if (tab.kind !== 'data') {
    const users = tab.kind === 'protected' ? (options.administrators ?? []) : [];
    return [closed({ sheetId: tab.sheetId }, LABELS.protectedTab, options, users, openCells(tab))];
  }
  const header = closed(
    { sheetId: tab.sheetId, startRowIndex: headerIndex(tab), endRowIndex: headerIndex(tab) + 1 },
    LABELS.protectedHeader,
    options,
    [],
    [],
  );
  return [
    header,
    ...runs(columns.filter(({ column }) => column.owned)).map(([from, to]) => warning(bodyOf(tab, from, to), LABELS.protectedColumns)),
  ];
}

function closed(
  range: GridRange,
  description: string,
  options: ProtectionOptions,
  more: readonly string[],
  open: readonly GridRange[],
): ProtectedRange {
  const unprotected = open.length > 0 ? { unprotectedRanges: [...open] } : {};
  if (options.protectTo === undefined) return { ...warning(range, description), ...unprotected };
  return { range, description, editors: { users: [...new Set([options.protectTo, ...more])] }, ...unprotected };
}

/** The sheet's own script fills codes and checks as the person at the keyboard, and a closed column would also keep people from deleting rows. */
const warning = (range: GridRange, description: string): ProtectedRange => ({ range, description, warningOnly: true });

/** Neighbouring columns as half-open ranges. */
function runs(columns: readonly Placed[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const { index } of columns) {
    const last = found[found.length - 1];
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}
