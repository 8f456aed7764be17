// Who approved, the person's own confirmation, and the button that sends: pressed once, off until the answer is there.
import { done, failure, waiting } from '../answers.ts';
import { button, el, fill } from '../elements.ts';
import { closeDialog } from '../google-script-run.ts';
import { APPROVE, COMMON } from '../labels.ts';
import { approveAndSend, type Previewed } from '../server.ts';

/** The form below the figures. Where something blocks, or nobody can sign, it says so and cannot be sent. */
export function approvalForm({ report, blockers, signers, approval }: Previewed): HTMLElement {
  const [only, ...others] = signers;
  const chosen = signers.find(({ label }) => label === approval?.by) ?? (others.length === 0 ? only : undefined);
  const signer = el(
    'select',
    { id: 'signer', required: true },
    chosen === undefined || others.length > 0 ? el('option', { value: '' }, APPROVE.choose) : undefined,
    signers.map(({ label }) => el('option', { value: label, selected: label === chosen?.label }, label)),
  );
  const confirmed = el('input', { type: 'checkbox', id: 'confirmed' });
  const send = el('button', { type: 'submit', class: 'main' }, APPROVE.send);
  const close = button(COMMON.close, closeDialog);
  const told = el('div', { 'aria-live': 'polite' });
  const hindrance = blockers.length > 0 ? APPROVE.blocked : signers.length === 0 ? APPROVE.noSigners : undefined;
  const reason = el('p', { class: 'reason', id: 'why-not' });
  const weigh = (): void => {
    const ready = hindrance === undefined && signer.value !== '' && confirmed.checked;
    send.disabled = !ready;
    reason.textContent = ready ? '' : (hindrance ?? APPROVE.needsBoth);
  };
  const lock = (locked: boolean): void => {
    for (const field of [signer, confirmed, send]) field.disabled = locked;
    document.querySelector<HTMLSelectElement>('#report')?.toggleAttribute('disabled', locked); // another report would take its place
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (send.disabled) return;
    lock(true);
    fill(told, waiting(APPROVE.sending));
    try {
      const { said } = await approveAndSend(report, signer.value);
      reason.textContent = '';
      fill(told, done(APPROVE.done, said));
      close.focus();
    } catch (error) {
      lock(false);
      weigh();
      fill(told, failure(error, undefined, APPROVE.notWritten), el('p', { class: 'small' }, APPROVE.again));
    }
  };
  const form = el(
    'form',
    { novalidate: true, onsubmit: (event) => void submit(event), onchange: weigh },
    el('p', { class: 'field' }, el('label', { for: 'signer' }, APPROVE.signer), signer),
    el('p', { class: 'tick' }, confirmed, el('label', { for: 'confirmed' }, APPROVE.confirm)),
    told,
    el('footer', {}, reason, close, send),
  );
  send.setAttribute('aria-describedby', 'why-not');
  if (hindrance !== undefined) for (const field of [signer, confirmed]) field.disabled = true;
  weigh();
  return form;
}
