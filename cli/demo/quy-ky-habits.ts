// What the demo clubs of xã Quy Kỳ do in the plan's seven areas: all of them in the pilot, six in the second club, four in the third.
import type { AreaHabit } from './activities.ts';

const meeting = [78, 93] as const;
const aFew = [8, 16] as const;

const habits = {
  health: {
    area: 'cham-soc-suc-khoe',
    everyMonths: 1,
    daysAfterMeeting: 0,
    contents: ['Cân, đo huyết áp cho thành viên', 'Tập dưỡng sinh và đo huyết áp', 'Trạm y tế xã khám, tư vấn sức khoẻ'],
    attendance: meeting,
  },
  culture: {
    area: 'truyen-thong-the-thao-van-nghe',
    everyMonths: 1,
    daysAfterMeeting: 0,
    contents: [
      'Sinh hoạt, tập hát then',
      'Tuyên truyền phòng, chống lừa đảo qua điện thoại',
      'Giao lưu bóng chuyền hơi',
      'Nghe phổ biến Luật Người cao tuổi',
    ],
    attendance: meeting,
  },
  homeCare: {
    area: 'cham-soc-tai-nha',
    everyMonths: 1,
    daysAfterMeeting: 5,
    contents: [
      'Tình nguyện viên thăm, giúp việc nhà',
      'Tình nguyện viên giúp đi khám, lĩnh thuốc',
      'Tình nguyện viên trò chuyện, dọn dẹp nhà cửa',
    ],
    helps: [4, 8],
    attendance: aFew,
  },
  selfHelp: {
    area: 'tu-giup-nhau',
    everyMonths: 1,
    daysAfterMeeting: 8,
    contents: [
      'Giúp ngày công làm cỏ, hái chè',
      'Giúp sửa bếp, lợp lại mái',
      'Góp gạo giúp gia đình gặp khó khăn đột xuất',
      'Vệ sinh đường xóm',
    ],
    helps: [1, 3],
    attendance: [15, 35],
  },
  income: {
    area: 'tang-thu-nhap',
    everyMonths: 2,
    daysAfterMeeting: 0,
    contents: ['Xét cho vay, thu vốn và phí', 'Trao đổi kỹ thuật nuôi gà thả đồi', 'Trao đổi kỹ thuật trồng, chế biến chè'],
    attendance: meeting,
  },
  rights: {
    area: 'quyen-loi-ich',
    everyMonths: 3,
    daysAfterMeeting: 0,
    contents: ['Hướng dẫn thủ tục trợ cấp xã hội, thẻ BHYT', 'Trợ giúp pháp lý lưu động'],
    helps: [2, 6],
    attendance: meeting,
  },
  resources: {
    area: 'van-dong-nguon-luc',
    everyMonths: 4,
    daysAfterMeeting: 3,
    contents: ['Vận động nhà hảo tâm ủng hộ quỹ', 'Vận động tặng quà, đồ dùng cho câu lạc bộ'],
    attendance: aFew,
  },
} satisfies { readonly [name: string]: AreaHabit };

/** By club; the plan's rule wants every area within the year. */
export const QUY_KY_HABITS: { readonly [club: string]: readonly AreaHabit[] } = {
  CLB01: Object.values(habits),
  CLB02: [habits.health, habits.culture, habits.homeCare, habits.selfHelp, habits.income, habits.resources],
  CLB03: [habits.health, habits.culture, habits.homeCare, habits.selfHelp],
};
