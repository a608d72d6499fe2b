import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { combine, split } from 'shamir-secret-sharing';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import { grantRoot, grantShare, unsealKeeperKey, withRootBytes } from './grant.server.ts';
import type { SealingTables } from './sealing.tables.server.ts';

/** Shares are points over a field of 256: there cannot be more. */
const mostShares = 255;

/**
 * Hands the root key, or shares of which any two open, to every keeper anew, in the caller's transaction. Nobody has to
 * be asked for a secret, because an open house can read each keeper's own key.
 * @throws Problem `unlock.too-many-people` beyond 255 keepers where two open
 */
export async function handOutGrants(
  house: House,
  tx: Transaction<SealingTables>,
  people: number,
): Promise<void> {
  // Locked in one order, so that two who join at once do not each split without the other.
  const keepers = await tx
    .selectFrom('unlock_person')
    .select(['staff_id', 'sealed_key'])
    .orderBy('staff_id')
    .forUpdate()
    .execute();
  const keyOf = (keeper: { staff_id: string; sealed_key: Buffer }) =>
    unsealKeeperKey(house.vault, keeper.staff_id, keeper.sealed_key);
  const write = (staffId: string, granted: Buffer, splitId: string | null) =>
    tx
      .updateTable('unlock_person')
      .set({ granted, split_id: splitId })
      .where('staff_id', '=', staffId)
      .execute();
  // One keeper alone cannot be two: until there is a second, the recovery key is the only way in.
  if (people === 1) {
    for (const keeper of keepers)
      await write(keeper.staff_id, grantRoot(house, keeper.staff_id, keyOf(keeper)), null);
    return;
  }
  if (keepers.length > mostShares)
    throw new Problem('unlock.too-many-people', 409, { params: { most: mostShares } });
  const splitId = randomUUID();
  const shares = await withRootBytes(house, (root) =>
    split(new Uint8Array(root), Math.max(2, keepers.length), 2),
  );
  for (const [at, keeper] of keepers.entries()) {
    const share = shares[at];
    if (share)
      await write(keeper.staff_id, grantShare(keeper.staff_id, keyOf(keeper), Buffer.from(share)), splitId);
  }
  for (const share of shares) share.fill(0);
}

/** The root key out of two shares of one splitting; of anything else comes a key that opens nothing. */
export async function combineShares(first: Buffer, second: Buffer): Promise<Buffer> {
  return Buffer.from(await combine([new Uint8Array(first), new Uint8Array(second)]));
}
