// What stands behind a figure that was printed: its counts, its clause and definition, the versions, and the codes of the records. From the
// frozen state alone; codes stay in the commune, and no name is in it.
import { sha256Hex } from '../hash.ts';
import { Problem } from '../problem.ts';
import { unitOf as countedIn, figureText, planText, STATUS_LABELS, tallyText } from '../progress/labels.ts';
import type { Figure, Status, TargetProgress } from '../progress/progress.ts';
import type { Reading } from '../register/grid.ts';
import { cellReader } from '../register/read-cell.ts';
import { readTab } from '../register/read-tab.ts';
import { TABS } from '../register/tabs.ts';
import { capital } from '../text.ts';
import { approvalFrom } from './approval.ts';
import { fieldsOf } from './frozen-rows.ts';
import type { CountedCodes } from './record-codes.ts';
import { frozenCodes } from './record-codes.ts';
import type { ReportContent } from './report-content.ts';
import { reportName } from './report-name.ts';

/** A report as it was frozen, sent or approved. */
export interface FrozenReport {
  readonly key: string;
  readonly content: ReportContent;
  readonly codes: Readonly<Record<string, CountedCodes & { readonly within?: Readonly<Record<string, CountedCodes>> }>>;
  /** whether the figures still are those that the printed hash names */
  readonly isWhole: boolean;
}

/** A figure, and everything that it can be traced by. */
export interface Explained {
  readonly report: string;
  readonly name: string;
  /** TARGET, or TARGET/CLUB */
  readonly figure: string;
  readonly title: string;
  readonly clause: string;
  readonly definition?: string;
  readonly plan: string;
  readonly shown: string;
  readonly status: string;
  readonly numerator: string;
  readonly denominator?: string;
  readonly versions: ReportContent['versions'];
  readonly isWhole: boolean;
  readonly records: CountedCodes;
}

/** Reads _Số chốt and no other tab. Throws FROZEN_UNKNOWN: nothing was frozen under the key, or it can no longer be read. */
export function frozenReport(reading: Reading, key: string): FrozenReport {
  const grid = reading.grids.get(TABS.frozen.sheetId) ?? 'missing';
  const frozen = readTab(TABS.frozen, grid, { isOn: () => true, readerOf: (column) => cellReader(column) });
  const fields = fieldsOf(frozen.rows.filter(({ values }) => values.key === key)).get(key);
  const approved = fields === undefined ? undefined : approvalFrom(key, fields)?.frozen;
  const content = contentIn(fields?.get('content')) ?? approved?.content;
  const codes = frozenCodes(fields?.get('records') ?? approved?.records);
  if (content === undefined || codes === undefined) throw new Problem('FROZEN_UNKNOWN', { report: key });
  const snapshot = fields?.get('snapshot');
  return { key, content, codes, isWhole: snapshot === undefined || sha256Hex(snapshot) === content.versions.snapshot };
}

function contentIn(text: string | undefined): ReportContent | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null && 'targets' in value ? (value as ReportContent) : undefined;
  } catch {
    return undefined; // an edited text explains nothing
  }
}

/** The figure of a target, by its id or its clause; after a slash a club's part, or another reading's. Throws FIGURE_UNKNOWN. */
export function explain(report: FrozenReport, figure: string): Explained {
  const [wanted = '', ...rest] = figure.split('/');
  const part = rest.length === 0 ? undefined : rest.join('/');
  const named = report.content.targets.filter(({ target }) => target.id === wanted || target.clause === wanted);
  const [progress, ...more] = named;
  const found = progress === undefined || more.length > 0 ? undefined : explained(report, progress, part);
  if (found !== undefined) return found;
  const known =
    progress === undefined
      ? report.content.targets.map(({ target }) => target.id)
      : partsOf(progress).map((one) => `${progress.target.id}/${one.id}`);
  throw new Problem('FIGURE_UNKNOWN', { report: report.key, figure, known: known.join(', ') || (progress?.target.id ?? '') });
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly figure: Figure;
}

const partsOf = ({ clubs, readings }: TargetProgress): Part[] => [
  ...(clubs ?? []).map(({ club, name, status, figure }) => ({ id: club, title: name, status, figure })),
  ...(readings ?? []).map(({ id, text, status, figure }) => ({ id, title: text, status, figure })),
];

const NONE: CountedCodes = { counted: [], doubtful: [], of: [] };

function explained(
  { key, content, codes, isWhole }: FrozenReport,
  progress: TargetProgress,
  part: string | undefined,
): Explained | undefined {
  const { target } = progress;
  const one = part === undefined ? { id: '', title: '', ...progress } : partsOf(progress).find(({ id }) => id === part);
  if (one === undefined) return undefined;
  const records = part === undefined ? codes[target.id] : codes[target.id]?.within?.[part];
  const { figure, status } = one;
  const unit = countedIn(target) ?? 'percent';
  const definition = 'definition' in target ? target.definition : undefined;
  const shown =
    figure === undefined ? '' : figureText(figure, figure.denominator === undefined ? unit : 'percent', content.percentDecimals);
  return {
    report: key,
    name: reportName(content.title, content.period.label),
    figure: part === undefined ? target.id : `${target.id}/${part}`,
    title: part === undefined ? target.title : `${target.title} – ${one.title}`,
    clause: target.clause,
    ...(definition === undefined ? {} : { definition }),
    plan: planText(target),
    shown,
    status: capital(STATUS_LABELS[status]),
    numerator: figure === undefined ? '' : tallyText(figure.numerator),
    ...(figure?.denominator === undefined ? {} : { denominator: tallyText(figure.denominator) }),
    versions: content.versions,
    isWhole,
    records: records === undefined ? NONE : { counted: records.counted, doubtful: records.doubtful, of: records.of },
  };
}

/** Every figure of a report, each target with its clubs below. */
export const explainAll = (report: FrozenReport): { readonly target: Explained; readonly parts: readonly Explained[] }[] =>
  report.content.targets.map((progress) => ({
    target: explain(report, progress.target.id),
    parts: (progress.clubs ?? []).map(({ club }) => explain(report, `${progress.target.id}/${club}`)),
  }));
