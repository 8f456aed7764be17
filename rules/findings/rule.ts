// What one rule of the catalogue is: how grave, whether the record still counts, and its two Vietnamese sentences.

/** error: Phải sửa; warning: Cần xem lại; hint: Gợi ý. */
export type Severity = 'error' | 'warning' | 'hint';
/** The gravest first. */
export const BY_GRAVITY: readonly Severity[] = ['error', 'warning', 'hint'];

/** `Data` is all the words need, already as people see it or formatted here. */
export interface Rule<Data> {
  /** the most it can be: a cell on which no figure rests is told more mildly */
  readonly severity: Severity;
  /** whether a record with this finding is still counted as it stands */
  readonly counts: boolean;
  /** the rule by itself, for notes that count records: no value, no name, no full stop */
  readonly title: string;
  /** what is the matter, with the value shown; the tab, the record and the column are put before it */
  readonly message: (data: Data) => string;
  /** one sentence that begins "Đề nghị" */
  readonly repair: (data: Data) => string;
}
/** A rule whose words need nothing but their place. */
export type NoData = { readonly [key in never]: never };

/** Keeps the exact data of a rule. */
export const define = <Data = NoData>(rule: Rule<Data>): Rule<Data> => rule;

/** “TV0007”, “TV0007 và TV0012”, “TV0001, TV0002 và 3 mã khác”. */
export function listed(names: readonly string[], others: string, most = 5): string {
  const shown = names.slice(0, most);
  const left = names.length - shown.length;
  if (left > 0) return `${shown.join(', ')} và ${left} ${others} khác`;
  const last = shown[shown.length - 1] ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} và ${last}`;
}
