// A plan's quality rule, criterion by criterion: what a club has, what it lacks, and what nobody can tell.
import type { QualityRule } from '../plan/schema.ts';
import type { ClubFacts, Facts } from './facts.ts';
import { meets } from './judge.ts';
import type { Criterion, Quality, Tally } from './progress.ts';
import { countFigure } from './tally.ts';
import { every, type Three } from './three.ts';

interface Answered {
  readonly criterion: Criterion;
  readonly answer: Three;
}

/** "Thực hiện đầy đủ các hoạt động": each area has its activities within the window. */
function activitiesBy(rule: QualityRule, areas: Facts['plan']['areas'], club: ClubFacts): Answered[] {
  const { perArea } = rule.allActivities;
  const { held, doubtful } = club.activities;
  return areas.map(({ id, title }): Answered => {
    const sure = held.get(id) ?? 0;
    const most = sure + (doubtful.get(id) ?? 0) + (doubtful.get('') ?? 0);
    const answer = sure >= perArea ? 'yes' : club.activitiesDeclared && most < perArea ? 'no' : 'unknown';
    return { criterion: { of: 'area', title, atLeast: perArea }, answer };
  });
}

/** "Được quản lý tốt": its evidence, and a board of some size or events where the rule asks for them. */
function managementBy({ wellManaged }: QualityRule, club: ClubFacts, board: Tally): Answered[] {
  const { has, boardAtLeast, event = [] } = wellManaged;
  return [
    ...has.map((evidence): Answered => ({ criterion: { of: 'evidence', evidence }, answer: club.since[evidence] })),
    ...(boardAtLeast === undefined
      ? []
      : [
          {
            criterion: { of: 'boardSize' as const, atLeast: boardAtLeast },
            answer: meets({ atLeast: boardAtLeast }, countFigure(board)),
          },
        ]),
    ...event.map((kind): Answered => ({ criterion: { of: 'event', event: kind }, answer: club[kind] })),
  ];
}

/** A club by a rule; `board`: how many of its members are on the board. */
export function qualityBy(rule: QualityRule, areas: Facts['plan']['areas'], club: ClubFacts, board: Tally): Quality {
  const activities = activitiesBy(rule, areas, club);
  const management = managementBy(rule, club, board);
  const all = [...activities, ...management];
  const having = (wanted: Three) => all.filter(({ answer }) => answer === wanted).map(({ criterion }) => criterion);
  const [allActivities, wellManaged] = [activities, management].map((part) => every(part.map(({ answer }) => answer)));
  return {
    rule: rule.id,
    version: rule.version,
    title: rule.title,
    allActivities: allActivities ?? 'unknown',
    wellManaged: wellManaged ?? 'unknown',
    answer: every(all.map(({ answer }) => answer)),
    failed: having('no'),
    unknown: having('unknown'),
  };
}
