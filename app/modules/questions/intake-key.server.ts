import { randomUUID } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Transaction } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { House } from '#platform/house.server.ts';
import type { QuestionTables } from './question.tables.server.ts';

const secretPlace = (keyId: string) => ({ table: 'intake_secret', column: 'sealed', row: keyId });

/** Its vault key has no end of its own: it is destroyed when the last question that needs it is gone. */
const withoutEnd = new Date('9999-12-31T00:00:00Z');

/** A fresh pair for the actor's centre, in use from now on; the one before is kept to open what was sealed to it. */
export async function makeIntakeKey({
  house,
  actor,
  tx,
  today,
}: OperationContext<QuestionTables>): Promise<string> {
  if (!actor.centre) throw forbidden();
  const centreId = actor.centre.id;
  const id = randomUUID();
  const identity = await generateX25519Identity();
  const vaultKey = await house.vault.keys.forPeriod(`intake/${id}`, withoutEnd);
  await tx
    .updateTable('intake_key')
    .set({ retired_on: today })
    .where('centre_id', '=', centreId)
    .where('retired_on', 'is', null)
    .execute();
  await tx
    .insertInto('intake_key')
    .values({
      id,
      centre_id: centreId,
      recipient: await identityToRecipient(identity),
      made_on: today,
      retired_on: null,
    })
    .execute();
  await tx
    .insertInto('intake_secret')
    .values({
      key_id: id,
      centre_id: centreId,
      vault_key: vaultKey,
      sealed: await house.vault.seal(vaultKey, secretPlace(id), { identity }),
    })
    .execute();
  return id;
}

/** The private keys that these messages need, by id of the key; one that is gone is left out. */
export async function openIntakeKeys(
  { house, tx }: { house: House; tx: Transaction<QuestionTables> },
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.selectFrom('intake_secret').selectAll().where('key_id', 'in', wanted).execute();
  const opened = await house.vault.unsealMany<{ identity: string }>(
    rows.map((row) => ({ keyId: row.vault_key, place: secretPlace(row.key_id), sealed: row.sealed })),
  );
  return new Map(rows.flatMap((row, at) => (opened[at] ? [[row.key_id, opened[at].identity] as const] : [])));
}
