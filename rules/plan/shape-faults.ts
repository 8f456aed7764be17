// What zod found, in our own words: its path and its code are used, its messages never.
import type * as z from 'zod';
import { isPlanFaultCode, type PlanFault, planFault } from './plan-fault.ts';
import { lastKey, type Site, valueAt } from './plan-place.ts';

type Issue = z.core.$ZodIssue;

const TYPES: { readonly [expected: string]: string } = {
  string: 'chữ trong dấu nháy kép',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách trong ngoặc vuông',
  tuple: 'danh sách trong ngoặc vuông',
  object: 'nhóm mục trong ngoặc nhọn',
};
const FORMS: { readonly [pattern: string]: string } = {
  '/^[a-z0-9][a-z0-9.-]*$/': 'chữ thường không dấu, chữ số, dấu gạch ngang và dấu chấm',
  '/^\\d{5}$/': 'mã gồm đúng 5 chữ số',
  '/^\\d{2,5}$/': 'mã gồm 2 đến 5 chữ số',
};

const at = (issue: Issue, base: Site): Site => [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
const isMissingKey = (issue: Issue): boolean => issue.path.length === 1 && issue.code === 'invalid_type';
const isStrange = (issue: Issue): boolean => issue.path.length === 0;

/** Of the forms a value may take, the one it comes nearest to: fewest faults that concern the form itself. */
function nearest(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const distance = (issues: readonly Issue[]) => issues.filter((issue) => isStrange(issue) || isMissingKey(issue)).length;
  return [...forms].sort((one, other) => distance(one) - distance(other))[0];
}

function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, raw: unknown, base: Site): PlanFault[] {
  const site = at(issue, base);
  const value = valueAt(raw, site);
  if (issue.errors.length === 0) {
    const values = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
    if (value !== undefined) return [planFault(raw, site, 'PLAN_NOT_IN_LIST', { value, values })];
    return [planFault(raw, site, 'PLAN_MISSING', { key: String(lastKey(site)) })];
  }
  const best = nearest(issue.errors) ?? [];
  if (!best.some((inner) => isMissingKey(inner) && valueAt(raw, at(inner, site)) === undefined)) {
    return best.flatMap((inner) => faultsOf(inner, raw, site));
  }
  const keys = issue.errors.flatMap((form) => form.filter(isMissingKey).map((inner) => String(inner.path[0])));
  return [planFault(raw, site, 'PLAN_NO_FORM_FITS', { keys: [...new Set(keys)] })];
}

function sizeFault(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, raw: unknown, site: Site): PlanFault {
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  if (issue.origin === 'string' || (issue.origin === 'array' && limit === 1)) return planFault(raw, site, 'PLAN_EMPTY', {});
  if (issue.origin === 'array') return planFault(raw, site, 'PLAN_WRONG_LENGTH', { wanted: limit });
  return planFault(raw, site, 'PLAN_OUT_OF_RANGE', {
    value: valueAt(raw, site),
    end: issue.code === 'too_small' ? 'least' : 'most',
    limit,
  });
}

function customFault(issue: Extract<Issue, { code: 'custom' }>, raw: unknown, site: Site): PlanFault {
  const code = issue.params?.fault;
  const known = isPlanFaultCode(code) && (code === 'PLAN_NO_SUCH_DATE' || code === 'PLAN_TEXT_UNTIDY') ? code : undefined;
  return known ? planFault(raw, site, known, { value: valueAt(raw, site) }) : planFault(raw, site, 'PLAN_NOT_VALID', {});
}

function faultsOf(issue: Issue, raw: unknown, base: Site): PlanFault[] {
  const site = at(issue, base);
  const value = valueAt(raw, site);
  const isMissing = value === undefined && site.length > 0;
  if (isMissing && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return [planFault(raw, site, 'PLAN_MISSING', { key: String(lastKey(site)) })];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => planFault(raw, [...site, key], 'PLAN_UNKNOWN_KEY', { key }));
    case 'invalid_type':
      return [
        planFault(raw, site, 'PLAN_WRONG_TYPE', { expected: issue.expected, wanted: TYPES[issue.expected] ?? 'đúng loại giá trị', value }),
      ];
    case 'invalid_value':
      return [planFault(raw, site, 'PLAN_NOT_IN_LIST', { value, values: issue.values })];
    case 'invalid_format': {
      const pattern = 'pattern' in issue ? String(issue.pattern) : issue.format;
      return [planFault(raw, site, 'PLAN_WRONG_FORM', { value, pattern, wanted: FORMS[pattern] ?? 'đúng mẫu' })];
    }
    case 'too_small':
    case 'too_big':
      return [sizeFault(issue, raw, site)];
    case 'invalid_union':
      return unionFaults(issue, raw, base);
    case 'custom':
      return [customFault(issue, raw, site)];
    default:
      return [planFault(raw, site, 'PLAN_NOT_VALID', {})];
  }
}

/** Every fault in the shape of a plan file: keys, types, lists of allowed values, dates. */
export const shapeFaults = (issues: readonly Issue[], raw: unknown): PlanFault[] => issues.flatMap((issue) => faultsOf(issue, raw, []));
