// What the rules need of the sheet's shell: the moment, the plan as provisioning left it, and mails composed late.
import type { Instant } from '../rules/calendar-date.ts';
import type { ComposeSetting } from '../rules/reporting/compose-report.ts';
import { RULES_VERSION } from '../rules/reporting/rules-version.ts';
import { documents, mail } from './lazy.ts';
import { trustedPlan } from './trusted-plan.ts';

/** The moment now, read once when an entry begins. */
export const moment = (): Instant => Date.now() as Instant;

export const sheetSetting = (now: Instant): ComposeSetting => ({
  now,
  rulesVersion: RULES_VERSION,
  parsePlan: trustedPlan,
  compose: (content) => mail().composeReport(content),
  attach: (content, audience) => documents().attach(content, audience),
});
