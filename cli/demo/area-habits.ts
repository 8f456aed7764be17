// What demo clubs do in the areas of any plan. The areas of all plans come from one list of eight, so they are known by their titles' words.
import type { Plan } from '../../rules/plan/schema.ts';
import { plainKey } from '../../rules/text.ts';
import type { AreaHabit } from './activities.ts';

type Habit = Omit<AreaHabit, 'area'>;

const meeting = [78, 93] as const;
const aFew = [8, 16] as const;

/** The first whose word stands in an area's title. */
const BY_WORD: readonly { readonly word: string; readonly habit: Habit }[] = [
  {
    word: 'tai nha',
    habit: {
      everyMonths: 1,
      daysAfterMeeting: 5,
      contents: [
        'Tình nguyện viên thăm, giúp việc nhà',
        'Tình nguyện viên giúp đi khám, lĩnh thuốc',
        'Tình nguyện viên trò chuyện, dọn dẹp',
      ],
      helps: [4, 8],
      attendance: aFew,
    },
  },
  {
    word: 'suc khoe',
    habit: {
      everyMonths: 1,
      daysAfterMeeting: 0,
      contents: ['Cân, đo huyết áp cho thành viên', 'Tập dưỡng sinh và đo huyết áp', 'Trạm y tế khám, tư vấn sức khỏe'],
      attendance: meeting,
    },
  },
  {
    word: 'thu nhap',
    habit: {
      everyMonths: 2,
      daysAfterMeeting: 0,
      contents: ['Xét cho vay, thu vốn và phí', 'Trao đổi kỹ thuật trồng trọt, chăn nuôi', 'Trao đổi kinh nghiệm buôn bán nhỏ'],
      attendance: meeting,
    },
  },
  {
    word: 'tu giup',
    habit: {
      everyMonths: 1,
      daysAfterMeeting: 8,
      contents: [
        'Giúp ngày công thu hoạch',
        'Giúp sửa bếp, lợp lại mái',
        'Góp gạo giúp gia đình gặp khó khăn đột xuất',
        'Vệ sinh đường chung',
      ],
      helps: [1, 3],
      attendance: [15, 35],
    },
  },
  {
    word: 'loi ich',
    habit: {
      everyMonths: 3,
      daysAfterMeeting: 0,
      contents: ['Hướng dẫn thủ tục trợ cấp xã hội, thẻ BHYT', 'Trợ giúp pháp lý lưu động'],
      helps: [2, 6],
      attendance: meeting,
    },
  },
  {
    word: 'truyen thong',
    habit: {
      everyMonths: 2,
      daysAfterMeeting: 0,
      contents: [
        'Tuyên truyền phòng, chống lừa đảo qua điện thoại',
        'Nghe phổ biến Luật Người cao tuổi',
        'Tuyên truyền phòng bệnh theo mùa',
      ],
      attendance: meeting,
    },
  },
  {
    word: 'van nghe',
    habit: {
      everyMonths: 1,
      daysAfterMeeting: 0,
      contents: ['Sinh hoạt, tập văn nghệ', 'Giao lưu bóng chuyền hơi', 'Tập dưỡng sinh, đồng diễn'],
      attendance: meeting,
    },
  },
  {
    word: 'nguon luc',
    habit: {
      everyMonths: 4,
      daysAfterMeeting: 3,
      contents: ['Vận động nhà hảo tâm ủng hộ quỹ', 'Vận động tặng quà, đồ dùng cho câu lạc bộ'],
      attendance: aFew,
    },
  },
];
const OTHER: Habit = { everyMonths: 3, daysAfterMeeting: 0, contents: ['Sinh hoạt theo chuyên đề'], attendance: meeting };

/** A habit for every area of the plan, in its order. */
export const areaHabits = (plan: Pick<Plan, 'areas'>): AreaHabit[] =>
  plan.areas.map(({ id, title }) => {
    const words = plainKey(title);
    return { area: id, ...(BY_WORD.find(({ word }) => words.includes(word))?.habit ?? OTHER) };
  });
