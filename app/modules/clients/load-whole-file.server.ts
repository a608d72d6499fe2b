import type { Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { unsealIdentity } from './client-identity.server.ts';
import type { ClientRow, ClientTables } from './client.tables.server.ts';
import { type WholeFile, wholeFile } from './whole-file.ts';

const erased = new Set(['pseudonymised', 'erased']);

/** A file as it is held beside another. @throws Problem `duplicates.file-erased` when the person is no longer in it */
export async function loadWholeFile(
  house: House,
  tx: Transaction<ClientTables>,
  row: ClientRow,
): Promise<WholeFile> {
  if (erased.has(row.file_status)) throw fileErased();
  const { sealed } = await tx
    .selectFrom('client_identity')
    .select('sealed')
    .where('client_id', '=', row.id)
    .executeTakeFirstOrThrow();
  try {
    return wholeFile(row, await unsealIdentity(house.vault, row.id, sealed));
  } catch (error) {
    if (isProblem(error) && error.code === 'vault.key-missing') throw fileErased();
    throw error;
  }
}

const fileErased = () => new Problem('duplicates.file-erased', 409);
