// Findings on declarations: those that the rows contradict, and the sections that nobody has declared although the report rests on them.
import type { IsoDate } from '../calendar-date.ts';
import { SECTIONS } from '../register/choice-lists.ts';
import { type Finding, finding } from './finding.ts';
import { neededSections, type Section } from './needed-sections.ts';
import { at, clubName, isLeftBlank, type RowOf, type Scope } from './scope.ts';
import { datedRows } from './section-rows.ts';

type Declaration = RowOf<'declarations'>;

export function declarationFindings(scope: Scope): Finding[] {
  const between = datedRows(scope);
  return [
    ...scope.register.declarations.rows.flatMap((row) => [...nilFindings(scope, row, between), ...aheadFindings(row, between)]),
    ...undeclared(scope),
  ];
}

const titleOf = (section: string): string =>
  (SECTIONS.from === 'list' ? SECTIONS.choices.find(({ key }) => key === section)?.label : undefined) ?? section;

function nilFindings({ register, question }: Scope, row: Declaration, between: ReturnType<typeof datedRows>): Finding[] {
  const { state, section, club, from, until } = row.values;
  if (state !== 'nil' || section === undefined || until === undefined) return [];
  const unsaid = isLeftBlank(register.declarations, row, 'from');
  const since = from ?? question.windowFrom;
  const { count, first } = between(section, club, since, until);
  const words = { section: titleOf(section), from: since, until, found: count, first };
  return [
    ...(unsaid ? [finding('NIL_WITHOUT_FROM', at(row, 'from'), {})] : []),
    ...(count > 0 ? [finding('NIL_CONTRADICTED', at(row, 'state'), words)] : []),
  ];
}

function aheadFindings(row: Declaration, between: ReturnType<typeof datedRows>): Finding[] {
  const { section, club, until, declaredOn } = row.values;
  if (section === undefined || until === undefined || declaredOn === undefined || declaredOn >= until) return [];
  const upTo = between(section, club, declaredOn, until).count - between(section, club, declaredOn, declaredOn).count;
  return [finding('DECLARED_AHEAD', at(row, 'declaredOn'), { declaredOn, until, since: upTo })];
}

/** The last day each section is declared for, by club; the whole commune's under an empty club. */
function declaredUntil({ register }: Scope): Map<string, IsoDate> {
  const last = new Map<string, IsoDate>();
  for (const { values, faults } of register.declarations.rows) {
    const { section, state, until, club = '' } = values;
    if (section === undefined || state === undefined || until === undefined || faults.some(({ column }) => column === 'club')) continue;
    const key = `${section} ${club}`;
    const before = last.get(key);
    if (before === undefined || until > before) last.set(key, until);
  }
  return last;
}

function undeclared(scope: Scope): Finding[] {
  const { register, question } = scope;
  if (register.declarations.columnAt.size === 0) return []; // a missing tab is told once
  const last = declaredUntil(scope);
  return neededSections(question.plan).flatMap(({ section, perClub }) => {
    const whole = last.get(`${section} `);
    if (whole !== undefined && whole >= question.asOf) return [];
    const clubs = perClub ? clubsAsked(scope, section) : [{ key: '', name: 'toàn đơn vị' }];
    const missing = clubs.flatMap(({ key, name }) => {
      const own = last.get(`${section} ${key}`);
      const until = own === undefined || (whole !== undefined && whole > own) ? whole : own;
      return until !== undefined && until >= question.asOf ? [] : [{ name, until }];
    });
    if (missing.length === 0) return [];
    const words = { section: titleOf(section), asOf: question.asOf, clubs: missing, all: missing.length === clubs.length };
    return [finding('SECTION_UNDECLARED', { tab: 'declarations', column: 'section' }, words)];
  });
}

/** Clubs that are not gone; of one that reports totals without a list no list of members is asked. */
function clubsAsked({ register, facts }: Scope, section: Section): { readonly key: string; readonly name: string }[] {
  return register.clubs.rows.flatMap((row, index) => {
    const club = facts.clubs[index];
    if (club === undefined || club.active === 'no') return [];
    const byTotals = !club.listed && club.totals !== undefined && (section === 'members' || section === 'loans');
    return byTotals ? [] : [{ key: club.code, name: clubName(row) }];
  });
}
