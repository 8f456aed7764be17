// Why a whole register sends nothing, whatever is due. People are told in Việc cần làm; a register that is silent for no reason is a fault.
import type { RegisterId } from '../conversation.ts';
import type { Identity } from '../register/identity.ts';
import type { Ledger } from './ledger.ts';

/**
 * copy: the workbook is not the one that Thông tin đơn vị names; ledger: nobody can tell what was sent, or there is nowhere to note it;
 * start: nobody wrote from which day on the register reports.
 */
export type HeldBack = 'copy' | 'ledger' | 'start';

/** All reasons at once, the gravest first. A register without its own id cannot tell itself from a copy. */
export function heldBack(register: RegisterId, identity: Identity, ledger: Ledger | undefined): readonly HeldBack[] {
  const reasons: readonly (readonly [HeldBack, boolean])[] = [
    ['copy', identity.registerId !== register],
    ['ledger', ledger === undefined],
    ['start', identity.reportsFrom === undefined],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
