// Who may open what on the page of the demo.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PLANS } from '../../cli/demo/demo-plans.ts';
import { CITY, DEMO_ROLES, KEEPERS, OFFICER, rolesIn, SUPERIOR, shareDemo, VIEWER } from '../../cli/demo/page-roles.ts';
import { localClients } from '../../cli/local-google.ts';
import { startWorkspace, type Workspace } from '../../local-workspace/workspace.ts';

describe('the workbook of a superior', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await startWorkspace();
  });
  afterAll(() => workspace.close());

  const aWorkbook = async (title: string): Promise<string> => {
    const { data } = await localClients(workspace.url).sheets.spreadsheets.create({ requestBody: { properties: { title } } });
    return data.spreadsheetId ?? '';
  };
  const writersOf = async (fileId: string): Promise<readonly string[]> => {
    const fields = 'permissions(emailAddress,role)';
    const { data } = await localClients(workspace.url).drive.permissions.list({ fileId, fields });
    const asked = new Set(DEMO_ROLES.map(({ email }) => email));
    return (data.permissions ?? []).flatMap(({ emailAddress, role }) =>
      role === 'writer' && emailAddress && asked.has(emailAddress) ? [emailAddress] : [],
    );
  };

  it('is shared with its own keeper and no other superior, however often the demo is opened', async () => {
    const superiors = [
      { id: await aWorkbook('Huyện Định Hóa'), plan: 'quy-ky' },
      { id: await aWorkbook('Thành phố Buôn Ma Thuột'), plan: 'buon-ma-thuot' },
    ];
    const register = await aWorkbook('xã Quy Kỳ');
    const district = { superiors, registers: [{ unit: 'quy-ky', plan: 'quy-ky', id: register }] };
    await shareDemo(workspace.url, district);
    await shareDemo(workspace.url, district);
    expect(await Promise.all(superiors.map(({ id }) => writersOf(id)))).toEqual([[SUPERIOR], [CITY]]);
    expect(await writersOf(register)).toEqual([OFFICER]);
    expect(rolesIn(district, register).map(({ email, home }) => [email, home])).toEqual([
      [OFFICER, register],
      [VIEWER, register],
      [SUPERIOR, superiors[0]?.id],
      [CITY, superiors[1]?.id],
    ]);
  });

  it('has a keeper in every plan of the demo, and no two plans share one', () => {
    const keepers = DEMO_PLANS.map(({ file }) => KEEPERS[file]);
    expect(new Set(keepers).size).toBe(DEMO_PLANS.length);
    expect(keepers).not.toContain(undefined);
  });

  it('is nobody’s role where the demo has none', () => {
    const emails = rolesIn({ superiors: [{ id: 'b', plan: 'buon-ma-thuot' }] }, 'so').map(({ email }) => email);
    expect(emails).toEqual([OFFICER, VIEWER, CITY]);
  });
});
