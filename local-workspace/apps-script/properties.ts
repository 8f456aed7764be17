// PropertiesService: texts by name, per script, per script and document, per script and person.
import type { Store } from '../store.ts';

const PROPERTIES = 'script-properties';
const VALUE_BYTES = 9 * 1024;
const ALL_BYTES = 500 * 1024;

type Values = Readonly<Record<string, string>>;

export const propertiesOf = (store: Store, key: string): Values => store.get<Values>(PROPERTIES, key) ?? {};

/** Sets and, with null, removes; `only` removes all others. Throws as Google does when it is too much. */
export function changeProperties(store: Store, key: string, change: Readonly<Record<string, string | null>>, only: boolean): void {
  const merged = { ...(only ? {} : propertiesOf(store, key)), ...change };
  const values = Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null));
  const size = (text: string): number => Buffer.byteLength(text);
  if (Object.values(values).some((value) => size(value) > VALUE_BYTES)) throw new Error('Argument too large: value');
  const all = Object.entries(values).reduce((sum, [name, value]) => sum + size(name) + size(value), 0);
  if (all > ALL_BYTES) throw new Error('You have exceeded the property storage quota. Please remove some properties and try again.');
  store.atomically(() => store.put(PROPERTIES, key, values));
}
