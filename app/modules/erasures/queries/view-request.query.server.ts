import { sql } from 'kysely';
import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ErasureTables } from '../erasure.tables.server.ts';
import { requestIdParams } from '../request.schemas.ts';
import { answerPlace, wordsPlace } from '../request-words.server.ts';

/** One request with the person's words and whatever stands in the way of granting it. */
export const viewRequest = queriesOn<ErasureTables & ClientTables>()({
  name: 'request.view',
  params: requestIdParams,
  subject: 'subject-request',
  audit: 'viewed',
  async run(context, { requestId }) {
    const { tx, house, actor, today } = context;
    const row = await tx
      .selectFrom('subject_request')
      .selectAll()
      .where('id', '=', requestId)
      .where('centre_id', '=', actor.centre?.id ?? '')
      .executeTakeFirst();
    if (!row) return undefined;
    const clientId = row.client_id;
    const label =
      clientId && house.policy.mayEver(actor, 'client.view')
        ? (await clientLabels(context, [clientId])).get(clientId)
        : undefined;
    const barred = clientId
      ? await sql<{ by: string | null }>`select erasing_barred_by(${clientId}) as by`.execute(tx)
      : undefined;
    const staff = await namesOfStaff(context, [row.recorded_by, row.decided_by ?? row.recorded_by]);
    const open = async <Words>(place: ReturnType<typeof wordsPlace>, sealed: Buffer | null) =>
      clientId && sealed ? await house.vault.unseal<Words>(clientId, place, sealed) : undefined;
    return {
      answer: {
        id: row.id,
        version: row.version,
        kind: row.kind,
        cause: row.cause,
        channel: row.channel,
        identityBy: row.identity_by,
        receivedOn: row.received_on,
        dueOn: row.due_on,
        isLate: row.state === 'open' && row.due_on < today,
        state: row.state,
        refusal: row.refusal,
        decidedOn: row.decided_on,
        decidedAlone: row.decided_alone,
        toldHow: row.told_how,
        recordedBy: staff.get(row.recorded_by) ?? null,
        decidedBy: row.decided_by ? (staff.get(row.decided_by) ?? null) : null,
        isOwn: row.recorded_by === actor.staffId,
        clientId,
        name: label?.name ?? null,
        fileNo: label?.fileNo ?? null,
        words: (await open<{ words: string }>(wordsPlace(row.id), row.sealed_words))?.words ?? null,
        answer: (await open<{ answer: string }>(answerPlace(row.id), row.sealed_answer))?.answer ?? null,
        barredBy: barred?.rows[0]?.by ?? null,
        mayDecide: house.policy.mayEver(actor, 'request.decide'),
      },
      viewed: { subjectId: row.id, ...(clientId && { clientId }), fields: ['request', 'name'] },
    };
  },
});
