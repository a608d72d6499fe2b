import type { Actor } from '#platform/actor.ts';
import type { Policy } from '#platform/policy/policy.ts';

/** What of the centre's pages this actor may use. Hiding is a courtesy; the operations decide. */
export const mayUseCentre = (policy: Policy, actor: Actor) => ({
  edit: policy.mayEver(actor, 'centre.edit'),
  team: policy.mayEver(actor, 'staff.list'),
  programs: policy.mayEver(actor, 'token.list'),
  recovery: policy.mayEver(actor, 'recovery.view'),
  opening: policy.mayEver(actor, 'house.view-opening'),
  backups: policy.mayEver(actor, 'backup.view'),
  doctor: policy.mayEver(actor, 'doctor.view'),
});
