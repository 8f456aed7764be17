// One turn of one register with Google's clients, and what the log is told of it. For the schedule, and for what people ask.
import { carryOutAsync } from '../rules/conversation.ts';
import { type TurnResult, turn } from '../rules/cycle.ts';
import type { Reading } from '../rules/register/grid.ts';
import { TABS } from '../rules/register/tabs.ts';
import { decide } from '../rules/reporting/decide.ts';
import type { Extension } from '../rules/reporting/lateness.ts';
import type { ComposeReminder } from '../rules/reporting/reminder-content.ts';
import type { Others } from '../rules/reporting/same-officer.ts';
import type { Wish } from '../rules/reporting/wish.ts';
import { googleShell } from './google-shell.ts';
import { type Setup, settingOf } from './setup.ts';

export interface TurnOptions {
  /** false: it records and shows, and sends nothing; true unless said */
  readonly sends?: boolean;
  /** is told what was read */
  readonly onReading?: (reading: Reading) => void;
  /** then it may begin a reminder. The schedule's turns do: who asks for something is at work already */
  readonly composeReminder?: ComposeReminder;
  /** registers that may have the same contact */
  readonly others?: Others | undefined;
  /** what the superior grants the unit */
  readonly extensions?: readonly Extension[] | undefined;
}

/** Reads, decides, delivers, settles. `wish`: what a person asks of it; a wish that cannot be granted is thrown as a Problem. */
export async function takeTurn(
  register: string,
  setup: Pick<Setup, 'clients' | 'mailbox' | 'links' | 'now' | 'log'>,
  wish?: Wish,
  { sends = true, onReading, composeReminder, others, extensions }: TurnOptions = {},
): Promise<TurnResult> {
  const now = setup.now();
  const reminding = composeReminder === undefined ? {} : { composeReminder, ...(others === undefined ? {} : { others }) };
  const known = extensions === undefined ? {} : { extensions };
  const setting = { ...settingOf(setup, now), sends, ...reminding, ...known, ...(wish === undefined ? {} : { wish }) };
  const shell = googleShell({ clients: setup.clients, tabs: Object.values(TABS), register, now });
  const result = await carryOutAsync(
    turn(
      register,
      (reading) => {
        onReading?.(reading);
        return decide(reading, setting);
      },
      now,
    ),
    shell,
  );
  logLines(register, result, setup);
  return result;
}

/** What the log is told of a turn's deliveries. */
export function logLines(register: string, { lines }: Pick<TurnResult, 'lines'>, { log }: Pick<Setup, 'log'>): void {
  for (const { key, status, attempt, reason } of lines) {
    log({
      severity: status === 'undecided' ? 'ERROR' : 'INFO',
      message: `delivery ${status}`,
      register,
      key,
      status,
      attempt,
      reason,
    });
  }
}
