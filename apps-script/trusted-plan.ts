// The plan as provisioning left it in the register: it was checked when it was put there, and the hash of _Kế hoạch tells a change.
import type { Plan } from '../rules/plan/schema.ts';

export const trustedPlan = (json: string): Plan => JSON.parse(json) as Plan;
