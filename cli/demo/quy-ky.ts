// The demo register of xã Quy Kỳ as it would stand on a chosen day, with the mistakes people make left in unless asked not to.
// Everything is made up but the commune, its plan and xóm Thống Nhất 1; the seed is fixed, so the same day gives the same register.
import type { IsoDate } from '../../rules/calendar-date.ts';
import { activitiesOf } from './activities.ts';
import { bookTabs } from './book-tabs.ts';
import { membersOf } from './club.ts';
import { fundLines } from './funds.ts';
import { loansOf } from './loans.ts';
import { withMistakes } from './mistakes.ts';
import { nameMaker } from './people.ts';
import { QUY_KY_CLUBS } from './quy-ky-clubs.ts';
import { QUY_KY_HABITS } from './quy-ky-habits.ts';
import { QUY_KY_MISTAKES } from './quy-ky-mistakes.ts';
import { narrativeRows } from './quy-ky-narratives.ts';
import { assessmentRows, budgetRows, declarationRows, eventRows, locationRows } from './quy-ky-papers.ts';
import { QUY_KY_TITLE, QUY_KY_UNIT, unitInfoRows } from './quy-ky-unit.ts';
import { seededRandom } from './random.ts';
import type { DemoRows } from './register.ts';

export const QUY_KY_DEMO_TITLE = QUY_KY_TITLE;

const SEED = Number(QUY_KY_UNIT.unit);

export interface QuyKyOptions {
  /** the first day from which the register reports; 2023-12-15 unless said, so that 2024 is its first year */
  readonly reportsFrom?: IsoDate;
  /** `without`: everything is typed as it should be */
  readonly mistakes?: 'with' | 'without';
}

/** The rows entered up to a day, tab by tab. */
export function quyKyDemo(upTo: IsoDate, registerId: string, options: QuyKyOptions = {}): DemoRows {
  const { reportsFrom = QUY_KY_UNIT.reportsFrom, mistakes = 'with' } = options;
  const random = seededRandom(SEED);
  const clubs = QUY_KY_CLUBS.map(({ club }) => club);
  const members = membersOf(clubs, random, nameMaker(random));
  const kept = QUY_KY_CLUBS.map((one) => {
    const loans = loansOf(one.club, members, one.rounds, random);
    return { club: one.club, loans, lines: fundLines({ ...one, until: QUY_KY_UNIT.until }, members, loans, random) };
  });
  const books = kept.map(({ club, ...own }) => ({
    ...own,
    activities: activitiesOf(club, QUY_KY_HABITS[club.code] ?? [], QUY_KY_UNIT.until, members, random),
  }));
  const rows: DemoRows = {
    unitInfo: unitInfoRows(registerId, reportsFrom),
    locations: locationRows(upTo),
    ...bookTabs(clubs, members, books, upTo),
    events: eventRows(upTo),
    assessments: assessmentRows(upTo),
    budget: budgetRows(upTo),
    declarations: declarationRows(upTo),
    narratives: narrativeRows(upTo),
  };
  return mistakes === 'without' ? rows : withMistakes(rows, QUY_KY_MISTAKES);
}
