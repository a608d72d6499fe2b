import type { Vault } from '#platform/vault/vault.server.ts';

/** An e-mail in plain text. Never names the centre's work to whoever else may read the mailbox. */
export interface Message {
  to: string;
  subject: string;
  text: string;
}

const placeOf = (id: string) => ({ table: 'outbox', column: 'sealed', row: id });

export const sealMessage = (vault: Vault, keyId: string, id: string, message: Message): Promise<Buffer> =>
  vault.seal(keyId, placeOf(id), message);

export const unsealMessage = (
  vault: Vault,
  row: { id: string; key_id: string; sealed: Buffer },
): Promise<Message> => vault.unseal<Message>(row.key_id, placeOf(row.id), row.sealed);
