// Whether the checks find what is wrong in the demo register, where it is wrong, and nothing that is not.
import { describe, expect, it } from 'vitest';
import { QUY_KY_MISTAKES } from '../../cli/demo/quy-ky-mistakes.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { checkRegister } from '../../rules/findings/check.ts';
import { judgeTargets, measureRegister } from '../../rules/progress/evaluate.ts';
import type { Register } from '../../rules/register/read-register.ts';
import { DAYS, demoRegister, QUY_KY } from './quy-ky-plan.ts';

const PERIODS = [
  { upTo: DAYS[0], cutOff: '2024-12-14' as IsoDate, windowFrom: '2023-12-15' as IsoDate },
  { upTo: DAYS[1], cutOff: '2025-12-14' as IsoDate, windowFrom: '2024-12-15' as IsoDate },
] as const;
type Period = (typeof PERIODS)[number];
const UNIT = { plan: QUY_KY, unit: '05545' };

const findingsOf = (register: Register, { cutOff, windowFrom }: Period) =>
  checkRegister(register, { ...UNIT, asOf: cutOff, windowFrom }).map(({ tab, record, column, severity, rule }) => ({
    place: [tab, record, column ?? ''].join(' '),
    severity,
    rule,
  }));

describe.each(PERIODS)('the checks of the demo register up to $cutOff', (period) => {
  const found = findingsOf(demoRegister(period.upTo), period);
  const places = found.map(({ place }) => place);

  it.each(QUY_KY_MISTAKES)('know of $record: $why', ({ tab, record, column, expect: expected }) => {
    const place = [tab, record, column ?? ''].join(' ');
    if (expected === 'found') expect(places).toContain(place);
    else expect(places.filter((one) => one.startsWith(`${tab} ${record} `))).toEqual([]);
  });

  it('find nothing to mend in a register without mistakes', () => {
    const clean = findingsOf(demoRegister(period.upTo, { mistakes: 'without' }), period);
    expect(clean.filter(({ severity }) => severity === 'error')).toEqual([]);
    const warnings = clean.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule);
    expect(warnings.sort()).toEqual(['CLUB_OUTSIDE_PLAN', 'SECTION_UNDECLARED']); // told on purpose: see quy-ky-clubs.ts and its papers
  });
});

describe('the progress of the demo register', () => {
  const statuses = (period: Period) => {
    const question = { ...UNIT, ...period, level: 'commune' as const };
    const judged = judgeTargets(question, measureRegister(demoRegister(period.upTo), question), new Map());
    return Object.fromEntries(judged.map(({ target, status, clubs }) => [target.id, clubs?.map((club) => club.status) ?? status]));
  };

  it('has targets met, not yet due, outside the frame and not certain in its first year', () => {
    expect(statuses(PERIODS[0])).toMatchObject({
      'clb-diem': 'met',
      'so-thanh-vien': 'notDue',
      'clb-dat-chat-luong': 'notDue',
      'nct-moi-clb': ['noData', 'outside'],
    });
  });

  it('has targets met and missed at the end of the plan, and one that births known to the year leave open', () => {
    expect(statuses(PERIODS[1])).toMatchObject({
      'so-clb': 'met',
      'so-thanh-vien': 'met',
      'xom-tuyen-truyen': 'met',
      'xom-co-ke-hoach': 'notMet',
      'quy-clb': 'notMet',
      'clb-dat-chat-luong': 'notMet',
      'nct-moi-clb': ['met', 'outside', 'noData'],
    });
  });
});
