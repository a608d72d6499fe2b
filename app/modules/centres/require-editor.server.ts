import type { StaffActor } from '#platform/actor.ts';
import { forbidden } from '#platform/problem.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import type { Web } from '#platform/web/web-context.ts';

/** The signed-in coordinator. @throws Problem `forbidden` for colleagues who may only read the centre */
export function requireEditor(web: Web): StaffActor {
  const actor = requireStaff(web);
  if (!web.house.policy.mayEver(actor, 'centre.edit')) throw forbidden();
  return actor;
}
