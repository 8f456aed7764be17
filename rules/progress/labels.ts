// How targets and figures are worded in Vietnamese: one wording for the mail, the Word file and the tab Tiến độ.
// Numbers are 1.234,5 and percentages round half up; officials see the count beside every percentage.
import { type IsoDate, lastDayOfYear, viDate, yearOf } from '../calendar-date.ts';
import type { QualityRule } from '../plan/schema.ts';
import type { Stretch } from '../plan/stretch.ts';
import type { Bar, Count, MemberFilter, Target, TargetOf } from '../plan/target-schema.ts';
import { wantedOf } from './course.ts';
import type { CourseProgress, Criterion, Figure, Pace, PhaseProgress, Status, Tally, TargetProgress, YearProgress } from './progress.ts';

export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  met: 'đạt',
  notMet: 'chưa đạt',
  beyond: 'vượt chỉ tiêu',
  outside: 'vượt khung',
  notDue: 'chưa đến hạn',
  noData: 'chưa đủ số liệu',
  noSubject: 'chưa có đối tượng để tính',
  unjudged: 'chưa có đánh giá',
};

/** What a target's numbers are: a percentage, or a count of the named thing ("CLB", "thành viên"). */
export type FigureUnit = 'percent' | { readonly of: string };

/** `1.234.567` or `1.234,5`: dots for thousands, a comma for decimals, half up. */
export function numberText(value: number, decimals = 0): string {
  const scale = 10 ** decimals;
  // 1005/2000 is 50.249999999999993 in binary; a tie has to round as it does on paper
  const scaled = Math.floor(Math.abs(value) * scale + 0.5 + 1e-7);
  const whole = String(Math.floor(scaled / scale)).replace(/\B(?=(\d{3})+$)/g, '.');
  const sign = value < 0 && scaled > 0 ? '-' : '';
  return decimals === 0 ? sign + whole : `${sign}${whole},${String(scaled % scale).padStart(decimals, '0')}`;
}

/** `61,5%`. */
export const percentText = (value: number, decimals: number): string => `${numberText(value, decimals)}%`;

/** `60,4%`, or `từ 60,4% đến 63,1%`, or `từ 60,4% trở lên` when nothing bounds it; equal texts are said once. */
export function boundsText(low: string, high: string | undefined): string {
  if (high === undefined) return `từ ${low} trở lên`;
  return low === high ? low : `từ ${low} đến ${high}`;
}

/** A percentage of a plan, with the decimals it was written with: `100%`, `62,5%`. */
const planned = (value: number, unit: FigureUnit): string => {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return unit === 'percent' ? percentText(value, decimals) : numberText(value, decimals);
};

/** "từ 2 đến 3 CLB", "ít nhất 50%", "100%": a bar as a plan would word it. */
export function barText(bar: Bar, unit: FigureUnit): string {
  const say = (value: number): string => planned(value, unit);
  const range = bar.between ?? (bar.atLeast !== undefined && bar.atMost !== undefined ? [bar.atLeast, bar.atMost] : undefined);
  const parts: string[] = [];
  if (range) parts.push(`từ ${say(range[0])} đến ${say(range[1])}`);
  else if (bar.atLeast !== undefined) parts.push(unit === 'percent' && bar.atLeast === 100 ? say(100) : `ít nhất ${say(bar.atLeast)}`);
  else if (bar.atMost !== undefined) parts.push(`tối đa ${say(bar.atMost)}`);
  if (bar.moreThan !== undefined) parts.push(`trên ${say(bar.moreThan)}`);
  if (bar.equal !== undefined) parts.push(say(bar.equal));
  if (bar.about) {
    const { value, tolerance } = bar.about;
    parts.push(`khoảng ${say(value)} (từ ${say(Math.max(0, value - tolerance))} đến ${say(value + tolerance)})`);
  }
  return parts.join(', ') + (unit === 'percent' ? '' : ` ${unit.of}`);
}

function peopleNoun({ older, sex }: MemberFilter): string {
  if (older) return 'NCT';
  const noun = sex === 'female' ? 'thành viên nữ' : 'thành viên';
  return older === false ? `${noun} chưa đủ 60 tuổi` : noun;
}

/** The noun a count is followed by. */
export function nounOf(count: Count): string {
  if ('clubs' in count) return 'CLB';
  if ('members' in count) return peopleNoun(count.members);
  return 'locations' in count ? 'địa bàn' : 'đơn vị';
}

/** The plan's word for one of the units or groups that a target takes one by one. */
export const wordOf = ({ kind, per, word }: TargetOf<'each-unit'> | TargetOf<'spread'>): string =>
  word ?? ((per ?? (kind === 'spread' ? 'group' : 'unit')) === 'group' ? 'nhóm đơn vị' : 'đơn vị');

/** What a target's bar and figures are numbers of. Milestones and narratives without a figure have none. */
export function unitOf(target: Target): FigureUnit | undefined {
  switch (target.kind) {
    case 'count':
    case 'each-unit':
      return target.unit === 'percent' ? 'percent' : { of: nounOf(target.count) };
    case 'spread':
      return target.unit === 'percent' ? 'percent' : { of: wordOf(target) };
    case 'cohort':
      return target.unit === 'percent' ? 'percent' : { of: 'CLB' };
    case 'share':
      return target.unit === 'percent' ? 'percent' : { of: nounOf(target.part) };
    case 'each-club':
      return target.unit === 'percent' ? 'percent' : { of: target.share ? peopleNoun(target.share.of) : 'thành viên' };
    case 'milestone':
      return undefined;
    case 'narrative':
      if (!target.beside) return undefined;
      return 'count' in target.beside ? { of: nounOf(target.beside.count) } : 'percent';
  }
}

/** "giai đoạn 2016-2020" or "năm 2021" for whole years, as plans name them; else "thành lập từ ngày 15/03/2016 đến ngày 30/06/2020". */
export function spanText({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): string {
  const [first, last] = [yearOf(from), yearOf(to)];
  if (!from.endsWith('-01-01') || to !== lastDayOfYear(last)) return `thành lập từ ngày ${viDate(from)} đến ngày ${viDate(to)}`;
  return first === last ? `năm ${first}` : `giai đoạn ${first}-${last}`;
}

/** What the plan asks for, short enough for a table's cell: "từ 150 đến 160 thành viên", "mỗi năm ít nhất 2 CLB". */
export function planText(target: Target): string {
  if (target.kind === 'narrative') return 'đánh giá bằng nhận xét';
  if (target.kind === 'milestone') return `hoàn thành tại ${target.place}`;
  const bar = barText(target.bar, unitOf(target) ?? 'percent');
  if (target.kind === 'each-club') return `mỗi CLB ${bar}`;
  if (target.kind === 'each-unit') return `mỗi ${wordOf(target)} ${bar}`;
  if (target.kind === 'spread') {
    const where = target.unit === 'percent' ? `${bar} ${wordOf(target)}` : bar;
    return `${where} có ${barText(target.each, { of: nounOf(target.count) })}`;
  }
  if (target.kind === 'cohort') return `duy trì ${bar}${target.unit === 'percent' ? ' CLB' : ''} ${spanText(target.founded)}`;
  if (target.kind !== 'count' || target.every === undefined) return bar;
  return `${target.every.unit === 'year' ? 'mỗi năm' : 'mỗi 6 tháng'} ${bar}`;
}

/** `120`, `120–126` when some records may or may not count, `≥120` when more may exist than the register holds. */
export function tallyText({ sure, doubtful, open }: Tally): string {
  const low = numberText(sure);
  if (open) return `≥${low}`;
  return doubtful === 0 ? low : `${low}–${numberText(sure + doubtful)}`;
}

/** "3 CLB", "từ 2 đến 3 CLB", "từ 3 CLB trở lên". */
function countText({ low, high }: Figure, noun: string): string {
  return high === undefined ? `từ ${numberText(low)} ${noun} trở lên` : `${boundsText(numberText(low), numberText(high))} ${noun}`;
}

/**
 * "123/200 (61,5%)", "3 CLB", "120–126/200 (từ 60,0% đến 63,0%)". No percentage where there is none: 0/0, or a whole nobody knows.
 */
export function figureText(figure: Figure, unit: FigureUnit, decimals: number): string {
  const { numerator, denominator, low, high } = figure;
  if (unit !== 'percent') return countText(figure, unit.of);
  const percent = boundsText(percentText(low, decimals), high === undefined ? undefined : percentText(high, decimals));
  if (!denominator) return percent;
  const parts = `${tallyText(numerator)}/${tallyText(denominator)}`;
  if (!denominator.open && denominator.sure + denominator.doubtful === 0) return parts;
  return low === 0 && (high === undefined || high >= 100) ? `${parts} (chưa tính được tỷ lệ)` : `${parts} (${percent})`;
}

const edgesOf = (bar: Bar): readonly number[] =>
  [bar.atLeast, bar.moreThan, bar.atMost, bar.equal, ...(bar.between ?? [])].filter((edge) => edge !== undefined);

/**
 * How many decimals to print so that a figure does not look like a bar it misses: 49,96% beside "ít nhất 50%" would read 50,0%.
 * At most three more than asked for.
 */
export function decimalsBeside(figure: Pick<Figure, 'low' | 'high'>, bar: Bar, decimals: number): number {
  const blurred = (places: number): boolean =>
    [figure.low, figure.high ?? figure.low].some((value) =>
      edgesOf(bar).some((edge) => Math.abs(value - edge) > 1e-9 && percentText(value, places) === percentText(edge, places)),
    );
  let places = decimals;
  while (places < decimals + 3 && blurred(places)) places++;
  return places;
}

/** "18/21 đơn vị có số liệu": whose figures are inside; undefined when everybody's are, or when one unit reports for itself. */
export function coverageText({ coverage }: Pick<TargetProgress, 'coverage'>): string | undefined {
  if (!coverage || coverage.heard >= coverage.of) return undefined;
  return `${numberText(coverage.heard)}/${numberText(coverage.of)} đơn vị có số liệu`;
}

/** "3/4 năm", "5/8 kỳ 6 tháng": in how many of its years, or halves of years, a target was met. */
export function yearsMetText(years: readonly YearProgress[]): string {
  const met = years.filter(({ status }) => status === 'met' || status === 'beyond').length;
  return `${numberText(met)}/${numberText(years.length)} ${years.some(({ half }) => half !== undefined) ? 'kỳ 6 tháng' : 'năm'}`;
}

/** "Năm 2024", "6 tháng đầu năm 2024". */
export const stretchText = ({ year, half }: Stretch): string =>
  half === undefined ? `Năm ${year}` : `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`;

const PACE_LABELS: Readonly<Record<Pace, string>> = {
  ahead: 'vượt tiến độ',
  onTrack: 'đúng tiến độ',
  behind: 'chậm tiến độ',
  unknown: 'chưa đủ số liệu để xét tiến độ',
};

/** "theo lộ trình đến ngày 14/12/2024 cần 15 CLB – chậm tiến độ". */
export function courseText({ on, expected, pace }: CourseProgress, unit: FigureUnit): string {
  const wanted = numberText(wantedOf(expected));
  return `theo lộ trình đến ngày ${viDate(on)} cần ${unit === 'percent' ? `${wanted}%` : `${wanted} ${unit.of}`} – ${PACE_LABELS[pace]}`;
}

export const PHASE_LABEL = (phase: Pick<PhaseProgress, 'title' | 'deadline'>): string => `${phase.title} (hạn ${viDate(phase.deadline)})`;
export const STRIVEN_LABEL = 'Mức phấn đấu';
/** "bằng 76,0% mức phấn đấu": a number against the bar a plan strives for. */
export const ofStrivenText = (figure: Pick<Figure, 'low' | 'high'>, bar: Bar, decimals: number): string | undefined =>
  ofPlanText(figure, bar, decimals, 'mức phấn đấu');

/** The version of the quality rule that a reading is counted by. */
export const ruleText = ({ title, version }: Pick<QualityRule, 'title' | 'version'>): string => `Theo quy ước "${title}", bản ${version}.`;

const EVIDENCE: Readonly<Record<Extract<Criterion, { of: 'evidence' }>['evidence'], string>> = {
  foundingDecision: 'quyết định thành lập',
  launch: 'ngày ra mắt',
  regulation: 'quy chế hoạt động',
  board: 'quyết định công nhận ban chủ nhiệm',
  incomeFund: 'quỹ tăng thu nhập',
  operatingFund: 'quỹ hoạt động',
};

/** What a club lacks by a quality rule: "hoạt động Chăm sóc sức khoẻ", "quy chế hoạt động". */
export function criterionText(criterion: Criterion): string {
  switch (criterion.of) {
    case 'area':
      return criterion.atLeast === 1
        ? `hoạt động ${criterion.title}`
        : `ít nhất ${numberText(criterion.atLeast)} hoạt động ${criterion.title}`;
    case 'evidence':
      return EVIDENCE[criterion.evidence];
    case 'boardSize':
      return `ban chủ nhiệm ít nhất ${numberText(criterion.atLeast)} người`;
    case 'event':
      return criterion.event === 'trained' ? 'tập huấn' : 'kiểm tra, giám sát';
  }
}

/** A number in percent of the number a bar asks for. Undefined for a range, and where nothing bounds the figure from above. */
export function shareOfPlan(
  { low, high }: Pick<Figure, 'low' | 'high'>,
  bar: Bar,
): { readonly low: number; readonly high: number } | undefined {
  const goal = bar.atLeast ?? bar.equal;
  if (!goal || bar.atMost !== undefined || high === undefined) return undefined;
  return { low: (100 * low) / goal, high: (100 * high) / goal };
}

/**
 * "bằng 126,3% kế hoạch", "từ 95,3% đến 95,9% kế hoạch": a number against the number a plan asks for (or strives for), never "vượt 26,3%",
 * which reports use for both 126,3% and 26,3%.
 */
export function ofPlanText(figure: Pick<Figure, 'low' | 'high'>, bar: Bar, decimals: number, of = 'kế hoạch'): string | undefined {
  const share = shareOfPlan(figure, bar);
  if (share === undefined) return undefined;
  const places = decimalsBeside(share, { equal: 100 }, decimals);
  const text = boundsText(percentText(share.low, places), percentText(share.high, places));
  return `${text.startsWith('từ') ? '' : 'bằng '}${text} ${of}`;
}
