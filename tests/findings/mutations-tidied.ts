// What people type in their own way, and what is read as it was meant: no finding may come of it.
import type { Typed } from './mutate.ts';

const member = { tab: 'members', record: 'TV0052' } as const;
const loan = { tab: 'loans', record: 'VV0019' } as const;

export const AS_MEANT: readonly Typed[] = [
  { ...member, cells: { name: 'Lý Thị\u00a0Đào (mẫu)'.normalize('NFD') }, why: 'marks apart from their letters, a no-break space' },
  { ...member, cells: { name: 'LÝ THỊ ĐÀO (MẪU)' }, why: 'in capitals' },
  { ...member, cells: { birth: 14_874 }, why: 'a date of birth that became a serial number' },
  { ...member, cells: { birth: 'sinh năm 1940' }, why: 'a year of birth in words' },
  { ...member, cells: { sex: 'nu' }, why: 'typed without marks' },
  {
    ...member,
    cells: { club: 'clb liên thế hệ tự giúp nhau xóm thống nhât 1 (mẫu)'.replace('nhât', 'nhất').normalize('NFD') },
    why: 'a club by its name, marks apart',
  },
  { ...member, cells: { club: 'clb 1' }, why: 'a club’s code in one’s own way' },
  { ...member, cells: { joined: '17-6-2024' }, why: 'a date with dashes' },
  { ...member, cells: { consent: '17.06.24' }, why: 'a date with dots and a short year' },
  { ...member, cells: { board: 'x' }, why: 'a cross in a tick box' },
  { ...member, cells: { ethnicGroup: 'San Chí' }, on: ['ethnicGroup'], why: 'a group by the name its people use' },
  { ...member, cells: { ethnicGroup: 'H Mông' }, on: ['ethnicGroup'], why: 'a group in another spelling' },
  { ...member, cells: { nationalId: '019 140 000123' }, on: ['nationalId'], why: 'a number in groups' },
  { ...member, cells: { phone: '+84 912 345 678' }, on: ['phone'], why: 'a number as dialled from abroad' },
  { ...member, cells: { phone: 912_345_678 }, on: ['phone'], why: 'a number cell dropped the zero' },
  { ...member, cells: { phone: '0208 3705 067' }, on: ['phone'], why: 'a landline' },
  { ...loan, cells: { member: 'Hứa Thị Nhung (mẫu)' }, why: 'a borrower by the name alone' },
  { ...loan, cells: { member: 'tv46 - Hứa Thị Nhung' }, why: 'a code in one’s own way' },
  { ...loan, cells: { amount: '5tr' }, why: 'millions in short' },
  { ...loan, cells: { amount: '5.000.000 đ' }, why: 'an amount with its currency' },
  { tab: 'loans', record: 'VV0001', cells: { member: 'Lý Văn Thủy (mẫu)' }, why: 'the tone on the other letter' },
  { tab: 'funds', record: 'Q0002', cells: { received: '30tr' }, why: 'millions in short' },
  { tab: 'funds', record: 'Q0020', cells: { date: '09/2024' }, why: 'a month alone' },
  { tab: 'activities', record: 'HD0001', cells: { attendances: '３３ người' }, why: 'full-width digits and a word' },
  { tab: 'activities', record: 'HD0001', cells: { area: 'chăm sóc sức khỏe' }, why: 'the tone on the other letter' },
  { tab: 'events', record: 'SK003', cells: { locations: 'thống nhất 1, mẫu 2' }, why: 'places with a comma between them' },
];
