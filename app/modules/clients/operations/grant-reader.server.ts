import { sql } from 'kysely';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { readerInput } from '../client.schemas.ts';
import { loadClient } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { relationsToClient } from '../client-door.server.ts';
import { checkColleagues } from '../colleague.server.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

interface RestrictedFile {
  id: string;
  /** No reader works here any more: a coordinator may name one. */
  abandoned: boolean;
}

/**
 * Lets one more colleague open a restricted file. Only readers can; a file whose last reader has left can be given to
 * somebody by a coordinator, who does not see it by that. @throws `not-a-colleague` at `staffId`
 */
export const grantReader = operationsOn<ClientTables>()({
  name: 'client.grant-reader',
  input: readerInput,
  subject: 'client',
  async load(context, input): Promise<RestrictedFile | undefined> {
    const client = await loadClient(context, input);
    if (client) return client.restricted ? { id: client.id, abandoned: false } : undefined;
    if (!context.actor.roles.includes('coordinator')) return undefined;
    const { rows } = await sql<{
      abandoned: boolean;
    }>`select restricted_without_reader(${input.clientId}) as abandoned`.execute(context.tx);
    return rows[0]?.abandoned ? { id: input.clientId, abandoned: true } : undefined;
  },
  relations: ({ tx, actor, today }, client) => relationsToClient(tx, actor, client.id, today),
  async run({ tx, actor, now }, input, client) {
    const { staffId, centre } = requireStaffActor(actor);
    await checkColleagues(tx, [input.staffId], 'staffId');
    await tx
      .insertInto('restricted_reader')
      .values({
        client_id: client.id,
        staff_id: input.staffId,
        centre_id: centre.id,
        granted_by: staffId,
        granted_at: now,
      })
      .onConflict((there) => there.columns(['client_id', 'staff_id']).doNothing())
      .execute();
    return {
      result: { clientId: client.id, staffId: input.staffId },
      audit: {
        subjectId: client.id,
        clientId: client.id,
        fields: client.abandoned ? ['abandoned', 'reader'] : ['reader'],
        itemIds: [input.staffId],
        ...(input.reason && { detail: { reason: input.reason }, detailKey: client.id }),
      },
    };
  },
});
