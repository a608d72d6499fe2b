import { advises, type Actor } from '#platform/actor.ts';
import type { ClientIdentity } from './client.ts';

const forCounsellors: ReadonlySet<string> = new Set([
  'legalStatus',
  'delicateCategories',
  'disability',
  'idDocuments',
  'gender',
  'note',
] satisfies (keyof ClientIdentity)[]);

/** Does this reader counsel people? Sealed words about consent are for them too. */
export const isCounselling = (actor: Actor): boolean => advises(actor) && !actor.only;

/** What of an identity this reader needs. Status, disability, papers and notes are for those who counsel. */
export function identityFor(actor: Actor, identity: ClientIdentity): ClientIdentity {
  if (isCounselling(actor)) return identity;
  return Object.fromEntries(
    Object.entries(identity).filter(([part]) => !forCounsellors.has(part)),
  ) as unknown as ClientIdentity;
}

/** What such a reader did not see and therefore cannot have changed: it stays as it was when they save the file. */
export function unseenPart(actor: Actor, identity: ClientIdentity): Partial<ClientIdentity> {
  if (isCounselling(actor)) return {};
  return Object.fromEntries(Object.entries(identity).filter(([part]) => forCounsellors.has(part)));
}
