// npx ishc pair REGISTER: a one-time code; typed into the register's sheet it ties the sheet's script to the functions.
import { parseArgs } from 'node:util';
import { newPairingCode, waitingCode, waitingText } from '../../functions/pairing-code.ts';
import { changeUnitItems } from '../../functions/unit-items.ts';
import { connectRegister } from '../connect-register.ts';
import { localClients } from '../local-google.ts';
import { oneOperand } from './operands.ts';
import { momentFor, workspaceAddress } from './target-workspace.ts';
import { SAID } from './usage.ts';

/** Prints the code, the only place where it stands in clear. A code that was waiting is replaced. */
export async function pair(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, address: { type: 'string' } },
    allowPositionals: true,
  });
  const register = oneOperand(positionals, 'MÃ_SỔ');
  const workspace = await workspaceAddress();
  const clients = localClients(workspace);
  const code = newPairingCode();
  const waiting = waitingCode(code, register, await momentFor(workspace, undefined));
  if (values.address !== undefined) await connectRegister(clients, register, values.address);
  await changeUnitItems(clients.sheets, register, () => ({ pairingCode: waitingText(waiting) }));
  console.log(values.json ? JSON.stringify({ register, code, until: waiting.until }) : SAID.pairing(code, waiting.until));
  return 0;
}
