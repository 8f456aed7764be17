// Requests to the workspace. What cannot be reached rejects with Unreachable, what is refused with the workspace's own words.

export class Unreachable extends Error {}

async function asked<T>(url: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    throw new Unreachable('unreachable', { cause });
  }
  // a workspace that is just starting does not know the page's routes yet
  if (response.status === 404 || response.status >= 500) throw new Unreachable(`${response.status}`);
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return body as T;
  const { error } = body as { error?: unknown };
  throw new Error(typeof error === 'string' ? error : `${response.status}`);
}

/** GET /_workspace/page/… */
export const get = <T>(name: string, parameters: Readonly<Record<string, string>> = {}): Promise<T> =>
  asked<T>(`/_workspace/page/${name}?${new URLSearchParams(parameters)}`);

/** POST /_workspace/page/… */
export const post = <T>(name: string, body: unknown): Promise<T> =>
  asked<T>(`/_workspace/page/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
