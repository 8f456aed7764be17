// What stands in the way of a report, each with the cell to mend.
import type { Blocker, ReportPreview } from '../../rules/reporting/preview-content.ts';
import { el } from './elements.ts';
import { jumpButton, placeOfA1 } from './jump.ts';
import { COMMON, PREVIEW } from './labels.ts';

/** What blocks, below its title; of a report that was sent, that it was. */
export function blockerPart({ blockers, sent }: Pick<ReportPreview, 'blockers' | 'sent'>): HTMLElement[] | undefined {
  if (sent === true) return blockers.map(({ text }) => el('p', { class: 'note' }, text));
  return blockers.length === 0 ? undefined : [el('h2', {}, PREVIEW.blockers), blockerList(blockers)];
}

const blockerList = (blockers: readonly Blocker[]): HTMLElement =>
  el(
    'ul',
    { class: 'blockers' },
    blockers.map(({ text, sheetId, a1 }) => {
      const at = sheetId === undefined ? undefined : placeOfA1(sheetId, a1 ?? 'A1');
      return el('li', {}, el('p', {}, text), at && jumpButton(COMMON.goTo, at, 'dialog', `${COMMON.goTo}: ${text}`));
    }),
  );
