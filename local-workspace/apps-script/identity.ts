// Google's identity tokens: a key pair per workspace, the tokens it signs, and the certificates that others verify them by.
import { createHash, createPrivateKey, createPublicKey, createSign, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { permissionIdOf } from '../drive/files.ts';
import type { JsonObject } from '../json.ts';
import type { PageRoutes } from '../page/routes.ts';
import type { Store } from '../store.ts';

const LIFETIME_S = 3600;

const encode = (part: JsonObject): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The OAuth client that Google makes for each script project. */
export function clientIdOf(scriptId: string): string {
  const hash = createHash('sha256').update(scriptId).digest();
  const letters = hash.toString('hex').slice(0, 32);
  return `${100_000_000_000 + (hash.readUIntBE(0, 5) % 900_000_000_000)}-${letters}.apps.googleusercontent.com`;
}

export class Identity {
  readonly #store: Store;
  readonly #now: () => number;
  #making: Promise<KeyObject> | undefined;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** A signed token that names a person to the holder of a client id. */
  async token(audience: string, email: string, withEmail: boolean): Promise<string> {
    const key = await this.#key();
    const iat = Math.floor(this.#now() / 1000);
    const claims: JsonObject = {
      iss: 'https://accounts.google.com',
      azp: audience,
      aud: audience,
      sub: `1${permissionIdOf(email)}`,
      ...(withEmail ? { email, email_verified: true } : {}),
      iat,
      exp: iat + LIFETIME_S,
    };
    const signed = `${encode({ alg: 'RS256', kid: kidOf(key), typ: 'JWT' })}.${encode(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  }

  /** Google's addresses for the keys. As PEM it is the bare public key, not a certificate: PARITY tells. */
  serve(routes: PageRoutes): void {
    routes.add('GET /www.googleapis.com/oauth2/v1/certs', async () => {
      const key = await this.#key();
      return { code: 200, body: { [kidOf(key)]: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString() } };
    });
    routes.add('GET /www.googleapis.com/oauth2/v3/certs', async () => {
      const key = await this.#key();
      const { n, e } = createPublicKey(key).export({ format: 'jwk' });
      return { code: 200, body: { keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig', kid: kidOf(key), n, e }] } };
    });
  }

  #key(): Promise<KeyObject> {
    this.#making ??= this.#kept();
    return this.#making;
  }

  async #kept(): Promise<KeyObject> {
    const pem = this.#store.get<string>('identity', 'key');
    if (pem !== undefined) return createPrivateKey(pem);
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    this.#store.atomically(() => this.#store.put('identity', 'key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()));
    return privateKey;
  }
}

const kidOf = (key: KeyObject): string =>
  createHash('sha1')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest('hex');
