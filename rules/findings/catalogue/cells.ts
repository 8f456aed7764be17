// Words for what is wrong in one cell, one header or one tab: the same for every tab, filled from the declarations.
import { viNumber } from '../../register/read-number.ts';
import { define, listed, type Rule } from '../rule.ts';

export interface CellWords {
  /** the cell as people see it */
  readonly shown: string;
  /** how the column's own note says it is written */
  readonly example: string;
  /** what may have been meant */
  readonly candidates: readonly string[];
  /** the tab a reference points into */
  readonly target: string;
  /** the characters that stand there, and the most that the column takes */
  readonly length: number;
  readonly longest: number;
}

const or = (candidates: readonly string[]): string => candidates.map((one) => `“${one}”`).join(' hoặc ');
const cell = (title: string, message: (words: CellWords) => string, repair: (words: CellWords) => string): Rule<CellWords> =>
  define<CellWords>({ severity: 'error', counts: false, title, message, repair });

/** With candidates they are offered, without them the column's own example. */
const rewrite =
  (how: string) =>
  ({ candidates, example }: CellWords): string =>
    candidates.length > 0 ? `Đề nghị ${how}; có thể là ${or(candidates)}.` : `Đề nghị ${how}, ví dụ: ${example}.`;

export const CELL_RULES = {
  TAB_MISSING: define({
    severity: 'error',
    counts: false,
    title: 'thiếu trang',
    message: () => 'không tìm thấy trang này trong sổ, nên số liệu của trang chưa được tính.',
    repair: () => 'Đề nghị khôi phục trang từ Tệp > Nhật ký phiên bản, hoặc liên hệ người quản trị sổ.',
  }),
  HEADERS_GONE: define<{ readonly row: number }>({
    severity: 'error',
    counts: false,
    title: 'mất dòng tiêu đề',
    message: ({ row }) => `không tìm thấy tiêu đề cột nào ở dòng ${row}, nên số liệu của trang chưa được tính.`,
    repair: ({ row }) =>
      `Đề nghị chọn CLB Liên thế hệ > Khôi phục định dạng sổ để đặt lại dòng tiêu đề (dòng ${row}); số liệu được giữ nguyên.`,
  }),
  HEADER_MISSING: define<{ readonly header: string }>({
    severity: 'error',
    counts: false,
    title: 'thiếu tiêu đề cột',
    message: () => 'không tìm thấy tiêu đề cột này, nên số liệu của cột chưa được đọc.',
    repair: ({ header }) => `Đề nghị ghi lại đúng tiêu đề “${header}” ở đầu cột.`,
  }),
  HEADER_TWICE: define<{ readonly header: string }>({
    severity: 'error',
    counts: true,
    title: 'hai cột cùng tiêu đề',
    message: () => 'có hai cột cùng tiêu đề này; sổ chỉ đọc cột đứng trước.',
    repair: ({ header }) => `Đề nghị giữ một cột “${header}” và đổi tiêu đề hoặc xoá cột còn lại.`,
  }),
  REQUIRED_BLANK: cell(
    'ô bắt buộc đang để trống',
    () => 'ô đang để trống.',
    ({ example }) => `Đề nghị ghi nội dung của ô, ví dụ: ${example}.`,
  ),
  DATE_UNREADABLE: cell(
    'ngày không đọc được',
    ({ shown }) => `“${shown}” không đọc được thành một ngày có thật.`,
    rewrite('ghi đủ ngày/tháng/năm'),
  ),
  DATE_AMBIGUOUS: cell(
    'ngày có thể hiểu nhiều cách',
    ({ shown }) => `“${shown}” có thể hiểu thành nhiều ngày khác nhau.`,
    rewrite('ghi năm bằng bốn chữ số'),
  ),
  BIRTH_UNREADABLE: cell(
    'ngày hoặc năm sinh không đọc được',
    ({ shown }) => `“${shown}” không đọc được thành ngày hoặc năm sinh.`,
    rewrite('ghi ngày/tháng/năm sinh, hoặc chỉ năm sinh bằng bốn chữ số'),
  ),
  YEAR_UNREADABLE: cell(
    'năm không đọc được',
    ({ shown }) => `“${shown}” không đọc được thành một năm.`,
    rewrite('ghi năm bằng bốn chữ số'),
  ),
  NUMBER_UNREADABLE: cell('số không đọc được', ({ shown }) => `“${shown}” không đọc được thành số.`, rewrite('chỉ ghi số')),
  NUMBER_AMBIGUOUS: cell(
    'số có thể hiểu nhiều cách',
    ({ shown }) => `“${shown}” có thể hiểu thành nhiều số khác nhau.`,
    rewrite('ghi rõ số đầy đủ'),
  ),
  NUMBER_NEGATIVE: cell('số âm', ({ shown }) => `“${shown}” là số âm.`, rewrite('ghi số từ 0 trở lên')),
  NUMBER_NOT_WHOLE: cell(
    'số không nguyên',
    ({ shown }) => `“${shown}” không phải là số nguyên.`,
    rewrite('ghi số nguyên, không có phần lẻ'),
  ),
  NUMBER_IS_SHARE: cell(
    'ghi tỷ lệ thay cho số lượng',
    ({ shown }) => `“${shown}” là tỷ lệ, không phải số lượng.`,
    rewrite('ghi số lượng, sổ tự tính tỷ lệ'),
  ),
  TICK_UNREADABLE: cell(
    'ô đánh dấu không đọc được',
    ({ shown }) => `“${shown}” không đọc được thành có hoặc không.`,
    () => 'Đề nghị đánh dấu vào ô nếu có, bỏ dấu nếu không.',
  ),
  CHOICE_UNKNOWN: cell(
    'giá trị không có trong danh sách',
    ({ shown }) => `“${shown}” không có trong danh sách của cột.`,
    ({ candidates, example }) =>
      candidates.length > 0
        ? `Đề nghị chọn một trong các giá trị: ${candidates.join('; ')}.`
        : `Đề nghị chọn từ danh sách, ví dụ: ${example}.`,
  ),
  CODE_MALFORMED: cell(
    'mã không đúng dạng',
    ({ shown }) => `“${shown}” không đúng dạng mã của trang.`,
    () => 'Đề nghị xoá nội dung ô mã để sổ tự cấp mã.',
  ),
  // never shows the text itself: notes, mails and logs stay short
  TEXT_TOO_LONG: cell(
    'nội dung quá dài',
    ({ length, longest }) => `nội dung dài ${viNumber(length)} ký tự, quá mức ${viNumber(longest)} ký tự của cột, nên chưa được đọc.`,
    ({ longest, example }) => `Đề nghị ghi không quá ${viNumber(longest)} ký tự, ví dụ: ${example}.`,
  ),
  REFERENCE_UNKNOWN: cell(
    'dẫn đến dòng không có',
    ({ shown, target }) => `“${shown}” không có ở trang ${target}.`,
    ({ candidates, target, example }) =>
      candidates.length > 0
        ? `Đề nghị chọn lại từ danh sách; có thể là ${or(candidates)}.`
        : `Đề nghị chọn từ danh sách hoặc ghi thêm vào trang ${target} trước, ví dụ: ${example}.`,
  ),
  REFERENCE_AMBIGUOUS: cell(
    'dẫn đến nhiều dòng trùng tên',
    ({ shown, target }) => `“${shown}” trùng với nhiều dòng ở trang ${target}.`,
    ({ candidates }) => `Đề nghị chọn đúng mã từ danh sách${candidates.length > 0 ? `: ${candidates.join('; ')}` : ''}.`,
  ),
  CODE_MISSING: define({
    severity: 'hint',
    counts: true,
    title: 'dòng chưa có mã',
    message: () => 'dòng chưa có mã; số liệu vẫn được tính.',
    repair: () => 'Đề nghị để trống ô mã, sổ sẽ tự cấp mã.',
  }),
  CODE_TWICE: define<{ readonly code: string; readonly rows: readonly number[] }>({
    severity: 'error',
    counts: true,
    title: 'mã bị ghi trùng',
    message: ({ code, rows }) => `mã ${code} còn được ghi ở dòng ${listed(rows.map(String), 'dòng')}.`,
    repair: () => 'Đề nghị giữ mã ở dòng ghi trước và xoá ô mã ở dòng ghi sau để sổ cấp mã mới.',
  }),
  ROW_REPEATED: define<{ readonly other: string }>({
    severity: 'warning',
    counts: true,
    title: 'hai dòng có nội dung giống hệt nhau',
    message: ({ other }) => `nội dung giống hệt ${other} và đang được tính cả hai.`,
    repair: ({ other }) => `Đề nghị xoá một dòng nếu ghi trùng với ${other}, giữ nguyên nếu là hai lần khác nhau.`,
  }),
};
