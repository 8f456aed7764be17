// What the Apps Script face offers the rest of the workspace: it runs the scripts that are bound to workbooks, as Google would.
import type { Answer, Consent, Menu, Open, PersonsWindow, Run, RunAnswer, RunRecord, WorkbookView } from '../page/protocol.ts';

/** A person changed cells in the page; 0-based place, as in GridRange. */
export interface PersonsEdit extends PersonsWindow {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** of a single cell: what Google puts into the event */
  readonly value?: string;
  readonly oldValue?: string;
}

export interface ScriptHost {
  /** What the script's onOpen put into this person's menu bar. */
  menusOf(spreadsheet: string, as: string): readonly Menu[];
  sidebarOf(spreadsheet: string, as: string): WorkbookView['sidebar'];
  /** Runs onOpen, as a simple trigger. */
  opened(open: Open): Promise<void>;
  /** Queues the simple trigger onEdit; edits of one workbook are told in their order. */
  edited(edit: PersonsEdit): void;
  /** Runs a function with the person's authority; resolves when it has ended, dialogs answered. */
  run(run: Run): Promise<RunAnswer>;
  /** An alert or a prompt was answered; false when nobody waits for it any more. */
  answer(answer: Answer): boolean;
  consent(consent: Consent): void;
  /** Runs the time triggers that are due by the workspace's clock, each as the person who installed it. */
  runTimeTriggers(): Promise<void>;
  /** newest first */
  runs(): readonly RunRecord[];
  /** Resolves when no script is running or queued. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
