// What stands in the way of a report, each with the cell to mend.
import type { Blocker } from '../../rules/reporting/preview-content.ts';
import { el } from './elements.ts';
import { jumpButton, placeOfA1 } from './jump.ts';
import { COMMON } from './labels.ts';

/** A list of what blocks. */
export const blockerList = (blockers: readonly Blocker[]): HTMLElement =>
  el(
    'ul',
    { class: 'blockers' },
    blockers.map(({ text, sheetId, a1 }) => {
      const at = sheetId === undefined ? undefined : placeOfA1(sheetId, a1 ?? 'A1');
      return el('li', {}, el('p', {}, text), at && jumpButton(COMMON.goTo, at, 'dialog', `${COMMON.goTo}: ${text}`));
    }),
  );
