import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { mayNoteTelling } from '../disclosure-request.ts';
import { disclosureRequestParams } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';
import { openWords } from '../disclosure-words.server.ts';

/** One request with all its words, whose hands were on it, and what this reader may do next. */
export const viewDisclosureRequest = queriesOn<DisclosureRequestTables & ClientTables>()({
  name: 'disclosure-request.view',
  params: disclosureRequestParams,
  subject: 'disclosure-request',
  audit: 'viewed',
  async run(context, { disclosureRequestId }) {
    const { tx, house, actor, today } = context;
    const row = await tx
      .selectFrom('disclosure_request')
      .selectAll()
      .where('id', '=', disclosureRequestId)
      .where('centre_id', '=', actor.centre?.id ?? '')
      .executeTakeFirst();
    if (!row) return undefined;
    const clientId = row.client_id;
    const mayName = house.policy.mayEver(actor, 'client.view');
    const label = clientId && mayName ? (await clientLabels(context, [clientId])).get(clientId) : undefined;
    const hands = [row.recorded_by, row.proposed_by, row.decided_by].filter((id) => id !== null);
    const staff = await namesOfStaff(context, hands);
    const nameOf = (id: string | null) => (id && staff.get(id)) || null;
    const may = (action: string) => house.policy.mayEver(actor, action);
    const waits = row.state === 'open' || row.state === 'proposed';
    return {
      answer: {
        id: row.id,
        version: row.version,
        asker: row.asker,
        basis: row.basis,
        channel: row.channel,
        receivedOn: row.received_on,
        dueOn: row.due_on,
        isLate: waits && row.due_on !== null && row.due_on < today,
        state: row.state,
        proposal: row.proposal,
        refusal: row.refusal,
        decidedOn: row.decided_on,
        decidedAlone: row.decided_alone,
        telling: row.telling,
        toldOn: row.told_on,
        clientId,
        name: label?.name ?? null,
        fileNo: label?.fileNo ?? null,
        isErased: clientId === null && row.sealed_words === null,
        recordedBy: nameOf(row.recorded_by),
        proposedBy: nameOf(row.proposed_by),
        decidedBy: nameOf(row.decided_by),
        words: (await openWords(house, row, 'sealed_words')) ?? null,
        proposed: (await openWords(house, row, 'sealed_proposal')) ?? null,
        note: (await openWords(house, row, 'sealed_note'))?.note ?? null,
        hadHand: actor.staffId === row.recorded_by || actor.staffId === row.proposed_by,
        mayPropose: waits && may('disclosure-request.propose'),
        mayDecide: row.state === 'proposed' && may('disclosure-request.decide'),
        mayTell: mayNoteTelling(row.state, row.telling) && may('disclosure-request.tell'),
      },
      viewed: { subjectId: row.id, ...(clientId && { clientId }), fields: ['request', 'name'] },
    };
  },
});
