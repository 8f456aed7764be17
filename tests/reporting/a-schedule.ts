// Plans that ask for other reports than the real ones do.
import type { IsoDate } from '../../rules/calendar-date.ts';
import type { Schedule } from '../../rules/plan/schedule-schema.ts';
import type { Plan } from '../../rules/plan/schema.ts';
import { QUY_KY } from '../findings/a-register.ts';

export const day = (text: string): IsoDate => text as IsoDate;

/** One entry of each kind, with what an office would write. */
export const ENTRIES = {
  yearly: { id: 'bao-cao-nam', kind: 'yearly', title: 'Báo cáo năm', clause: 'IV.6', due: { month: 12, day: 20 } },
  'six-month': { id: 'bao-cao-6-thang', kind: 'six-month', title: 'Báo cáo 6 tháng', clause: 'IV.6', due: { day: 20 } },
  quarterly: { id: 'bao-cao-quy', kind: 'quarterly', title: 'Báo cáo quý', clause: 'IV.6', due: { workingDaysAfterCutOff: 3 } },
  monthly: { id: 'bao-cao-thang', kind: 'monthly', title: 'Báo cáo tháng', clause: 'IV.6', due: { day: 20 } },
  interim: {
    id: 'bao-cao-so-ket',
    kind: 'interim',
    title: 'Báo cáo sơ kết',
    clause: 'IV.6',
    cutOff: day('2024-12-14'),
    due: day('2024-12-25'),
  },
  final: {
    id: 'bao-cao-tong-ket',
    kind: 'final',
    title: 'Báo cáo tổng kết',
    clause: 'IV.6',
    cutOff: day('2025-12-14'),
    due: day('2025-12-31'),
  },
} as const satisfies { readonly [kind: string]: Schedule };

/** Quy Kỳ's plan with another schedule for its communes. */
export const planWith = (schedule: readonly Schedule[], from = '2023-01-01', to = '2025-12-31', base: Plan = QUY_KY): Plan => {
  const [first, ...more] = schedule;
  if (first === undefined) throw new Error('a plan has a schedule');
  return {
    ...base,
    period: { from: day(from), to: day(to) },
    reporting: base.reporting.map((one) => (one.level === 'commune' ? { ...one, schedule: [first, ...more] } : one)),
  };
};
