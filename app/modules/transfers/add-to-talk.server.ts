import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import { sealTalk, type TransferTalk, unsealTalk } from './transfer-packet.server.ts';
import type { TransferRow } from './transfer.tables.server.ts';

/** The conversation with one more line, sealed as the packet is. @throws Problem `transfer.packet-gone` */
export async function addToTalk(
  house: House,
  transfer: TransferRow,
  line: TransferTalk['lines'][number],
): Promise<Buffer> {
  if (!transfer.key_id) throw new Problem('transfer.packet-gone', 410);
  const { lines } = await unsealTalk(house, transfer);
  return sealTalk(house, transfer.key_id, transfer.id, { lines: [...lines, line] });
}
