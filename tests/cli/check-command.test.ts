// npx ishc check: what a program is told of a register, and what it is not told unless it asks.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { check } from '../../cli/commands/check.ts';
import { demoDistrict } from '../../cli/demo-district.ts';
import type { IsoDate } from '../../rules/calendar-date.ts';
import { aWorkspace } from '../local-workspace/client.ts';

const DAY = '2024-12-20' as IsoDate;

async function printed(args: readonly string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    expect(await check(args)).toBe(0);
    return log.mock.calls.map(([line]) => String(line)).join('\n');
  } finally {
    log.mockRestore();
  }
}

async function aDemoRegister(): Promise<string> {
  const workspace = await aWorkspace();
  vi.stubEnv('ISHC_WORKSPACE', workspace.url);
  const { registers } = await demoDistrict(workspace.url, { date: DAY, plans: ['quy-ky'], file: undefined, tell: () => undefined });
  const id = registers[0]?.id;
  if (id === undefined) throw new Error('the demo has a register');
  return id;
}

afterEach(() => vi.unstubAllEnvs());

describe('npx ishc check --json', () => {
  it('names rule, place and repair of every finding, and shows a personal value only when asked', async () => {
    const id = await aDemoRegister();
    type Told = {
      rule: string;
      severity: string;
      tab: string;
      record: string;
      column: string | null;
      cell: string | null;
      message: string;
      repair: string;
      valueClass: string;
    };
    const masked = JSON.parse(await printed([id, '--json', '--date', DAY])) as Told[];
    const whole = JSON.parse(await printed([id, '--json', '--values', '--date', DAY])) as Told[];
    expect(masked.length).toBeGreaterThan(10);
    expect(whole.map(({ rule, tab, record, column, cell }) => [rule, tab, record, column, cell])).toEqual(
      masked.map(({ rule, tab, record, column, cell }) => [rule, tab, record, column, cell]),
    );
    for (const one of masked) {
      expect(one.repair).toMatch(/^Đề nghị .*\.$/);
      expect(['error', 'warning', 'hint']).toContain(one.severity);
    }
    const birth = (from: readonly Told[]) => from.find(({ column, valueClass }) => column === 'birth' && valueClass !== 'none');
    expect(birth(whole)?.message).toMatch(/“.+”/);
    expect(birth(masked)?.message).not.toMatch(/“/);
    expect(birth(masked)?.message).toContain('dữ liệu cá nhân');
  });

  it('prints the same findings for people, a line each, with what to do', async () => {
    const id = await aDemoRegister();
    const lines = (await printed([id, '--date', DAY])).split('\n');
    expect(lines[0]).toMatch(/^\d+ nội dung phải sửa, \d+ cần xem lại, \d+ gợi ý\.$/);
    for (const line of lines.slice(1)) expect(line).toMatch(/^\[(Phải sửa|Cần xem lại|Gợi ý)\] .+ Đề nghị .*\.$/);
  });
});
