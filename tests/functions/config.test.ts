// The deployment's configuration: every fault at once, by the name of its variable and never by its value.
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../rules/config.ts';
import { Problem } from '../../rules/problem.ts';

const COMMON = {
  ISHC_MAILBOX: 'bao-cao@so-clb.example',
  ISHC_QUEUE: 'projects/so-clb/locations/asia-southeast1/queues/registers',
  ISHC_PROCESS_URL: 'https://process.so-clb.example/',
  ISHC_TASKS_ACCOUNT: 'tasks@so-clb.example',
};
const SECRETS = { ISHC_CLIENT_ID: 'client-1', ISHC_CLIENT_SECRET: 'secret-2', ISHC_REFRESH_TOKEN: 'token-3' };

function faultsOf(raw: Record<string, string | undefined>): readonly string[] {
  try {
    parseConfig(raw);
  } catch (error) {
    if (error instanceof Problem && error.code === 'CONFIG_INVALID') return (error.details as { faults: readonly string[] }).faults;
    throw error;
  }
  return [];
}

describe('a configuration that is right', () => {
  const shared = {
    mailbox: COMMON.ISHC_MAILBOX,
    queue: COMMON.ISHC_QUEUE,
    processUrl: COMMON.ISHC_PROCESS_URL,
    tasksAccount: COMMON.ISHC_TASKS_ACCOUNT,
  };

  test('of a Workspace names no secret', () => {
    expect(parseConfig({ ...COMMON, ISHC_TENANCY: 'workspace' })).toEqual({ ...shared, tenancy: { kind: 'workspace' } });
  });

  test('of a consumer account brings its refresh token', () => {
    expect(parseConfig({ ...COMMON, ...SECRETS, ISHC_TENANCY: 'consumer' })).toEqual({
      ...shared,
      tenancy: { kind: 'consumer', clientId: 'client-1', clientSecret: 'secret-2', refreshToken: 'token-3' },
    });
  });

  test('with a secret and an address signs the links of mails; a secret of before is accepted too', () => {
    const raw = { ...COMMON, ISHC_TENANCY: 'workspace', ISHC_PUBLIC_URL: 'https://ham.so-clb.example/' };
    expect(parseConfig({ ...raw, ISHC_LINK_SECRET: `${'m'.repeat(32)} ${'c'.repeat(40)}` }).links).toEqual({
      address: 'https://ham.so-clb.example',
      secrets: ['m'.repeat(32), 'c'.repeat(40)],
    });
    expect(faultsOf(raw)).toEqual(['ISHC_LINK_SECRET: missing (ISHC_PUBLIC_URL is set)']);
    expect(faultsOf({ ...raw, ISHC_LINK_SECRET: 'ngan' })).toEqual([expect.stringMatching(/^ISHC_LINK_SECRET: .*32/)]);
    expect(JSON.stringify(faultsOf({ ...raw, ISHC_LINK_SECRET: 'ngan' }))).not.toContain('ngan');
  });

  test('leaves everything else in the environment alone', () => {
    expect(faultsOf({ ...COMMON, ISHC_TENANCY: 'workspace', PATH: '/bin', PORT: '8080' })).toEqual([]);
  });
});

describe('a configuration with faults', () => {
  test('that is empty names every variable that is always wanted', () => {
    const faults = faultsOf({});
    for (const name of [...Object.keys(COMMON), 'ISHC_TENANCY']) expect(faults).toContainEqual(expect.stringContaining(`${name}: missing`));
    expect(faults.length).toBe(5);
  });

  test('of a consumer account without its secrets names each of them beside the other faults', () => {
    const faults = faultsOf({ ISHC_TENANCY: 'consumer', ISHC_CLIENT_SECRET: '' });
    for (const name of [...Object.keys(COMMON), ...Object.keys(SECRETS)])
      expect(faults).toContainEqual(expect.stringContaining(`${name}: `));
  });

  test('names variables and never shows a value', () => {
    const wrong = {
      ISHC_MAILBOX: 'bi-mat-mot',
      ISHC_TENANCY: 'bi-mat-hai',
      ISHC_QUEUE: 'bi-mat-ba',
      ISHC_PROCESS_URL: 'bi-mat-bon',
      ISHC_TASKS_ACCOUNT: 'bi-mat-nam',
    };
    let problem: unknown;
    try {
      parseConfig(wrong);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(Problem);
    const { message, user } = problem as Problem;
    for (const name of Object.keys(wrong)) {
      expect(message).toContain(name);
      expect(user).toContain(name);
    }
    expect(message + user).not.toContain('bi-mat');
    expect(user).toContain('Đề nghị');
  });
});
