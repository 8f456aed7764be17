// "Lập bản thay thế": a report that replaces one that was sent, in the name of the person who asked.
import { grantedBy } from '../rules/cycle.ts';
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { takeAnyTurn } from './any-turn.ts';
import { callerOf } from './caller.ts';
import type { PublicSetup } from './public-setup.ts';

/** Throws CALLER_UNKNOWN where nobody would stand behind it. */
export async function reviseReport(
  input: Proof & PublicCalls['reviseReport']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['reviseReport']['out']> {
  const { email: by } = await callerOf(input, setup);
  const { register, report } = input;
  return grantedBy(await takeAnyTurn(register, setup, { kind: 'revise', report, asked: { by, at: setup.now() } }), register);
}
