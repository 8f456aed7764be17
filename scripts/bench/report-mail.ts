// How long one report mail takes, from content to MIME, beside JSON.stringify of the same content. A figure for context: a mail is
// rendered once a report, and its text is some fifty times as much work as its data.
import { readFileSync } from 'node:fs';
import { type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import type { Address } from '../../rules/conversation.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { judgeTargets, measureRegister } from '../../rules/progress/evaluate.ts';
import { readRegister } from '../../rules/register/read-register.ts';
import { buildReport } from '../../rules/reporting/build-report.ts';
import { scheduledReports } from '../../rules/reporting/periods.ts';
import type { ReportContent } from '../../rules/reporting/report-content.ts';
import { toMime } from '../../templates/mime.ts';
import { composeReportMail } from '../../templates/report-mail/compose.ts';
import { ROOT } from '../generators.ts';
import { largeGrids, UNIT } from './bench-registers.ts';
import { medians, ms, ratio } from './medians.ts';

const RUNS = 30;
const FROM: Address = { name: 'Sổ CLB Liên thế hệ', email: 'so-clb@bench.example' };

function theContent(): ReportContent {
  const plan = Plan.parse(JSON.parse(readFileSync(`${ROOT}templates/plans/quy-ky.json`, 'utf8')));
  const register = readRegister({ register: 'bench', grids: largeGrids(plan) }, plan);
  const [report] = scheduledReports(plan, 'commune', UNIT, plan.period.from);
  if (report === undefined) throw new Error('the plan has no yearly report');
  const { from: windowFrom, cutOff } = report.period;
  const question = { plan, unit: UNIT, level: 'commune' as const, cutOff, windowFrom };
  const progress = judgeTargets(question, measureRegister(register, question), new Map());
  const now = momentOf('2024-12-20' as IsoDate, 7);
  const known = { plan, register, registerId: 'bench', unitId: UNIT, report, progress, findings: [], now, rulesVersion: 'bench' };
  const content = buildReport(known);
  if ('missing' in content) throw new Error(`the bench's register cannot send: ${JSON.stringify(content)}`);
  return content;
}

export function benchReportMail(): void {
  const content = theContent();
  const { key, to, cc, replyTo, sentAt } = content;
  const mail = () => toMime({ key, from: FROM, to, cc, replyTo, ...composeReportMail(content), attachments: [] }, sentAt);
  const times = medians(RUNS, {
    stringify: () => JSON.stringify(content),
    compose: () => composeReportMail(content),
    mail,
  });
  console.log(`report mail: ${content.clubs.length} clubs, ${Math.round(mail().length / 1024)} KB of MIME`);
  console.log(`  JSON.stringify of the content ${ms(times.stringify)} (${Math.round(JSON.stringify(content).length / 1024)} KB)`);
  console.log(`  text ${ms(times.compose)}, text and MIME ${ms(times.mail)}`);
  console.log(`  ratio text and MIME : JSON.stringify = ${ratio(times.mail, times.stringify)}`);
}
