// The bundle that is deployed open to the world starts here: the entries that the sheets' scripts call, and no other.
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import type { Instant } from '../rules/calendar-date.ts';
import { parsePublicConfig } from '../rules/config.ts';
import { Problem } from '../rules/problem.ts';
import { clientsOf, identitiesOf, transporter } from './google-clients.ts';
import { logToStdout } from './log.ts';
import { registerPublicEntries } from './public-entries.ts';

// A body that is no JSON never reaches our entries: the framework answers it, and only in production without a stack and a piece of it.
process.env.NODE_ENV ??= 'production';

const config = parsePublicConfig(process.env);
const identities = identitiesOf(config);
registerPublicEntries({
  clients: clientsOf(identities),
  mailbox: config.mailbox,
  links: config.links,
  certificates: new OAuth2Client({ transporter: transporter() }),
  service: serviceAddress,
  now: () => Date.now() as Instant,
  log: logToStdout,
});

/** A service account knows its own address from the place where it runs; a consumer deployment acts as the mailbox's account. */
async function serviceAddress(): Promise<string> {
  if (!(identities.service instanceof GoogleAuth)) return config.mailbox;
  const { client_email } = await identities.service.getCredentials();
  if (client_email === undefined) throw new Problem('CONFIG_INVALID', { faults: ['the service identity has no address'] });
  return client_email;
}
