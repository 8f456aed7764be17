// Findings on the make-up of each club on the closing date, against the plan and against good practice. Never graver than "Cần xem lại".
import type { MemberFilter, TargetOf } from '../plan/target-schema.ts';
import type { ClubFacts } from '../progress/facts.ts';
import { meets } from '../progress/judge.ts';
import { decimalsBeside, figureText, planText, unitOf } from '../progress/labels.ts';
import { clubMembers } from '../progress/match.ts';
import { measure } from '../progress/measure.ts';
import { countFigure, shareFigure } from '../progress/tally.ts';
import type { PrivacyClass } from '../register/column.ts';
import { type Finding, finding } from './finding.ts';
import { at, type RowOf, type Scope } from './scope.ts';

/** HelpAge's guide has a board of 5; clubs in practice up to 9. */
const BOARD = { between: [5, 9] } satisfies { between: [number, number] };

export function compositionFindings(scope: Scope): Finding[] {
  const { register, facts, question } = scope;
  const targets = question.plan.targets.filter((target) => target.levels?.includes('commune') ?? true);
  return [
    // the facts' clubs stand in the order of the rows
    ...register.clubs.rows.flatMap((row, index) => {
      const club = facts.clubs[index];
      return club === undefined || club.active === 'no' ? [] : [...withoutMembers(scope, row, club), ...boardSize(scope, row, club)];
    }),
    ...targets.flatMap((target) => (target.kind === 'each-club' ? outsidePlan(scope, target) : [])),
  ];
}

function withoutMembers({ register, question }: Scope, row: RowOf<'clubs'>, club: ClubFacts): Finding[] {
  const known = register.members.columnAt.has('club') && register.totals.state === 'read';
  if (!known || club.listed || club.totals !== undefined) return [];
  return [finding('CLUB_WITHOUT_MEMBERS', at(row), { asOf: question.asOf })];
}

function boardSize({ register, question }: Scope, row: RowOf<'clubs'>, club: ClubFacts): Finding[] {
  if (!register.members.columnAt.has('board') || club.members.length === 0) return [];
  const board = clubMembers(club, { board: true }, question.asOf);
  return meets(BOARD, countFigure(board)) === 'no' ? [finding('CLUB_BOARD_SIZE', at(row), { count: board.sure })] : [];
}

/** Clubs that miss a target which the plan sets for each club by itself. */
function outsidePlan({ facts, question, clubs }: Scope, target: TargetOf<'each-club'>): Finding[] {
  const { asOf, plan } = question;
  return (measure(target, facts)?.clubs ?? []).flatMap(({ club, active, numerator, denominator }) => {
    const figure = denominator === undefined ? countFigure(numerator) : shareFigure(numerator, denominator);
    const row = clubs.get(club);
    if (row === undefined || active !== 'yes' || figure === undefined || meets(target.bar, figure) !== 'no') return [];
    const decimals = decimalsBeside(figure, target.bar, plan.rounding.percentDecimals);
    const shown = figureText(figure, unitOf(target) ?? 'percent', decimals);
    const { title, clause } = target;
    const place = { ...at(row), valueClass: classOf(target.share?.of, target.share?.among) };
    return [finding('CLUB_OUTSIDE_PLAN', place, { title, asOf, figure: shown, plan: planText(target), clause })];
  });
}

/** A count of poor or minority members of one club may point at somebody. */
function classOf(...filters: readonly (MemberFilter | undefined)[]): PrivacyClass {
  const keys = filters.flatMap((filter) => Object.keys(filter ?? {}));
  if (keys.some((key) => ['circumstance', 'ethnicMinority', 'insured'].includes(key))) return 'sensitive';
  return keys.some((key) => ['borrower', 'needsLoan'].includes(key)) ? 'confidential' : 'none';
}
