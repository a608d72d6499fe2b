import { createHash, hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { House } from '#platform/house.server.ts';

/** What stretching a passphrase costs: KiB of memory and passes of Argon2id with one lane. */
export interface StretchCost {
  memory: number;
  passes: number;
}

/**
 * Half a second on a computer of 2024, one to two on an old one; 128 MiB keep a guessing machine from trying thousands
 * at once. It is paid once a start, so it can be far more than for an ordinary sign-in.
 */
const usualCost: StretchCost = { memory: 131_072, passes: 12 };
/** Milliseconds at whose whole steps a refusal leaves: longer than stretching and all that follows it. */
const usualStep = 2_500;

/** Another pace than the usual one, for houses that are opened and closed a hundred times in a test. */
const ownPace = (house: House) =>
  house.resources.get('unlock-cost') as (StretchCost & { step: number }) | undefined;

export const costOf = (house: House): StretchCost => {
  const { memory, passes } = ownPace(house) ?? usualCost;
  return { memory, passes };
};
export const paceOf = (house: House): { step: number } => ({ step: ownPace(house)?.step ?? usualStep });

/**
 * A passphrase stretched to 32 bytes. The salt is made of this house and the address, so that no two people share one,
 * nothing in the tables tells whose a wrap is, and whoever stole them has to guess address and passphrase together.
 */
export async function stretchPassphrase(
  house: House,
  typed: { email: string; passphrase: string },
  cost: StretchCost,
): Promise<Buffer> {
  const address = typed.email.trim().toLowerCase().normalize('NFKC');
  const salt = createHash('sha256').update(`serai/v1/unlock/${house.id}/${address}`).digest();
  return hashRaw(typed.passphrase.normalize('NFKC'), {
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: 1,
    outputLen: 32,
    salt,
  });
}

/** What a passkey derived for this house (its PRF output, 32 bytes), as a secret that wraps. */
export const secretOfPasskey = (derived: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', derived, Buffer.alloc(0), 'serai/v1/unlock-passkey', 32));

export const credentialHash = (credentialId: string): Buffer =>
  createHash('sha256').update('serai/v1/unlock-credential/').update(credentialId).digest();
