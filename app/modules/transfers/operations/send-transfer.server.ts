import {
  type ClientTables,
  consentsInForce,
  isAgreed,
  lockMovableFile,
} from '#modules/clients/index.server.ts';
import { isStaff } from '#platform/actor.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, notFound, Problem } from '#platform/problem.ts';
import { buildPacket } from '../build-packet.server.ts';
import { findReceivingCentre, lockSending } from '../load-transfer.server.ts';
import { answerDue, sendingFault, unansweredDays } from '../transfer.ts';
import { packetKey, sealPacket } from '../transfer-packet.server.ts';
import { sendInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/**
 * Sends the packet, as the file stands now, sealed under a key of its own. The file stays here, and is worked on here,
 * until the receiver accepts.
 * @throws Problem `transfer.not-now`, `transfer.consent-missing`, `transfer.second-person`; `field.country-needs-check`
 */
export const sendTransfer = operationsOn<TransferTables>()({
  name: 'transfer.send',
  input: sendInput,
  subject: 'transfer',
  load: lockSending,
  async run(context, { countryChecked }, transfer) {
    const { house, actor, tx, on, now, today, enqueue } = context;
    if (!isStaff(actor)) throw forbidden();
    if (transfer.state !== 'proposed') throw new Problem('transfer.not-now', 409);
    if (!(await lockMovableFile(context, transfer.client_id))) throw notFound();
    const to = await findReceivingCentre(house, transfer.to_centre, actor.centre.id);
    if (!to) throw new Problem('transfer.receiver-closed', 409);
    if (to.country !== actor.centre.country && !countryChecked)
      throw fieldProblem('countryChecked', 'country-needs-check');
    const consents = await consentsInForce(on<ClientTables>(), transfer.client_id);
    const fault = sendingFault({
      basis: transfer.basis,
      proposedBy: transfer.proposed_by,
      agreed: isAgreed(consents, 'share_for_transfer', today),
      sender: actor,
    });
    if (fault) throw new Problem(fault, 409);
    const packet = await buildPacket({ ...context, tx: on<unknown>() }, transfer.client_id, transfer);
    if (!packet) throw notFound();
    const endsAt = new Date(now.getTime() + unansweredDays * 86_400_000);
    const keyId = await packetKey(house, transfer.id, endsAt);
    const dueAt = answerDue(now, today, { ...to, urgent: transfer.urgent });
    await tx
      .updateTable('transfer')
      .set({
        state: 'sent',
        sent_by: actor.staffId,
        sent_at: now,
        due_at: dueAt,
        key_id: keyId,
        sealed_packet: await sealPacket(house, keyId, transfer.id, packet),
      })
      .where('id', '=', transfer.id)
      .execute();
    await enqueue('note-transfer', { transferId: transfer.id, centreId: transfer.to_centre });
    return {
      result: { transferId: transfer.id, dueAt: dueAt.toISOString() },
      audit: {
        subjectId: transfer.id,
        clientId: transfer.client_id,
        itemIds: [to.id],
        fields: [transfer.scope, ...(countryChecked ? ['country-checked'] : [])],
      },
    };
  },
});
