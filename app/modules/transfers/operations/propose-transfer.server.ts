import { randomUUID } from 'node:crypto';
import {
  type ClientTables,
  consentsInForce,
  isAgreed,
  lockMovableFile,
  relationsToClient,
} from '#modules/clients/index.server.ts';
import { isStaff } from '#platform/actor.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, Problem } from '#platform/problem.ts';
import { findReceivingCentre } from '../load-transfer.server.ts';
import { sealOverride } from '../transfer-packet.server.ts';
import { proposeInput } from '../transfer.schemas.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

/**
 * Prepares the move of a file to another centre. Nothing leaves yet: what would travel can be looked at first. Without
 * the person's yes to sharing for a transfer the reason is written down, and somebody else must send it.
 * @throws `field.override-needed` at `override`, `field.restricted-needs-tick` at `withRestricted`, Problem
 * `transfer.open-already`
 */
export const proposeTransfer = operationsOn<TransferTables>()({
  name: 'transfer.propose',
  input: proposeInput,
  subject: 'transfer',
  load: (context, { clientId }) => lockMovableFile(context, clientId),
  relations: ({ tx, actor, today }, client) => relationsToClient(tx, actor, client.id, today),
  async run({ house, actor, tx, on, now, today }, input, client) {
    if (!isStaff(actor)) throw forbidden();
    const to = await findReceivingCentre(house, input.toCentreId, actor.centre.id);
    if (!to) throw fieldProblem('toCentreId', 'choose-one');
    if (client.restricted && !input.withRestricted)
      throw fieldProblem('withRestricted', 'restricted-needs-tick');
    const agreed = isAgreed(
      await consentsInForce(on<ClientTables>(), client.id),
      'share_for_transfer',
      today,
    );
    if (!agreed && !input.override) throw fieldProblem('override', 'override-needed');
    const open = await tx
      .selectFrom('transfer_origin')
      .select('transfer_id')
      .where('client_id', '=', client.id)
      .where('open', '=', true)
      .executeTakeFirst();
    if (open) throw new Problem('transfer.open-already', 409);
    const id = randomUUID();
    await tx
      .insertInto('transfer')
      .values({
        id,
        from_centre: actor.centre.id,
        to_centre: to.id,
        state: 'proposed',
        reason: input.reason,
        scope: input.scope,
        excluded: input.excluded,
        urgent: input.urgent,
        restricted: client.restricted,
        basis: agreed ? 'consent' : 'override',
        proposed_by: actor.staffId,
        proposed_at: now,
      })
      .execute();
    await tx
      .insertInto('transfer_origin')
      .values({
        transfer_id: id,
        centre_id: actor.centre.id,
        client_id: client.id,
        sealed_override:
          !agreed && input.override ? await sealOverride(house, client.id, id, input.override) : null,
      })
      .execute();
    return {
      result: { transferId: id, basis: agreed ? ('consent' as const) : ('override' as const) },
      audit: {
        subjectId: id,
        clientId: client.id,
        itemIds: [to.id],
        fields: [input.scope, agreed ? 'consent' : 'override', ...input.excluded],
        ...(!agreed && { detail: { reason: input.override }, detailKey: client.id }),
      },
    };
  },
});
