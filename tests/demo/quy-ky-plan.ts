// The plan of xã Quy Kỳ and the demo register read under it, for the tests of the demo.
import { readFileSync } from 'node:fs';
import { type QuyKyOptions, quyKyDemo } from '../../cli/demo/quy-ky.ts';
import { demoGrids } from '../../cli/demo/register.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { type Register, readRegister } from '../../rules/register/read-register.ts';

export const QUY_KY: Plan = Plan.parse(JSON.parse(readFileSync(new URL('../../templates/plans/quy-ky.json', import.meta.url), 'utf8')));

export const DAYS = ['2024-12-20' as IsoDate, '2025-12-20' as IsoDate] as const;

export function demoRegister(upTo: IsoDate, options: QuyKyOptions = {}): Register {
  return readRegister({ register: 'so-mau', grids: demoGrids(quyKyDemo(upTo, 'so-mau', options), QUY_KY) }, QUY_KY);
}
