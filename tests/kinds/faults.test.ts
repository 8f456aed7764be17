// What is said of a plan file whose targets do not fit together: the place, what is wrong, and what to do.
import { describe, expect, it } from 'vitest';
import { planNotices } from '../../rules/plan/check-plan.ts';
import { parsePlan } from '../../rules/plan/parse-plan.ts';
import type { PlanFaultCode } from '../../rules/plan/plan-fault.ts';
import { put } from '../plans/plan-files.ts';
import { invented, type PlanName, rawPlan } from './a-plan.ts';

function faultsAfter(name: PlanName, changes: Readonly<Record<string, unknown>>) {
  const raw = rawPlan(name);
  for (const [path, value] of Object.entries(changes)) put(raw, path, value);
  const parsed = parsePlan(raw);
  return parsed.ok ? [] : parsed.faults;
}

/** refuses, in which plan, after which change, with which code and place, in which words */
const FAULTS: readonly (readonly [string, PlanName, Readonly<Record<string, unknown>>, PlanFaultCode, string, string])[] = [
  [
    'phases out of order',
    'tinh-mau',
    { 'targets[0].phases[0].deadline': '2036-12-31' },
    'PLAN_DATES_OUT_OF_ORDER',
    'targets[0].phases[1].deadline',
    '31/12/2035',
  ],
  [
    'a last phase with another bar',
    'tinh-mau',
    { 'targets[0].bar.atLeast': 11 },
    'PLAN_LAST_PHASE_DIFFERS',
    'targets[0].phases[1].bar',
    'mức',
  ],
  [
    'a last phase with another deadline',
    'tinh-mau',
    { 'targets[0].deadline': '2034-12-31' },
    'PLAN_LAST_PHASE_DIFFERS',
    'targets[0].phases[1].deadline',
    'thời hạn',
  ],
  [
    'a bar striven for beside phases',
    'tinh-mau',
    { 'targets[0].striven': { atLeast: 12 } },
    'PLAN_NOT_TOGETHER',
    'targets[0].striven',
    '"phases"',
  ],
  [
    'steps out of order',
    'an-binh',
    { 'targets[0].steps[1].by': '2024-06-30' },
    'PLAN_DATES_OUT_OF_ORDER',
    'targets[0].steps[1].by',
    '30/06/2024',
  ],
  [
    'a step after the deadline',
    'an-binh',
    { 'targets[0].steps[1].by': '2027-12-31' },
    'PLAN_COURSE_AFTER_DEADLINE',
    'targets[0].steps[1].by',
    '31/12/2027',
  ],
  [
    'a way to a bar that only bounds from above',
    'an-binh',
    { 'targets[0].bar': { atMost: 3 } },
    'PLAN_COURSE_WITHOUT_LOWER_END',
    'targets[0].bar',
    'tối đa',
  ],
  [
    'a way for a target that is judged year by year',
    'an-binh',
    { 'targets[2].baseline': { date: '2023-12-31', value: 0 } },
    'PLAN_NOT_TOGETHER',
    'targets[2].baseline',
    '"every"',
  ],
  [
    'a bar striven for without a comparator',
    'an-binh',
    { 'targets[0].striven': {} },
    'PLAN_NO_COMPARATOR',
    'targets[0].striven',
    '"atLeast"',
  ],
  [
    'a condition of each with two comparators',
    'tinh-mau',
    { 'targets[1].each.equal': 2 },
    'PLAN_SEVERAL_COMPARATORS',
    'targets[1].each',
    '"equal"',
  ],
  [
    'a percentage above 100 in a phase',
    'tinh-mau',
    { 'targets[4].striven': { atLeast: 120 } },
    'PLAN_PERCENT_ABOVE_100',
    'targets[4].striven',
    '120',
  ],
  [
    'a scope without units',
    'tinh-mau',
    { 'targets[5].scope': { class: 'dong-bang', group: 'cum-tay' } },
    'PLAN_SCOPE_EMPTY',
    'targets[5].scope',
    'phạm vi',
  ],
  ['a class no unit has', 'tinh-mau', { 'targets[5].scope.class': 'hai-dao' }, 'PLAN_NO_SUCH_CLASS', 'targets[5].scope.class', '"hai-dao"'],
  ['a group that is not there', 'tinh-mau', { 'units[0].group': 'cum-bac' }, 'PLAN_DANGLING_REFERENCE', 'units[0].group', '"cum-bac"'],
  [
    'a scope with a unit that is not there',
    'tinh-mau',
    { 'targets[6].scope': { units: ['90299'] } },
    'PLAN_DANGLING_REFERENCE',
    'targets[6].scope.units[0]',
    '"90299"',
  ],
  [
    'a unit of no group where groups are counted',
    'tinh-mau',
    { 'units[3].group': undefined },
    'PLAN_UNIT_WITHOUT_GROUP',
    'targets[1]',
    '"90204"',
  ],
  [
    'a count over units in a commune’s own plan',
    'an-binh',
    { 'targets[0].kind': 'spread', 'targets[0].each': { atLeast: 1 } },
    'PLAN_NO_SUPERIOR',
    'targets[0].kind',
    'superior',
  ],
  [
    'a version of the quality rule twice',
    'an-binh',
    { 'otherQualityRules[0].version': 1 },
    'PLAN_DUPLICATE_ID',
    'otherQualityRules[0].version',
    'v1',
  ],
  ['a stretch nobody knows', 'an-binh', { 'targets[2].every.unit': 'quarter' }, 'PLAN_NOT_IN_LIST', 'targets[2].every.unit', '"half-year"'],
  ['an unknown key in a phase', 'tinh-mau', { 'targets[0].phases[0].goal': 4 }, 'PLAN_UNKNOWN_KEY', 'targets[0].phases[0].goal', '"goal"'],
];

describe('a plan file', () => {
  it.each(FAULTS)('is refused for %s', (_, name, changes, code, path, says) => {
    const fault = faultsAfter(name, changes).find((one) => one.code === code && one.path === path);
    expect(fault, JSON.stringify(faultsAfter(name, changes).map((one) => [one.code, one.path]))).toBeDefined();
    expect(fault?.user).toContain(says);
    expect(fault?.user).toContain(`(${path})`);
    expect(fault?.user).toMatch(/Đề nghị [^.]*\.$/);
    expect(fault?.user).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}/);
  });
});

it('half-years that add up to more than the whole are told as such', () => {
  const notice = planNotices(invented('an-binh')).find(({ code }) => code === 'YEARLY_ABOVE_TOTAL' || code === 'YEARLY_BELOW_TOTAL');
  expect(notice).toBeUndefined(); // 6 half-years of 1 are 6, and 3 or more are asked for: no contradiction
  const less = rawPlan('an-binh');
  put(less, 'targets[0].bar.atLeast', 9);
  const parsed = parsePlan(less);
  const said = parsed.ok ? planNotices(parsed.plan).map(({ user }) => user) : [];
  expect(said.some((user) => user.includes('mức 1 mỗi 6 tháng trong 6 kỳ 6 tháng chỉ được 6'))).toBe(true);
});
