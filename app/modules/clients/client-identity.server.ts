import type { Vault } from '#platform/vault/vault.server.ts';
import type { ClientIdentity } from './client.ts';

const placeOf = (clientId: string) => ({ table: 'client_identity', column: 'sealed', row: clientId });

export const sealIdentity = (vault: Vault, clientId: string, identity: ClientIdentity): Promise<Buffer> =>
  vault.seal(clientId, placeOf(clientId), identity);

/** @throws Problem `vault.key-missing` when the person was erased */
export const unsealIdentity = (vault: Vault, clientId: string, sealed: Buffer): Promise<ClientIdentity> =>
  vault.unseal(clientId, placeOf(clientId), sealed);

/** Opens many; whoever was erased is left out. */
export async function unsealIdentities(
  vault: Vault,
  rows: readonly { client_id: string; sealed: Buffer }[],
): Promise<Map<string, ClientIdentity>> {
  const opened = await vault.unsealMany<ClientIdentity>(
    rows.map((row) => ({ keyId: row.client_id, place: placeOf(row.client_id), sealed: row.sealed })),
  );
  return new Map(
    rows.flatMap((row, index) => (opened[index] ? [[row.client_id, opened[index]] as const] : [])),
  );
}
