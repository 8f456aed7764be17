// What the web page and the workspace say to each other beside Google's REST: JSON under /_workspace/page/, and one stream of events.
// The page is generic: which workbooks, people and commands there are, the host says (cli/). No product code here.

/** A person one can be: every act on the page is done as an account of the workspace. */
export interface Role {
  readonly id: string;
  /** "Cán bộ xã" */
  readonly label: string;
  readonly email: string;
  /** the workbook to open where this person may not see the one that is open; absent: none */
  readonly home?: string;
}

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** asked before it is carried out */
  readonly confirm?: string;
  /** the command takes a day, "2024-12-20" */
  readonly input?: 'date';
}

/** GET /_workspace/page/setup */
export interface PageSetup {
  readonly title: string;
  /** the workbook that is opened first */
  readonly home: string;
  /** "try this": a few steps, in order */
  readonly strip: readonly string[];
  readonly roles: readonly Role[];
  readonly workbooks: readonly { readonly id: string; readonly title: string; readonly group: string }[];
  readonly mailboxes: readonly { readonly email: string; readonly label: string }[];
  readonly clock: {
    readonly now: number;
    readonly nextDeadline?: { readonly at: number; readonly label: string };
  };
  readonly commands: readonly Command[];
}

/** Given by whoever starts the workspace with a page. */
export interface PageHost {
  setup(): PageSetup | Promise<PageSetup>;
  /** Carries a command out; `tell` shows a line of progress to everybody who has the page open. Answers with what is said at the end. */
  command(id: string, input: string | undefined, tell: (line: string) => void): Promise<string>;
}

export interface MenuItem {
  readonly label: string;
  /** the global function of the bound script; absent: a separator */
  readonly function?: string;
}
export interface Menu {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

/** GET /_workspace/page/workbook?spreadsheet=…&as=… */
export interface WorkbookView {
  readonly id: string;
  readonly title: string;
  /** 'none': this person may not even open it */
  readonly access: 'none' | 'read' | 'write';
  readonly tabs: readonly {
    readonly sheetId: number;
    readonly title: string;
    readonly color?: string;
    readonly hidden: boolean;
    readonly rows: number;
    readonly columns: number;
    readonly frozenRows: number;
    readonly frozenColumns: number;
  }[];
  readonly menus: readonly Menu[];
  readonly sidebar?: { readonly dialog: string; readonly title: string; readonly html: string };
}

export interface CellView {
  /** as formatted, what people see */
  readonly text: string;
  /** what the editor starts with: "05/03/1956", "1234567", "=1+1" */
  readonly input?: string;
  readonly note?: string;
  /** format and conditional formats together, #rrggbb */
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** a tick box, and whether it is ticked */
  readonly tick?: boolean;
  /** index into GridView.lists */
  readonly list?: number;
  readonly isDate?: true;
  /** "#gid=103&range=E12" or an address outside */
  readonly link?: string;
  /** this person may not change it */
  readonly locked?: true;
  /** a change is announced first: a protection that only warns */
  readonly warned?: true;
}

/** A chart over a tab's cells; `labels` and each series' `values` stand beside each other. */
export interface ChartView {
  readonly id: number;
  readonly title: string;
  readonly alt?: string;
  /** 'frame': of a kind that the page does not draw */
  readonly kind: 'bar' | 'column' | 'line' | 'frame';
  readonly stacked: boolean;
  /** the cell it hangs on, and how far from its corner */
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly color?: string; readonly values: readonly (number | null)[] }[];
}

/** GET /_workspace/page/grid?spreadsheet=…&sheet=…&as=… ; rows and cells that hold nothing special are null or left out at the end */
export interface GridView {
  readonly sheetId: number;
  /** grows with every change of the workbook */
  readonly version: number;
  readonly columnWidths: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** null, and what is missing at an end, is the column's cell in `emptyCells` */
  readonly rows: readonly (readonly (CellView | null)[] | null)[];
  readonly lists: readonly (readonly string[])[];
  /** formats and validation of whole columns below the last filled row: index of a cell of `rows` is not needed there */
  readonly emptyCells: readonly (CellView | null)[];
  readonly merges: readonly { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[];
  readonly charts: readonly ChartView[];
}

/** Whose doing, in which workbook and window: of several windows of one person, only that one is shown what a script shows. */
export interface PersonsWindow {
  readonly spreadsheet: string;
  readonly as: string;
  readonly window?: string | undefined;
}

/** POST /_workspace/page/edit: what a person does to cells, coerced as typed input is, refused as Google's own page would, then onEdit. */
export interface Edit extends PersonsWindow {
  /** made by the page; an edit that was acknowledged is never carried out twice */
  readonly id: string;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  /** null clears; text is read as if typed; a truth is a tick box */
  readonly cells: readonly (readonly (string | boolean | null)[])[];
  readonly kind: 'type' | 'paste' | 'clear' | 'tick' | 'undo';
  /** the edit of this person that is undone: what stood there before it comes back, `cells` only where that is not known any more */
  readonly undoes?: string;
}
export type EditAnswer =
  | {
      readonly ok: true;
      readonly version: number;
      /** names the pasted cells that were not taken, while all others were */
      readonly left?: string;
    }
  | { readonly refused: string };

/** POST /_workspace/page/run: a menu item, or google.script.run of a dialog. Answers when the function has ended. */
export interface Run extends PersonsWindow {
  readonly function: string;
  readonly args?: readonly unknown[];
}
export type RunAnswer = { readonly value: unknown } | { readonly error: string };

/** POST /_workspace/page/open: somebody opened the workbook; onOpen runs. Answers {}. */
export interface Open {
  readonly spreadsheet: string;
  readonly as: string;
}

/** POST /_workspace/page/answer: a person answered an alert or a prompt. */
export interface Answer {
  readonly ask: string;
  /** 'ok' | 'cancel' | 'yes' | 'no' | 'close' */
  readonly button: string;
  readonly text?: string;
}

/** POST /_workspace/page/consent: what the person allows the script of a workbook, as on Google's consent screen. */
export interface Consent {
  readonly spreadsheet: string;
  readonly as: string;
  readonly allow: 'all' | 'some' | 'none';
}

/** POST /_workspace/page/command */
export interface CommandWish {
  readonly id: string;
  readonly input?: string;
}
export type CommandAnswer = { readonly said: string } | { readonly error: string };

/** GET /_workspace/page/runs: newest first. */
export interface RunRecord {
  readonly id: string;
  readonly at: number;
  readonly spreadsheet: string;
  readonly function: string;
  readonly trigger: 'menu' | 'dialog' | 'open' | 'edit' | 'time';
  readonly as: string;
  readonly state: 'running' | 'done' | 'failed' | 'refused';
  /** milliseconds of the machine's own clock */
  readonly took?: number;
  readonly error?: string;
  /** console lines of the script */
  readonly lines: readonly string[];
  /** method calls on SpreadsheetApp objects */
  readonly calls: number;
}

/** GET /_workspace/page/mail?mailbox=… ; newest first. */
export interface MailView {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly sent: boolean;
  readonly unread: boolean;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number; readonly href: string }[];
}

/** GET /_workspace/page/events?as=…&window=… : Server-Sent Events, one JSON object each. */
export type PageEvent =
  | { readonly kind: 'hello'; readonly now: number }
  | { readonly kind: 'changed'; readonly spreadsheet: string; readonly sheets: readonly number[]; readonly version: number }
  | { readonly kind: 'menus'; readonly spreadsheet: string; readonly as: string; readonly menus: readonly Menu[] }
  | (PersonsWindow & {
      readonly kind: 'ask';
      readonly ask: string;
      readonly title: string;
      readonly text: string;
      readonly prompt: boolean;
      readonly buttons: readonly ('ok' | 'cancel' | 'yes' | 'no')[];
    })
  | (PersonsWindow & {
      readonly kind: 'dialog';
      readonly dialog: string;
      readonly title: string;
      readonly html: string;
      readonly width: number;
      readonly height: number;
      readonly modal: boolean;
    })
  | (PersonsWindow & {
      readonly kind: 'sidebar';
      readonly dialog: string;
      readonly title: string;
      readonly html: string;
    })
  /** google.script.host.close() of a dialog, or its run ended it */
  | { readonly kind: 'close'; readonly dialog: string }
  | (PersonsWindow & {
      readonly kind: 'toast';
      readonly title: string;
      readonly text: string;
      readonly seconds: number;
    })
  /** the script moved the person's selection */
  | (PersonsWindow & {
      readonly kind: 'select';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
    })
  | (PersonsWindow & {
      readonly kind: 'consent';
      readonly function: string;
      readonly scopes: readonly string[];
    })
  | { readonly kind: 'run'; readonly run: RunRecord }
  | { readonly kind: 'mail' }
  | { readonly kind: 'clock'; readonly now: number }
  | { readonly kind: 'progress'; readonly text: string }
  /** everything is new: load the page again */
  | { readonly kind: 'reset' };
