import { createHash } from 'node:crypto';
import type { AuthenticationExtensionsClientInputs } from '@simplewebauthn/server';
import { z } from 'zod';

/**
 * What a device is asked to derive a secret from (WebAuthn's PRF extension), beside signing: the same for all passkeys
 * of a house, because nobody has said yet whose will answer. A device without it leaves it out.
 */
export function derivationFor(houseId: string): AuthenticationExtensionsClientInputs {
  // The library's types know no PRF; as JSON the value is base64url.
  const first = createHash('sha256').update(`serai/v1/passkey-derivation/${houseId}`).digest('base64url');
  return { prf: { eval: { first } } } as unknown as AuthenticationExtensionsClientInputs;
}

const derivedShape = z.object({
  id: z.string().min(1).max(2_000),
  clientExtensionResults: z.object({
    prf: z.object({ results: z.object({ first: z.string().regex(/^[A-Za-z0-9_-]{43}=?$/) }) }),
  }),
});

/** The credential and the 32 bytes that its device derived, from a browser's answer; undefined where it derives none. */
export function readDerived(passkey: string): { credentialId: string; derived: Buffer } | undefined {
  try {
    const { id, clientExtensionResults } = derivedShape.parse(JSON.parse(passkey));
    return { credentialId: id, derived: Buffer.from(clientExtensionResults.prf.results.first, 'base64url') };
  } catch {
    return undefined;
  }
}
