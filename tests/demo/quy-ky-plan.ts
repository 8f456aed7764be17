// The plan of xã Quy Kỳ and the demo register read under it, for the tests of the demo.

import { readFileSync } from 'node:fs';
import { demoAssignments } from '../../cli/demo/assignments.ts';
import { type QuyKyOptions, quyKyDemo } from '../../cli/demo/quy-ky.ts';
import { demoGrids } from '../../cli/demo/register.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { type Register, readRegister } from '../../rules/register/read-register.ts';

export const QUY_KY: Plan = Plan.parse(JSON.parse(readFileSync(new URL('../../templates/plans/quy-ky.json', import.meta.url), 'utf8')));

export const DAYS = ['2024-12-20' as IsoDate, '2025-12-20' as IsoDate] as const;

/** The register as read on a day, with the tabs that provisioning lays out beside the demo's own. */
export function demoRegister(upTo: IsoDate, options: QuyKyOptions = {}): Register {
  const rows = { totals: [], assignments: demoAssignments(QUY_KY, upTo), ...quyKyDemo(upTo, 'so-mau', options) };
  return readRegister({ register: 'so-mau', grids: demoGrids(rows, QUY_KY) }, QUY_KY);
}
