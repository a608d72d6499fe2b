import { sql } from 'kysely';
import { anyOf, deleteRows, type PersonErased } from '#modules/clients/index.server.ts';

/** Merges, what was moved with them, and the way back. A consent that a merge repeated stands by itself until it goes. */
export const eraseMerges: PersonErased = {
  tables: { client_merge: 'deleted', client_merge_row: 'deleted' },
  async erase(erasing) {
    const of = sql`(select id from client_merge where survivor_id = ${anyOf(erasing.personIds)} or merged_id = ${anyOf(erasing.personIds)})`;
    await sql`update consent set merge_id = null where merge_id in ${of}`.execute(erasing.on());
    await sql`delete from client_merge_row where merge_id in ${of}`.execute(erasing.on());
    return deleteRows(erasing, [
      ['client_merge', 'survivor_id'],
      ['client_merge', 'merged_id'],
    ]);
  },
};
