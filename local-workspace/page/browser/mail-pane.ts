// The mailboxes: a list of letters, the chosen one as HTML without scripts or as plain text, its attachments.
import type { MailView, PageSetup } from '../protocol.ts';
import { get } from './api.ts';
import { button, element, part, replace } from './dom.ts';
import { MAIL, momentText, PAGE, sizeText } from './labels.ts';
import { MEMORY } from './memory.ts';

/** A mail runs nothing; its links open outside, as a mailbox opens them. */
const LINKS_ONLY = 'allow-popups allow-popups-to-escape-sandbox';
const inNewWindows = (html: string): string => html.replace(/<head>/i, '<head><base target="_blank">');

export class MailPane {
  readonly #choice = element('select', { id: 'mailbox' });
  readonly #list = element('ul', { class: 'mail-list', 'aria-label': MAIL.list });
  readonly #letter = element('article', { class: 'mail-letter', 'aria-label': MAIL.preview });
  readonly #closed: () => void;
  #mails: readonly MailView[] = [];
  #open: string | undefined;
  #isPlain = false;

  constructor(closed: () => void) {
    this.#closed = closed;
    this.#choice.addEventListener('change', () => {
      this.#open = undefined;
      void this.refresh();
    });
    part('mail').setAttribute('aria-label', PAGE.mail);
    part('mail').append(
      element(
        'div',
        { class: 'mail-head' },
        element('h2', { class: 'section-title' }, PAGE.mail),
        element('label', {}, MAIL.mailbox, ' ', this.#choice),
        button('✕', () => this.#closed(), { class: 'icon', 'aria-label': PAGE.close }),
      ),
      element('div', { class: 'mail-body' }, this.#list, this.#letter),
    );
  }

  setUp(mailboxes: PageSetup['mailboxes']): void {
    const before = this.#choice.value;
    replace(
      this.#choice,
      ...mailboxes.map(({ email, label }) => element('option', { value: email, selected: email === before }, `${label} – ${email}`)),
    );
  }

  async refresh(): Promise<void> {
    if (part('mail').hidden || this.#choice.value === '') return;
    this.#mails = await get<MailView[]>('mail', { mailbox: this.#choice.value });
    this.#draw();
  }

  #draw(): void {
    const seen = new Set(MEMORY.seenMail());
    replace(
      this.#list,
      ...this.#mails.map((mail) => {
        const { id, at, from, to, subject, sent, unread, attachments } = mail;
        const item = button('', () => this.#show(id), {
          class: 'mail-item',
          'data-mail': id,
          'aria-current': id === this.#open ? 'true' : undefined,
        });
        item.classList.toggle('unread', unread && !seen.has(id));
        item.append(
          element('span', { class: 'mail-who' }, sent ? `${MAIL.to} ${to}` : from),
          element('span', { class: 'mail-when' }, momentText(at)),
          element('span', { class: 'mail-subject' }, subject || MAIL.noSubject),
          ...(attachments.length > 0 ? [element('span', { class: 'mail-files' }, `${MAIL.attachments}: ${attachments.length}`)] : []),
        );
        return element('li', {}, item);
      }),
      this.#mails.length === 0 && element('li', { class: 'empty' }, MAIL.none),
    );
    this.#drawLetter();
  }

  #show(id: string): void {
    this.#open = id;
    MEMORY.keepSeenMail([...MEMORY.seenMail().filter((one) => one !== id), id]);
    this.#draw();
    this.#letter.querySelector('h3')?.focus();
  }

  #drawLetter(): void {
    const mail = this.#mails.find(({ id }) => id === this.#open);
    part('mail').classList.toggle('reading', mail !== undefined);
    if (mail === undefined) {
      replace(this.#letter, element('p', { class: 'empty' }, MAIL.choose));
      return;
    }
    const { subject, from, to, cc, at, sent, html, text, attachments } = mail;
    const line = (label: string, value: string): HTMLElement | false =>
      value !== '' && element('p', { class: 'mail-line' }, element('b', {}, `${label}: `), value);
    const plain = element('input', { type: 'checkbox', checked: this.#isPlain });
    plain.addEventListener('change', () => {
      this.#isPlain = plain.checked;
      this.#drawLetter();
    });
    replace(
      this.#letter,
      button(`← ${MAIL.back}`, () => this.#back(), { class: 'quiet mail-back' }),
      element('h3', { tabindex: -1 }, subject || MAIL.noSubject),
      line(MAIL.from, from),
      line(MAIL.to, to),
      line(MAIL.cc, cc),
      element('p', { class: 'mail-line' }, momentText(at), sent && element('span', { class: 'badge' }, MAIL.sent)),
      attachments.length > 0 &&
        element(
          'ul',
          { class: 'attachments', 'aria-label': MAIL.attachments },
          ...attachments.map(({ name, size, href }) =>
            element('li', {}, element('a', { href, download: name }, name), ` (${sizeText(size)})`),
          ),
        ),
      html !== '' && element('label', { class: 'plain-switch' }, plain, ' ', MAIL.plain),
      html === '' || this.#isPlain
        ? element('pre', { class: 'mail-text' }, text)
        : element('iframe', { class: 'mail-html', title: MAIL.preview, sandbox: LINKS_ONLY, srcdoc: inNewWindows(html) }),
    );
  }

  #back(): void {
    const id = this.#open;
    this.#open = undefined;
    this.#draw();
    this.#list.querySelector<HTMLButtonElement>(`[data-mail="${id ?? ''}"]`)?.focus();
  }
}
