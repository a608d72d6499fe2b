import { type Actor, isStaff, type StaffActor } from '#platform/actor.ts';
import { forbidden } from '#platform/problem.ts';

/** Files are the work of people: neither a job nor the house may act here. @throws Problem `forbidden` */
export function requireStaffActor(actor: Actor): StaffActor {
  if (!isStaff(actor)) throw forbidden();
  return actor;
}
