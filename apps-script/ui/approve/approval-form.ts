// Who approved, the person's own confirmation, and the button that sends: pressed once, off until the answer is there.
import { done, failure, waiting } from '../answers.ts';
import { copyText } from '../copy-text.ts';
import { button, el, fill } from '../elements.ts';
import { closeDialog } from '../google-script-run.ts';
import { APPROVE, COMMON, COPY } from '../labels.ts';
import { approveAndSend, type Previewed } from '../server.ts';

/** What has to be chosen before it can be sent. */
interface Consent {
  readonly parts: readonly HTMLElement[];
  readonly fields: readonly (HTMLSelectElement | HTMLInputElement)[];
  /** who approved, once all is chosen */
  approver(): string | undefined;
}

/** The form below the figures. Where something blocks, or nobody can sign, it says so and cannot be sent. */
export function approvalForm(preview: Previewed): HTMLElement {
  const { parts, fields, approver } = consentIn(preview);
  const hindrance = hindranceOf(preview);
  const send = el('button', { type: 'submit', class: 'main', 'aria-describedby': 'why-not' }, APPROVE.send);
  const close = button(COMMON.close, closeDialog);
  const told = el('div', { 'aria-live': 'polite' });
  const reason = el('p', { class: 'reason', id: 'why-not' });
  const weigh = (): void => {
    const ready = hindrance === undefined && approver() !== undefined;
    for (const field of fields) field.disabled = hindrance !== undefined;
    send.disabled = !ready;
    reason.textContent = ready ? '' : (hindrance ?? APPROVE.needsBoth);
  };
  const lock = (): void => {
    for (const field of [...fields, send]) field.disabled = true;
    reason.textContent = '';
    document.querySelector('#report')?.setAttribute('disabled', ''); // another report would take its place
  };
  const unlock = (): void => {
    document.querySelector('#report')?.removeAttribute('disabled');
    weigh();
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const by = approver();
    if (send.disabled || by === undefined) return;
    lock();
    fill(told, waiting(APPROVE.sending));
    try {
      const { said, shortText } = await approveAndSend(preview.report, by);
      fill(told, done(APPROVE.done, said), shortText === undefined ? undefined : copyText(COPY.title, shortText));
      close.focus();
    } catch (error) {
      unlock();
      fill(told, failure(error, undefined, APPROVE.notWritten), el('p', { class: 'small' }, APPROVE.again));
    }
  };
  weigh();
  return el(
    'form',
    { novalidate: true, onsubmit: (event) => void submit(event), onchange: weigh },
    parts,
    told,
    el('footer', {}, reason, close, send),
  );
}

/** Nothing is asked of what was sent or approved before. */
function consentIn(preview: Previewed): Consent {
  if (preview.sent === true) return { parts: [], fields: [], approver: () => undefined };
  return preview.approval === undefined ? consent(preview) : given(preview.approval);
}

function hindranceOf({ blockers, signers, approval, sent }: Previewed): string | undefined {
  if (sent === true) return APPROVE.sentBefore;
  if (blockers.length > 0) return APPROVE.blocked;
  return signers.length === 0 && approval === undefined ? APPROVE.noSigners : undefined;
}

/** Nobody is chosen beforehand unless there is only one who can be. */
function consent({ signers }: Previewed): Consent {
  const signer = el(
    'select',
    { id: 'signer', required: true },
    signers.length === 1 ? undefined : el('option', { value: '' }, APPROVE.choose),
    signers.map(({ label }) => el('option', { value: label }, label)),
  );
  const confirmed = el('input', { type: 'checkbox', id: 'confirmed' });
  return {
    parts: [
      el('p', { class: 'field' }, el('label', { for: 'signer' }, APPROVE.signer), signer),
      el('p', { class: 'tick' }, confirmed, el('label', { for: 'confirmed' }, APPROVE.confirm)),
    ],
    fields: [signer, confirmed],
    approver: () => (signer.value !== '' && confirmed.checked ? signer.value : undefined),
  };
}

/** Approved before and not sent: there is nothing left to choose. */
const given = ({ by, on }: NonNullable<Previewed['approval']>): Consent => ({
  parts: [el('p', { class: 'note' }, APPROVE.approvedBefore(by, on))],
  fields: [],
  approver: () => by,
});
