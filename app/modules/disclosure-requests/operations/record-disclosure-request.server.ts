import { randomUUID } from 'node:crypto';
import { type ClientTables, fileMergedAway, requireStaffActor } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { recordDisclosureInput } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';
import { sealWords } from '../disclosure-words.server.ts';
import { subjectOf } from '../lock-disclosure-request.server.ts';

/**
 * Writes down that somebody asked for a person's data. Where nobody on file is named, the words have a key of their own.
 * @throws `receivedOn` `in-the-future`, `dueOn` `before-received`, `clients.merged`
 */
export const recordDisclosureRequest = operationsOn<DisclosureRequestTables & ClientTables>()({
  name: 'disclosure-request.record',
  input: recordDisclosureInput,
  subject: 'disclosure-request',
  load: async ({ tx }, { clientId }) => {
    if (!clientId) return { client: undefined };
    const client = await tx
      .selectFrom('client')
      .select(['id', 'restricted', 'merged_into'])
      .where('id', '=', clientId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (client?.merged_into) throw fileMergedAway();
    return client && { client };
  },
  async run({ house, tx, actor, now, today }, input, { client }) {
    const { staffId, centre } = requireStaffActor(actor);
    const receivedOn = input.receivedOn ?? today;
    if (receivedOn > today) throw fieldProblem('receivedOn', 'in-the-future');
    if (input.dueOn && input.dueOn < receivedOn) throw fieldProblem('dueOn', 'before-received');
    const row = {
      id: client ? randomUUID() : await house.vault.keys.mint('contact'),
      client_id: client?.id ?? null,
    };
    const { askedBy, asked, reference, about } = input;
    await tx
      .insertInto('disclosure_request')
      .values({
        ...row,
        centre_id: centre.id,
        restricted: client?.restricted ?? false,
        asker: input.asker,
        basis: input.basis,
        channel: input.channel,
        received_on: receivedOn,
        due_on: input.dueOn ?? null,
        recorded_by: staffId,
        recorded_at: now,
        sealed_words: await sealWords(house, row, 'sealed_words', { askedBy, asked, reference, about }),
      })
      .execute();
    return {
      result: { disclosureRequestId: row.id },
      audit: { ...subjectOf(row), fields: [input.asker, input.basis], purpose: input.channel },
    };
  },
});
