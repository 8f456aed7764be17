// "Cập nhật tiến độ" and "Khôi phục định dạng sổ": one turn, before it the structure put back where that is asked. Data stay as they are.
import { localTime, viMoment } from '../rules/calendar-date.ts';
import { Problem } from '../rules/problem.ts';
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { SAID } from '../rules/reporting/wish-labels.ts';
import { takeAnyTurn } from './any-turn.ts';
import { REPAIRED } from './labels.ts';
import type { PublicSetup } from './public-setup.ts';
import { repairStructure } from './repair-structure.ts';

/** Takes a turn, as the schedule would. Throws REGISTER_BUSY while another one holds the register. */
export async function refreshRegister(
  { register, repair = false }: Proof & PublicCalls['refreshRegister']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['refreshRegister']['out']> {
  if (repair) await repairStructure(register, setup);
  const { waitUntil } = await takeAnyTurn(register, setup);
  if (waitUntil !== undefined) throw new Problem('REGISTER_BUSY', { register, until: localTime(waitUntil) });
  const now = setup.now();
  return { said: repair ? REPAIRED(now) : SAID.refreshed(viMoment(now)) };
}
