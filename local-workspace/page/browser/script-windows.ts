// What a script shows to a person: alerts and prompts, dialogs, the sidebar, toasts, and Google's question for permission.
import type { PageEvent, RunAnswer, WorkbookView } from '../protocol.ts';
import { post } from './api.ts';
import { button, element, part, replace } from './dom.ts';
import { ASK, CONSENT, PAGE, SCOPES } from './labels.ts';
import { MEMORY, WINDOW } from './memory.ts';
import { ask, modal } from './modal.ts';
import { scriptFrame } from './script-frame.ts';

type Event<Kind extends PageEvent['kind']> = Extract<PageEvent, { readonly kind: Kind }>;

const toGrid = (): void => document.querySelector<HTMLElement>('.grid')?.focus({ preventScroll: true });

export class ScriptWindows {
  readonly #email: () => string;
  readonly #dialogs = new Map<string, HTMLDialogElement>();
  #sidebar: string | undefined;
  /** how often a script has asked for permission: then its refusal needs no words of its own */
  consents = 0;

  constructor(email: () => string) {
    this.#email = email;
  }

  /** An alert or a prompt; what is answered goes back to the script that waits for it. */
  async asked({ ask: id, title, text, prompt, buttons }: Event<'ask'>): Promise<void> {
    const answer = await ask({
      title,
      text,
      buttons: buttons.map((one) => ({ id: one, label: ASK[one] })),
      ...(prompt ? { input: { type: 'text', label: ASK.answer, value: '' } as const } : {}),
    });
    await post('answer', { ask: id, button: answer.button, ...(prompt ? { text: answer.text } : {}) });
  }

  dialog({ dialog, spreadsheet, title, html, width, height, modal: isModal }: Event<'dialog'>): void {
    for (const before of this.#dialogs.values()) before.close(); // one at a time, as on Google's page
    const made = modal(title, [this.#frame(dialog, spreadsheet, title, html)], () => {
      this.#dialogs.delete(dialog);
      toGrid(); // and not to the menu that opened it: what is typed next goes into the cell that is shown
    });
    made.classList.add('script-dialog');
    made.dataset.dialog = dialog;
    if (!isModal) {
      made.close();
      document.body.append(made);
      made.show();
    }
    this.#dialogs.set(dialog, made);
    this.#resize(dialog, width, height);
  }

  /** The sidebar that was open when the page was left; one that was closed here does not come back. */
  kept(shown: Parameters<ScriptWindows['sidebar']>[0]): void {
    this.sidebar(shown?.dialog === MEMORY.closedSidebar() ? undefined : shown);
  }

  sidebar(shown: (NonNullable<WorkbookView['sidebar']> & { readonly spreadsheet: string }) | undefined): void {
    const place = part('sidebar');
    this.#sidebar = shown?.dialog;
    place.hidden = shown === undefined;
    if (shown === undefined) {
      replace(place);
      return;
    }
    const { dialog, spreadsheet, title, html } = shown;
    place.setAttribute('aria-label', title);
    replace(
      place,
      element(
        'div',
        { class: 'side-head' },
        element('h2', { class: 'section-title' }, title),
        button('✕', () => this.#leaveSidebar(), { class: 'icon', 'aria-label': PAGE.close }),
      ),
      this.#frame(dialog, spreadsheet, title, html),
    );
  }

  /** A cell is to be seen: on a narrow screen the sidebar lies over all of them. */
  makeWay(): void {
    if (this.#sidebar !== undefined && part('sidebar').offsetWidth > window.innerWidth / 2) this.#leaveSidebar();
  }

  #leaveSidebar(): void {
    if (this.#sidebar !== undefined) MEMORY.keepClosedSidebar(this.#sidebar);
    this.sidebar(undefined);
    toGrid();
  }

  /** The script closed it. */
  closed(dialog: string): void {
    this.#dialogs.get(dialog)?.close();
    if (this.#sidebar === dialog) this.sidebar(undefined);
  }

  toast(title: string, text: string, seconds: number): void {
    const close = button('✕', () => shown.remove(), { class: 'icon', 'aria-label': PAGE.close });
    const shown = element(
      'div',
      { class: 'toast' },
      element('div', {}, title !== '' && element('strong', {}, title), element('p', {}, text)),
      close,
    );
    part('toasts').append(shown);
    if (seconds > 0) window.setTimeout(() => shown.remove(), seconds * 1000);
  }

  /** What went wrong with a run; nothing where the person was asked for permission since, which may be told a moment later. */
  runFailed(label: string, error: string, consentsBefore: number): void {
    window.setTimeout(() => {
      if (this.consents === consentsBefore) this.toast(label, error, 0);
    }, 150);
  }

  /** As on Google, what asked for permission does not run by itself once it is given: the person chooses it again. */
  async consent({ spreadsheet, as, scopes }: Event<'consent'>, label: string): Promise<void> {
    this.consents += 1;
    const wanted = scopes.map((scope) => SCOPES.find(([end]) => scope.includes(end))?.[1] ?? scope);
    const answer = await ask({
      title: CONSENT.title,
      text: [CONSENT.intro(label), ...wanted.map((one) => `• ${one}`)].join('\n'),
      buttons: [
        { id: 'all', label: CONSENT.all },
        { id: 'some', label: CONSENT.some },
        { id: 'none', label: CONSENT.none },
      ],
    });
    await post('consent', { spreadsheet, as, allow: answer.button === 'close' ? 'none' : answer.button });
    const said = { all: CONSENT.given, some: CONSENT.partly }[answer.button] ?? CONSENT.refused;
    this.toast('', said(label), 12);
  }

  #resize(dialog: string, width: number | undefined, height: number | undefined): void {
    const made = this.#dialogs.get(dialog);
    if (made !== undefined && width !== undefined) made.style.width = `min(${width + 2}px, 100vw - 16px)`;
    if (made !== undefined && height !== undefined) made.style.height = `min(${height + 50}px, 100vh - 16px)`;
  }

  #frame(dialog: string, spreadsheet: string, title: string, html: string): HTMLIFrameElement {
    return scriptFrame({
      title,
      html,
      run: (name, args) => post<RunAnswer>('run', { spreadsheet, as: this.#email(), window: WINDOW, function: name, args }),
      close: () => this.closed(dialog),
      size: (width, height) => this.#resize(dialog, width, height),
      leave: toGrid,
    });
  }
}
