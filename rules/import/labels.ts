// The Vietnamese of an import: how people head the columns of their lists, and what they are told of a line.
import { type IsoDate, viDate } from '../calendar-date.ts';

/**
 * Headers met in clubs' lists, by the column of Thành viên they stand for; a column's own header counts too. `sex:female`: a mark in the
 * column means so; `birth:female`: it holds the births of women. `position` gives Ban chủ nhiệm and Tình nguyện viên; `skip` is left out.
 */
export const HEADER_NAMES: { readonly [target: string]: readonly string[] } = {
  name: [
    'họ và tên',
    'họ tên',
    'họ & tên',
    'tên thành viên',
    'tên hội viên',
    'thành viên',
    'hội viên',
    'họ đệm',
    'họ và tên đệm',
    'họ và đệm',
    'họ lót',
    'họ và chữ đệm',
    'tên đệm',
    'họ',
    'tên',
  ],
  birth: ['năm sinh', 'ngày sinh', 'ngày tháng năm sinh', 'ngày năm sinh', 'sinh năm', 'sinh ngày', 'ntns', 'ns', 'sn'],
  sex: ['giới tính', 'giới', 'nam nữ', 'phái', 'gt'],
  'sex:male': ['nam', 'ông'],
  'sex:female': ['nữ', 'bà'],
  location: [
    'nơi ở',
    'chỗ ở',
    'nơi cư trú',
    'nơi thường trú',
    'địa chỉ',
    'địa bàn',
    'xóm',
    'thôn',
    'buôn',
    'bản',
    'ấp',
    'làng',
    'khối',
    'khu phố',
    'tdp',
    'tổ dân phố',
    'tên xóm',
    'tên thôn',
  ],
  club: ['câu lạc bộ', 'clb', 'tên câu lạc bộ', 'tên clb', 'thuộc clb', 'mã clb'],
  ethnicGroup: ['dân tộc', 'thành phần dân tộc'],
  ethnicMinority: ['dân tộc thiểu số', 'dtts', 'người dtts', 'là người dtts', 'dân tộc ít người'],
  circumstance: [
    'hoàn cảnh',
    'hoàn cảnh gia đình',
    'hộ nghèo cận nghèo',
    'nghèo cận nghèo',
    'hộ nghèo hộ cận nghèo',
    'diện hộ',
    'đối tượng',
    'diện',
  ],
  'circumstance:poor': ['hộ nghèo', 'nghèo'],
  'circumstance:nearPoor': ['hộ cận nghèo', 'cận nghèo'],
  'circumstance:hardship': ['khó khăn', 'khó khăn khác', 'hoàn cảnh khó khăn'],
  circumstanceYear: ['năm công nhận', 'năm cấp giấy chứng nhận'],
  position: ['chức vụ', 'chức danh', 'nhiệm vụ', 'vai trò', 'chức vụ trong clb'],
  board: ['ban chủ nhiệm', 'bcn'],
  volunteer: ['tình nguyện viên', 'tnv'],
  joined: ['ngày vào', 'ngày vào clb', 'ngày tham gia', 'ngày gia nhập', 'thời gian tham gia', 'ngày kết nạp'],
  left: ['ngày ra', 'ngày ra clb', 'ngày thôi tham gia'],
  consent: ['ngày đồng ý', 'ngày ký phiếu', 'ngày ký phiếu đồng ý'],
  nationalId: ['cccd', 'số cccd', 'căn cước', 'căn cước công dân', 'số căn cước', 'cmnd', 'số cmnd', 'cmt', 'cmnd cccd', 'số định danh'],
  phone: ['sđt', 'số đt', 'đt', 'điện thoại', 'số điện thoại', 'di động', 'tel'],
  insured: ['bhyt', 'thẻ bhyt', 'bảo hiểm y tế', 'có thẻ bhyt'],
  needsLoan: ['nhu cầu vay', 'nhu cầu vay vốn', 'có nhu cầu vay'],
  skip: ['stt', 'tt', 'số tt', 'số thứ tự', 'ghi chú', 'ký nhận', 'ký tên', 'chữ ký', 'tuổi', 'mã thành viên'],
};

/** What a person may be in a club, by the tick box that says so; '' says nothing. */
export const POSITIONS: readonly (readonly [column: 'board' | 'volunteer' | '', names: readonly string[]])[] = [
  [
    'board',
    ['chủ nhiệm', 'phó chủ nhiệm', 'ban chủ nhiệm', 'bcn', 'uỷ viên', 'thư ký', 'thủ quỹ', 'kế toán', 'trưởng ban', 'cn', 'pcn', 'uv'],
  ],
  ['volunteer', ['tình nguyện viên', 'tnv']],
  ['', ['thành viên', 'hội viên', 'tv', 'không', '-']],
];

/** Words before a place's name: Địa bàn holds the name alone. */
export const PLACE_WORDS = ['tổ dân phố', 'khu phố', 'xóm', 'thôn', 'buôn', 'bản', 'làng', 'ấp', 'khối', 'khu', 'tdp', 'tổ', 'x.', 't.'];

/** Lines that are no members. */
export const TOTAL_WORDS = ['tổng số', 'tổng cộng', 'cộng trang', 'cộng chung', 'tổng', 'cộng'];
export const TITLE_WORDS = [
  'danh sách',
  'câu lạc bộ',
  'clb',
  'cộng hoà',
  'độc lập',
  'uỷ ban nhân dân',
  'ubnd',
  'hội người cao tuổi',
  'hội nct',
];
export const SIGNED_ON = ['ngày', 'tháng', 'năm'];
export const FOOT_WORDS = ['người lập', 'tm.', 'xác nhận', '(ký', 'ký tên', 'ghi chú:', 'danh sách này', 'danh sách có'];

export const EXTRA_TARGETS = {
  position: 'Chức vụ (chủ nhiệm, tình nguyện viên …)',
  birthOf: (header: string, sex: string) => `${header} của ${sex.toLowerCase()}`,
  mark: (header: string, choice: string) => `${header}: đánh dấu là “${choice}”`,
} as const;

const some = (texts: readonly string[], most = 5): string =>
  texts.length > most ? `${texts.slice(0, most).join(', ')} và ${texts.length - most} mục khác` : texts.join(', ');
const lines = (numbers: readonly number[]): string => `dòng ${some(numbers.map(String))}`;
const OFFERED = 4; // more are a list to choose from, and no guess
const maybe = (candidates: readonly string[] = []): string =>
  candidates.length === 0 || candidates.length > OFFERED ? '' : `, có thể là ${candidates.join(' hoặc ')}`;

/** The most letters of what was pasted and cannot be used, where it is shown. */
export const LONGEST_SHOWN = 120;

/** Why a line is in doubt. People of the register are named by their codes. */
export const DOUBTS = {
  noName: () => 'Không có họ và tên.',
  noBirth: () => 'Không có năm sinh.',
  unread: ({ header, shown, candidates }: { readonly header: string; readonly shown: string; readonly candidates?: readonly string[] }) =>
    `Cột ${header}: “${shown}” không đọc được${maybe(candidates)}.`,
  twoValues: ({ header }: { readonly header: string }) => `Hai cột cùng cho ${header} và nói khác nhau.`,
  noClub: () => 'Chưa rõ thuộc CLB nào.',
  twice: ({ others }: { readonly others: readonly number[] }) => `Có thể trùng người với ${lines(others)} của danh sách dán.`,
  claimed: ({ others, record }: { readonly others: readonly number[]; readonly record: string }) =>
    `Cùng ứng với ${record} như ${lines(others)} của danh sách dán.`,
  several: ({ records }: { readonly records: readonly string[] }) => `Có thể là một trong các thành viên ${some(records)}.`,
  otherClub: ({ record, club }: { readonly record: string; readonly club: string }) =>
    `Trùng họ tên, năm sinh, giới tính với ${record} ở ${club}; một người có thể ở hai CLB.`,
  near: ({ records }: { readonly records: readonly string[] }) =>
    `Gần giống ${some(records)}: cùng năm sinh, họ tên giống hoặc chỉ khác dấu.`,
  sameName: ({ records }: { readonly records: readonly string[] }) =>
    `Cùng họ tên với ${some(records)} trong CLB, nhưng không đủ năm sinh để đối chiếu.`,
  left: ({ record, on }: { readonly record: string; readonly on: IsoDate }) => `${record} đã ra CLB từ ngày ${viDate(on)}.`,
} as const;

/** What is not taken over from a line that is imported all the same. */
export const REMARKS = {
  unread: ({ header, shown, candidates }: { readonly header: string; readonly shown: string; readonly candidates?: readonly string[] }) =>
    `Ô ${header} không được ghi: “${shown}” không đọc được${maybe(candidates)}.`,
  noSex: () => 'Danh sách không cho biết giới tính; ô này sẽ để trống.',
  noJoined: () => 'Chưa có ngày vào CLB; ô này sẽ để trống.',
  asTyped: ({ shown }: { readonly shown: string }) => `Năm sinh “${shown}” được ghi nguyên văn, cần sửa sau.`,
} as const;

export const IGNORED = {
  blank: 'dòng trống',
  title: 'tiêu đề',
  header: 'tên cột',
  heading: 'tên nhóm',
  total: 'dòng cộng',
  foot: 'phần cuối danh sách',
} as const;

/** What the dialog is told besides the lines. */
export const IMPORT = {
  blanksLost:
    'Các cột cách nhau bằng dấu cách nên ô trống bị mất, không biết năm sinh hoặc dấu x thuộc cột Nam hay cột Nữ. Đề nghị ngăn các cột bằng dấu chấm phẩy (;), hoặc dán từ bảng tính.',
  empty: 'Chưa có dòng nào. Đề nghị dán danh sách vào ô.',
  noLines: 'Không thấy dòng nào ghi tên thành viên. Đề nghị dán cả phần có họ tên.',
  noName: 'Chưa có cột nào là Họ và tên. Đề nghị chọn cột ghi họ tên.',
  noClub: 'Chưa rõ danh sách của CLB nào. Đề nghị chọn CLB, hoặc chọn cột ghi tên CLB.',
  noClubs: 'Trang Câu lạc bộ chưa có CLB nào. Đề nghị ghi CLB ở trang Câu lạc bộ trước.',
  badDate: (header: string) => `${header}: ngày chưa đúng. Đề nghị chọn lại ngày.`,
  twoColumns: (label: string) => `Hai cột cùng được chọn là ${label}. Đề nghị để một cột, cột kia chọn “Không ghi”.`,
  leftOut: (headers: readonly string[]) =>
    `Không ghi ${headers.length === 1 ? 'cột' : 'các cột'} ${headers.join(', ')}: kế hoạch không cần, theo nguyên tắc chỉ thu thập dữ liệu cần thiết.`,
  noSexColumn: 'Không có cột nào cho biết giới tính: thành viên mới sẽ thiếu giới tính, sổ sẽ nhắc bổ sung.',
  noBirthColumn: 'Không có cột nào là năm sinh: mọi dòng sẽ nằm ở mục Chưa rõ.',
  noJoined: 'Chưa có ngày vào CLB: thành viên mới sẽ thiếu ngày này, sổ sẽ nhắc bổ sung.',
  noConsent: 'Chưa có ngày đồng ý cung cấp thông tin: sổ sẽ nhắc bổ sung.',
  asNew: 'Là người mới',
  asRecord: (record: string) => `Là ${record}`,
  asSkip: 'Bỏ qua',
  blank: '(trống)',
} as const;
