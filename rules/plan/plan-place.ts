// Places in a plan file: the path for us, the name of the entry for the person who keeps the file; and tolerant ways to look into JSON.

/** Keys and positions from the root of the file down to a value. */
export type Site = readonly (string | number)[];

export type Json = { readonly [key: string]: unknown };
export const hasKey = (value: object, key: string): boolean => Object.keys(value).includes(key);
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value one step down, or undefined where there is none. */
export function step(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return listOf(value)[key];
  return isObject(value) && hasKey(value, key) ? value[key] : undefined;
}
export const valueAt = (raw: unknown, site: Site): unknown => site.reduce(step, raw);

/** The last key of a path; `ownerKey` is the one before it. */
export const lastKey = (site: Site): string | number | undefined => site[site.length - 1];
export const ownerKey = (site: Site): string | number | undefined => site[site.length - 2];

/** A value of the file with its place. */
export interface Spot {
  readonly site: Site;
  readonly value: unknown;
}

/** A value and everything below it, outermost first. */
export function spotsBelow(value: unknown, site: Site): Spot[] {
  const inner: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [{ site, value }, ...inner.flatMap(([key, item]) => spotsBelow(item, [...site, key]))];
}

/** "targets[3].bar.between" */
export const pathText = (site: Site): string =>
  site.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`), '');

const TITLES: { readonly [key: string]: string } = {
  document: 'Phần đầu văn bản',
  basis: 'Căn cứ',
  period: 'Thời gian của kế hoạch',
  units: 'Đơn vị',
  groups: 'Nhóm đơn vị',
  superior: 'Cấp trên',
  offices: 'Cơ quan nhận báo cáo',
  reporting: 'Chế độ báo cáo',
  signature: 'Phần ký',
  targets: 'Chỉ tiêu',
  qualityRule: 'Quy ước về chất lượng',
  otherQualityRules: 'Quy ước khác về chất lượng',
  areas: 'Nhóm hoạt động',
  fundingSources: 'Nguồn kinh phí',
  beneficiaries: 'Đối tượng',
  solutions: 'Giải pháp',
  otherClauses: 'Nội dung khác',
  chargeUnits: 'Đơn vị chủ trì',
  tasks: 'Nhiệm vụ',
  loanPurposes: 'Mục đích vay vốn',
  optionalColumns: 'Cột tùy chọn',
  definitions: 'Định nghĩa',
  rounding: 'Cách làm tròn',
  notes: 'Ghi chú',
  assumptions: 'Giả định',
};

/** `Chỉ tiêu thứ 4 "clb-diem" (targets[3].bar.between)`; the file as a whole where no part is named. */
export function placeOf(raw: unknown, site: Site): string {
  const [part, index] = site;
  if (part === undefined) return 'Tệp kế hoạch';
  const title = (typeof part === 'string' ? TITLES[part] : undefined) ?? 'Tệp kế hoạch';
  if (typeof index !== 'number') return `${title} (${pathText(site)})`;
  const entry = valueAt(raw, [part, index]);
  const name = ['id', 'clause', 'number', 'term', 'level']
    .map((key) => step(entry, key))
    .find((value) => typeof value === 'string' && value !== '');
  return `${title} thứ ${index + 1}${name === undefined ? '' : ` "${String(name)}"`} (${pathText(site)})`;
}
