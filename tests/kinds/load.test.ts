// Plans that nobody wrote code for: they load, are checked, and between them use every kind of target.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { planNotices } from '../../rules/plan/check-plan.ts';
import { parsePlan } from '../../rules/plan/parse-plan.ts';
import { planJsonSchema } from '../../scripts/plan-json-schema.ts';
import { invented, NAMES, rawPlan } from './a-plan.ts';

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(planJsonSchema()));

describe.each(NAMES)('the invented plan %s', (name) => {
  it('loads with no fault and fits the JSON Schema', () => {
    expect(parsePlan(rawPlan(name))).toMatchObject({ ok: true });
    expect(validate(rawPlan(name)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is told in Vietnamese what to look at', () => {
    for (const { user } of planNotices(invented(name))) expect(user).toMatch(/Đề nghị [^.]*\.$/);
  });
});

it('the invented plans use every form of target there is', () => {
  const targets = NAMES.flatMap((name) => invented(name).targets);
  expect(new Set(targets.map(({ kind }) => kind))).toEqual(
    new Set(['count', 'share', 'each-club', 'each-unit', 'spread', 'cohort', 'milestone', 'narrative']),
  );
  const keys = new Set(targets.flatMap((target) => Object.keys(target)));
  for (const key of ['scope', 'striven', 'phases', 'baseline', 'steps', 'every', 'per', 'word', 'readings', 'beside', 'excess'])
    expect(keys, key).toContain(key);
  const comparators = new Set(targets.flatMap((target) => ('bar' in target ? Object.keys(target.bar) : [])));
  expect(comparators).toEqual(new Set(['atLeast', 'moreThan', 'between', 'about', 'equal']));
});
