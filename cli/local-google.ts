// The Google clients of a process that talks to a local workspace: the same clients, their requests sent to another address.
import { OAuth2Client } from 'google-auth-library';
import { clientsOf, type GoogleClients, transporter } from '../functions/google-clients.ts';
import { rewriteToWorkspace } from '../local-workspace/address.ts';

/** An account of the local workspace. The stand-in knows an account by its refresh token. */
export function localAccount(workspace: string, email: string): OAuth2Client {
  const redirected = transporter();
  redirected.interceptors.request.add({
    resolved: (config) => Promise.resolve({ ...config, url: new URL(rewriteToWorkspace(workspace, String(config.url))) }),
  });
  const client = new OAuth2Client({ clientId: 'local', clientSecret: 'local', transporter: redirected });
  client.setCredentials({ refresh_token: `refresh:${email}` });
  return client;
}

/** The identities of a local deployment: who edits the registers, and whose mailbox sends. */
export const LOCAL = {
  service: 'so-clb@dich-vu.example',
  mailbox: 'bao-cao@so-clb.example',
  /** signs links that lead to this machine alone */
  linkSecret: 'chi-dung-cho-khong-gian-thu-tren-may-nay',
  queue: 'projects/local/locations/local/queues/registers',
} as const;

export const localClients = (workspace: string): GoogleClients =>
  clientsOf({ service: localAccount(workspace, LOCAL.service), mailbox: localAccount(workspace, LOCAL.mailbox) });

/** Where a local deployment gets the certificates that identity tokens are checked with: from the workspace, as from Google. */
export const localCertificates = (workspace: string): OAuth2Client => localAccount(workspace, LOCAL.service);
