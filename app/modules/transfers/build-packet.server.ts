import { packFile } from '#modules/clients/index.server.ts';
import { listContactsOfClient, listOpenFollowUps } from '#modules/contacts/index.server.ts';
import type { QueryContext } from '#platform/operations/query.server.ts';
import type { TransferPacket } from './transfer-packet.server.ts';
import type { TransferRow } from './transfer.tables.server.ts';

type Chosen = Pick<TransferRow, 'scope' | 'excluded'>;

/** What leaves, by the scope and without what the person keeps back. The same for the preview and for the sending. */
export async function buildPacket(
  context: Pick<QueryContext<unknown>, 'house' | 'actor' | 'on' | 'now' | 'today' | 'tx'>,
  clientId: string,
  { scope, excluded }: Chosen,
): Promise<TransferPacket | undefined> {
  const file = await packFile(context, clientId, { minimum: scope === 'minimum', without: excluded });
  if (!file) return undefined;
  const told = scope !== 'minimum' && !excluded.includes('history');
  const words = scope === 'full';
  const contacts = told ? await listContactsOfClient(context, clientId, 500) : [];
  const followUps = await listOpenFollowUps(context, clientId);
  return {
    file,
    history: {
      fileNo: file.fileNo,
      registeredOn: file.registeredOn,
      contacts: contacts
        .filter((contact) => !contact.voided)
        .map((contact) => ({
          occurredOn: contact.occurredOn,
          channel: contact.channel,
          topics: contact.topics,
          result: contact.result,
          minutes: contact.minutes,
          ...(words && contact.note && { note: contact.note }),
        })),
      openActions: followUps.map((action) => ({
        dueOn: action.dueOn,
        way: action.way,
        ...(words && action.note && { note: action.note }),
      })),
    },
  };
}
