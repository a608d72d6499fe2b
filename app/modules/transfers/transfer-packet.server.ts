import type { House } from '#platform/house.server.ts';
import type { TravellingFile } from '#modules/clients/index.server.ts';

/** A service as the next centre may read of it: told, never counted again. */
export interface ToldContact {
  occurredOn: string;
  channel: string;
  topics: string[];
  result: string;
  minutes: number;
  note?: string;
}

/** What was still to be done when the file left. */
export interface OpenAction {
  dueOn: string;
  way: string;
  note?: string;
}

export interface TransferHistory {
  fileNo: string;
  registeredOn: string;
  contacts: ToldContact[];
  openActions: OpenAction[];
}

/** Everything that travels. */
export interface TransferPacket {
  file: TravellingFile;
  history: TransferHistory;
}

export interface TransferTalk {
  lines: { at: string; from: 'sender' | 'receiver'; text: string }[];
}

const place = (column: string, id: string) => ({ table: 'transfer', column, row: id });
const historyPlace = (id: string) => ({ table: 'transfer_arrival', column: 'sealed_history', row: id });
const overridePlace = (id: string) => ({ table: 'transfer_origin', column: 'sealed_override', row: id });

/** The packet's own key: destroyed by name when the move is over, and by itself when nobody answers. */
export const packetKey = (house: House, transferId: string, endsAt: Date): Promise<string> =>
  house.vault.keys.forPeriod(`transfer/${transferId}`, endsAt);

export const sealPacket = (house: House, keyId: string, id: string, packet: TransferPacket) =>
  house.vault.seal(keyId, place('sealed_packet', id), packet);
export const unsealPacket = (house: House, keyId: string, id: string, sealed: Buffer) =>
  house.vault.unseal<TransferPacket>(keyId, place('sealed_packet', id), sealed);

export const sealTalk = (house: House, keyId: string, id: string, talk: TransferTalk) =>
  house.vault.seal(keyId, place('sealed_talk', id), talk);
/** Nothing when nobody has asked anything, or when its key is gone. */
export async function unsealTalk(
  house: House,
  row: { id: string; key_id: string | null; sealed_talk: Buffer | null },
): Promise<TransferTalk> {
  if (!row.key_id || !row.sealed_talk) return { lines: [] };
  const [talk] = await house.vault.unsealMany<TransferTalk>([
    { keyId: row.key_id, place: place('sealed_talk', row.id), sealed: row.sealed_talk },
  ]);
  return talk ?? { lines: [] };
}

/** Under the new file's key: erasing the person erases what was told of them. */
export const sealHistory = (house: House, clientId: string, id: string, history: TransferHistory) =>
  house.vault.seal(clientId, historyPlace(id), history);
export const unsealHistory = (house: House, clientId: string, id: string, sealed: Buffer) =>
  house.vault.unseal<TransferHistory>(clientId, historyPlace(id), sealed);

export const sealOverride = (house: House, clientId: string, id: string, reason: string) =>
  house.vault.seal(clientId, overridePlace(id), { reason });
export const unsealOverride = async (house: House, clientId: string, id: string, sealed: Buffer) =>
  (await house.vault.unseal<{ reason: string }>(clientId, overridePlace(id), sealed)).reason;
