// The administrator's tab of the demo register of xã Quy Kỳ: who it is, and where its reports go before and after 01/7/2025.
// Offices and issuers are the plan's; every person is a demo person and every address ends with .example.
import { type IsoDate, viDate } from '../../rules/calendar-date.ts';
import { type DemoRow, demoName } from './register.ts';

/** What the demo takes from the plan of the commune. */
export const QUY_KY_UNIT = {
  plan: 'quy-ky',
  unit: '05545',
  /** the plan's last day: nothing is made up after it */
  until: '2025-12-31' as IsoDate,
  /** so that 2024 is the first year reported */
  reportsFrom: '2023-12-15' as IsoDate,
} as const;
export const QUY_KY_TITLE = 'Sổ CLB Liên thế hệ – xã Quy Kỳ (số liệu mẫu)';

type Fact = DemoRow<'unitInfo'>;
const BEFORE = { to: '2025-06-30' };
const AFTER = { from: '2025-07-01' };

const recipients: readonly Fact[] = [
  { chain: 'ubnd', value: 'UBND huyện Định Hóa', detail: 'ubnd-huyen-dinh-hoa', email: 'vanthu@dinh-hoa.example', ...BEFORE },
  { chain: 'ubnd', value: 'UBND tỉnh Thái Nguyên', detail: 'ubnd-tinh-thai-nguyen', email: 'vanthu@thai-nguyen.example', ...AFTER },
  {
    chain: 'hoi',
    value: 'Ban đại diện Hội NCT huyện Định Hóa',
    detail: 'hoi-nct-huyen-dinh-hoa',
    email: 'hoi-nct@dinh-hoa.example',
    ...BEFORE,
  },
  {
    chain: 'hoi',
    value: 'Hội Người cao tuổi tỉnh Thái Nguyên',
    detail: 'hoi-nct-tinh-thai-nguyen',
    email: 'hoi-nct@thai-nguyen.example',
    ...AFTER,
  },
].map((fact) => ({ item: 'recipient', ...fact }));

const offices: readonly {
  readonly chain: string;
  readonly name: string;
  readonly email: string;
  readonly signer: string;
  readonly days: Fact;
}[] = [
  { chain: 'ubnd', name: 'UBND xã Quy Kỳ', email: 'ubnd@quy-ky.example', signer: 'Hoàng Văn Minh', days: BEFORE },
  { chain: 'ubnd', name: 'UBND xã Kim Phượng', email: 'ubnd@kim-phuong.example', signer: 'Nông Thị Hà', days: AFTER },
  { chain: 'hoi', name: 'Hội Người cao tuổi xã Quy Kỳ', email: 'hoi-nct@quy-ky.example', signer: 'Ma Thị Lan', days: BEFORE },
  { chain: 'hoi', name: 'Hội Người cao tuổi xã Kim Phượng', email: 'hoi-nct@kim-phuong.example', signer: 'Triệu Đức Sơn', days: AFTER },
];

/** The facts of the register; `reportsFrom` is the first day from which it reports. */
export function unitInfoRows(registerId: string, reportsFrom: IsoDate): readonly Fact[] {
  return [
    { item: 'registerId', value: registerId },
    { item: 'unitId', value: QUY_KY_UNIT.unit },
    { item: 'planId', value: QUY_KY_UNIT.plan },
    { item: 'reportsFrom', value: viDate(reportsFrom) },
    { item: 'schemaVersion', value: '1' },
    { item: 'contact', value: 'Cán bộ mẫu (số liệu thử)', email: 'can-bo-mau@quy-ky.example', phone: '0900 000 001' },
    ...offices.map(({ chain, name, days }): Fact => ({ item: 'issuer', chain, value: name, ...days })),
    ...offices.map(({ chain, signer, days }): Fact => ({ item: 'signer', chain, value: demoName(signer), detail: 'CHỦ TỊCH', ...days })),
    ...offices.map(({ chain, name, email, days }): Fact => ({ item: 'officialAddress', chain, value: name, email, ...days })),
    ...recipients,
  ];
}
