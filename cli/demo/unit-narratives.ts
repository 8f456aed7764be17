// What only people can write of a year, for the units of a demo of many and for their superior: plain words marked as made up.
import { addDays, type IsoDate, yearOf } from '../../rules/calendar-date.ts';
import type { Level, Plan } from '../../rules/plan/schema.ts';
import { yearlyPeriod } from '../../rules/reporting/periods.ts';
import { type DemoRow, type Entry, enteredBy, withCodes } from './register.ts';

const MADE_UP = '(số liệu thử)';

/** Words by part of the report. */
export interface Words {
  readonly leadership: string;
  readonly assessment: string;
  readonly nextSteps?: string;
}
export const UNIT_WORDS: readonly [Words, ...Words[]] = [
  {
    leadership: 'Đã ban hành văn bản triển khai, phân công các ngành, đoàn thể và giao Hội Người cao tuổi theo dõi',
    assessment: 'Các câu lạc bộ sinh hoạt đều, quay vòng vốn tốt; việc ghi sổ quỹ còn chậm ở một số tháng',
    nextSteps: 'Tiếp tục vận động nguồn vốn ban đầu và tập huấn ghi sổ cho ban chủ nhiệm',
  },
  {
    leadership: 'Đã họp giao ban hằng quý với ban chủ nhiệm các câu lạc bộ và lồng ghép vào chương trình công tác năm',
    assessment: 'Phần lớn thành viên được vay vốn và dự sinh hoạt; nơi sinh hoạt của câu lạc bộ còn chật',
  },
];
export const SUPERIOR_WORDS: Words = {
  leadership: 'Đã hướng dẫn các đơn vị xây dựng chỉ tiêu từng năm và tổ chức giám sát theo kế hoạch',
  assessment: 'Các đơn vị duy trì sinh hoạt và báo cáo số liệu; còn đơn vị chưa có câu lạc bộ hoặc nhập số liệu chậm',
  nextSteps: 'Tập trung hỗ trợ các đơn vị chưa có câu lạc bộ và hoàn thiện quỹ của các câu lạc bộ mới',
};

const PARTS = ['leadership', 'assessment', 'nextSteps'] as const;

/** The narrative targets that this level gives a verdict on. */
export const narrativeTargets = (plan: Plan, level: Level): string[] =>
  plan.targets.filter(({ kind, levels }) => kind === 'narrative' && (levels?.includes(level) ?? true)).map(({ id }) => id);

/** The rows of a year and of those before it: words and verdicts two days after the cut-off, from a first day on. */
export function narrativesOf(
  plan: Plan,
  words: Words,
  verdicts: readonly string[],
  begun: IsoDate,
  upTo: IsoDate,
): DemoRow<'narratives'>[] {
  const first = yearOf(plan.period.from);
  const years = Array.from({ length: yearOf(plan.period.to) - first + 1 }, (_, index) => first + index);
  const entries = years.flatMap((year): Entry<'narratives'>[] => {
    const { cutOff, label: period } = yearlyPeriod(year, { month: 12, day: 31 });
    if (cutOff < begun) return [];
    const on = addDays(cutOff, 2);
    return [
      ...PARTS.flatMap((part): Entry<'narratives'>[] => {
        const text = words[part];
        return text === undefined ? [] : [{ on, row: { period, part, text: `${text} ${MADE_UP}.` } }];
      }),
      ...verdicts.map(
        (target): Entry<'narratives'> => ({
          on,
          row: { period, part: 'verdict', target, verdict: 'met', text: `Đánh giá của đơn vị ${MADE_UP}.` },
        }),
      ),
    ];
  });
  return enteredBy(withCodes('narratives', entries), upTo);
}
