// The JSON Schema of a plan file, derived from zod, so that an editor completes and checks templates/plans/*.json.
import * as z from 'zod';
import { Plan } from '../rules/plan/schema.ts';

const WIDTH = 140;

/** JSON in the formatter's layout: one key a line, lists of plain values on one line where they fit. */
function laidOut(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const isPlain = value.every((item) => typeof item !== 'object' || item === null);
    if (isPlain && used + line.length < WIDTH) return line;
    return `[\n${value.map((item) => inner + laidOut(item, inner, inner.length)).join(',\n')}\n${indent}]`;
  }
  const lines = Object.entries(value).map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + laidOut(item, inner, start.length);
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

/** The schema as text with a trailing newline: what people write into a plan file, before dates are parsed. */
export function planJsonSchema(): string {
  const schema = z.toJSONSchema(Plan, { io: 'input', target: 'draft-2020-12', reused: 'ref' });
  return `${laidOut({ ...schema, title: 'Plan of an ISHC programme' }, '', 0)}\n`;
}
