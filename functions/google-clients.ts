// The Google clients of a deployment: who it is, how long a call may take, what is retried.

import { GoogleAuth, gaxios, OAuth2Client } from 'google-auth-library';
import { cloudtasks_v2 } from 'googleapis/build/src/apis/cloudtasks/v2.js';
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PublicConfig } from '../rules/config.ts';
import { CALL_LIMIT } from '../rules/reporting/deliver.ts';

export interface GoogleClients {
  readonly sheets: sheets_v4.Sheets;
  readonly gmail: gmail_v1.Gmail;
  readonly tasks: cloudtasks_v2.Cloudtasks;
  readonly drive: drive_v3.Drive;
  /** Sees to it that a token is at hand: a call that fetched one on its way could last twice as long as a lease counts on. */
  readonly signIn: (who: keyof Identities) => Promise<void>;
}

/** Sheets and Tasks act as the service identity, Gmail as the sending mailbox; a consumer account is both. */
export interface Identities {
  readonly service: GoogleAuth | OAuth2Client;
  readonly mailbox: GoogleAuth | OAuth2Client;
}

const SHEETS = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/drive.file',
  'https://www.googleapis.com/auth/cloud-tasks',
];
const MAIL = ['https://www.googleapis.com/auth/gmail.compose', 'https://www.googleapis.com/auth/gmail.metadata'];

/** googleapis sets no timeout of its own; a lease counts on this one. Retries are left to Cloud Tasks, which knows how long to wait. */
export const transporter = (): gaxios.Gaxios => new gaxios.Gaxios({ timeout: CALL_LIMIT - 5_000, retryConfig: { retry: 0 } });

/** The identities a configuration names: https://developers.google.com/identity/protocols/oauth2/service-account */
export function identitiesOf({ tenancy, mailbox }: PublicConfig): Identities {
  if (tenancy.kind === 'workspace') {
    return {
      service: new GoogleAuth({ scopes: SHEETS, clientOptions: { transporter: transporter() } }),
      mailbox: new GoogleAuth({ scopes: MAIL, clientOptions: { subject: mailbox, transporter: transporter() } }),
    };
  }
  const account = new OAuth2Client({ clientId: tenancy.clientId, clientSecret: tenancy.clientSecret, transporter: transporter() });
  account.setCredentials({ refresh_token: tenancy.refreshToken });
  return { service: account, mailbox: account };
}

/** `retry: false` in every client as well: googleapis overrides what the transporter says with its own default. */
export function clientsOf(identities: Identities): GoogleClients {
  const { service, mailbox } = identities;
  return {
    sheets: new sheets_v4.Sheets({ auth: service, retry: false }),
    gmail: new gmail_v1.Gmail({ auth: mailbox, retry: false }),
    tasks: new cloudtasks_v2.Cloudtasks({ auth: service, retry: false }),
    drive: new drive_v3.Drive({ auth: service, retry: false }),
    signIn: async (who) => {
      await identities[who].getAccessToken();
    },
  };
}
