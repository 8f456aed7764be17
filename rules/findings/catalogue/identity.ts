// Words for findings on personal numbers and telephone numbers. A personal number itself is never shown.
import { define } from '../rule.ts';

export const NATIONAL_ID_RULES = {
  NATIONAL_ID_MALFORMED: define<{ readonly digits: number }>({
    severity: 'warning',
    counts: true,
    title: 'số định danh không đủ 12 chữ số',
    message: ({ digits }) => `số định danh có ${digits} chữ số, không phải 12 chữ số.`,
    repair: () => 'Đề nghị ghi đủ 12 chữ số, kể cả số 0 ở đầu, hoặc để trống.',
  }),
  NATIONAL_ID_ZERO_LOST: define<{ readonly fits: boolean }>({
    severity: 'warning',
    counts: true,
    title: 'số định danh mất số 0 ở đầu',
    message: ({ fits }) =>
      `số định danh có 11 chữ số; có thể đã mất số 0 ở đầu${fits ? ', vì thêm số 0 thì khớp năm sinh và giới tính của dòng' : ''}.`,
    repair: () => 'Đề nghị thêm số 0 ở đầu nếu đúng như trên thẻ căn cước.',
  }),
  NATIONAL_ID_OLD: define({
    severity: 'hint',
    counts: true,
    title: 'số chứng minh nhân dân cũ',
    message: () => 'ô ghi 9 chữ số, có thể là số chứng minh nhân dân cũ.',
    repair: () => 'Đề nghị ghi số định danh 12 chữ số nếu thành viên đã có, hoặc để trống.',
  }),
  NATIONAL_ID_DISAGREES: define<{ readonly what: readonly ('birth' | 'sex')[] }>({
    severity: 'warning',
    counts: true,
    title: 'số định danh không khớp năm sinh hoặc giới tính',
    message: ({ what }) =>
      `số định danh không khớp với ${what.map((one) => (one === 'birth' ? 'năm sinh' : 'giới tính')).join(' và ')} của dòng.`,
    repair: () => 'Đề nghị đối chiếu với thẻ căn cước; nếu giấy tờ ghi như vậy thì giữ nguyên.',
  }),
  NATIONAL_ID_TWICE: define<{ readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'hai dòng cùng số định danh',
    message: ({ other }) => `số định danh trùng với ${other}.`,
    repair: ({ other }) => `Đề nghị xem có phải cùng một người với ${other} không và sửa số ghi sai.`,
  }),
};

export const PHONE_RULES = {
  PHONE_OLD: define<{ readonly shown: string; readonly now: string }>({
    severity: 'hint',
    counts: true,
    title: 'số di động 11 chữ số đã đổi đầu số',
    message: ({ shown }) => `“${shown}” là số di động 11 chữ số, không còn dùng từ năm 2018.`,
    repair: ({ now }) => `Đề nghị ghi số mới, có thể là ${now}.`,
  }),
  PHONE_MALFORMED: define<{ readonly shown: string }>({
    severity: 'warning',
    counts: true,
    title: 'số điện thoại không đúng dạng',
    message: ({ shown }) => `“${shown}” không đúng dạng số điện thoại của Việt Nam.`,
    repair: () => 'Đề nghị ghi số di động 10 chữ số hoặc số cố định kèm mã vùng, ví dụ: 0912 345 678; nếu không có thì để trống.',
  }),
};
