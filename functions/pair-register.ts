// Pairing: the administrator's script shows the code that `npx ishc pair` printed, and from then on its OAuth client is the register's.
import { Problem } from '../rules/problem.ts';
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { unitItem } from '../rules/register/unit-items.ts';
import { tokenOwner } from './caller.ts';
import { PAIRING } from './labels.ts';
import { isCode, TRIES, waitingCodeIn, waitingText } from './pairing-code.ts';
import type { PublicSetup } from './public-setup.ts';
import { changeUnitItems } from './unit-items.ts';

/** Pins the audience of the caller's token, in place of an earlier one. Throws PAIRING_REFUSED; the fifth wrong code voids the right one. */
export async function pairRegister(
  input: Proof & PublicCalls['pairRegister']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['pairRegister']['out']> {
  const { register, code } = input;
  const { audience } = await tokenOwner(input, setup);
  const now = setup.now();
  let left = 0;
  let right = false; // or used by this very script before, its answer lost
  await changeUnitItems(setup.clients.sheets, register, (reading) => {
    const waiting = waitingCodeIn(unitItem(reading, 'pairingCode'), now);
    if (waiting === undefined) {
      right = unitItem(reading, 'scriptAudience') === audience;
      return { pairingCode: null };
    }
    right = isCode(code, waiting, register);
    if (right) return { pairingCode: null, scriptAudience: { value: audience, detail: PAIRING.pinned(now) } };
    const wrong = waiting.wrong + 1;
    left = TRIES - wrong;
    return { pairingCode: left > 0 ? waitingText({ ...waiting, wrong }) : null };
  });
  setup.log({ severity: right ? 'INFO' : 'WARNING', message: right ? 'paired' : 'wrong pairing code', register, left });
  if (!right) throw new Problem('PAIRING_REFUSED', { register, left });
  return { said: PAIRING.done };
}
