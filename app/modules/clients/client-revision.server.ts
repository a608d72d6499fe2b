import type { Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { ClientIdentity } from './client.ts';
import { sealIdentity, unsealIdentity } from './client-identity.server.ts';
import type { ClientRow, ClientTables } from './client.tables.server.ts';
import { changedFields } from './filled-fields.ts';
import type { FactColumns } from './person-file.ts';

/** A file as it was before a change. */
export interface FormerFile {
  facts: Partial<FactColumns>;
  identity: ClientIdentity;
}

const placeOf = (clientId: string, version: number) => ({
  table: 'client_revision',
  column: 'sealed',
  row: `${clientId}/${version}`,
});

export const unsealRevision = (
  house: House,
  clientId: string,
  version: number,
  sealed: Buffer,
): Promise<FormerFile> => house.vault.unseal(clientId, placeOf(clientId, version), sealed);

interface Rewriting {
  house: House;
  tx: Transaction<ClientTables>;
  client: ClientRow;
  /** The countable columns to change; the others stay. */
  facts: Partial<FactColumns> & {
    contact_phone_ok?: boolean;
    contact_message_ok?: boolean;
    contact_email_ok?: boolean;
  };
  rewrite: (identity: ClientIdentity) => ClientIdentity;
  staffId: string;
  now: Date;
}

/**
 * Writes the file anew and keeps the old one, sealed under the person's key. Nothing is written when nothing changed.
 * @returns the names of what changed, the file's version now, and who the person is now
 */
export async function rewriteFile({
  house,
  tx,
  client,
  facts,
  rewrite,
  staffId,
  now,
}: Rewriting): Promise<{ changed: string[]; version: number; identity: ClientIdentity }> {
  const { sealed } = await tx
    .selectFrom('client_identity')
    .select('sealed')
    .where('client_id', '=', client.id)
    .executeTakeFirstOrThrow();
  const before = await unsealIdentity(house.vault, client.id, sealed);
  const after = rewrite(before);
  const formerFacts = Object.fromEntries(
    Object.keys(facts).map((name) => [name, client[name as keyof ClientRow]]),
  );
  const changed = [
    ...new Set([...changedFields(formerFacts, facts), ...changedFields({ ...before }, { ...after })]),
  ].sort();
  if (changed.length === 0) return { changed, version: client.version, identity: after };
  const version = client.version + 1;
  const former: FormerFile = { facts: formerFacts, identity: before };
  await tx
    .insertInto('client_revision')
    .values({
      client_id: client.id,
      version: client.version,
      centre_id: client.centre_id,
      restricted: client.restricted,
      fields: changed,
      sealed: await house.vault.seal(client.id, placeOf(client.id, client.version), former),
      changed_by: staffId,
      changed_at: now,
    })
    .execute();
  await tx
    .updateTable('client')
    .set({ ...facts, version, updated_by: staffId, updated_at: now })
    .where('id', '=', client.id)
    .execute();
  await tx
    .updateTable('client_identity')
    .set({ sealed: await sealIdentity(house.vault, client.id, after), version })
    .where('client_id', '=', client.id)
    .execute();
  return { changed, version, identity: after };
}
