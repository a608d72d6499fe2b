import type { StaffActor } from '#platform/actor.ts';
import { forbidden } from '#platform/problem.ts';
import type { Web } from '#platform/web/web-context.ts';
import { relationsToContact } from './lock-contact.server.ts';

/** No form is opened for somebody who may not send it. @throws Problem `forbidden` */
export function requireMayChange(
  web: Web,
  actor: StaffActor,
  action: 'contact.correct' | 'contact.void',
  contact: Parameters<typeof relationsToContact>[1],
): void {
  if (!web.house.policy.decide(actor, action, ['centre', ...relationsToContact(actor, contact)]))
    throw forbidden();
}
