import { sql } from 'kysely';
import type { ClientTables } from './client.tables.server.ts';
import { anyOf, deleteRows } from './erase-rows.server.ts';
import type { PersonErased } from './person-erased.ts';

/** Who somebody is, with every earlier version, what they agreed to and the scans of it. */
export const eraseClientRows: PersonErased = {
  tables: {
    client_identity: 'deleted',
    client_revision: 'deleted',
    client_card: 'deleted',
    consent: 'deleted',
    consent_proof: 'deleted',
    restricted_reader: 'deleted',
    possible_duplicate: 'deleted',
  },
  async erase(erasing) {
    const proofs = await erasing
      .on<ClientTables>()
      .selectFrom('consent_proof')
      .select('file_id')
      .where('client_id', '=', anyOf(erasing.personIds))
      .execute();
    for (const { file_id: fileId } of proofs) erasing.removeLater(fileId);
    return deleteRows(erasing, [
      ['consent_proof', 'client_id'],
      ['consent', 'client_id'],
      ['client_card', 'client_id'],
      ['client_revision', 'client_id'],
      ['client_identity', 'client_id'],
      ['restricted_reader', 'client_id'],
      ['possible_duplicate', 'client_id'],
      ['possible_duplicate', 'other_client_id'],
    ]);
  },
};

/**
 * Last of all: the file's own row. Whoever still points at it keeps it here by a foreign key, and then nothing is done.
 * Every process's index of names hears of it.
 */
export const eraseClientFile: PersonErased = {
  tables: { client: 'deleted', client_change: 'counted' },
  async erase({ on, personIds, centreId }) {
    await sql`delete from client where id = ${anyOf(personIds)} and merged_into is not null`.execute(on());
    const gone = await sql`delete from client where id = ${anyOf(personIds)}`.execute(on());
    for (const id of personIds)
      await sql`insert into client_change (client_id, centre_id) values (${id}, ${centreId})`.execute(on());
    await sql`select pg_notify('serai_client_change', '')`.execute(on());
    return Number(gone.numAffectedRows ?? 0);
  },
};
