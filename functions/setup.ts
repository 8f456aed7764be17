// What every entry needs, made once: clients, the mailbox, the clock, where tasks go.
import type { Instant } from '../rules/calendar-date.ts';
import { parsePlan } from '../rules/plan/parse-plan.ts';
import { Problem } from '../rules/problem.ts';
import type { Setting } from '../rules/reporting/decide.ts';
import { answerLinks, type LinkSetting } from '../rules/reporting/receipt-link.ts';
import { RULES_VERSION } from '../rules/reporting/rules-version.ts';
import { attachFiles } from '../templates/attach.ts';
import { composeReportMail } from '../templates/report-mail/compose.ts';
import type { GoogleClients } from './google-clients.ts';
import type { Log } from './log.ts';

export interface Setup {
  readonly clients: GoogleClients;
  readonly mailbox: string;
  /** how the links of a report's mail are signed and where they lead; absent: mails ask for a reply */
  readonly links?: LinkSetting | undefined;
  readonly queue: string;
  readonly processUrl: string;
  readonly tasksAccount: string;
  readonly now: () => Instant;
  readonly log: Log;
}

/** A decision's setting for one turn: the moment is fixed when the turn begins. */
export const settingOf = ({ mailbox, links }: Pick<Setup, 'mailbox' | 'links'>, now: Instant): Setting => ({
  now,
  mailbox,
  rulesVersion: RULES_VERSION,
  compose: composeReportMail,
  attach: attachFiles,
  ...(links === undefined ? {} : { links: (register, report) => answerLinks(links, register, report) }),
  parsePlan: storedPlan,
});

/** A plan that provisioning put into a register. It was checked then; what no longer parses was tampered with. */
function storedPlan(json: string): ReturnType<Setting['parsePlan']> {
  const parsed = parsePlan(jsonOf(json));
  if (!parsed.ok) throw new Problem('PLAN_UNREADABLE', { register: 'stored plan', reason: 'invalid' });
  return parsed.plan;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('PLAN_UNREADABLE', { register: 'stored plan', reason: 'no JSON' }); // the parser's own message quotes the text
  }
}
