import { randomInt, randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { cardPlace, newCardNumber } from '../client-card.ts';
import { clientIdInput } from '../client.schemas.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

const attempts = 5;

/**
 * A new card: a random number that says nothing, found again by its keyed hash. A card in use is revoked by it:
 * a lost one must not open the file for its finder.
 */
export const issueCard = operationsOn<ClientTables>()({
  name: 'client.issue-card',
  input: clientIdInput,
  subject: 'client',
  load: loadClient,
  relations: relationsToSubject,
  async run({ house, tx, actor, now }, _input, client) {
    const { staffId } = requireStaffActor(actor);
    await tx
      .updateTable('client_card')
      .set({ revoked_at: now })
      .where('client_id', '=', client.id)
      .where('revoked_at', 'is', null)
      .execute();
    const cardId = randomUUID();
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const number = newCardNumber(randomInt);
      const made = await tx
        .insertInto('client_card')
        .values({
          id: cardId,
          client_id: client.id,
          centre_id: client.centre_id,
          restricted: client.restricted,
          number_mac: house.vault.mac('client-card', number),
          sealed_number: await house.vault.seal(client.id, cardPlace(cardId), { number }),
          issued_by: staffId,
          issued_at: now,
          revoked_at: null,
        })
        .onConflict((taken) => taken.columns(['centre_id', 'number_mac']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (made)
        return {
          result: { cardId, number },
          audit: { subjectId: client.id, clientId: client.id, fields: ['card'] },
        };
    }
    throw new Error('no free card number was found');
  },
});
