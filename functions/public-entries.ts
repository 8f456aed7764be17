// The entries that the sheets' own scripts call, and the one behind the links of mails. They are open to the world and so deployed apart from those that the schedule calls:
// a caller proves that it may edit the register, and only submitting and requesting a report ask who it is.
import { http } from '@google-cloud/functions-framework';
import * as z from 'zod';
import { Problem } from '../rules/problem.ts';
import type { Proof, PublicCall } from '../rules/public-calls.ts';
import { callLimit } from './call-limit.ts';
import { claimRequest } from './claim-request.ts';
import { handle, TO_SHEETS } from './handle.ts';
import { pairRegister } from './pair-register.ts';
import { previewReport } from './preview-report.ts';
import type { PublicSetup } from './public-setup.ts';
import { receipt } from './receipt.ts';
import { refreshRegister } from './refresh-register.ts';
import { requestReport } from './request-report.ts';
import { reviseReport } from './revise-report.ts';
import { submitReport } from './submit-report.ts';
import { testReport } from './test-report.ts';

const PROOF = {
  register: z.string().regex(/^[\w-]{10,100}$/),
  request: z.string().max(100),
  token: z.string().max(8000).exactOptional(),
};
const report = z.string().min(1).max(300);
const day = z.string().max(20);

const BODIES = {
  previewReport: z.strictObject({ ...PROOF, report: report.exactOptional() }),
  testReport: z.strictObject({ ...PROOF, report: report.exactOptional() }),
  submitReport: z.strictObject({ ...PROOF, report, approver: z.string().min(1).max(300) }),
  requestReport: z.strictObject({ ...PROOF, title: z.string().min(1).max(300), from: day, cutOff: day, due: day }),
  reviseReport: z.strictObject({ ...PROOF, report }),
  refreshRegister: z.strictObject({ ...PROOF, repair: z.boolean().exactOptional() }),
  pairRegister: z.strictObject({ ...PROOF, code: z.string().min(1).max(40) }),
} satisfies { readonly [C in PublicCall]: z.ZodType };

/** The names of the entries: the last part of their addresses. */
export const PUBLIC_CALLS: readonly PublicCall[] = [
  'previewReport',
  'testReport',
  'submitReport',
  'requestReport',
  'reviseReport',
  'refreshRegister',
  'pairRegister',
];

/** The entry behind the links of mails; it is there when the deployment signs links. */
export const RECEIPT_ENTRY = 'receipt';

/** Registers the public entries with the framework, and no other. */
export function registerPublicEntries(setup: PublicSetup): void {
  const counted = callLimit(setup.ticks);
  const entry = <I extends Proof>(call: PublicCall, body: z.ZodType<I>, act: (input: I, setup: PublicSetup) => Promise<object>): void => {
    const proven = async (input: I): Promise<object> => {
      counted(input.register);
      try {
        await claimRequest(input, call, setup);
        return await act(input, setup);
      } catch (error) {
        // nobody repeats it but its person, who is to look first
        if (error instanceof Problem && error.kind === 'upstream')
          throw new Problem('CALL_UNFINISHED', { call, reason: error.message }, { cause: error });
        throw error;
      }
    };
    http(call, handle(call, body, proven, { subject: ({ register }) => register, log: setup.log, manner: TO_SHEETS }));
  };
  entry('previewReport', BODIES.previewReport, previewReport);
  entry('testReport', BODIES.testReport, testReport);
  entry('submitReport', BODIES.submitReport, submitReport);
  entry('requestReport', BODIES.requestReport, requestReport);
  entry('reviseReport', BODIES.reviseReport, reviseReport);
  entry('refreshRegister', BODIES.refreshRegister, refreshRegister);
  entry('pairRegister', BODIES.pairRegister, pairRegister);
  if (setup.links !== undefined) http(RECEIPT_ENTRY, receipt(setup, setup.links));
}
