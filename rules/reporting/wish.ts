// What a person asks of a report: by the menu, by a tick box, or by a call to the functions. `decide` grants it or says why not.
import type { Instant, IsoDate } from '../calendar-date.ts';
import type { Reason } from './answers.ts';

/** Who asked, and when. `by` is an account's address or the words for a tick box; it goes into the ledger of the commune only. */
export interface Asked {
  readonly by: string;
  readonly at: Instant;
}

export type Wish =
  /** the leader has approved the figures: freeze them; `send`: and send them at once */
  | { readonly kind: 'approve'; readonly report: string; readonly approver: string; readonly send: boolean; readonly asked: Asked }
  /** send what was approved before */
  | { readonly kind: 'send'; readonly report: string; readonly asked: Asked }
  /** a report on directive; days are inclusive */
  | {
      readonly kind: 'adHoc';
      readonly title: string;
      readonly from: IsoDate;
      readonly cutOff: IsoDate;
      readonly due: IsoDate;
      readonly asked: Asked;
    }
  /** the receiving level has it; `asked.at` is the moment of its word, which may be an earlier one */
  | { readonly kind: 'received'; readonly report: string; readonly asked: Asked }
  /** the receiving level wants it mended */
  | { readonly kind: 'returned'; readonly report: string; readonly reasons: readonly Reason[]; readonly asked: Asked }
  /** a report that replaces one that was sent */
  | { readonly kind: 'revise'; readonly report: string; readonly asked: Asked };

/** What became of a wish, as it is told to the person who had it. */
export interface Granted {
  /** one or two Vietnamese sentences */
  readonly said: string;
  /** of a report that was sent just now: a few lines to paste into a chat */
  readonly shortText?: string;
}
