import { sql } from 'kysely';
import { anyOf, type PersonErased } from '#modules/clients/index.server.ts';

/** Notices to other programs about the person or a conversation with them, waiting or delivered. */
export const eraseDeliveries: PersonErased = {
  tables: { webhook_delivery: 'deleted' },
  async erase({ on, personIds, contactIds }) {
    const gone =
      await sql`delete from webhook_delivery where subject_id = ${anyOf([...personIds, ...contactIds])}`.execute(
        on(),
      );
    return Number(gone.numAffectedRows ?? 0);
  },
};
