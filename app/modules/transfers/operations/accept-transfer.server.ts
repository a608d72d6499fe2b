import { sql } from 'kysely';
import { takeOverFile } from '#modules/clients/index.server.ts';
import { textIn } from '#modules/centres/index.server.ts';
import { staffWhoSeePeople } from '../staff-who-see-people.server.ts';
import { isStaff } from '#platform/actor.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, Problem } from '#platform/problem.ts';
import { lockReceiving } from '../load-transfer.server.ts';
import { nameOfCentre } from '../name-of-centre.server.ts';
import { packetDays } from '../transfer.ts';
import { sealHistory, unsealPacket } from '../transfer-packet.server.ts';
import { acceptInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/**
 * Takes the person on: a new file of this centre, under a key of its own, with what was done elsewhere as one sealed
 * text. In the same transaction the sender's file becomes a stub that is read and not written.
 * @throws Problem `transfer.not-now`, `transfer.packet-gone`; `field.cannot-take-over` at `assignedTo`
 */
export const acceptTransfer = operationsOn<TransferTables>()({
  name: 'transfer.accept',
  input: acceptInput,
  subject: 'transfer',
  load: lockReceiving,
  async run(context, { siteId, assignedTo }, transfer) {
    const { house, actor, tx, now, enqueue } = context;
    if (!isStaff(actor)) throw forbidden();
    if (transfer.state !== 'sent') throw new Problem('transfer.not-now', 409);
    if (!transfer.key_id || !transfer.sealed_packet) throw new Problem('transfer.packet-gone', 410);
    if (assignedTo && !(await staffWhoSeePeople(context)).includes(assignedTo))
      throw fieldProblem('assignedTo', 'cannot-take-over');
    const packet = await unsealPacket(house, transfer.key_id, transfer.id, transfer.sealed_packet);
    const from = await nameOfCentre(house, transfer.from_centre);
    const reader = house.translators.for(actor.language, 'transfers');
    const { clientId, fileNo, possibleDuplicates } = await takeOverFile(context, {
      file: packet.file,
      readers: transfer.restricted
        ? [...new Set([actor.staffId, ...(assignedTo ? [assignedTo] : [])])]
        : undefined,
      siteId: siteId ?? actor.siteId ?? null,
      assignedTo: assignedTo ?? null,
      staffId: actor.staffId,
      givenElsewhere: reader('given-elsewhere', { centre: textIn(from, actor.language) }),
    });
    await tx
      .insertInto('transfer_arrival')
      .values({
        transfer_id: transfer.id,
        centre_id: actor.centre.id,
        client_id: clientId,
        sealed_history: await sealHistory(house, clientId, transfer.id, packet.history),
        arrived_at: now,
      })
      .execute();
    await tx
      .updateTable('transfer')
      .set({ state: 'active_at_receiver', decided_by: actor.staffId, decided_at: now })
      .where('id', '=', transfer.id)
      .execute();
    await sql`select settle_transfer_origin(${transfer.id}, ${now})`.execute(tx);
    await enqueue('note-transfer', { transferId: transfer.id, centreId: transfer.from_centre });
    await enqueue(
      'shred-transfer',
      { keyId: transfer.key_id },
      { runAt: new Date(now.getTime() + packetDays * 86_400_000), jobKey: `shred-transfer/${transfer.id}` },
    );
    return {
      result: { transferId: transfer.id, clientId, fileNo, possibleDuplicates },
      audit: { subjectId: transfer.id, clientId, itemIds: [transfer.from_centre], fields: [transfer.scope] },
    };
  },
});
