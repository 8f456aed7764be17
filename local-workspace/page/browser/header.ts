// The top of the page: who one is, the trial clock with what it can do, mailbox, run log, phone view.
import type { Command, PageSetup } from '../protocol.ts';
import { button, element, part, replace } from './dom.ts';
import { ASK, dayText, dayValue, momentText, PAGE } from './labels.ts';
import { ask, confirmed } from './modal.ts';
import { popupMenu } from './popup-menu.ts';

export interface HeaderActs {
  readonly role: (id: string) => void;
  readonly command: (command: Command, input: string | undefined) => void;
  readonly toggleMail: () => void;
  readonly toggleRuns: () => void;
  readonly togglePhone: () => void;
  readonly toggleList: () => void;
}

export class Header {
  readonly #acts: HeaderActs;
  readonly #roles = element('select', { id: 'role' });
  readonly #mail: HTMLButtonElement;
  readonly #runs: HTMLButtonElement;
  readonly #phone: HTMLButtonElement;

  constructor(acts: HeaderActs) {
    this.#acts = acts;
    this.#roles.addEventListener('change', () => acts.role(this.#roles.value));
    this.#mail = button(PAGE.mail, acts.toggleMail, { 'aria-pressed': 'false' });
    this.#runs = button(PAGE.runs, acts.toggleRuns, { 'aria-pressed': 'false' });
    this.#phone = button(PAGE.phone, acts.togglePhone, { 'aria-pressed': 'false' });
  }

  show(setup: PageSetup, role: string): void {
    const { title, roles, clock, commands } = setup;
    replace(
      this.#roles,
      ...roles.map(({ id, label, email }) => element('option', { value: id, selected: id === role, title: email }, label)),
    );
    this.#roles.value = role;
    const due = clock.nextDeadline;
    const clockMenu = popupMenu(
      `${PAGE.clock}: ${momentText(clock.now)}`,
      () => commands.map((command) => ({ label: command.label, hint: command.help, act: () => void this.#ask(command, clock.now) })),
      {
        className: 'menu-button clock',
        intro: () => (due === undefined ? PAGE.noDeadline : PAGE.nextDeadline(due.label, dayText(due.at))),
      },
    );
    clockMenu.id = 'clock';
    replace(
      part('header'),
      button('☰', this.#acts.toggleList, { class: 'icon list-toggle', 'aria-label': PAGE.workbooks }),
      element('h1', {}, title),
      element('label', { class: 'role' }, PAGE.role, ' ', this.#roles),
      clockMenu,
      element('span', { class: 'header-buttons' }, this.#mail, this.#runs, this.#phone),
    );
  }

  pressed(which: 'mail' | 'runs' | 'phone', on: boolean): void {
    const toggle = { mail: this.#mail, runs: this.#runs, phone: this.#phone }[which];
    toggle.setAttribute('aria-pressed', String(on));
  }

  async #ask(command: Command, now: number): Promise<void> {
    const { label, help, confirm, input } = command;
    if (input === 'date') {
      const buttons = [
        { id: 'yes', label: ASK.confirm },
        { id: 'no', label: ASK.back },
      ];
      const answer = await ask({
        title: label,
        text: confirm ?? help,
        buttons,
        input: { type: 'date', label: ASK.day, value: dayValue(now) },
      });
      if (answer.button === 'yes') this.#acts.command(command, answer.text);
      return;
    }
    if (confirm === undefined || (await confirmed(label, confirm))) this.#acts.command(command, undefined);
  }
}
