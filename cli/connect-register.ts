// Tying a register to its functions: their address and, where it is known already, the OAuth client of the register's script.
import type { GoogleClients } from '../functions/google-clients.ts';
import { PAIRING } from '../functions/labels.ts';
import { changeUnitItems } from '../functions/unit-items.ts';
import { functionsAddressIn } from '../rules/functions-address.ts';
import { Problem } from '../rules/problem.ts';

/**
 * Writes the address into Thông tin đơn vị, and pins the audience as pairing would. What stands there already is not written again.
 * Throws FUNCTIONS_NOT_SET for an address that is neither https nor this machine's own.
 */
export async function connectRegister(
  { sheets }: Pick<GoogleClients, 'sheets'>,
  register: string,
  address: string,
  audience?: string,
): Promise<void> {
  const value = functionsAddressIn(address);
  if (value === undefined) throw new Problem('FUNCTIONS_NOT_SET', {});
  await changeUnitItems(sheets, register, () => ({
    functionsAddress: { value },
    ...(audience === undefined ? {} : { scriptAudience: { value: audience, detail: PAIRING.given } }),
  }));
}
