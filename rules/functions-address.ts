// The address of the functions as it stands in Thông tin đơn vị. The sheet sends a token there, so it must be a safe one.

// No userinfo, no query, no fragment: a person who reads the address must see where it leads.
const SAFE = /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[\w.~-]+)*$/i;
const LOCAL = /^http:\/\/127\.0\.0\.1(?::\d{1,5})?(?:\/[\w.~-]+)*$/;

/** The address without a slash at its end; undefined for what is neither https nor this machine's own. */
export function functionsAddressIn(text: string): string | undefined {
  const address = text.trim().replace(/\/+$/, '');
  return SAFE.test(address) || LOCAL.test(address) ? address : undefined;
}
