// A register in which all is well, damaged in one cell or one row at a time: every damage is found where it was done.
import { describe, expect, it } from 'vitest';
import type { Tab } from '../../rules/register/column.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { aCleanDemo, damaged, findingsIn, type Mutation, type Typed } from './mutate.ts';
import { BUDGET_MUTATIONS, FUND_MUTATIONS, LOAN_MUTATIONS } from './mutations-money.ts';
import { ACTIVITY_MUTATIONS, DECLARATION_MUTATIONS, PAPER_MUTATIONS, TOTALS_MUTATIONS } from './mutations-papers.ts';
import { CLUB_MUTATIONS, MEMBER_MUTATIONS } from './mutations-people.ts';
import { AS_MEANT } from './mutations-tidied.ts';
import { expectWellWorded } from './wording.ts';

const MUTATIONS: readonly Mutation[] = [
  ...CLUB_MUTATIONS,
  ...MEMBER_MUTATIONS,
  ...LOAN_MUTATIONS,
  ...FUND_MUTATIONS,
  ...BUDGET_MUTATIONS,
  ...ACTIVITY_MUTATIONS,
  ...TOTALS_MUTATIONS,
  ...DECLARATION_MUTATIONS,
  ...PAPER_MUTATIONS,
];
const columnsOf = ({ tab, on = [] }: Pick<Typed, 'tab' | 'on'>): string[] => on.map((column) => `${tab}.${column}`);
const clean = aCleanDemo();

describe('the demo register without mistakes', () => {
  it('has nothing to mend and nothing to look at again', () => {
    expect(findingsIn(clean).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

describe.each(MUTATIONS)('$tab $record: $why', (mutation) => {
  const { tab, record, rule, column, at = {} } = mutation;
  const findings = findingsIn(damaged(clean, mutation), columnsOf(mutation));

  it(`is found by ${rule}, where it is`, () => {
    const places = findings.filter((one) => one.rule === rule).map((one) => [one.tab, one.record, one.column]);
    expect(places).toContainEqual([at.tab ?? tab, at.record ?? record, column]);
  });

  it('is told in words to act on, the same every time', () => {
    for (const one of findings) expectWellWorded(one);
    expect(findingsIn(damaged(clean, mutation), columnsOf(mutation))).toEqual(findings);
  });
});

describe.each(AS_MEANT)('$tab $record: $why', (typed) => {
  it('is read as it was meant, and nobody has to do anything', () => {
    expect(findingsIn(damaged(clean, typed), columnsOf(typed)).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

describe('the damages', () => {
  it('are many, each told once', () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(70);
    const texts = MUTATIONS.map(({ tab, record, cells }) => JSON.stringify([tab, record, cells]));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('are done in every tab that people or administrators fill in', () => {
    const filled = Object.values<Tab>(TABS).flatMap(({ key, kind }) => (kind === 'owned' ? [] : [key]));
    expect([...new Set(MUTATIONS.map(({ tab }) => tab))].sort()).toEqual(filled.sort());
  });
});
