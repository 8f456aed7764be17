// What the check of the whole register found: how many of each severity, the gravest ones with their cells, and where all of them stand.

import { BY_GRAVITY } from '../../../rules/findings/rule.ts';
import { findings as findingsTab } from '../../../rules/register/tabs/shown.ts';
import type { CheckResult } from '../../../rules/reporting/panel-content.ts';
import { done, fetched } from '../answers.ts';
import { button, chip, el, fill, stage } from '../elements.ts';
import { findingList } from '../finding-list.ts';
import { closeDialog } from '../google-script-run.ts';
import { jumpButton } from '../jump.ts';
import { CHECK, COMMON } from '../labels.ts';
import { checkData } from '../server.ts';

const AT_FIRST = 10;

function draw({ summary, findings, notes = [], unjudged }: CheckResult): void {
  const close = button(COMMON.close, closeDialog, { class: 'main' });
  if (findings.length === 0) {
    fill(stage(), notesShown(notes), unjudged ? undefined : done(CHECK.clean, CHECK.cleanMore), el('footer', {}, close));
    return;
  }
  const all = jumpButton(CHECK.all(findingsTab.title), { sheetId: findingsTab.sheetId, row: 0, column: 0 }, 'dialog');
  fill(
    stage(),
    notesShown(notes),
    el(
      'ul',
      { class: 'counts', 'aria-label': CHECK.count },
      BY_GRAVITY.map((key) => el('li', {}, el('strong', {}, String(summary[key])), chip(CHECK.severities[key], key))),
    ),
    findingList(findings, 'dialog', AT_FIRST),
    el('footer', {}, all, close),
  );
}

/** What the check could not write or judge. */
const notesShown = (notes: readonly string[]): HTMLElement[] =>
  notes.map((note) => el('p', { class: 'note note-warning', role: 'status' }, note));

fetched(stage(), CHECK.waiting, checkData, draw);
