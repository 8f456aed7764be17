// Findings on what the commune itself does: events that reach nobody, and events of others taken for one's own.
import { EVENT_KINDS, EVENT_ROLES, labelOf } from '../register/choice-lists.ts';
import { type Finding, finding } from './finding.ts';
import { at, isLeftBlank, type RowOf, type Scope } from './scope.ts';

type Event = RowOf<'events'>;

/** Kinds that are counted club by club or place by place. */
const REACHES: { readonly [kind: string]: { readonly column: 'clubs' | 'locations'; readonly whom: string } | undefined } = {
  initialTraining: { column: 'clubs', whom: 'CLB' },
  supervision: { column: 'clubs', whom: 'CLB' },
  communication: { column: 'locations', whom: 'địa bàn' },
};
/** A commune issues its own documents and talks to its own people; it is not sent to such an event. */
const OWN: readonly string[] = ['document', 'communication'];
const EITHER: readonly string[] = ['trainerTraining', 'initialTraining', 'studyVisit'];

export const eventFindings = (scope: Scope): Finding[] => scope.register.events.rows.flatMap((row) => findingsOf(scope, row));

function findingsOf({ register }: Scope, row: Event): Finding[] {
  const { kind, role } = row.values;
  if (kind === undefined) return [];
  const reaches = REACHES[kind];
  const label = labelOf(EVENT_KINDS, kind);
  return [
    ...(reaches && role !== 'attended' && isLeftBlank(register.events, row, reaches.column)
      ? [finding('EVENT_REACHES_NONE', at(row, reaches.column), { kind: label, whom: reaches.whom })]
      : []),
    ...(role === 'attended' && OWN.includes(kind)
      ? [finding('EVENT_ATTENDED_ODD', at(row, 'role'), { kind: label, role: labelOf(EVENT_ROLES, role) })]
      : []),
    ...(EITHER.includes(kind) && isLeftBlank(register.events, row, 'role')
      ? [finding('EVENT_ROLE_BLANK', at(row, 'role'), { kind: label })]
      : []),
  ];
}
