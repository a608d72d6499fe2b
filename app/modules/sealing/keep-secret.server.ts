import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { ProvenSecret } from '#platform/vault/proven-secret.server.ts';
import { unsealStaffIdentity } from '#modules/staff/index.server.ts';
import { carryOutChoice } from './carry-out-choice.server.ts';
import { newKeeperKey, sealKeeperKey, unsealKeeperKey, wrapKeeperKey } from './grant.server.ts';
import { handOutGrants } from './hand-out-grants.server.ts';
import type { SealingTables } from './sealing.tables.server.ts';
import { costOf, credentialHash, secretOfPasskey, stretchPassphrase } from './unlock-secret.server.ts';

/**
 * Lets a secret that was proven just now open the house from the next start on, where it does not already. For permanent
 * colleagues only; one who may not, or whose passkey derives nothing, is passed over in silence.
 */
export async function keepSecret(house: House, proven: ProvenSecret): Promise<void> {
  if (house.vault.isSealed) return;
  await keepWrap(house, proven);
  // Somebody who can open the house may be what a choice was waiting for; so may a medium that is there again.
  await carryOutChoice(house);
}

async function keepWrap(house: House, proven: ProvenSecret): Promise<void> {
  const database: Kysely<SealingTables> = house.databases.auth;
  const keeper = await findKeeper(database, proven.staffId);
  if (!keeper) return;
  const passphrase = 'passphrase' in proven;
  const hash = passphrase ? null : credentialHash(proven.credentialId);
  const kept = database.selectFrom('unlock_wrap').select('id').where('staff_id', '=', keeper.id);
  const found = await (passphrase
    ? kept.where('kind', '=', 'passphrase')
    : kept.where('credential_hash', '=', hash)
  ).executeTakeFirst();
  if (found) return;
  const cost = costOf(house);
  const secret = passphrase
    ? await stretchPassphrase(
        house,
        {
          email: unsealStaffIdentity(house.vault, keeper.id, keeper.sealed_identity).email,
          passphrase: proven.passphrase,
        },
        cost,
      )
    : secretOfPasskey(proven.derived);
  try {
    await database.transaction().execute(async (tx) => {
      const passkeyId = passphrase ? null : await findPasskey(tx, keeper.id, proven.credentialId);
      if (passkeyId === undefined || !(await isStill(tx, keeper, passphrase))) return;
      const { key, isNew } = await ownKey(house, tx, keeper);
      const id = randomUUID();
      await tx
        .insertInto('unlock_wrap')
        .values({
          id,
          staff_id: keeper.id,
          centre_id: keeper.centre_id,
          kind: passphrase ? 'passphrase' : 'passkey',
          passkey_id: passkeyId,
          credential_hash: hash,
          memory: passphrase ? cost.memory : null,
          passes: passphrase ? cost.passes : null,
          wrapped: wrapKeeperKey(secret, keeper.id, id, key),
          made_on: house.clock.now().toISOString().slice(0, 10),
        })
        // Somebody who signs in twice at once needs one.
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      key.fill(0);
      if (isNew) {
        const choice = await tx.selectFrom('unlock_choice').select('people').executeTakeFirst();
        await handOutGrants(house, tx, choice?.people ?? 1);
      }
    });
  } finally {
    secret.fill(0);
  }
}

interface Keeper {
  id: string;
  centre_id: string;
  sealed_identity: Buffer;
  passphrase_hash: string | null;
}

/** Permanent: active, without a last day, no volunteer. The triggers of the tables say the same when that ends. */
function findKeeper(
  database: Kysely<SealingTables> | Transaction<SealingTables>,
  staffId: string,
): Promise<Keeper | undefined> {
  return database
    .selectFrom('staff_member')
    .innerJoin('staff_credential', 'staff_credential.staff_id', 'staff_member.id')
    .where('staff_member.id', '=', staffId)
    .where('status', '=', 'active')
    .where('expires_on', 'is', null)
    .where(sql<boolean>`not ('volunteer' = any (roles))`)
    .select(['staff_member.id', 'centre_id', 'sealed_identity', 'passphrase_hash'])
    .executeTakeFirst();
}

/** Stretching took a while: the same person with the same passphrase, and now locked. */
async function isStill(
  tx: Transaction<SealingTables>,
  keeper: Keeper,
  samePassphrase: boolean,
): Promise<boolean> {
  await tx.selectFrom('staff_member').select('id').where('id', '=', keeper.id).forUpdate().execute();
  const now = await findKeeper(tx, keeper.id);
  return now !== undefined && (!samePassphrase || now.passphrase_hash === keeper.passphrase_hash);
}

async function findPasskey(
  tx: Transaction<SealingTables>,
  staffId: string,
  credentialId: string,
): Promise<string | undefined> {
  const passkey = await tx
    .selectFrom('passkey')
    .select('id')
    .where('staff_id', '=', staffId)
    .where('credential_id', '=', Buffer.from(credentialId, 'base64url'))
    .where('suspected_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return passkey?.id;
}

async function ownKey(house: House, tx: Transaction<SealingTables>, keeper: Keeper) {
  const row = await tx
    .selectFrom('unlock_person')
    .select('sealed_key')
    .where('staff_id', '=', keeper.id)
    .forUpdate()
    .executeTakeFirst();
  if (row) return { key: unsealKeeperKey(house.vault, keeper.id, row.sealed_key), isNew: false };
  const key = newKeeperKey();
  await tx
    .insertInto('unlock_person')
    .values({
      staff_id: keeper.id,
      centre_id: keeper.centre_id,
      sealed_key: sealKeeperKey(house.vault, keeper.id, key),
      granted: null,
      split_id: null,
      made_at: house.clock.now(),
    })
    .execute();
  return { key, isNew: true };
}
