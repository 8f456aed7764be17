// Where in a report something may have to be mended: its targets, its clubs, its sections. A place that a reason names is mended once a
// later revision says something else there.
import { canonicalJson } from '../canonical-json.ts';
import type { TargetProgress } from '../progress/progress.ts';
import { labelOf, NARRATIVE_PARTS } from '../register/choice-lists.ts';
import { textKey } from '../text.ts';
import { NARRATED } from './document-content.ts';
import { RETURN_PLACES } from './life-labels.ts';
import type { ClubLine, ReportContent } from './report-content.ts';

export interface ReturnPlace {
  readonly id: string;
  readonly label: string;
}

/** What is said of anything else. */
export const OTHER_PLACE = 'other';

const SECTIONS = ['facts', 'clubs', 'notes', 'definitions'] as const;
const TARGET = 'target:';
const CLUB = 'club:';
const SECTION = 'section:';

/** Every place of a report, in the order in which its mail prints them; then the parts of its document that people wrote. */
export const placesIn = ({ targets, clubs, document }: Pick<ReportContent, 'targets' | 'clubs' | 'document'>): ReturnPlace[] => [
  ...targets.map(({ target }) => ({ id: `${TARGET}${target.id}`, label: RETURN_PLACES.target(target.clause, target.title) })),
  ...clubs.map(({ code, name }) => ({ id: `${CLUB}${clubId(code, name)}`, label: RETURN_PLACES.club(name) })),
  ...SECTIONS.map((section) => ({ id: `${SECTION}${section}`, label: RETURN_PLACES.sections[section] })),
  ...(document === undefined ? [] : NARRATED).map((part) => ({
    id: `${SECTION}${part}`,
    label: RETURN_PLACES.narrative(labelOf(NARRATIVE_PARTS, part)),
  })),
  { id: OTHER_PLACE, label: RETURN_PLACES.other },
];

/** A club without a code is known by its name. */
const clubId = (code: string, name: string): string => (code.startsWith('#') || code === '' ? textKey(name) : code);

/** What a place points at in the register. */
export type PlaceKind = { readonly kind: 'target' | 'club' | 'section'; readonly id: string } | { readonly kind: 'other' };

export function placeKind(place: string): PlaceKind {
  for (const [prefix, kind] of [[TARGET, 'target'] as const, [CLUB, 'club'] as const, [SECTION, 'section'] as const])
    if (place.startsWith(prefix)) return { kind, id: place.slice(prefix.length) };
  return { kind: 'other' };
}

/** Whether a revision says something else at a place than the report that was returned. What has no figure is mended by any revision. */
export function isMended(place: string, before: ReportContent, after: ReportContent): boolean {
  const at = placeKind(place);
  if (at.kind === 'other') return true;
  if (at.kind === 'target') return saidOfTarget(before, at.id) !== saidOfTarget(after, at.id);
  if (at.kind === 'club') return saidOfClub(before, at.id) !== saidOfClub(after, at.id);
  if (at.id === 'clubs' || at.id === 'notes' || at.id === 'definitions')
    return canonicalJson(before[at.id]) !== canonicalJson(after[at.id]);
  const part = NARRATED.find((one) => one === at.id);
  return (
    part === undefined || canonicalJson(before.document?.narratives[part] ?? []) !== canonicalJson(after.document?.narratives[part] ?? [])
  );
}

const saidOfTarget = ({ targets }: ReportContent, id: string): string => resultText(targets.find(({ target }) => target.id === id));
const saidOfClub = ({ clubs }: ReportContent, id: string): string => clubText(clubs.find(({ code, name }) => clubId(code, name) === id));

/** What a target's result is, apart from how the target is described. */
export const resultText = (progress: TargetProgress | undefined): string => {
  if (progress === undefined) return '';
  const { target: _description, asOf: _day, decidedOn: _decided, ...result } = progress;
  return canonicalJson(result);
};
export const clubText = (club: ClubLine | undefined): string => (club === undefined ? '' : canonicalJson(club));
