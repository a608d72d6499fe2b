import type { Unseal } from '#platform/backup/open-targets.server.ts';
import { deriveKey } from '#platform/vault/root-key.server.ts';
import { unseal } from '#platform/vault/seal.server.ts';

/** Opens what is sealed for the house, for a command that has its root key in hand. */
export const unsealWith =
  (root: Buffer): NonNullable<Unseal> =>
  (place, sealed) =>
    unseal(deriveKey(root, 'house'), place, sealed);
