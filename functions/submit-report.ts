// "Lãnh đạo đã duyệt – gửi báo cáo": the figures are frozen and sent, in the name of the person who asked.
import { grantedBy } from '../rules/cycle.ts';
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { takeAnyTurn } from './any-turn.ts';
import { callerOf } from './caller.ts';
import type { PublicSetup } from './public-setup.ts';

/** Approves and sends. Throws CALLER_UNKNOWN where nobody would stand behind the approval. */
export async function submitReport(
  input: Proof & PublicCalls['submitReport']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['submitReport']['out']> {
  const { email: by } = await callerOf(input, setup);
  const { register, report, approver } = input;
  const wish = { kind: 'approve', report, approver, send: true, asked: { by, at: setup.now() } } as const;
  return grantedBy(await takeAnyTurn(register, setup, wish), register);
}
