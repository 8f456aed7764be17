// A superior is told once of units that were reminded and have not sent: by the digest on its days, by a mail of its own on others.
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate, localDate, momentOf } from '../../rules/calendar-date.ts';
import { Plan } from '../../rules/plan/schema.ts';
import { decideSuperior } from '../../rules/reporting/decide-superior.ts';
import type { Heard, HeardReport } from '../../rules/reporting/heard.ts';
import { composeDigestMail } from '../../templates/digest-mail/compose.ts';
import { composeEscalationMail } from '../../templates/reminder-mail/compose.ts';
import { aMailWorld } from '../reporting/a-mail-world.ts';
import { settingAt } from '../reporting/a-workbook.ts';
import { aSuperior, CITY, day, heardAll, notSent, THEN } from './a-city.ts';

/** The city's plan, by which the units report every quarter too; their superior does not. */
const QUARTERLY: Plan = Plan.parse({
  ...CITY,
  reporting: CITY.reporting.map((one) =>
    one.level === 'commune'
      ? {
          ...one,
          schedule: [
            ...one.schedule,
            { id: 'bao-cao-quy', kind: 'quarterly', title: 'Báo cáo quý', clause: 'theo yêu cầu', due: { day: 20 } },
          ],
        }
      : one,
  ),
});
const LATE = '24127';
const quarter = (unit: string, suffix: string): string => `${CITY.id}/${unit}/bao-cao-quy/${suffix}/1`;

/** Everybody has sent every report of the year and its quarters, but those named. */
function heardOn(missing: (unit: string, suffix: string) => boolean): Map<string, Heard> {
  const heard = heardAll(THEN, { '24154': notSent() });
  return new Map(
    [...heard].map(([unit, one]): [string, Heard] => {
      if (one.kind !== 'heard') return [unit, one];
      const sent = ['2024-q4', '2025-q1'].filter((suffix) => !missing(unit, suffix));
      const quarters = sent.map((suffix): [string, HeardReport] => [
        quarter(unit, suffix),
        { status: 'sent', sentAt: undefined, daysLate: 0, figures: undefined },
      ]);
      return [unit, { ...one, reports: new Map([...one.reports, ...quarters]) }];
    }),
  );
}

/** The mails of the days given that are about who is missing: kind and day. */
function mailsOn(from: string, to: string, heard: ReadonlyMap<string, Heard>, skip: readonly string[] = []) {
  const world = aMailWorld(aSuperior(THEN.upTo, { reportsFrom: THEN.from }));
  for (let on = day(from); on <= day(to); on = addDays(on, 1)) {
    if (skip.includes(on)) continue;
    const now = momentOf(on as IsoDate, 8);
    const setting = {
      ...settingAt(now),
      composeDigest: composeDigestMail,
      composeEscalation: composeEscalationMail,
      parsePlan: () => QUARTERLY,
    };
    for (const _turn of [1, 2]) world.turn(now, (reading) => decideSuperior(reading, heard, setting));
  }
  return world.sent
    .filter(({ key }) => key.includes('/nhac/') || key.includes('/tinh-hinh/'))
    .map((mail) => ({ ...mail, what: `${key(mail.key)} ${localDate(mail.at)}` }));
}
const key = (text: string) => (text.includes('/nhac/') ? 'list' : 'digest');

describe('a report of the units that has no digest', () => {
  const lateInQuarter = heardOn((unit, suffix) => unit === LATE && suffix === '2025-q1');

  it('is told of once, on the day after the unit’s last reminder', () => {
    const mails = mailsOn('2025-03-15', '2025-04-10', lateInQuarter);
    expect(mails.map(({ what }) => what)).toEqual(['list 2025-03-24']);
    expect(mails[0]?.text).toMatch(/Báo cáo quý I năm 2025: \d\/21 đơn vị chưa gửi dù đã được nhắc\./);
    expect(mails[0]?.to).toEqual(['ubnd@tp-buon-ma-thuot.example', 'hoi@tp-buon-ma-thuot.example']);
  });

  it('is told of on the first day somebody looks, and not after a month', () => {
    expect(mailsOn('2025-03-15', '2025-04-10', lateInQuarter, ['2025-03-24', '2025-03-25']).map(({ what }) => what)).toEqual([
      'list 2025-03-26',
    ]);
    expect(mailsOn('2025-04-25', '2025-05-10', lateInQuarter)).toEqual([]);
  });

  it('is not told of when everybody has sent', () => {
    const all = new Map(
      [...heardOn(() => false)].map(([unit, one]) => [unit, unit === '24154' ? (heardOn(() => false).get(LATE) ?? one) : one]),
    );
    const sent = new Map(
      [...all].map(([unit, one]): [string, Heard] => {
        if (one.kind !== 'heard') return [unit, one];
        return [unit, { ...one, reports: new Map([...one.reports].map(([own, report]) => [own.replace(LATE, unit), report])) }];
      }),
    );
    expect(mailsOn('2025-03-15', '2025-04-10', sent)).toEqual([]);
  });
});

describe('on the days of a digest', () => {
  it('the digest carries the list, and nobody gets a second mail', () => {
    const mails = mailsOn(
      '2024-12-19',
      '2024-12-31',
      heardOn((unit, suffix) => unit === LATE && suffix === '2024-q4'),
    );
    const days = mails.map(({ what }) => what.split(' ')[1]);
    expect(new Set(days).size).toBe(days.length);
    expect(mails.filter(({ what }) => what.startsWith('list'))).toEqual([]);
    expect(mails.filter(({ text }) => text.includes('Báo cáo quý IV năm 2024')).map(({ what }) => what)).toEqual(['digest 2024-12-24']);
  });
});
