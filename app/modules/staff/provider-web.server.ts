import { isStaff } from '#platform/actor.ts';
import { newToken } from '#platform/house.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { countGuess } from './guess-limit.server.ts';
import { setOut } from './prove-at-provider.server.ts';
import { type AttemptKeys, attemptMinutes } from './provider-attempt.server.ts';
import type { ProviderPurpose } from './staff.tables.server.ts';

/** Ways that one address, or one person, may set out on in a quarter of an hour. */
const mostAttempts = 60;

export interface ProviderOffer {
  /** What colleagues call it. */
  name: string;
  /** Where the browser goes. */
  host: string;
}

/** The provider as pages name it; nothing where the operator named none. */
export function providerOffer({ house }: Web): ProviderOffer | undefined {
  const { provider } = house.config;
  if (!provider) return undefined;
  const { host } = new URL(provider.issuer);
  return { name: provider.name ?? host, host };
}

/** The one address to which the provider sends browsers back. It is registered there. */
export const backOf = (web: Web): string => `${web.url.origin}/staff/sign-in/provider/return`;

/** Sets out, with a short-lived secret in the browser. @returns where the browser must go */
export async function setOutFrom(web: Web, purpose: ProviderPurpose): Promise<string> {
  const now = web.house.clock.now();
  const staffId = purpose === 'link' && isStaff(web.actor) ? web.actor.staffId : null;
  const who = staffId ?? `${now.toISOString().slice(0, 10)}/${web.address ?? ''}`;
  const mac = web.house.vault.mac('guess', `provider-attempt/${who}`);
  await countGuess(web.house, { mac, limit: mostAttempts }, now);
  const browser = newToken();
  const to = await setOut(web.house, browser, { purpose, staffId, back: backOf(web) });
  web.cookies.set('serai-provider', browser, attemptMinutes * 60);
  return to.href;
}

/** On which way the browser came back. Without the cookie it is nobody's: a secret that no browser has stands for that. */
export function keysOf(web: Web, answer: URLSearchParams): AttemptKeys {
  return {
    state: (answer.get('state') ?? '').slice(0, 200) || newToken(),
    browser: web.cookies.get('serai-provider') ?? newToken(),
  };
}
