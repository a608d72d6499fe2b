import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  fetchUserInfo,
  randomPKCECodeVerifier,
} from 'openid-client';
import { type House, newToken } from '#platform/house.server.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { OutsideTrouble } from '#platform/outgoing/fetch-outside.server.ts';
import { openProvider, signatures } from './provider.server.ts';
import {
  type AttemptKeys,
  burnAttempt,
  findAttempt,
  noteAttempt,
  noteNamed,
  takeSecrets,
} from './provider-attempt.server.ts';
import { emailMac } from './staff-identity.server.ts';
import type { ProviderPurpose } from './staff.tables.server.ts';

/**
 * Sets out to the provider: with a state, a nonce and a proof key of its own, all bound to this browser.
 * @param about.back the address of ours to which the provider sends the browser back
 * @returns where the browser must go
 */
export async function setOut(
  house: House,
  browser: string,
  about: { purpose: ProviderPurpose; staffId: string | null; back: string },
): Promise<URL> {
  const configuration = await openProvider(house);
  const [state, nonce, verifier] = [newToken(), newToken(), randomPKCECodeVerifier()];
  await noteAttempt(
    house,
    { state, browser },
    { purpose: about.purpose, staffId: about.staffId, secrets: { nonce, verifier } },
  );
  return buildAuthorizationUrl(configuration, {
    redirect_uri: about.back,
    response_type: 'code',
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
}

/**
 * Asks the provider whom its answer names, once. Called again, it does nothing when somebody was named.
 * @param answer the query with which the browser came back
 * @throws Problem `session.refused` (401) whatever does not fit, `provider.unreachable` (503)
 */
export async function askProvider(
  house: House,
  keys: AttemptKeys,
  { answer, back }: { answer: string; back: string },
): Promise<void> {
  const attempt = await findAttempt(house, keys);
  if (!attempt) throw new Problem('session.refused', 401);
  if (attempt.subject_mac) return;
  const secrets = await takeSecrets(house, keys);
  if (!secrets) throw new Problem('session.refused', 401);
  try {
    const configuration = await openProvider(house);
    const came = new URL(back);
    came.search = answer;
    const tokens = await authorizationCodeGrant(configuration, came, {
      pkceCodeVerifier: secrets.verifier,
      expectedState: keys.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || !tokens.id_token || !signatures.includes(algorithmOf(tokens.id_token))) throw refused();
    const email = await verifiedEmail(configuration, claims, tokens.access_token);
    const { provider } = house.config;
    if (!provider || email === undefined) throw refused();
    await noteNamed(house, keys, {
      subjectMac: house.vault.mac('provider-subject', JSON.stringify([provider.issuer, claims.sub])),
      emailMac: emailMac(house.vault, email),
      strong: isStrong(claims, provider.strong),
    });
  } catch (error) {
    await burnAttempt(house, keys);
    if (isProblem(error)) throw error;
    const away = causes(error).some((cause) => cause instanceof OutsideTrouble);
    // The reason stays in the log, as the library words it: outside, every wrong answer reads the same.
    house.log.info('provider-answer-refused', { reason: reasonOf(error) });
    throw away ? new Problem('provider.unreachable', 503) : refused();
  }
}

const refused = () => new Problem('session.refused', 401);

function algorithmOf(token: string): string {
  const [head = ''] = token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg?: unknown };
  return typeof header.alg === 'string' ? header.alg : '';
}

type Claims = { sub: string } & Record<string, unknown>;

/** An address that the provider has verified; some tell it only when asked once more. */
async function verifiedEmail(
  configuration: Configuration,
  claims: Claims,
  accessToken: string,
): Promise<string | undefined> {
  const asks =
    claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const told: Record<string, unknown> = asks
    ? { ...(await fetchUserInfo(configuration, accessToken, claims.sub)) }
    : claims;
  const { email, email_verified: verified } = told;
  return typeof email === 'string' && email.length <= 200 && verified === true ? email : undefined;
}

/** Did the provider see a second factor, in words that the operator trusts? */
function isStrong(claims: Claims, trusted: readonly string[]): boolean {
  const said = [claims['acr'], claims['amr']].flat();
  return said.some((word) => typeof word === 'string' && trusted.includes(word));
}

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at instanceof Error && chain.length < 10; at = at.cause) chain.push(at);
  return chain;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
