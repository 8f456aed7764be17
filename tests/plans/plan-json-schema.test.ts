import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { planJsonSchema } from '../../scripts/plan-json-schema.ts';
import { changedPlan, planJson } from './plan-files.ts';

const folder = new URL('../../templates/plans/', import.meta.url);
const names = readdirSync(folder).flatMap((file) =>
  file.endsWith('.json') && file !== 'plan.schema.json' ? [file.replace('.json', '')] : [],
);
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(planJsonSchema()));

describe('the JSON Schema of plans', () => {
  test('is kept in the repository as it is generated', () => {
    expect(readFileSync(new URL('plan.schema.json', folder), 'utf8')).toBe(planJsonSchema());
  });

  test.each(names)('accepts the plan %s, which points to it', (name) => {
    expect(validate(planJson(name)), JSON.stringify(validate.errors)).toBe(true);
    expect(planJson(name)).toMatchObject({ $schema: './plan.schema.json', id: name });
  });

  test('refuses what the parser refuses by shape', () => {
    expect(validate(changedPlan('quy-ky', { colour: 1 }))).toBe(false);
    expect(validate(changedPlan('quy-ky', { 'targets[0].kind': 'total' }))).toBe(false);
    expect(validate(changedPlan('quy-ky', { title: undefined }))).toBe(false);
  });
});
