// docs/data-dictionary.md: every tab and column in Vietnamese and English, from the declarations alone. There is no second list of
// columns: English names are the keys in words, and what a column holds follows from its type.
import type { ChoiceList, Column, ColumnType, PrivacyClass, Tab, TabKind } from '../rules/register/column.ts';
import { longestOf } from '../rules/register/read-cell.ts';
import { viNumber } from '../rules/register/read-number.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { TABS } from '../rules/register/tabs.ts';

interface Words {
  readonly vi: string;
  readonly en: string;
}
const both = ({ vi, en }: Words): string => `${vi} / ${en}`;

const TYPES: { readonly [K in ColumnType]: Words } = {
  text: { vi: 'chữ', en: 'text' },
  code: { vi: 'mã của dòng', en: 'record code' },
  reference: { vi: 'dẫn đến một dòng của trang khác', en: 'reference to a record' },
  choice: { vi: 'chọn một', en: 'one of a list' },
  choices: { vi: 'chọn nhiều, cách nhau bằng dấu chấm phẩy', en: 'several of a list, separated by ";"' },
  date: { vi: 'ngày', en: 'date' },
  birth: { vi: 'ngày, tháng hoặc năm sinh', en: 'birth: day, month or year alone' },
  year: { vi: 'năm', en: 'year, 1900–2100' },
  money: { vi: 'số tiền, đồng', en: 'whole đồng, 0 or more' },
  count: { vi: 'số nguyên', en: 'whole number, 0 or more' },
  tick: { vi: 'đánh dấu', en: 'tick box' },
};
const KINDS: { readonly [K in TabKind]: Words } = {
  data: { vi: 'người dùng nhập; sổ chỉ cấp mã và ghi kết quả kiểm tra', en: 'people; the software adds codes and results of checks' },
  owned: { vi: 'sổ tự ghi cả trang', en: 'the software, the whole tab' },
  protected: { vi: 'người quản trị', en: 'an administrator' },
};
const PRIVACY: { readonly [K in PrivacyClass]: Words & { readonly means: Words } } = {
  none: {
    vi: 'không',
    en: 'none',
    means: { vi: 'không nói gì về một người cụ thể', en: 'says nothing about a particular person' },
  },
  basic: {
    vi: 'cơ bản',
    en: 'basic',
    means: {
      vi: 'dữ liệu cá nhân cơ bản (Nghị định 356/2025/NĐ-CP, Điều 3): của thành viên thì chỉ ở trong sổ, không có trong thư, báo cáo và nhật ký',
      en: 'basic personal data (Decree 356/2025/NĐ-CP, Article 3): members’ stays in the register, never in mails, reports or logs',
    },
  },
  confidential: {
    vi: 'kín',
    en: 'confidential',
    means: {
      vi: 'sổ vay và sổ quỹ, theo quy định riêng của hệ thống: báo cáo chỉ có số tổng',
      en: 'loan books and funds, a class of this project: reports hold totals only',
    },
  },
  sensitive: {
    vi: 'nhạy cảm',
    en: 'sensitive',
    means: {
      vi: 'dữ liệu cá nhân nhạy cảm (Điều 4) hoặc được coi như nhạy cảm: chỉ báo cáo số đếm, số nhỏ được che',
      en: 'sensitive personal data (Article 4), or treated as such: reported as counts only, small ones masked',
    },
  },
};
const PLAN_LISTS: { readonly [K in Extract<ChoiceList, { from: 'plan' }>['list']]: Words } = {
  areas: { vi: 'các mảng hoạt động', en: 'activity areas' },
  fundingSources: { vi: 'các nguồn kinh phí', en: 'funding sources' },
  loanPurposes: { vi: 'các mục đích vay', en: 'loan purposes' },
  chargeUnits: { vi: 'các đơn vị chủ trì', en: 'units in charge' },
  narratives: { vi: 'các chỉ tiêu định tính', en: 'narrative targets' },
  targets: { vi: 'các chỉ tiêu', en: 'targets' },
};

/** `incomeFundSince` -> income fund since */
const inWords = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const tableRow = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  tableRow(head),
  tableRow(head.map(() => '---')),
  ...rows.map(tableRow),
];

type Tabs = { readonly [key: string]: Tab };
const COMMUNE: Tabs = TABS;
const SUPERIOR: Tabs = SUPERIOR_TABS;
const tabNamed = (key: string): Tab | undefined => COMMUNE[key] ?? SUPERIOR[key];

const MOST_INLINE = 8;

/** Where the allowed values come from; a short list of our own stands right there. */
function valuesOf(tab: Tab, column: Column): string {
  const { list, target, month } = column;
  if (target !== undefined) return `mã, nhãn hoặc tên ở trang **${tabNamed(target)?.title ?? target}** / a record of \`${target}\``;
  if (month) return 'có thể chỉ ghi tháng: 06/2024 / a month alone will do';
  if (list === undefined) {
    const longest = longestOf(tab, column);
    return Number.isFinite(longest) ? both({ vi: `không quá ${viNumber(longest)} ký tự`, en: `${longest} characters at most` }) : '';
  }
  if (list.from === 'tab') {
    const source = tabNamed(list.tab);
    return `có ở trang **${source?.title ?? list.tab}**, cột ${source?.columns[list.column]?.header ?? list.column} / \`${list.tab}.${list.column}\``;
  }
  const choices = list.choices ?? [];
  const shown = choices.length > MOST_INLINE ? `${choices.length} giá trị` : choices.map(({ label }) => label).join('; ');
  const own = choices.length === 0 ? '' : `[${shown}](#${anchorOf(list)})`;
  if (list.from === 'list') return own;
  const plan = `${PLAN_LISTS[list.list].vi} của kế hoạch / the plan's \`${list.list}\` (${PLAN_LISTS[list.list].en})`;
  return own === '' ? plan : `${plan}; ${own}`;
}

const required = (tab: Tab, { required: must, optional, owned }: Column): string => {
  const words = [
    must ? both({ vi: 'bắt buộc', en: 'required' }) : '',
    optional ? both({ vi: 'chỉ khi kế hoạch cần', en: 'only if the plan asks' }) : '',
    owned || tab.kind === 'owned' ? both({ vi: 'sổ tự ghi', en: 'by the software' }) : '',
  ].filter((word) => word !== '');
  return words.length === 0 ? both({ vi: 'có thể để trống', en: 'may be blank' }) : words.join('; ');
};

const columnRow = (tab: Tab, key: string, column: Column): string[] => [
  `**${column.header}**`,
  `\`${key}\`${inWords(key) === key ? '' : ` ${inWords(key)}`}${column.hidden ? ' (cột ẩn / hidden)' : ''}`,
  both(TYPES[column.type]),
  required(tab, column),
  valuesOf(tab, column),
  both(PRIVACY[column.privacy]),
  column.help,
];

const shownAs = ({ visible, hidden }: Tab): Words => {
  if (hidden) return { vi: 'luôn ẩn', en: 'always hidden' };
  return visible ? { vi: 'hiện từ đầu', en: 'visible from the start' } : { vi: 'ẩn lúc đầu', en: 'hidden at first' };
};

const factsOf = (tab: Tab): string => {
  const { codes, headerRow = 1 } = tab;
  const facts = [
    `\`${tab.key}\``,
    `sheetId ${tab.sheetId}`,
    `người ghi / written by: ${both(KINDS[tab.kind])}`,
    both(shownAs(tab)),
    codes ? `mã / code: \`${codes.prefix}${'1'.padStart(codes.digits, '0')}\`` : 'không có mã / no codes',
    ...(headerRow === 1 ? [] : [`tiêu đề ở dòng ${headerRow} / headers in row ${headerRow}`]),
  ];
  return facts.join(' · ');
};

const HEAD = ['Cột', 'Key', 'Kiểu / type', 'Phải ghi / required', 'Giá trị / values', 'Riêng tư / privacy', 'Ghi chú / note'];

/** A tab that a superior shares with the communes is described once. */
function tabSection(tab: Tab, known: Tabs): string[] {
  const same = known[tab.key];
  const columns =
    same?.columns === tab.columns
      ? ['Các cột như ở sổ của xã. / Columns as in the commune’s register.']
      : table(
          HEAD,
          Object.entries(tab.columns).map(([key, column]) => columnRow(tab, key, column)),
        );
  return [`### ${tab.title}`, '', factsOf(tab), '', ...columns, ''];
}

type Closed = Extract<ChoiceList, { from: 'list' | 'plan' }>;
interface Listed {
  readonly list: Closed;
  readonly at: string;
  readonly users: readonly string[];
}

/** Each list once, by the first column that uses it. */
function listsOf(tabs: readonly Tab[]): Listed[] {
  const found = new Map<ChoiceList, { at: string; users: string[] }>();
  for (const tab of tabs) {
    for (const [key, { list, header }] of Object.entries(tab.columns)) {
      if (list === undefined || list.from === 'tab' || list.choices === undefined) continue;
      const known = found.get(list) ?? { at: `${tab.key}-${key}`, users: [] };
      const user = `${tab.title}: ${header}`;
      found.set(list, { at: known.at, users: known.users.includes(user) ? known.users : [...known.users, user] });
    }
  }
  return [...found].map(([list, { at, users }]) => ({ list: list as Closed, at, users }));
}

const ALL: readonly Tab[] = [...Object.values(COMMUNE), ...Object.values(SUPERIOR)];
const LISTS = listsOf(ALL);
const anchorOf = (list: ChoiceList): string => `list-${LISTS.find((one) => one.list === list)?.at ?? ''}`.toLowerCase();

const listSection = ({ list, users }: Listed): string[] => [
  `<a id="${anchorOf(list)}"></a>`,
  '',
  `### ${users.join(' · ')}`,
  '',
  ...table(
    ['Giá trị', 'Key', 'Cách ghi khác được hiểu / other spellings'],
    (list.choices ?? []).map(({ key, label, aliases = [] }) => [label, `\`${key}\``, aliases.join(', ')]),
  ),
  '',
];

const INTRODUCTION = `<!-- Generated by scripts/data-dictionary.ts from rules/register; run "npm run generate" instead of editing. -->

# Từ điển dữ liệu / Data dictionary

Mọi trang và cột của sổ, lấy thẳng từ khai báo trong \`rules/register/\`. Trang được tìm theo \`sheetId\`, cột theo tiêu đề, nên đổi tên trang
hay đổi chỗ cột không làm mất số liệu. Cột người dùng tự thêm không được đọc.

Every tab and column of the workbooks, taken from the declarations in \`rules/register/\`. Tabs are found by \`sheetId\`, columns by their
headers, so tabs may be renamed and columns moved. Columns that people add themselves are never read. English names are the keys in words.
`;

const privacySection = (): string[] => [
  '## Mức riêng tư / Privacy classes',
  '',
  ...table(
    ['Mức', 'Class', 'Nghĩa', 'Meaning'],
    Object.entries(PRIVACY).map(([key, { vi, means }]) => [vi, `\`${key}\``, means.vi, means.en]),
  ),
  '',
];

/** The whole document, with a trailing newline. The same declarations give the same text. */
export function dataDictionary(): string {
  const lines = [
    INTRODUCTION,
    ...privacySection(),
    '## Sổ của xã, phường / A commune’s register',
    '',
    ...Object.values(COMMUNE).flatMap((tab) => tabSection(tab, {})),
    '## Sổ của cấp trên / A superior’s workbook',
    '',
    ...Object.values(SUPERIOR).flatMap((tab) => tabSection(tab, COMMUNE)),
    '## Danh sách / Lists',
    '',
    'Chữ được so khớp không phân biệt hoa thường, kiểu đặt dấu thanh; thiếu dấu vẫn được hiểu nếu chỉ có một cách hiểu. / Texts are matched',
    'without regard to case and the place of the tone; without marks too, where only one reading is possible.',
    '',
    ...LISTS.flatMap(listSection),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
