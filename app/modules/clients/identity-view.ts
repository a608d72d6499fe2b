import type { Actor } from '#platform/actor.ts';
import type { ClientIdentity } from './client.ts';

const caring = new Set(['coordinator', 'counsellor']);

/** Does this reader counsel people? Sealed words about consent are for them too. */
export const isCounselling = (actor: Actor): boolean => actor.roles.some((role) => caring.has(role));

/** What of an identity this reader needs. Status, disability, papers and notes are for those who counsel. */
export function identityFor(actor: Actor, identity: ClientIdentity): ClientIdentity {
  if (isCounselling(actor)) return identity;
  const {
    legalStatus: _status,
    delicateCategories: _categories,
    disability: _disability,
    idDocuments: _papers,
    gender: _gender,
    note: _note,
    ...rest
  } = identity;
  return rest;
}
