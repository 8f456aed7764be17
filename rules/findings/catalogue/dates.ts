// Words for dates that cannot be or are unusual, whatever tab they stand in.
import { type IsoDate, viDate } from '../../calendar-date.ts';
import { define } from '../rule.ts';

export interface TwoDates {
  readonly earlierHeader: string;
  readonly earlier: IsoDate;
  readonly later: IsoDate;
}

const tooSoon = ({ earlierHeader, earlier, later }: TwoDates): string =>
  `${viDate(later)} sớm hơn ngày ở cột ${earlierHeader} (${viDate(earlier)}).`;

export const DATE_RULES = {
  DATES_REVERSED: define<TwoDates>({
    severity: 'error',
    counts: true,
    title: 'hai ngày ngược thứ tự',
    message: tooSoon,
    repair: ({ earlierHeader }) => `Đề nghị đối chiếu với giấy tờ và sửa ngày này hoặc ngày ở cột ${earlierHeader}.`,
  }),
  DATES_UNUSUAL: define<TwoDates>({
    severity: 'warning',
    counts: true,
    title: 'hai ngày có thứ tự khác thường',
    message: tooSoon,
    repair: ({ earlierHeader }) =>
      `Đề nghị đối chiếu với giấy tờ và sửa ngày này hoặc ngày ở cột ${earlierHeader}; nếu cả hai đều đúng thì giữ nguyên.`,
  }),
  DATE_FAR_AHEAD: define<{ readonly date: IsoDate; readonly asOf: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'ngày quá xa sau ngày chốt số liệu',
    message: ({ date, asOf }) => `${viDate(date)} sau ngày chốt số liệu ${viDate(asOf)} hơn một năm.`,
    repair: () => 'Đề nghị kiểm tra lại năm của ngày này.',
  }),
  DATE_LONG_AGO: define<{ readonly date: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'ngày quá sớm',
    message: ({ date }) => `${viDate(date)} quá sớm so với thời gian hoạt động của các CLB.`,
    repair: () => 'Đề nghị kiểm tra lại năm của ngày này.',
  }),
  YEAR_FAR_AHEAD: define<{ readonly year: number; readonly asOf: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'năm quá xa sau ngày chốt số liệu',
    message: ({ year, asOf }) => `năm ${year} sau ngày chốt số liệu ${viDate(asOf)} hơn một năm.`,
    repair: () => 'Đề nghị kiểm tra lại năm này.',
  }),
  BEFORE_FOUNDING: define<{ readonly date: IsoDate; readonly club: string; readonly founded: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'ghi trước ngày thành lập CLB',
    message: ({ date, club, founded }) => `${viDate(date)} sớm hơn ngày quyết định thành lập ${club} (${viDate(founded)}).`,
    repair: ({ club }) => `Đề nghị kiểm tra lại ngày này, CLB của dòng, hoặc ngày quyết định thành lập ${club}.`,
  }),
  DURING_PAUSE: define<{ readonly date: IsoDate; readonly club: string; readonly paused: IsoDate; readonly resumed: IsoDate | undefined }>({
    severity: 'warning',
    counts: true,
    title: 'ghi trong thời gian CLB tạm dừng',
    message: ({ date, club, paused, resumed }) =>
      `${viDate(date)} nằm trong thời gian ${club} tạm dừng (từ ${viDate(paused)}${resumed === undefined ? '' : ` đến ${viDate(resumed)}`}).`,
    repair: ({ club }) => `Đề nghị kiểm tra lại ngày này, hoặc ngày ${club} tạm dừng và hoạt động lại.`,
  }),
  AFTER_DISSOLUTION: define<{ readonly date: IsoDate; readonly club: string; readonly dissolved: IsoDate }>({
    severity: 'warning',
    counts: true,
    title: 'ghi sau ngày CLB giải thể',
    message: ({ date, club, dissolved }) => `${viDate(date)} sau ngày ${club} giải thể (${viDate(dissolved)}).`,
    repair: ({ club }) => `Đề nghị kiểm tra lại ngày này, CLB của dòng, hoặc ngày giải thể của ${club}.`,
  }),
};
