import { readFile } from 'node:fs/promises';
import {
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  clockSkew,
  type ClientAuth,
  clockTolerance,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ServerMetadata,
} from 'openid-client';
import type { ProviderConfig } from '#platform/config.server.ts';
import type { House } from '#platform/house.server.ts';
import { fetchOutside } from '#platform/outgoing/fetch-outside.server.ts';
import { outsideRules } from '#platform/outgoing/post-outside.server.ts';
import { Problem } from '#platform/problem.ts';

/** Minutes for which what the provider says of itself is kept. */
const keptMinutes = 60;
/** Signatures that count, whatever the provider offers: asymmetric ones, and never `none`. */
export const signatures: readonly string[] = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];

const place = 'provider-metadata';
interface Kept {
  issuer: string;
  metadata: ServerMetadata;
  until: number;
}

/**
 * The provider as the operator named it, ready to be asked. What it says of itself is believed only when it names itself
 * exactly as the operator did.
 * @throws Problem `not-found` where none is named, `provider.unreachable` (503)
 */
export async function openProvider(house: House): Promise<Configuration> {
  const { provider } = house.config;
  if (!provider) throw new Problem('not-found', 404);
  try {
    const fetchIt = await fetchFor(provider);
    const now = house.clock.now().getTime();
    let kept = house.resources.get(place) as Kept | undefined;
    if (kept?.issuer !== provider.issuer || kept.until < now) {
      const options = { [customFetch]: fetchIt };
      const found = await discovery(
        new URL(provider.issuer),
        provider.clientId,
        undefined,
        undefined,
        options,
      );
      const metadata = JSON.parse(JSON.stringify(found.serverMetadata())) as ServerMetadata;
      if (!isSameIssuer(metadata.issuer, provider.issuer)) throw new Error('another issuer');
      kept = { issuer: provider.issuer, metadata, until: now + keptMinutes * 60_000 };
      house.resources.set(place, kept);
    }
    const secret = (await readFile(provider.secretFile, 'utf8')).trim();
    const configuration = new Configuration(
      kept.metadata,
      provider.clientId,
      {
        client_secret: secret,
        // The house's clock decides, as everywhere; phones and servers drift by a minute.
        [clockSkew]: Math.round((now - Date.now()) / 1000),
        [clockTolerance]: 60,
      },
      secretBy(kept.metadata, secret),
    );
    configuration[customFetch] = fetchIt;
    // Not only the line is trusted: the token's own signature is checked too.
    enableNonRepudiationChecks(configuration);
    return configuration;
  } catch (error) {
    house.log.error('provider-unreachable', error);
    throw new Problem('provider.unreachable', 503);
  }
}

/** In the header, as every provider must take it, unless this one says that it takes the body only. */
function secretBy(metadata: ServerMetadata, secret: string): ClientAuth {
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const inBody = ways.includes('client_secret_post') && !ways.includes('client_secret_basic');
  return inBody ? ClientSecretPost(secret) : ClientSecretBasic(secret);
}

/** A slash after a bare host is the only difference that means nothing. */
const isSameIssuer = (said: string, named: string): boolean =>
  said === named || (URL.canParse(said) && new URL(said).href === new URL(named).href);

async function fetchFor(provider: ProviderConfig): Promise<CustomFetch> {
  const ca = provider.caFile && (await readFile(provider.caFile, 'utf8'));
  const rules = {
    ...outsideRules,
    ...(ca && { ca }),
    ...(provider.internal && { allows: 'everything' as const }),
  };
  return (url, { method, headers, body }) =>
    fetchOutside(
      url,
      {
        method,
        headers,
        body: body == null ? '' : typeof body === 'string' ? body : String(body as URLSearchParams),
      },
      rules,
    );
}
