// The demo registers of all units of a plan of many, as they would stand on a chosen day: most in order, some late, some with little.
// Everything about the units comes from the plan; everything else is made up from fixed seeds, so the same day gives the same registers.
import { addDays, addYears, dateOf, type IsoDate, lastDayOfYear, yearOf } from '../../rules/calendar-date.ts';
import type { Level, Plan, Unit } from '../../rules/plan/schema.ts';
import { unitOn } from '../../rules/plan/unit-names.ts';
import { scheduledReports } from '../../rules/reporting/periods.ts';
import { demoAssignments } from './assignments.ts';
import { earlierPhase, foundedClubs } from './founding.ts';
import { generalMistakes } from './general-mistakes.ts';
import { withMistakes } from './mistakes.ts';
import type { DemoRow, DemoRows } from './register.ts';
import { clubTabs, type Scene } from './unit-clubs.ts';
import { chainFacts, type Fact } from './unit-facts.ts';
import { narrativesOf, narrativeTargets, SUPERIOR_WORDS, UNIT_WORDS } from './unit-narratives.ts';
import { locationRowsOf, noClubDeclarations, officerOf, paperTabs, totalsRows } from './unit-papers.ts';

export type Character = 'good' | 'late' | 'empty' | 'totals' | 'mistakes' | 'none' | 'noClub';

export interface DemoUnit {
  /** the plan's id of the unit */
  readonly unit: string;
  readonly character: Character;
  /** of its register */
  readonly title: string;
  /** what its register holds, tab by tab; absent where it has none */
  readonly rows?: (registerId: string, reportsFrom: IsoDate) => DemoRows;
  /** how many clubs of the earlier phase the superior's list says it had; some of them nobody has entered yet */
  readonly baseline: number;
}

/** By the unit's place in the plan; all others are in order. */
const CHARACTERS: { readonly [place: number]: Character } = {
  3: 'late',
  5: 'totals',
  8: 'mistakes',
  10: 'late',
  12: 'none',
  14: 'empty',
  16: 'late',
  18: 'noClub',
};
const characterAt = (place: number): Character => CHARACTERS[place] ?? 'good';
const hasClubs = (character: Character): boolean => !['none', 'empty', 'noClub'].includes(character);

/** Every unit of the plan in its order, as of a day. The rows of a unit are made when they are asked for. */
export function demoUnits(plan: Plan, upTo: IsoDate): readonly DemoUnit[] {
  const hosts = plan.units.filter((_, place) => hasClubs(characterAt(place))).map(({ id }) => id);
  const clubs = foundedClubs(plan, hosts);
  const phase = earlierPhase(plan);
  return plan.units.map((unit, place): DemoUnit => {
    const character = characterAt(place);
    const own = clubs.get(unit.id) ?? [];
    const kept = own.filter(({ founded }) => founded >= phase.from && founded <= phase.to).length;
    const notEntered = character === 'none' || character === 'empty' ? 1 : 0; // nobody typed it in: missing, not gone
    const head = { unit: unit.id, character, title: titleOf(unit, upTo), baseline: kept + notEntered };
    if (character === 'none') return head;
    return {
      ...head,
      rows(registerId, begun) {
        const scene: Scene = { plan, unit, clubs: own, upTo, begun, seed: 1_000 * (place + 1) };
        return { ...NOTHING_TYPED, unitInfo: factsOf(scene, place, registerId), ...typedIn(scene, place) };
      },
    };
  });
}

function titleOf(unit: Unit, day: IsoDate): string {
  const { name, formerArea } = unitOn(unit, day);
  return `Sổ CLB Liên thế hệ – ${[name, ...(formerArea === undefined ? [] : [formerArea])].join(', ')} (số liệu mẫu)`;
}

/** The tabs are there although nobody has written in them. */
const NOTHING_TYPED: DemoRows = {
  clubs: [],
  members: [],
  loans: [],
  funds: [],
  activities: [],
  declarations: [],
  totals: [],
  events: [],
  assessments: [],
  budget: [],
  locations: [],
  assignments: [],
  narratives: [],
};

function typedIn(scene: Scene, place: number): DemoRows {
  const character = characterAt(place);
  const { plan, begun, upTo, seed } = scene;
  if (character === 'empty') return {};
  const assigned = { assignments: demoAssignments(plan, upTo, seed) };
  if (character === 'noClub') {
    return { ...assigned, locations: locationRowsOf(scene), declarations: noClubDeclarations(scene, officerOf(seed)) };
  }
  const papers = paperTabs(scene, place);
  if (character === 'totals') {
    const { clubs = [] } = clubTabs(scene);
    const declarations = (papers.declarations ?? []).filter(({ club }) => club === undefined);
    return { ...assigned, ...papers, clubs, declarations, totals: totalsRows(scene) };
  }
  const words = UNIT_WORDS[place % UNIT_WORDS.length] ?? UNIT_WORDS[0];
  const narratives = place % 3 === 1 ? [] : narrativesOf(plan, words, narrativeTargets(plan, 'commune'), begun, upTo);
  const rows: DemoRows = { ...assigned, ...clubTabs(scene), ...papers, narratives };
  return character === 'mistakes' ? withMistakes(rows, generalMistakes(rows)) : rows;
}

const reportingOf = (plan: Plan, level: Level) => plan.reporting.find((one) => one.level === level);
const chainsOf = (plan: Plan, level: Level) => reportingOf(plan, level)?.chains ?? [];
const _scheduleOf = (plan: Plan) => reportingOf(plan, 'commune')?.schedule ?? [];

function factsOf({ plan, unit, upTo, begun }: Scene, place: number, registerId: string): Fact[] {
  const owner = { registerId, unitId: unit.id, reportsFrom: begun, domain: `don-vi-${unit.id}`, number: place + 1 };
  const chains = chainsOf(plan, 'commune');
  const facts = chainFacts(plan, chains, owner, unit);
  if (characterAt(place) !== 'late' || !isVacant(plan, upTo)) return facts;
  const first = chains.filter(({ role }) => role === 'to').map(({ id }) => id as string);
  const lacks =
    place % 4 === 0
      ? (fact: Fact) => fact.item === 'recipient' && first.includes(String(fact.chain))
      : (fact: Fact) => fact.item === 'contact';
  return facts.filter((fact) => !lacks(fact));
}

/** Every year from July on the late units are without what a report needs, until the day after it was due. */
function isVacant(plan: Plan, day: IsoDate): boolean {
  const year = yearOf(day);
  const yearly = scheduledReports(plan, 'commune', '', plan.period.from).filter(({ period }) => period.kind === 'yearly');
  const { due } = yearly.map(({ period }) => period).find(({ cutOff }) => yearOf(cutOff) === year) ?? { due: lastDayOfYear(year) };
  const from = dateOf(year, 7, 1);
  return from !== undefined && day >= from && day <= addDays(due, 1);
}

/** The facts of the superior's own workbook, for the reports of its level. */
export function superiorFacts(plan: Plan, registerId: string, reportsFrom: IsoDate): DemoRow<'unitInfo'>[] {
  const id = plan.superior?.id;
  const owner = { registerId, unitId: id, reportsFrom, domain: id ?? plan.id, number: plan.units.length + 1 };
  return chainFacts(plan, chainsOf(plan, 'superior'), owner);
}

/** What the superior wrote of the plan's last two years: its words, and its verdict on one narrative target; the others are left open. */
export function superiorNarratives(plan: Plan, upTo: IsoDate): DemoRow<'narratives'>[] {
  const begun = dateOf(yearOf(plan.period.to) - 1, 1, 1) ?? addYears(plan.period.to, -2);
  return narrativesOf(plan, SUPERIOR_WORDS, narrativeTargets(plan, 'superior').slice(0, 1), begun, upTo);
}
