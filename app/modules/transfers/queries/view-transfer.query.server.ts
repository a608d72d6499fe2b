import { clientLabels, type ClientTables, consentsInForce, isAgreed } from '#modules/clients/index.server.ts';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { isStaff } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { isProblem } from '#platform/problem.ts';
import { buildPacket } from '../build-packet.server.ts';
import { isOpen, sendingFault } from '../transfer.ts';
import {
  type TransferHistory,
  type TransferPacket,
  type TransferTalk,
  unsealHistory,
  unsealOverride,
  unsealPacket,
  unsealTalk,
} from '../transfer-packet.server.ts';
import { transferIdInput } from '../transfer.schemas.ts';
import type { TransferRow, TransferTables } from '../transfer.tables.server.ts';

export interface TransferView
  extends Pick<
    TransferRow,
    'id' | 'state' | 'reason' | 'scope' | 'excluded' | 'urgent' | 'restricted' | 'basis' | 'reject_reason'
  > {
  way: 'out' | 'in';
  from: { name: LocalText; country: string };
  to: { name: LocalText; country: string };
  proposedAt: string;
  sentAt: string | null;
  dueAt: string | null;
  decidedAt: string | null;
  person: { id: string; name: string; fileNo: string } | undefined;
  /** At the sender before it leaves: as it would travel. At the receiver before it is decided: as it came. */
  packet: TransferPacket | undefined;
  /** At the receiver afterwards: what was done elsewhere. */
  history: TransferHistory | undefined;
  talk: TransferTalk['lines'];
  override: string | undefined;
  /** Why this actor cannot send it now, as a problem's code. */
  sendingFault: string | undefined;
  /** At the receiver: was the person asked anew since the file arrived? */
  arrivedAt: string | null;
}

/**
 * One move, as far as this side may see it. The packet of a restricted person is opened by coordinators only, until
 * somebody here has taken them on.
 */
export const viewTransfer = queriesOn<TransferTables & CentreTables>()({
  name: 'transfer.view',
  params: transferIdInput,
  subject: 'transfer',
  audit: 'viewed',
  async run(context, { transferId }) {
    const { tx, actor, house, today } = context;
    if (!isStaff(actor)) return undefined;
    const row = await tx
      .selectFrom('transfer')
      .leftJoin('transfer_origin', 'transfer_origin.transfer_id', 'transfer.id')
      .leftJoin('transfer_arrival', 'transfer_arrival.transfer_id', 'transfer.id')
      .selectAll('transfer')
      .select([
        'transfer_origin.client_id as left_id',
        'transfer_origin.sealed_override',
        'transfer_arrival.client_id as arrived_id',
        'transfer_arrival.sealed_history',
        'transfer_arrival.arrived_at',
      ])
      .where('transfer.id', '=', transferId)
      .executeTakeFirst();
    if (!row) return undefined;
    const way = row.from_centre === actor.centre.id ? 'out' : 'in';
    const clientId = way === 'out' ? row.left_id : row.arrived_id;
    const opened = way === 'in' && row.arrived_id === null;
    if (opened && row.restricted && !actor.roles.includes('coordinator')) return undefined;
    // Taken on, and the new file is out of this reader's reach: so is everything that was said about the person.
    if (opened && takenOn.has(row.state)) return undefined;
    const centres = await tx
      .selectFrom('centre')
      .select(['id', 'name', 'country'])
      .where('id', 'in', [row.from_centre, row.to_centre])
      .execute();
    const centre = (id: string) => centres.find((each) => each.id === id) ?? { name: {}, country: '' };
    const labels = await clientLabels(context, clientId ? [clientId] : []);
    const label = clientId ? labels.get(clientId) : undefined;
    const packet =
      way === 'out'
        ? row.state === 'proposed' && clientId
          ? await buildPacket({ ...context, tx: context.on<unknown>() }, clientId, row)
          : undefined
        : isOpen(row.state)
          ? await openPacket(house, row)
          : undefined;
    const agreed =
      way === 'out' &&
      clientId !== null &&
      isAgreed(await consentsInForce(context.on<ClientTables>(), clientId), 'share_for_transfer', today);
    const answer: TransferView = {
      id: row.id,
      way,
      state: row.state,
      reason: row.reason,
      scope: row.scope,
      excluded: row.excluded,
      urgent: row.urgent,
      restricted: row.restricted,
      basis: row.basis,
      reject_reason: row.reject_reason,
      from: pick(centre(row.from_centre)),
      to: pick(centre(row.to_centre)),
      proposedAt: row.proposed_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
      dueAt: row.due_at?.toISOString() ?? null,
      decidedAt: row.decided_at?.toISOString() ?? null,
      person: clientId && label ? { id: clientId, name: label.name, fileNo: label.fileNo } : undefined,
      packet,
      history:
        row.arrived_id && row.sealed_history
          ? await unsealHistory(house, row.arrived_id, row.id, row.sealed_history)
          : undefined,
      talk: (await unsealTalk(house, row)).lines,
      override:
        row.left_id && row.sealed_override
          ? await unsealOverride(house, row.left_id, row.id, row.sealed_override)
          : undefined,
      sendingFault:
        way === 'out' && row.state === 'proposed'
          ? sendingFault({ basis: row.basis, proposedBy: row.proposed_by, agreed, sender: actor })
          : undefined,
      arrivedAt: row.arrived_at?.toISOString() ?? null,
    };
    return {
      answer,
      viewed: {
        subjectId: row.id,
        ...(clientId && { clientId }),
        fields: packet ? ['packet'] : answer.history ? ['history'] : [],
      },
    };
  },
});

const takenOn = new Set<string>(['active_at_receiver', 'confirmed_by_client', 'closed_at_sender']);

const pick = ({ name, country }: { name: LocalText; country: string }) => ({ name, country });

/** Nothing when its key is gone: then there is nothing to decide on any more. */
async function openPacket(house: House, row: TransferRow): Promise<TransferPacket | undefined> {
  if (!row.key_id || !row.sealed_packet) return undefined;
  try {
    return await unsealPacket(house, row.key_id, row.id, row.sealed_packet);
  } catch (error) {
    if (isProblem(error) && error.code === 'vault.key-missing') return undefined;
    throw error;
  }
}
