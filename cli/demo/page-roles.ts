// Who one can be on the page of the demo, and what each may open: shared through Drive, as an administrator would.
import type { Role } from '../../local-workspace/page/protocol.ts';
import type { DemoDistrict } from '../demo-district.ts';
import { LOCAL, localAccount, localClients } from '../local-google.ts';

const ROLES = {
  officer: 'Cán bộ xã',
  viewer: 'Người không có quyền sửa',
  superior: 'Cấp trên (huyện)',
  city: 'Cấp trên (thành phố)',
  superiorMail: 'Văn thư UBND huyện Định Hóa',
  associationMail: 'Hội NCT huyện Định Hóa',
  cityMail: 'Văn thư UBND TP. Buôn Ma Thuột',
  cityDigest: 'UBND TP. Buôn Ma Thuột (tình hình gửi)',
  officerMail: 'Cán bộ nhập sổ',
  communeMail: 'UBND xã Quy Kỳ',
  serviceMail: 'Hộp thư gửi báo cáo',
} as const;

export const OFFICER = 'can-bo-mau@quy-ky.example';
export const VIEWER = 'khach@quy-ky.example';
export const SUPERIOR = 'vanthu@dinh-hoa.example';
export const CITY = 'can-bo-mau@tp-buon-ma-thuot.example';

export const DEMO_ROLES: readonly Role[] = [
  { id: 'can-bo', label: ROLES.officer, email: OFFICER },
  { id: 'khach', label: ROLES.viewer, email: VIEWER },
  { id: 'cap-tren', label: ROLES.superior, email: SUPERIOR },
  { id: 'thanh-pho', label: ROLES.city, email: CITY },
];

/** Who keeps the workbook of a plan's superior, by the plan: nobody else is let into it. */
export const KEEPERS: Readonly<Record<string, string>> = { 'quy-ky': SUPERIOR, 'buon-ma-thuot': CITY };

/** The roles there is something for: a superior only where the demo has its workbook, which is where it begins. */
export const rolesIn = ({ superiors }: Pick<DemoDistrict, 'superiors'>, home: string): readonly Role[] =>
  DEMO_ROLES.flatMap((role) => {
    if (!Object.values(KEEPERS).includes(role.email)) return [{ ...role, home }];
    const own = superiors.find(({ plan }) => KEEPERS[plan] === role.email);
    return own === undefined ? [] : [{ ...role, home: own.id }];
  });

/** Mailboxes worth looking into: who sends, and who receives. */
export const DEMO_MAILBOXES: readonly { readonly email: string; readonly label: string }[] = [
  { email: SUPERIOR, label: ROLES.superiorMail },
  { email: 'hoi-nct@dinh-hoa.example', label: ROLES.associationMail },
  { email: 'van-thu@ubnd-tp-buon-ma-thuot.example', label: ROLES.cityMail },
  { email: 'ubnd@tp-buon-ma-thuot.example', label: ROLES.cityDigest },
  { email: OFFICER, label: ROLES.officerMail },
  { email: 'ubnd@quy-ky.example', label: ROLES.communeMail },
  { email: LOCAL.mailbox, label: ROLES.serviceMail },
];

/** Registers go to the officer and, for reading, the viewer; a superior's workbook to whoever keeps it. May be repeated. */
export async function shareDemo(workspace: string, { registers, superiors }: DemoDistrict): Promise<void> {
  // an account exists once it has asked for a token; mail to others would only be recorded
  for (const email of new Set([...DEMO_ROLES, ...DEMO_MAILBOXES].map((one) => one.email)))
    await localAccount(workspace, email).getAccessToken();
  const { drive } = localClients(workspace);
  const share = (fileId: string, role: 'writer' | 'reader', emailAddress: string) =>
    drive.permissions.create({ fileId, sendNotificationEmail: false, requestBody: { type: 'user', role, emailAddress } });
  for (const { id } of registers) {
    if (id === undefined) continue;
    await share(id, 'writer', OFFICER);
    await share(id, 'reader', VIEWER);
  }
  for (const { id, plan } of superiors) {
    const keeper = KEEPERS[plan];
    if (keeper !== undefined) await share(id, 'writer', keeper);
  }
}
