// What a person sees before a report goes out. Plain JSON: the functions answer it, and the sheet's own script works it out the same.

/** Something that stands in the way, with the cell to mend. */
export interface Blocker {
  readonly text: string;
  readonly sheetId?: number;
  readonly a1?: string;
}

/** A person who may approve, from the dated list of signers in Thông tin đơn vị. */
export interface Signer {
  readonly name: string;
  /** "CHỦ TỊCH" */
  readonly position: string;
  /** "Hoàng Văn Minh – CHỦ TỊCH (UBND)": what a dropdown offers */
  readonly label: string;
}

/** A file that the commune's own office may take. */
export interface OfferedFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Word documents of one report: drafts, or copies for signature once it is approved. */
export interface OfferedDocuments {
  readonly title: string;
  readonly files: readonly OfferedFile[];
}

export interface ReportPreview {
  /** the report's key */
  readonly report: string;
  /** "Báo cáo năm 2024" */
  readonly title: string;
  readonly unit: string;
  /** state of its life, as the ledger would show it */
  readonly state: string;
  /** "còn 5 ngày đến hạn gửi (20/12/2024)" or "quá hạn 3 ngày": whether it is on time if sent now */
  readonly timing: string;
  readonly late: boolean;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  /** the mail as it would be sent now; empty where it cannot be composed, `blockers` then say why */
  readonly html: string;
  readonly text: string;
  /** it went out already: this is what was sent */
  readonly sent?: true;
  /** a few lines to paste into a chat; '' where there is no mail */
  readonly shortText: string;
  /** the figures in short: what is asked to be approved */
  readonly figures: readonly { readonly title: string; readonly plan: string; readonly actual: string; readonly status: string }[];
  /** what keeps it from being approved; empty: it may be */
  /** what differs by now from what was approved, with the codes of the records; absent where nothing does */
  readonly changes?: readonly string[];
  readonly blockers: readonly Blocker[];
  readonly signers: readonly Signer[];
  readonly approval?: { readonly by: string; readonly on: string };
  /** of this report, and of the one that was sent last: it still has to be signed and filed */
  readonly documents: readonly OfferedDocuments[];
  /** other reports that can be looked at: the one under way, those approved and not sent, those on directive */
  readonly others: readonly { readonly report: string; readonly title: string }[];
}
