// Lập báo cáo đột xuất…: a report on directive, by its title and three days.
import type { Panel } from '../../../rules/reporting/panel-content.ts';
import { done, failure, fetched, waiting } from '../answers.ts';
import { button, el, fill, stage } from '../elements.ts';
import { closeDialog } from '../google-script-run.ts';
import { AD_HOC, COMMON } from '../labels.ts';
import { panelData, requestAdHoc } from '../server.ts';
import { askedFields } from './fields.ts';

function draw({ unit, today }: Panel): void {
  const fields = askedFields(today);
  const told = el('div', { 'aria-live': 'polite' });
  const send = el('button', { type: 'submit', class: 'main' }, AD_HOC.request);
  const close = button(COMMON.close, closeDialog);
  const lock = (locked: boolean): void => {
    fields.lock(locked);
    send.disabled = locked;
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (send.disabled) return;
    if (!fields.check()) return fields.focusFault();
    const { title, from, cutOff, due } = fields.read();
    lock(true);
    fill(told, waiting(AD_HOC.sending));
    try {
      const { said } = await requestAdHoc(title, from, cutOff, due);
      fill(told, done(AD_HOC.done, said));
      close.focus();
    } catch (error) {
      lock(false);
      fill(told, failure(error, undefined, AD_HOC.notWritten));
    }
  };
  fill(
    stage(),
    el('p', {}, AD_HOC.intro(unit)),
    el(
      'form',
      { novalidate: true, onsubmit: (event) => void submit(event), onchange: () => void fields.check() },
      fields.parts,
      told,
      el('footer', {}, close, send),
    ),
  );
}

fetched(stage(), AD_HOC.waiting, panelData, draw);
