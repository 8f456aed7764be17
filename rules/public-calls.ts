// What the sheet's own script may ask of the functions: names, bodies, answers. The functions parse with zod, the sheet uses the types alone.
import type { ReportPreview } from './reporting/preview-content.ts';
import type { Granted } from './reporting/wish.ts';

export interface PublicCalls {
  previewReport: { in: { readonly report?: string }; out: ReportPreview };
  /** the same mail, to the caller alone */
  testReport: { in: { readonly report?: string }; out: Granted };
  /** approve and send; `approver` is the label of a signer */
  submitReport: { in: { readonly report: string; readonly approver: string }; out: Granted };
  /** days as yyyy-mm-dd */
  requestReport: {
    in: { readonly title: string; readonly from: string; readonly cutOff: string; readonly due: string };
    out: Granted;
  };
  /** a report that replaces one that was sent, by its key */
  reviseReport: { in: { readonly report: string }; out: Granted };
  /** one turn over the register; `repair`: its structure is put back first */
  refreshRegister: { in: { readonly repair?: boolean }; out: Granted };
  /** typed once by the administrator: from then on tokens of this script's OAuth client give the caller's name */
  pairRegister: { in: { readonly code: string }; out: Granted };
}
export type PublicCall = keyof PublicCalls;

/**
 * How a caller proves that it may edit the register: it has just written `request`, a random id, into the register's developer metadata
 * under `REQUEST_KEY`. The function reads it there, acts once, and deletes it. The token only gives the name.
 */
export interface Proof {
  readonly register: string;
  readonly request: string;
  /** ScriptApp.getIdentityToken(); absent where the person did not allow it */
  readonly token?: string;
}
/** key of the metadata; its value is the request's id and the name of the call: `${request} ${call}` */
export const REQUEST_KEY = 'ishc.request';

/** What a function answers when it refuses: the code for support, the Vietnamese sentence for people. */
export interface Refused {
  readonly error: { readonly code: string; readonly message: string };
}
