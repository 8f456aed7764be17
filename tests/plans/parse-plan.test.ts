import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../rules/plan/parse-plan.ts';
import { REFERENCES, SCHEDULE, SHAPE, VALUES } from './faulty-plans.ts';
import { changedPlan, planJson } from './plan-files.ts';

const faultsOf = (raw: unknown) => {
  const parsed = parsePlan(raw);
  return parsed.ok ? [] : parsed.faults;
};

describe.each([
  ['the shape of a plan', SHAPE],
  ['the values of a plan', VALUES],
  ['the references of a plan', REFERENCES],
  ['the schedule of a plan', SCHEDULE],
])('%s', (_title, rows) => {
  test.each(rows)('refuses $refuses', ({ put, code, path, says }) => {
    const faults = faultsOf(changedPlan('quy-ky', put));
    expect(faults.map((fault) => [fault.code, fault.path])).toEqual([[code, path]]);
    expect(faults[0]?.user).toContain(says);
  });

  test.each(rows)('asks in one Vietnamese sentence to mend $refuses', ({ put }) => {
    const [fault] = faultsOf(changedPlan('quy-ky', put));
    expect(fault?.user).toMatch(/\. Đề nghị .+\.$/);
    expect(fault?.user).toBe(fault?.user.normalize('NFC'));
    expect(fault?.user).not.toMatch(/undefined|Invalid|expected|received|\[object/);
    expect(fault?.dev).not.toContain('\n');
  });
});

describe('a plan file', () => {
  test('is told all of its faults at once', () => {
    const raw = changedPlan('quy-ky', {
      colour: 1,
      areas: undefined,
      'period.to': 'mai',
      'targets[0].bar.between': [3, 2],
      'tasks[0].inCharge': 'hoi-nong-dan',
      'units[0].names[0].to': '2025-05-31',
    });
    expect(
      faultsOf(raw)
        .map((fault) => fault.path)
        .sort(),
    ).toEqual(['areas', 'colour', 'period.to', 'targets[0].bar.between', 'tasks[0].inCharge', 'units[0].names[1]']);
  });

  test('compares names of places as people read them, not letter by letter', () => {
    expect(faultsOf(changedPlan('quy-ky', { 'targets[3].place': 'thống nhất 1' }))).toEqual([]);
  });

  test.each([null, 'kế hoạch', [], 7, undefined])('may not be %j', (raw) => {
    expect(faultsOf(raw).length).toBeGreaterThan(0);
  });

  test('does not hide a duplicate behind a key nobody knows', () => {
    const raw = changedPlan('quy-ky', { 'targets[1].id': 'so-clb', 'targets[1].colour': 'xanh' });
    expect(
      faultsOf(raw)
        .map((fault) => fault.code)
        .sort(),
    ).toEqual(['PLAN_DUPLICATE_ID', 'PLAN_UNKNOWN_KEY']);
  });

  test('is left as it was by parsing', () => {
    const raw = planJson('quy-ky');
    parsePlan(raw);
    expect(raw).toEqual(planJson('quy-ky'));
  });
});
