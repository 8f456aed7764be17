// Hướng dẫn: the few steps people need, on a computer and on a phone, and a way to the tabs they name.
import { clubs } from '../../../rules/register/tabs/clubs.ts';
import { declarations } from '../../../rules/register/tabs/declared.ts';
import { members } from '../../../rules/register/tabs/members.ts';
import { reports } from '../../../rules/register/tabs/reports.ts';
import { findings, progress, todo } from '../../../rules/register/tabs/shown.ts';
import { button, el, fill, stage } from '../elements.ts';
import { closeDialog } from '../google-script-run.ts';
import { jumpButton } from '../jump.ts';
import { COMMON, HELP } from '../labels.ts';

const TABS = [todo, clubs, members, declarations, progress, findings, reports];

const steps = (lines: readonly string[]): HTMLElement =>
  el(
    'ol',
    {},
    lines.map((line) => el('li', {}, line)),
  );

const part = ({ title, ...ways }: { title: string; steps?: readonly string[]; computer?: readonly string[]; phone?: readonly string[] }) =>
  el(
    'section',
    {},
    el('h2', {}, title),
    ways.steps && steps(ways.steps),
    ways.computer && [el('h3', {}, HELP.computer), steps(ways.computer)],
    ways.phone && [el('h3', {}, HELP.phone), steps(ways.phone)],
  );

fill(
  stage(),
  el('p', {}, HELP.intro),
  [HELP.enter, HELP.check, HELP.report, HELP.trouble].map(part),
  el('h2', {}, HELP.tabs),
  el(
    'ul',
    { class: 'links' },
    TABS.map(({ title, sheetId }) => el('li', {}, jumpButton(title, { sheetId, row: 0, column: 0 }, 'dialog', COMMON.openTab(title)))),
  ),
  el('footer', {}, button(COMMON.close, closeDialog, { class: 'main' })),
);
