/** Where a passkey lives: the name it is bound to, and the address of the page that asks for it. */
export interface PasskeyHome {
  rpId: string;
  origin: string;
}

/** Why there are no passkeys at this address; a sentence stands under `staff:passkey.why`. */
export type WithoutPasskeys = 'needs-name' | 'needs-https' | 'other-name';

const isNumber = (hostname: string): boolean =>
  hostname.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(hostname);

/**
 * Browsers keep passkeys under a name and only over TLS, or for localhost. Where the operator has set an address,
 * only its name counts, so that keys do not end up under a name that will be gone tomorrow. A name that somebody
 * makes up in a request gains nothing: the browser signs only what belongs to the page it shows, and a key answers
 * only under the name by which it was made.
 */
export function passkeyHome(
  url: URL,
  publicUrl: string | undefined,
): { home: PasskeyHome } | { why: WithoutPasskeys } {
  const { hostname, origin } = url;
  if (isNumber(hostname)) return { why: 'needs-name' };
  if (hostname === 'localhost') return { home: { rpId: hostname, origin } };
  if (url.protocol !== 'https:') return { why: 'needs-https' };
  if (publicUrl !== undefined && new URL(publicUrl).hostname !== hostname) return { why: 'other-name' };
  return { home: { rpId: hostname, origin } };
}
