// "Gửi thử cho tôi": the mail as it would go out now, to the address of the caller's token and to nobody else; the ledger learns nothing.
import type { Instant } from '../rules/calendar-date.ts';
import type { Letter } from '../rules/conversation.ts';
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { TABS } from '../rules/register/tabs.ts';
import { type TestQuestion, testLetter, testSuperiorLetter } from '../rules/reporting/test-mail.ts';
import { SAID } from '../rules/reporting/wish-labels.ts';
import { isSuperior } from './any-turn.ts';
import { callerOf } from './caller.ts';
import { googleShell, readTabs } from './google-shell.ts';
import { hearUnits } from './hear-units.ts';
import type { PublicSetup } from './public-setup.ts';
import { settingOf } from './setup.ts';
import { countTest } from './test-limit.ts';

/** Sends it. Throws CALLER_UNKNOWN, TOO_MANY_TESTS. */
export async function testReport(
  input: Proof & PublicCalls['testReport']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['testReport']['out']> {
  const { register, report } = input;
  const { email: to } = await callerOf(input, setup);
  const now = setup.now();
  const letter = await letterOf(register, setup, now, { to, mailbox: setup.mailbox, report });
  await countTest(register, setup);
  const shell = googleShell({ clients: setup.clients, tabs: [], register, now });
  const { draft } = await shell.draft(letter);
  await shell.send(draft);
  return { said: SAID.tested(to) };
}

async function letterOf(register: string, setup: PublicSetup, now: Instant, question: TestQuestion): Promise<Letter> {
  const setting = settingOf(setup, now);
  if (!(await isSuperior(register, setup))) {
    const { reading } = await readTabs(setup.clients.sheets, register, Object.values(TABS));
    return testLetter(reading, setting, question);
  }
  const units = await hearUnits(register, setup, setting);
  const { reading } = await readTabs(setup.clients.sheets, register, Object.values(SUPERIOR_TABS));
  return testSuperiorLetter(reading, units?.heard ?? new Map(), setting, question);
}
