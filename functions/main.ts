// The deployed bundle starts here: configuration once, then the entries.
import type { Instant } from '../rules/calendar-date.ts';
import { parseConfig } from '../rules/config.ts';
import { registerEntries } from './entries.ts';
import { clientsOf, identitiesOf } from './google-clients.ts';
import { logToStdout } from './log.ts';

// A body that is no JSON never reaches our entries: the framework answers it, and only in production without a stack and a piece of it.
process.env.NODE_ENV ??= 'production';

const config = parseConfig(process.env);
registerEntries({
  clients: clientsOf(identitiesOf(config)),
  mailbox: config.mailbox,
  links: config.links,
  queue: config.queue,
  processUrl: config.processUrl,
  tasksAccount: config.tasksAccount,
  now: () => Date.now() as Instant,
  log: logToStdout,
});
