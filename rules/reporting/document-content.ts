// What a report's Word document says beyond the mail: who issues it to whom, people's own words, and the register's figures in short.
// It is frozen with the report's content, so that a document can be made again from that alone. Aggregates only, no member's name.
import type { BaseTallies } from '../progress/figures.ts';
import type { Tally } from '../progress/progress.ts';
import type { OpenRange } from './ranges.ts';

/** One document: each chain has its own. */
export interface Paper {
  readonly chain: 'ubnd' | 'hoi';
  /** "UBND xã An Bình" */
  readonly issuer: string;
  /** the agency above, in capitals, where the head names it */
  readonly parent?: string;
  /** lines of the head: "ỦY BAN NHÂN DÂN", "XÃ AN BÌNH" */
  readonly head: readonly string[];
  /** "BC-UBND" */
  readonly symbol: string;
  /** "An Bình" */
  readonly place: string;
  readonly addressees: readonly string[];
  /** the lines under Nơi nhận, the archive's last */
  readonly copies: readonly string[];
  readonly signature: {
    /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" */
    readonly titles: readonly string[];
    /** absent where nobody is named as signer on the day */
    readonly name?: string;
  };
}

/** A quantity over the period: opening, what came and went, closing. What is not known is absent. */
export interface Movement {
  readonly opening: OpenRange;
  readonly added: OpenRange;
  readonly removed: OpenRange;
  readonly closing: OpenRange;
  /** what the report of the year before said at its end, where it is kept */
  readonly yearBefore?: OpenRange;
}

export interface AreaLine {
  readonly title: string;
  readonly held: OpenRange;
  readonly attendances: OpenRange;
  readonly helped: OpenRange;
}

export interface EventLine {
  readonly kind: string;
  readonly title: string;
  readonly times: number;
  readonly participants: OpenRange;
}

/** Money in đồng by source; absent where nobody wrote it. */
export interface SourceLine {
  readonly title: string;
  readonly budgeted?: number;
  readonly received?: number;
  readonly spent?: number;
  readonly inKind?: number;
}

/** The balances of a fund over the clubs that know theirs. */
export interface FundLine {
  readonly known: number;
  readonly clubs: number;
  readonly balance: number;
}

export const NARRATED = ['leadership', 'assessment', 'nextSteps', 'proposals'] as const;
export type Narrated = (typeof NARRATED)[number];

export interface DocumentFacts {
  readonly papers: readonly Paper[];
  /** "Quyết định số 1336/QĐ-TTg ngày … của …": each as it follows "Căn cứ" */
  readonly basis: readonly string[];
  /** what was to be done, as it follows "Kết quả": "thực hiện Đề án … trên địa bàn xã An Bình" */
  readonly subject: string;
  /** people's words by part; an empty list: nothing was written */
  readonly narratives: { readonly [part in Narrated]: readonly string[] };
  readonly counts: BaseTallies & { readonly minority: Tally; readonly volunteers: Tally };
  readonly movement: { readonly clubs: Movement; readonly members: Movement };
  readonly events: readonly EventLine[];
  readonly areas: readonly AreaLine[];
  readonly loans: { readonly made: OpenRange; readonly amount: OpenRange };
  readonly sources: { readonly year: number; readonly lines: readonly SourceLine[] };
  readonly funds: { readonly income: FundLine; readonly operating: FundLine };
}
