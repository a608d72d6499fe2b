import { randomUUID } from 'node:crypto';
import { settingOf } from '#modules/centres/index.server.ts';
import { type ClientTables, fileMergedAway, requireStaffActor } from '#modules/clients/index.server.ts';
import {
  lookupOf,
  newReceipt,
  receiptDigits,
  receiptKeys,
  receiptWords,
} from '#modules/questions/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import type { ErasureTables } from '../erasure.tables.server.ts';
import { dueDay, isIdentityEnough } from '../request.ts';
import { recordRequestInput } from '../request.schemas.ts';
import { wordsPlace } from '../request-words.server.ts';

/**
 * Writes down what a person asks of us about their own data, and makes the receipt that they take home. The receipt is
 * in the answer and nowhere else: the house keeps a hash.
 * @throws `receivedOn` `not-in-future`, `identityBy` `identity-needed`, `clients.merged`
 */
export const recordRequest = operationsOn<ErasureTables & ClientTables>()({
  name: 'request.record',
  input: recordRequestInput,
  subject: 'subject-request',
  load: async ({ tx }, { clientId }) => {
    const client = await tx
      .selectFrom('client')
      .selectAll()
      .where('id', '=', clientId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (client?.merged_into) throw fileMergedAway();
    return client;
  },
  async run({ house, tx, actor, now, today }, input, client) {
    const { staffId } = requireStaffActor(actor);
    const receivedOn = input.receivedOn ?? today;
    if (receivedOn > today) throw fieldProblem('receivedOn', 'in-the-future');
    if (!isIdentityEnough(input.kind, input.identityBy, input.cause))
      throw fieldProblem('identityBy', 'identity-needed');
    const id = randomUUID();
    const receipt = newReceipt();
    const { token } = await receiptKeys(receiptDigits(receipt).join(' '));
    await tx
      .insertInto('subject_request')
      .values({
        id,
        centre_id: client.centre_id,
        client_id: client.id,
        restricted: client.restricted,
        kind: input.kind,
        cause: input.kind === 'erasure' ? (input.cause ?? null) : null,
        channel: input.channel,
        identity_by: input.identityBy,
        received_on: receivedOn,
        due_on: dueDay(receivedOn, settingOf(actor.centre?.settings, 'retention.request-days')),
        recorded_by: staffId,
        recorded_at: now,
        sealed_words: input.words
          ? await house.vault.seal(client.id, wordsPlace(id), { words: input.words })
          : null,
        decided_by: null,
        decided_on: null,
        refusal: null,
        sealed_answer: null,
        told_how: null,
        told_on: null,
        erasure_id: null,
        lookup: lookupOf(token),
      })
      .execute();
    return {
      result: {
        requestId: id,
        clientId: client.id,
        words: receiptWords(receipt),
        digits: receiptDigits(receipt),
      },
      audit: { subjectId: id, clientId: client.id, fields: [input.kind], purpose: input.channel },
    };
  },
});
