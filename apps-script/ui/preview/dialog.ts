// Xem trước báo cáo: what the receiving level would get if the report were sent now, and what still stands in the way.
import { done, failure, fetched, waiting } from '../answers.ts';
import { blockerPart } from '../blockers.ts';
import { copyText } from '../copy-text.ts';
import { button, chip, el, fill, stage, terms } from '../elements.ts';
import { closeDialog } from '../google-script-run.ts';
import { COMMON, COPY, PREVIEW } from '../labels.ts';
import { changesNote, reportHead, sourceNote } from '../report-head.ts';
import { frozenList, type Previewed, previewData, testReport } from '../server.ts';
import { mailView } from './mail-view.ts';

const open = (report?: string): void => fetched(stage(), PREVIEW.waiting, () => previewData(report), draw);

function draw(preview: Previewed): void {
  const told = el('div', { 'aria-live': 'polite' });
  fill(
    stage(),
    reportHead(preview, open),
    el('p', {}, preview.sent === true ? PREVIEW.sentIntro : PREVIEW.intro),
    sourceNote(preview),
    changesNote(preview),
    el('div', { class: 'columns' }, facts(preview), mailView(preview)),
    preview.shortText === '' ? undefined : copyText(COPY.title, preview.shortText),
    told,
    el('footer', {}, listButton(preview, told), testButton(preview, told), button(COMMON.close, closeDialog, { class: 'main' })),
  );
}

/** What is frozen can be listed: the list takes this dialog's place. */
function listButton({ report, sent, approval }: Previewed, told: HTMLElement): HTMLElement | undefined {
  if (sent !== true && approval === undefined) return undefined;
  return button(PREVIEW.list, () => {
    frozenList(report).catch((error: unknown) => fill(told, failure(error)));
  });
}

/** The same mail to oneself; what went out already is in the sent mail. */
function testButton({ report, html, sent }: Previewed, told: HTMLElement): HTMLElement | undefined {
  if (html === '' || sent === true) return undefined;
  const send = button(PREVIEW.test, () => {
    send.disabled = true;
    fill(told, waiting(PREVIEW.testing));
    testReport(report)
      .then(({ said }) => fill(told, done(PREVIEW.tested, said)))
      .catch((error: unknown) => fill(told, failure(error, undefined, PREVIEW.notTested)))
      .then(() => {
        send.disabled = false;
      });
  });
  return send;
}

function facts({ to, cc, subject, timing, late, state, approval, documents, ...rest }: Previewed): HTMLElement {
  return el(
    'section',
    { class: 'facts' },
    terms([
      [PREVIEW.time, chip(timing, late ? 'notMet' : 'met')],
      [PREVIEW.state, state],
      [PREVIEW.approval, approval && PREVIEW.approvedBy(approval.by, approval.on)],
      [PREVIEW.to, lines(to)],
      [PREVIEW.cc, cc.length === 0 ? undefined : lines(cc)],
      [PREVIEW.subject, subject === '' ? undefined : subject],
    ]),
    ...documentLinks(documents),
    blockerPart(rest) ?? [el('h2', {}, PREVIEW.blockers), el('p', {}, PREVIEW.noBlockers)],
  );
}

/** Files for the commune's own office; the mail carries its own. */
function documentLinks(documents: Previewed['documents']): HTMLElement[] {
  if (documents.length === 0) return [];
  const link = ({ name, type, base64 }: Previewed['documents'][number]['files'][number]) =>
    el('li', {}, el('a', { href: `data:${type};base64,${base64}`, download: name }, name));
  return [
    el('h2', {}, PREVIEW.documents),
    ...documents.flatMap(({ title, files }) => [el('p', {}, title), el('ul', { class: 'files' }, files.map(link))]),
  ];
}

const lines = (addresses: readonly string[]): HTMLElement[] =>
  (addresses.length === 0 ? [PREVIEW.nobody] : addresses).map((one) => el('div', {}, one));

open();
