// What the entries for the sheets need, made once. They know no queue: nothing that is called from outside makes tasks.
import type { OAuth2Client } from 'google-auth-library';
import type { Setup } from './setup.ts';

export interface PublicSetup extends Pick<Setup, 'clients' | 'mailbox' | 'links' | 'now' | 'log'> {
  /** gives Google's certificates, with which identity tokens are checked */
  readonly certificates: Pick<OAuth2Client, 'getFederatedSignonCertsAsync'>;
  /** the address of the identity that edits the registers: it may write the protected parts */
  readonly service: () => Promise<string>;
  /** milliseconds of a clock that only runs forward, for counting calls */
  readonly ticks?: () => number;
}
