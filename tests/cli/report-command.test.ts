// npx ishc report: what would go out now, what stands behind a figure, and the list to sign: from the frozen state, with codes and no names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clockAt } from '../../cli/clock.ts';
import { demoDistrict } from '../../cli/demo-district.ts';
import { main } from '../../cli/main.ts';
import { reportingRun } from '../../cli/reporting-run.ts';
import { type IsoDate, momentOf } from '../../rules/calendar-date.ts';
import { aWorkspace } from '../local-workspace/client.ts';
import { aFolder } from './a-folder.ts';

const DAY = '2024-12-20' as IsoDate;
const KEY = 'quy-ky/05545/bao-cao-nam/2024/1';

/** What a command prints, and how it ends. */
async function ran(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await main(['report', ...args]);
    const text = (calls: readonly (readonly unknown[])[]) => calls.map(([line]) => String(line)).join('\n');
    return { code, out: text(log.mock.calls), err: text(error.mock.calls) };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

/** The demo register of xã Quy Kỳ; `sent`: after its report went out. */
async function aDemoRegister(sent: boolean): Promise<string> {
  const workspace = await aWorkspace();
  vi.stubEnv('ISHC_WORKSPACE', workspace.url);
  const { registers, superiors } = await demoDistrict(workspace.url, {
    date: DAY,
    plans: ['quy-ky'],
    file: undefined,
    tell: () => undefined,
  });
  const id = registers[0]?.id;
  if (id === undefined || id === null) throw new Error('the demo has a register');
  if (sent)
    await reportingRun({
      workspace: workspace.url,
      superiors: superiors.map((one) => one.id),
      clock: clockAt(momentOf(DAY, 8)),
      onProgress: () => undefined,
    });
  return id;
}

afterEach(() => vi.unstubAllEnvs());

describe('npx ishc report preview', () => {
  it('writes the mail as it would be sent now, and says what blocks', async () => {
    const id = await aDemoRegister(false);
    const folder = aFolder();
    const { code, out } = await ran('preview', id, '--date', '2024-12-17', '--out', folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^Báo cáo năm 2024 – Xã Quy Kỳ\n/);
    expect(out).toMatch(/\d+ việc còn vướng:\n {2}- .*Đề nghị/);
    const html = readFileSync(join(folder, 'quy-ky-05545-bao-cao-nam-2024-1.html'), 'utf8');
    expect(html).toContain('chưa được lãnh đạo duyệt');
    const json = JSON.parse((await ran('preview', id, KEY, '--date', '2024-12-17', '--json')).out) as {
      report: string;
      blockers: string[];
    };
    expect(json.report).toBe(KEY);
    expect(json.blockers.length).toBeGreaterThan(0);
  });
});

describe('after a report was sent', () => {
  it('explain and frozen-list tell what was frozen: counts, clause, versions, codes; an unknown key or figure is named', async () => {
    const id = await aDemoRegister(true);
    const unknown = await ran('explain', id, 'quy-ky/05545/bao-cao-nam/2031/1', 'x');
    expect(unknown).toMatchObject({ code: 2, err: expect.stringMatching(/chưa có số liệu chốt.* Đề nghị .*FROZEN_UNKNOWN/) });
    const none = await ran('explain', id, KEY, 'khong-co');
    expect(none).toMatchObject({
      code: 2,
      err: expect.stringMatching(/không có số liệu “khong-co”\. Đề nghị ghi một trong: .*FIGURE_UNKNOWN/),
    });
    const targets = (/ghi một trong: (.+?)\. /.exec(`${none.err} `)?.[1] ?? '').split(', ');
    expect(targets.length).toBeGreaterThan(3);
    const told: Record<
      string,
      { records: { counted: string[] }; numerator: string; denominator?: string; clause: string; isWhole: boolean }
    > = {};
    for (const target of targets) told[target] = JSON.parse((await ran('explain', id, KEY, target, '--json')).out);
    const counted = Object.values(told).filter(({ records }) => records.counted.length > 0);
    expect(counted.length).toBeGreaterThan(0);
    for (const { clause, isWhole } of Object.values(told)) expect([clause === '', isWhole]).toEqual([false, true]);
    const clubs: string[] = [];
    for (const target of targets) {
      const { code, out } = await ran('explain', id, KEY, `${target}/CLB01`);
      if (code === 0) clubs.push(out);
    }
    expect(clubs.length).toBeGreaterThan(0);
    expect(clubs[0]).toMatch(/Phiên bản: cách tính .*; kế hoạch quy-ky v\d+; mã kiểm số liệu [0-9a-f]{64}/);

    const file = join(aFolder(), 'bang-ke.html');
    expect(await ran('frozen-list', id, KEY, '--out', file)).toMatchObject({ code: 0 });
    const page = readFileSync(file, 'utf8');
    for (const words of ['BẢNG KÊ SỐ LIỆU ĐÃ CHỐT', 'NGƯỜI LẬP BẢNG', 'NGƯỜI DUYỆT', 'Báo cáo năm 2024', KEY])
      expect(page).toContain(words);
    for (const code of counted[0]?.records.counted ?? []) expect(page).toContain(code);
    expect(page).not.toMatch(/undefined|\[object/);
  });
});

it('a report command without its operands says what is wanted', async () => {
  expect(await ran('explain', 'so-1')).toMatchObject({ code: 2, err: expect.stringContaining('MÃ_BÁO_CÁO') });
});
