// One turn of a superior's workbook with Google's clients: its units are heard first. For the schedule, and for what people ask.
import { carryOutAsync } from '../rules/conversation.ts';
import { type TurnResult, turn } from '../rules/cycle.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { decideSuperior, type SuperiorSetting } from '../rules/reporting/decide-superior.ts';
import type { Wish } from '../rules/reporting/wish.ts';
import { composeDigestMail } from '../templates/digest-mail/compose.ts';
import { composeEscalationMail } from '../templates/reminder-mail/compose.ts';
import { googleShell } from './google-shell.ts';
import { type HeardUnits, hearUnits } from './hear-units.ts';
import { type Setup, settingOf } from './setup.ts';
import { logLines, type TurnOptions } from './take-turn.ts';

/** Undefined where the workbook only lists registers. A turn that does what a person asks tells the superior nothing of its units. */
export async function takeSuperiorTurn(
  superior: string,
  setup: Pick<Setup, 'clients' | 'mailbox' | 'links' | 'now' | 'log'>,
  wish?: Wish,
  { sends = true, onReading }: TurnOptions = {},
): Promise<(TurnResult & HeardUnits) | undefined> {
  const now = setup.now();
  const setting: SuperiorSetting = {
    ...settingOf(setup, now),
    sends,
    composeDigest: composeDigestMail,
    ...(wish === undefined ? { composeEscalation: composeEscalationMail } : { wish }),
  };
  const units = await hearUnits(superior, setup, setting);
  if (units === undefined) return undefined;
  const shell = googleShell({ clients: setup.clients, tabs: Object.values(SUPERIOR_TABS), register: superior, now });
  const result = await carryOutAsync(
    turn(
      superior,
      (reading) => {
        onReading?.(reading);
        return decideSuperior(reading, units.heard, setting);
      },
      now,
    ),
    shell,
  );
  logLines(superior, result, setup);
  return { ...result, ...units };
}
