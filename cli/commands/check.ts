// npx ishc check REGISTER: the findings of one register, as its tab Nội dung cần kiểm tra would show them.
import { parseArgs } from 'node:util';
import { RULES } from '../../rules/findings/catalogue.ts';
import { type Finding, summaryOf } from '../../rules/findings/finding.ts';
import type { Register } from '../../rules/register/read-register.ts';
import { cellOf, SEVERITY_LABELS } from '../../rules/reporting/labels.ts';
import { oneOperand } from './operands.ts';
import { momentFor, reviewOf, workspaceAddress } from './target-workspace.ts';
import { SAID } from './usage.ts';

/** 0 whatever was found: a register with mistakes is a register that was checked. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, values: { type: 'boolean', default: false }, date: { type: 'string' } },
    allowPositionals: true,
  });
  const workspace = await workspaceAddress();
  const { findings, register } = await reviewOf(workspace, oneOperand(positionals, 'MÃ_SỔ'), await momentFor(workspace, values.date));
  if (values.json)
    console.log(
      JSON.stringify(
        findings.map((finding) => forMachines(finding, register, values.values)),
        null,
        2,
      ),
    );
  else console.log(forPeople(findings).join('\n'));
  return 0;
}

/** A message shows the value of its cell; where the value is personal, the rule's title and the class stand for it unless values are asked for. */
function forMachines(finding: Finding, register: Register, withValues: boolean): object {
  const { rule, severity, tab, record, column, message, repair, valueClass } = finding;
  const cell = cellOf(finding, register)?.a1 ?? null;
  const shown = withValues || valueClass === 'none';
  return {
    rule,
    severity,
    tab,
    record,
    column: column ?? null,
    cell,
    message: shown ? message : `${RULES[rule].title} [${SAID.hidden[valueClass]}]`,
    repair: shown ? repair : SAID.lookAtCell,
    valueClass,
  };
}

function forPeople(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [SAID.noFindings];
  const { error, warning, hint } = summaryOf(findings);
  return [
    SAID.findings(error, warning, hint),
    ...findings.map(({ severity, message, repair }) => `[${SEVERITY_LABELS[severity]}] ${message} ${repair}`),
  ];
}
