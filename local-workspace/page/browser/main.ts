// The page: puts its parts together, follows the workspace's events, and remembers where one was.
import type { Command, CommandAnswer, PageEvent, PageSetup, Role, RunAnswer } from '../protocol.ts';
import { get, post, Unreachable } from './api.ts';
import { Connection } from './connection.ts';
import { button, part } from './dom.ts';
import { Header } from './header.ts';
import { PAGE } from './labels.ts';
import { MailPane } from './mail-pane.ts';
import { hashOf, MEMORY, type Whereabouts, WINDOW, whereabouts } from './memory.ts';
import { drawStrip, hideLost, progress, showLost, waitingEdits } from './page-frame.ts';
import { RunsPane } from './runs-pane.ts';
import { ScriptWindows } from './script-windows.ts';
import { WorkbookList } from './workbook-list.ts';
import { WorkbookPane } from './workbook-pane.ts';

class Page {
  #setup: PageSetup;
  #role: Role;
  #wasLost = false;
  readonly #windows = new ScriptWindows(() => this.#role.email);
  readonly #mail = new MailPane(() => this.#toggle('mail'));
  readonly #runs = new RunsPane(() => this.#toggle('runs'));
  readonly #list = new WorkbookList((id) => void this.#open(id));
  readonly #connection = new Connection({ heard: (event) => this.#heard(event), lost: () => this.#lost() });
  readonly #header = new Header({
    role: (id) => this.#become(id),
    command: (command, input) => void this.#command(command, input),
    toggleMail: () => this.#toggle('mail'),
    toggleRuns: () => this.#toggle('runs'),
    togglePhone: () => this.#togglePhone(!MEMORY.phone()),
    toggleList: () => document.body.classList.toggle('list-open'),
  });
  readonly #pane = new WorkbookPane({
    role: () => this.#role,
    moved: (where) => this.#remember(where),
    run: (spreadsheet, label, name) => void this.#run(spreadsheet, label, name),
    waiting: waitingEdits,
    toast: (text) => this.#windows.toast('', text, 8),
    sidebar: (sidebar) => this.#windows.kept(sidebar === undefined ? undefined : { ...sidebar, spreadsheet: this.#pane.id ?? '' }),
    trouble: (error) => this.#trouble(error),
    reached: (isReached) => (isReached ? this.#back() : this.#lost()),
  });

  constructor(setup: PageSetup) {
    this.#setup = setup;
    const { role } = { ...MEMORY.last(), ...whereabouts(location.hash) };
    const known = setup.roles.find(({ id }) => id === role) ?? setup.roles[0];
    if (known === undefined) throw new Error('the host names no role');
    this.#role = known;
  }

  async start(): Promise<void> {
    document.title = this.#setup.title;
    document.body.prepend(button(PAGE.skip, () => this.#pane.focus(), { class: 'skip' }));
    this.#showSetup();
    drawStrip(this.#setup.strip);
    this.#togglePhone(MEMORY.phone());
    this.#connection.open(this.#role.email);
    const where = { ...MEMORY.last(), ...whereabouts(location.hash) };
    const isKnown = this.#setup.workbooks.some(({ id }) => id === where.workbook);
    await this.#open(isKnown ? (where.workbook ?? '') : this.#setup.home, isKnown ? where : {});
    window.addEventListener('hashchange', () => this.#addressChanged());
    this.#pane.resume();
    this.#pane.focus();
  }

  #showSetup(): void {
    this.#header.show(this.#setup, this.#role.id);
    this.#header.pressed('mail', !part('mail').hidden);
    this.#mail.setUp(this.#setup.mailboxes);
    this.#list.show(this.#setup.workbooks, this.#pane.id);
  }

  async #open(id: string, where: Whereabouts = {}): Promise<void> {
    document.body.classList.remove('list-open');
    if (!part('mail').hidden) this.#toggle('mail');
    this.#windows.sidebar(undefined);
    await this.#pane.open(id, where).catch((error: unknown) => this.#trouble(error));
    this.#list.show(this.#setup.workbooks, id);
  }

  #become(id: string): void {
    const role = this.#setup.roles.find((one) => one.id === id);
    if (role === undefined) return;
    this.#role = role;
    this.#connection.open(role.email);
    this.#remember({});
    void this.#open(this.#pane.id ?? this.#setup.home, whereabouts(location.hash)).then(() => {
      if (!this.#pane.isShown && role.home !== undefined) void this.#open(role.home);
    });
  }

  #remember(where: Whereabouts): void {
    const whole = { ...whereabouts(location.hash), ...where, role: this.#role.id };
    history.replaceState(null, '', hashOf(whole));
    MEMORY.keepLast(whole);
  }

  #addressChanged(): void {
    const { workbook, sheetId, place } = whereabouts(location.hash);
    if (workbook !== undefined && workbook !== this.#pane.id) void this.#open(workbook, whereabouts(location.hash));
    else if (sheetId !== undefined) void this.#pane.goTo(sheetId, place);
  }

  #toggle(which: 'mail' | 'runs'): void {
    const pane = part(which);
    pane.hidden = !pane.hidden;
    document.body.classList.toggle(`with-${which}`, !pane.hidden);
    this.#header.pressed(which, !pane.hidden);
    if (pane.hidden) {
      this.#pane.focus();
      return;
    }
    void (which === 'mail' ? this.#mail : this.#runs).refresh();
    pane.querySelector<HTMLElement>('select, button')?.focus();
  }

  #togglePhone(on: boolean): void {
    MEMORY.keepPhone(on);
    document.body.classList.toggle('phone', on);
    this.#header.pressed('phone', on);
  }

  #heard(event: PageEvent): void {
    const isHere = 'spreadsheet' in event && event.spreadsheet === this.#pane.id;
    switch (event.kind) {
      case 'hello':
        this.#back();
        return;
      case 'changed':
        if (isHere) this.#pane.changed();
        return;
      case 'menus':
        if (isHere) this.#pane.showMenus(event.menus);
        return;
      case 'ask':
        return void this.#windows.asked(event);
      case 'dialog':
        this.#windows.dialog(event);
        return;
      case 'sidebar':
        if (isHere) this.#windows.sidebar(event);
        return;
      case 'close':
        this.#windows.closed(event.dialog);
        return;
      case 'toast':
        this.#windows.toast(event.title, event.text, event.seconds);
        return;
      case 'select':
        if (!isHere) return;
        this.#windows.makeWay();
        return void this.#pane.goTo(event.sheetId, event);
      case 'consent':
        return void this.#windows.consent(event, this.#pane.labelOf(event.function));
      case 'run':
        this.#runs.heard(event.run);
        return;
      case 'mail':
        return void this.#mail.refresh();
      case 'clock':
        return void this.#refreshSetup().then(() => this.#pane.changed());
      case 'progress':
        progress(event.text);
        return;
      case 'reset':
        MEMORY.forget();
        history.replaceState(null, '', location.pathname);
        location.reload();
        return;
    }
  }

  async #refreshSetup(): Promise<void> {
    this.#setup = await get<PageSetup>('setup').catch(() => this.#setup);
    this.#showSetup();
  }

  /** The workspace answers (again): what was missed is read anew, what waits is sent. */
  #back(): void {
    hideLost();
    this.#pane.resume();
    if (!this.#wasLost) return;
    this.#wasLost = false;
    void this.#refreshSetup().then(() => {
      if (this.#setup.workbooks.some(({ id }) => id === this.#pane.id)) this.#pane.changed();
      else location.reload(); // another state than before
    });
    void this.#mail.refresh();
  }

  #lost(): void {
    this.#wasLost = true;
    showLost(MEMORY.waiting().length);
  }

  async #run(spreadsheet: string, label: string, name: string): Promise<void> {
    progress(PAGE.running(label));
    const { consents } = this.#windows;
    try {
      const answer = await post<RunAnswer>('run', { spreadsheet, as: this.#role.email, window: WINDOW, function: name });
      if ('error' in answer) this.#windows.runFailed(label, answer.error, consents);
    } catch (error) {
      this.#trouble(error);
    } finally {
      progress(undefined);
    }
  }

  async #command(command: Command, input: string | undefined): Promise<void> {
    progress(PAGE.busy);
    try {
      const answer = await post<CommandAnswer>('command', { id: command.id, ...(input === undefined ? {} : { input }) });
      this.#windows.toast(command.label, 'error' in answer ? answer.error : answer.said, 'error' in answer ? 0 : 12);
    } catch (error) {
      this.#trouble(error);
    } finally {
      progress(undefined);
      await this.#refreshSetup();
    }
  }

  #trouble(error: unknown): void {
    if (error instanceof Unreachable) {
      this.#lost();
      return;
    }
    this.#windows.toast('', PAGE.failed, 0);
    throw error; // and the console says more
  }
}

async function begin(): Promise<void> {
  progress(PAGE.preparing);
  try {
    const setup = await get<PageSetup>('setup');
    progress(undefined);
    await new Page(setup).start();
  } catch (error) {
    progress(undefined);
    showLost(MEMORY.waiting().length);
    if (error instanceof Unreachable) window.setTimeout(() => location.reload(), 3000);
    else throw error;
  }
}

void begin();
