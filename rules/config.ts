// The functions' configuration, from environment variables. Parsed once; every fault is reported together.
import * as z from 'zod';
import { Problem } from './problem.ts';

const email = z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address is wanted');
const Environment = z.object({
  /** the mailbox the deployment sends from */
  ISHC_MAILBOX: email,
  /** workspace: a service identity that may act for the mailbox; consumer: the administrator's own account */
  ISHC_TENANCY: z.enum(['workspace', 'consumer']),
  /** consumer only: OAuth client and refresh token of the administrator's account */
  ISHC_CLIENT_ID: z.string().min(1).optional(),
  ISHC_CLIENT_SECRET: z.string().min(1).optional(),
  ISHC_REFRESH_TOKEN: z.string().min(1).optional(),
  /** projects/P/locations/L/queues/Q */
  ISHC_QUEUE: z.string().regex(/^projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+$/, 'projects/P/locations/L/queues/Q is wanted'),
  /** the address of processRegister */
  ISHC_PROCESS_URL: z.string().regex(/^https?:\/\/\S+$/, 'an http address is wanted'),
  /** the identity Cloud Tasks calls it with */
  ISHC_TASKS_ACCOUNT: email,
});

export interface Config {
  readonly mailbox: string;
  readonly tenancy:
    | { readonly kind: 'workspace' }
    | { readonly kind: 'consumer'; readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };
  readonly queue: string;
  readonly processUrl: string;
  readonly tasksAccount: string;
}

/** Parses the environment. Throws CONFIG_INVALID that names every variable that is missing or wrong, never its value. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const raw = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')); // an empty variable is one that is not set
  const parsed = Environment.safeParse(raw);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${raw[String(path[0])] === undefined ? 'missing' : message}`);
  const wanted = ['ISHC_CLIENT_ID', 'ISHC_CLIENT_SECRET', 'ISHC_REFRESH_TOKEN'] as const;
  if (raw.ISHC_TENANCY === 'consumer')
    faults.push(...wanted.filter((name) => !raw[name]).map((name) => `${name}: missing (ISHC_TENANCY is consumer)`));
  if (!parsed.success || faults.length > 0) throw new Problem('CONFIG_INVALID', { faults });
  const { data } = parsed;
  return {
    mailbox: data.ISHC_MAILBOX,
    tenancy:
      data.ISHC_TENANCY === 'workspace'
        ? { kind: 'workspace' }
        : {
            kind: 'consumer',
            clientId: data.ISHC_CLIENT_ID ?? '',
            clientSecret: data.ISHC_CLIENT_SECRET ?? '',
            refreshToken: data.ISHC_REFRESH_TOKEN ?? '',
          },
    queue: data.ISHC_QUEUE,
    processUrl: data.ISHC_PROCESS_URL,
    tasksAccount: data.ISHC_TASKS_ACCOUNT,
  };
}
