import {
  type Actor,
  houseActor,
  isStaff,
  publicActor,
  type StaffActor,
  type StaffRole,
  roles as staffRoles,
  setupActor,
} from '#platform/actor.ts';
import type { Policy } from '#platform/policy/policy.ts';
import { openTestHouse, type ReopenableHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { mintSession } from '#modules/staff/session.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { openSecondCentre } from '../second-centre.testing.ts';
import type { Asker } from './expected-answers.ts';

/** Two centres in one house, and somebody of every role in the first. */
export interface World {
  house: ReopenableHouse;
  centre: TestCentre;
  other: TestCentre;
  /** Coordinator and counsellor of the first centre who make the records that askers come across. */
  keeper: StaffActor;
  maker: StaffActor;
  /** The coordinator of the second centre. */
  stranger: StaffActor;
  askers: Record<Asker, Actor>;
}

export async function openWorld(policy?: Policy): Promise<World> {
  const house = await openTestHouse(policy ? { policy } : {});
  // Reminders are planned where mail can be sent; nobody listens there.
  Object.assign(house.config, { smtpUrl: 'smtp://127.0.0.1:9', smtpFrom: 'centre@centre.example' });
  const centre = await openTestCentre(house);
  const other = await openSecondCentre(house);
  const keeper = centre.coordinator.actor;
  const join = async (role: StaffRole) =>
    (await addTestStaff(house, keeper, [role], centre.siteIds[0])).actor;
  const maker = await join('counsellor');
  const staff: [StaffRole, StaffActor][] = [];
  for (const role of staffRoles) staff.push([role, await join(role)]);
  const askers = {
    ...Object.fromEntries(staff),
    public: publicActor,
    setup: setupActor,
    job: await beginJob(house, centre.centreId),
    house: houseActor,
  };
  return {
    house,
    centre,
    other,
    keeper,
    maker,
    stranger: other.coordinator.actor,
    askers: askers as Record<Asker, Actor>,
  };
}

/** The same person in a session of their own, so that ending or locking it does not disturb the rest. */
export async function inFreshSession(house: TestHouse, actor: Actor): Promise<Actor> {
  if (!isStaff(actor)) return actor;
  const { id, token } = await mintSession(house.databases.auth, {
    kind: 'staff',
    staffId: actor.staffId,
    centreId: actor.centre.id,
    siteId: actor.siteId ?? null,
    roles: actor.roles,
    now: house.clock.now(),
    lasts: 3_600_000,
  });
  return { ...actor, sessionId: id, sessionToken: token };
}
