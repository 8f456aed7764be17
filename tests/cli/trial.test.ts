// What `npm start` offers to the page: people, workbooks, mail, the clock and its commands.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trialClock } from '../../cli/clock.ts';
import { OFFICER, SUPERIOR, VIEWER } from '../../cli/demo/page-roles.ts';
import { pageHost } from '../../cli/page-host.ts';
import { Trial } from '../../cli/trial.ts';
import type { PageEvent, PageHost, WorkbookView } from '../../local-workspace/page/protocol.ts';
import { startWorkspace, type Workspace } from '../../local-workspace/workspace.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { aFolder } from './a-folder.ts';

const FIRST_DAY = '2024-12-18' as IsoDate;

describe('a trial of one commune', () => {
  let workspace: Workspace;
  let trial: Trial;
  let host: PageHost;
  beforeEach(async () => {
    const state = aFolder();
    const clock = trialClock(FIRST_DAY, undefined);
    workspace = await startWorkspace({ now: () => clock.now(), taskBackoffScale: 0 });
    trial = new Trial({ workspace, clock, firstDay: FIRST_DAY, plans: ['quy-ky'], state });
    await trial.begin(() => undefined);
    host = pageHost(trial);
    await workspace.servePage(host);
  });
  afterEach(async () => {
    await trial.close();
    await workspace.close();
  });

  const viewOf = async (spreadsheet: string, as: string): Promise<WorkbookView> => {
    const answer = await fetch(`${workspace.url}/_workspace/page/workbook?${new URLSearchParams({ spreadsheet, as })}`);
    return (await answer.json()) as WorkbookView;
  };

  test('opens on its register, which the officer may change, the guest may look at and the superior may not see', async () => {
    const setup = await host.setup();
    expect(setup.workbooks.map(({ title, group }) => [title, group])).toEqual([
      ['Huyện Định Hóa – danh sách sổ', 'Huyện Định Hóa'],
      ['xã Quy Kỳ', 'Huyện Định Hóa'],
    ]);
    const access = async (id: string) => Promise.all([OFFICER, VIEWER, SUPERIOR].map(async (as) => (await viewOf(id, as)).access));
    expect(await access(setup.home)).toEqual(['write', 'read', 'none']);
    expect(setup.roles.map(({ email }) => email)).toEqual([OFFICER, VIEWER, SUPERIOR]);
    expect(await access(setup.roles.find(({ email }) => email === SUPERIOR)?.home ?? '')).toEqual(['none', 'none', 'write']);
    await workspace.scripts.opened({ spreadsheet: setup.home, as: OFFICER });
    expect((await viewOf(setup.home, OFFICER)).menus.map(({ title }) => title)).toEqual(['CLB Liên thế hệ']);
  });

  test('goes on to each next deadline and sends what is due there, never back, and is made anew when asked', async () => {
    const told: string[] = [];
    const command = (id: string, input?: string) => host.command(id, input, (line) => told.push(line));
    const heard: PageEvent[] = [];
    workspace.bus.subscribe((event) => heard.push(event));
    expect(trial.next).toEqual({ day: '2024-12-20', labels: ['báo cáo năm 2024'] });
    expect(await command('next-deadline')).toContain('đã gửi 1 báo cáo');
    expect(trial.today).toBe('2024-12-20');
    expect(await command('run')).toContain('đã gửi 1 báo cáo');
    await expect(command('move', '2024-12-19')).rejects.toThrow(/^Ngày 19\/12\/2024 .*Đề nghị/);
    await expect(command('move', 'mai')).rejects.toThrow(/Đề nghị/);
    await command('move', '2025-03-01');
    expect(trial.today).toBe('2025-03-01');
    expect(await command('next-deadline')).toContain('đã gửi 2 báo cáo');
    expect(told.join('\n')).toContain('Đã nhập thêm số liệu mẫu');
    await expect(command('next-deadline')).rejects.toThrow(/Không còn hạn báo cáo/);
    const { home } = await host.setup();
    await command('reset');
    expect(trial.today).toBe(FIRST_DAY);
    expect(heard.at(-1)).toEqual({ kind: 'reset' });
    expect((await viewOf((await host.setup()).home, OFFICER)).access).toBe('write');
    expect((await host.setup()).home).toBe(home);
  });
});
