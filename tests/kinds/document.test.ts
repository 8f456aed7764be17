// docs/plans.md: its examples are those of the invented plans, and its tables leave out no clause and name nothing that does not exist.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Schedule } from '../../rules/plan/schedule-schema.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import type { Tab } from '../../rules/register/column.ts';
import { SUPERIOR_TABS } from '../../rules/register/superior-tabs.ts';
import { TABS } from '../../rules/register/tabs.ts';
import { planJson, planOf } from '../plans/plan-files.ts';
import { NAMES, rawPlan } from './a-plan.ts';

const page = readFileSync(new URL('../../docs/plans.md', import.meta.url), 'utf8').normalize('NFC');

interface Example {
  readonly plan: string;
  readonly key: string | undefined;
  readonly json: string;
}
const examples = [...page.matchAll(/^`([a-z-]+)`(?:, key `(\w+)`)?\n\n```json\n([\s\S]*?)\n```/gm)].map(
  ([, plan = '', key, json = '']): Example => ({ plan, key, json }),
);
const invented = new Map<string, Record<string, unknown>>(NAMES.map((name) => [name, rawPlan(name) as Record<string, unknown>]));

describe('the examples of the page on plans', () => {
  it.each(examples.map(({ plan, key, json }) => [plan, key ?? String(JSON.parse(json).id), key, json] as const))(
    'are those of %s: %s',
    (plan, _, key, json) => {
      const file = invented.get(plan);
      const example: unknown = JSON.parse(json);
      const targets = file?.targets as readonly { readonly id: string }[];
      expect(key === undefined ? targets.find(({ id }) => id === (example as { id: string }).id) : file?.[key]).toEqual(example);
    },
  );

  it('leave out none of the fifteen kinds', () => {
    const kinds = [...page.matchAll(/^### (\d+)\. /gm)].map(([, number]) => Number(number));
    expect(kinds).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    for (const section of page.split(/^### \d+\. /m).slice(1)) expect(section).toContain('```json');
  });
});

describe('the schedule on the page', () => {
  const [, section = ''] = page.split('## The schedule of reports');
  const [, block = ''] = /```json\n([\s\S]*?)\n```/.exec(section) ?? [];
  it.each(block.split('\n').map((line) => [line]))('has an entry that a plan may hold: %s', (line) => {
    expect(Schedule.safeParse(JSON.parse(line)).success).toBe(true);
  });
});

interface Row {
  readonly clause: string;
  readonly kind: string;
  readonly ids: readonly string[];
  readonly cells: string;
  readonly formula: string;
}
/** The rows of the table under a plan's heading. */
function rowsOf(plan: string): Row[] {
  const [, section = ''] = page.split(new RegExp(`^## .*\\(\`${plan}\`\\)$`, 'm'));
  const [table = ''] = section.split(/^#/m);
  return table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| Clause') && !line.startsWith('| ---'))
    .map((line) => {
      const [, clause = '', entry = '', cells = '', formula = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
      const [kind = '', ids = ''] = entry.split(': ');
      return { clause, kind, ids: [...ids.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id), cells, formula };
    });
}

/** Everything a plan wants, as the table names it: kind, id and clause. */
const wantedBy = (plan: Plan): string[] => [
  ...plan.targets.map(({ id, clause }) => `target ${id} ${clause}`),
  ...plan.solutions.map(({ clause }) => `solution ${clause} ${clause}`),
  ...plan.fundingSources.map(({ id, clause }) => `funding ${id} ${clause}`),
  ...plan.tasks.map(({ id, clause }) => `task ${id} ${clause}`),
];

const columnsOf = new Map<string, Set<string>>();
for (const { title, columns } of [...Object.values<Tab>(TABS), ...Object.values<Tab>(SUPERIOR_TABS)]) {
  const known = columnsOf.get(title) ?? new Set();
  for (const { header } of Object.values(columns)) known.add(header);
  columnsOf.set(title, known);
}

describe.each(['quy-ky', 'buon-ma-thuot'])('the table of the plan %s', (name) => {
  const plan = planOf(planJson(name));
  const rows = rowsOf(name);

  it('has a row for every target, solution, funding source and task, with its clause, and for nothing else', () => {
    const listed = rows.flatMap(({ kind, ids, clause }) => ids.map((id) => `${kind} ${id} ${clause}`));
    expect([...listed].sort()).toEqual([...wantedBy(plan)].sort());
  });

  it('leaves out no clause of the parts it is about', () => {
    const clauses = new Set(rows.map(({ clause }) => clause));
    const entries = [plan.targets, plan.solutions, plan.fundingSources, plan.tasks, plan.chargeUnits, plan.areas].flatMap((list) =>
      list.map(({ clause }) => clause),
    );
    expect([...new Set(entries)].filter((clause) => !clauses.has(clause))).toEqual([]);
  });

  it.each(rows.map((row) => [row.clause, row.ids.join(', '), row] as const))(
    'names tabs and columns that exist, and a formula: %s %s',
    (_, __, row) => {
      const named = [...row.cells.matchAll(/\*([^*]+)\*: ((?:`[^`]+`(?:, )?)+)/g)];
      expect(named.length).toBeGreaterThan(0);
      expect(row.formula).not.toBe('');
      for (const [, tab = '', headers = ''] of named) {
        const known = columnsOf.get(tab);
        expect(known, tab).toBeDefined();
        for (const [, header = ''] of headers.matchAll(/`([^`]+)`/g)) expect([...(known ?? [])], tab).toContain(header);
      }
      const rest = row.cells.replace(/\*([^*]+)\*: ((?:`[^`]+`(?:, )?)+)/g, '').replace(/[;\s]/g, '');
      expect(rest).toBe(''); // nothing in the cell that was not looked up
    },
  );
});
