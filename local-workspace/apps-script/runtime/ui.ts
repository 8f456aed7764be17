// Ui: menus, questions that hold the script up, dialogs and the sidebar.
import type { MenuItem } from '../../page/protocol.ts';
import type { AskButton } from '../calls.ts';
import { ScriptError } from './bridge.ts';
import type { HtmlFacts } from './html-service.ts';
import { notPermitted, type Running, SCOPES } from './running.ts';

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;
type Button = GoogleAppsScript.Base.Button;
type ButtonSet = GoogleAppsScript.Base.ButtonSet;
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

const SETS: Readonly<Record<string, readonly AskButton[]>> = {
  OK: ['ok'],
  OK_CANCEL: ['ok', 'cancel'],
  YES_NO: ['yes', 'no'],
  YES_NO_CANCEL: ['yes', 'no', 'cancel'],
};

interface Question {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly AskButton[];
}

/** The user interface of whoever has the workbook open; what a script shows is read by `htmlOf`. */
export function uiOf(running: Running, htmlOf: (output: HtmlOutput) => HtmlFacts): () => Ui {
  const { realm, job } = running;
  const button = realm.enumeration<Record<string, Button>>('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
  const buttonSet = realm.enumeration<Record<string, ButtonSet>>('ButtonSet', Object.keys(SETS));
  const buttonOf = (name: string): Button => button[name.toUpperCase()] as Button;
  const ui = realm.served<Ui>('Ui', {
    Button: button as unknown as Ui['Button'],
    ButtonSet: buttonSet as unknown as Ui['ButtonSet'],
    createMenu: (caption: string) => menuOf(running, String(caption)),
    alert: (...given: unknown[]) => {
      mayShow(running, 'alert');
      return buttonOf(running.bridge.call('ask', { ...question(buttonSet, given), prompt: false }).button);
    },
    prompt: (...given: unknown[]) => {
      mayShow(running, 'prompt');
      const answer = running.bridge.call('ask', { ...question(buttonSet, given), prompt: true });
      return realm.served('PromptResponse', {
        getSelectedButton: () => buttonOf(answer.button),
        getResponseText: () => answer.text,
      });
    },
    ...dialogs(running, htmlOf),
  });
  return () => {
    if (job.trigger === 'time') throw new ScriptError('Cannot call SpreadsheetApp.getUi() from this context.');
    return ui;
  };
}

/** A simple trigger may build menus and nothing else. */
function mayShow(running: Running, called: string): void {
  if (running.isSimple) throw notPermitted(`Ui.${called}`, [SCOPES.containerUi]);
}

/** (text), (text, buttons) or (title, text, buttons). */
function question(sets: Readonly<Record<string, ButtonSet>>, given: readonly unknown[]): Question {
  const last = given.at(-1);
  const set = Object.keys(SETS).find((name) => sets[name] === last);
  const texts = (set === undefined ? given : given.slice(0, -1)).map(String);
  if (texts.length < 1 || texts.length > 2 || (texts.length === 2 && set === undefined))
    throw new ScriptError("The parameters don't match the method signature for Ui.");
  const [title = '', text = ''] = texts.length === 2 ? texts : ['', texts[0]];
  return { title, text, buttons: SETS[set ?? 'OK'] ?? ['ok'] };
}

function menuOf(running: Running, title: string): Menu {
  const items: MenuItem[] = [];
  const itself: Menu = running.realm.served<Menu>('Menu', {
    addItem: (label: string, name: string) => {
      items.push({ label: String(label), function: String(name) });
      return itself;
    },
    addSeparator: () => {
      items.push({ label: '' });
      return itself;
    },
    addToUi: () => running.bridge.call('menu', { title, items: [...items] }),
  });
  return itself;
}

function dialogs(running: Running, htmlOf: (output: HtmlOutput) => HtmlFacts): Partial<Ui> {
  const show = (where: 'modal' | 'modeless' | 'sidebar', called: string, output: HtmlOutput, title?: string): void => {
    running.require(`Ui.${called}`, SCOPES.containerUi);
    const { content, width, height, title: own } = htmlOf(output);
    running.bridge.call('show', { where, title: title ?? own, html: content, width, height });
  };
  return {
    showModalDialog: (output, title: string) => show('modal', 'showModalDialog', output, String(title)),
    showModelessDialog: (output, title: string) => show('modeless', 'showModelessDialog', output, String(title)),
    showSidebar: (output) => show('sidebar', 'showSidebar', output),
  };
}
