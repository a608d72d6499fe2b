import { noteKey } from '#modules/contacts/index.server.ts';
import type { Vault } from '#platform/vault/vault.server.ts';
import type { Answers } from './decision.ts';
import type { Decision } from './decision-result.ts';

/** What is kept of a guide: the answers that may be, and what the rules and facts of that day said to them. */
export interface KeptDecision {
  answers: Answers;
  decision: Decision;
  /** In which sentences of facts stand. */
  language: string;
}

interface Owner {
  id: string;
  client_id: string | null;
}

const placeOf = (id: string) => ({ table: 'decision_result', column: 'sealed', row: id });

export const sealDecision = (vault: Vault, contact: Owner, id: string, kept: KeptDecision): Promise<Buffer> =>
  vault.seal(noteKey(contact), placeOf(id), kept);

export const unsealDecision = (
  vault: Vault,
  contact: Owner,
  id: string,
  sealed: Buffer,
): Promise<KeptDecision> => vault.unseal<KeptDecision>(noteKey(contact), placeOf(id), sealed);
