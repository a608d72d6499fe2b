import type { Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { Relation } from '#platform/policy/policy.ts';
import type { ContactRow, ContactTables } from './contact.tables.server.ts';

/** The contact within the actor's reach, locked until the transaction ends. */
export const lockContact = (tx: Transaction<ContactTables>, id: string): Promise<ContactRow | undefined> =>
  tx.selectFrom('contact').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** A contact is one's own when one held the conversation or wrote it down. */
export const relationsToContact = (
  actor: Actor,
  contact: Pick<ContactRow, 'counsellor_id' | 'recorded_by'>,
): Relation[] =>
  actor.staffId !== undefined &&
  (contact.counsellor_id === actor.staffId || contact.recorded_by === actor.staffId)
    ? ['own']
    : [];
