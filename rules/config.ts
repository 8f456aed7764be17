// The functions' configuration, from environment variables. Parsed once; every fault is reported together.
import * as z from 'zod';
import { Problem } from './problem.ts';
import type { LinkSetting } from './reporting/receipt-link.ts';

const email = z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address is wanted');
const Sending = {
  /** the mailbox the deployment sends from */
  ISHC_MAILBOX: email,
  /** workspace: a service identity that may act for the mailbox; consumer: the administrator's own account */
  ISHC_TENANCY: z.enum(['workspace', 'consumer']),
  /** consumer only: OAuth client and refresh token of the administrator's account */
  ISHC_CLIENT_ID: z.string().min(1).optional(),
  ISHC_CLIENT_SECRET: z.string().min(1).optional(),
  ISHC_REFRESH_TOKEN: z.string().min(1).optional(),
  /** signs the links by which receivers answer; several, apart by spaces: the first signs, all are accepted. Without it mails ask for a reply */
  ISHC_LINK_SECRET: z
    .string()
    .regex(/^\S{32,}(\s+\S{32,})*$/, 'secrets of 32 characters or more are wanted')
    .optional(),
  /** where the public entries are: the links lead to receipt below it */
  ISHC_PUBLIC_URL: z
    .string()
    .regex(/^(https:\/\/|http:\/\/127\.0\.0\.1)[^\s?#]+$/, 'an https address is wanted')
    .optional(),
};
const PublicEnvironment = z.object(Sending);
const Environment = z.object({
  ...Sending,
  /** projects/P/locations/L/queues/Q */
  ISHC_QUEUE: z.string().regex(/^projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+$/, 'projects/P/locations/L/queues/Q is wanted'),
  /** the address of processRegister */
  ISHC_PROCESS_URL: z.string().regex(/^https?:\/\/\S+$/, 'an http address is wanted'),
  /** the identity Cloud Tasks calls it with */
  ISHC_TASKS_ACCOUNT: email,
});

/** What the entries for the sheets need: who sends, and as whom Google is asked. */
export interface PublicConfig {
  readonly mailbox: string;
  /** absent: no links in mails */
  readonly links?: LinkSetting;
  readonly tenancy:
    | { readonly kind: 'workspace' }
    | { readonly kind: 'consumer'; readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };
}

export interface Config extends PublicConfig {
  readonly queue: string;
  readonly processUrl: string;
  readonly tasksAccount: string;
}

type Raw = Readonly<Record<string, string | undefined>>;

/** Parses the environment. Throws CONFIG_INVALID that names every variable that is missing or wrong, never its value. */
export function parseConfig(environment: Raw): Config {
  const data = parsed(Environment, environment);
  return { ...sending(data), queue: data.ISHC_QUEUE, processUrl: data.ISHC_PROCESS_URL, tasksAccount: data.ISHC_TASKS_ACCOUNT };
}

/** The same for the deployment of the public entries, which knows neither the queue nor where its tasks go. */
export const parsePublicConfig = (environment: Raw): PublicConfig => sending(parsed(PublicEnvironment, environment));

function parsed<T extends z.infer<typeof PublicEnvironment>>(schema: z.ZodType<T>, environment: Raw): T {
  const raw = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')); // an empty variable is one that is not set
  const result = schema.safeParse(raw);
  const faults = result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${raw[String(path[0])] === undefined ? 'missing' : message}`);
  const wanted = ['ISHC_CLIENT_ID', 'ISHC_CLIENT_SECRET', 'ISHC_REFRESH_TOKEN'] as const;
  if (raw.ISHC_TENANCY === 'consumer')
    faults.push(...wanted.filter((name) => !raw[name]).map((name) => `${name}: missing (ISHC_TENANCY is consumer)`));
  for (const [one, other] of [LINKS, [...LINKS].reverse()] as const)
    if (one && other && raw[one] && !raw[other]) faults.push(`${other}: missing (${one} is set)`);
  if (!result.success || faults.length > 0) throw new Problem('CONFIG_INVALID', { faults });
  return result.data;
}

const LINKS = ['ISHC_LINK_SECRET', 'ISHC_PUBLIC_URL'] as const;

function linksOf({ ISHC_LINK_SECRET: text, ISHC_PUBLIC_URL: url }: z.infer<typeof PublicEnvironment>): { readonly links?: LinkSetting } {
  const [first, ...older] = (text ?? '').split(/\s+/).filter((secret) => secret !== '');
  return first === undefined || url === undefined ? {} : { links: { address: url.replace(/\/+$/, ''), secrets: [first, ...older] } };
}

const sending = (data: z.infer<typeof PublicEnvironment>): PublicConfig => ({
  mailbox: data.ISHC_MAILBOX,
  ...linksOf(data),
  tenancy:
    data.ISHC_TENANCY === 'workspace'
      ? { kind: 'workspace' }
      : {
          kind: 'consumer',
          clientId: data.ISHC_CLIENT_ID ?? '',
          clientSecret: data.ISHC_CLIENT_SECRET ?? '',
          refreshToken: data.ISHC_REFRESH_TOKEN ?? '',
        },
});
