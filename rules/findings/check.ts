// The check of a whole register: every rule over one reading, sorted by what blocks. Never throws on what people typed.
import type { Register } from '../register/read-register.ts';
import { TABS } from '../register/tabs.ts';
import { cellFindings } from './cell-rules.ts';
import { dateFindings } from './date-rules.ts';
import type { Finding } from './finding.ts';
import type { Severity } from './rule.ts';
import { type Question, type Scope, scopeOf } from './scope.ts';

const SLICES: readonly ((scope: Scope) => Finding[])[] = [cellFindings, dateFindings];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];
const TAB_ORDER = new Map(Object.keys(TABS).map((key, index) => [key, index]));

/** All findings of a register as of a period's closing date: the gravest first, then as the tabs and their rows stand. */
export function checkRegister(register: Register, question: Question): Finding[] {
  const scope = scopeOf(register, question);
  return SLICES.flatMap((slice) => slice(scope)).sort(byWhatBlocks);
}

const byWhatBlocks = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  Number(a.counts) - Number(b.counts) ||
  (TAB_ORDER.get(a.tab) ?? 0) - (TAB_ORDER.get(b.tab) ?? 0) ||
  (a.row ?? 0) - (b.row ?? 0);
