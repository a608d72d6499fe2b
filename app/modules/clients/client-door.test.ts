import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql, type Transaction } from 'kysely';
import type { StaffActor } from '#platform/actor.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { moveToAnotherCentre, registerTestClient } from './clients.testing.ts';
import {
  clientLabels,
  loadClientForService,
  loadSafeContact,
  relationsToClient,
  touchLastContact,
} from './client-door.server.ts';
import { handOverClients } from './hand-over-clients.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

/** Inside a transaction of this actor, as another module's operation stands. */
const inside = <Answer>(
  actor: StaffActor,
  work: (
    context: { house: TestHouse; actor: StaffActor; today: string; on<T>(): Transaction<T> },
    tx: Transaction<AnyTables>,
  ) => Promise<Answer>,
) =>
  house.databases.app.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
    return work({ house, actor, today: '2026-03-10', on: <T>() => tx as Transaction<T> }, tx);
  });

test('a person of another centre is not there for any of the doors', async () => {
  const { clientId } = await registerTestClient(house, centre.coordinator.actor);
  await moveToAnotherCentre(house, clientId);
  await inside(centre.coordinator.actor, async (context, tx) => {
    expect(await loadClientForService(context, clientId)).toBeUndefined();
    expect(await loadSafeContact(context, clientId)).toBeUndefined();
    expect(await clientLabels(context, [clientId])).toEqual(new Map());
    expect(await relationsToClient(tx, centre.coordinator.actor, clientId, context.today)).toEqual([]);
  });
});

test('coarse facts are those of the day of the service', async () => {
  const { clientId } = await registerTestClient(house, centre.coordinator.actor, {
    birth: { calendar: 'gregory', year: 2001, month: 3, day: 5 },
  });
  await inside(centre.coordinator.actor, async (context) => {
    expect(await loadClientForService(context, clientId)).toMatchObject({
      ageBand: '25_34',
      nationality: 'AF',
      originAdmin1: 'Kabul',
      restricted: false,
    });
    expect(await loadClientForService(context, clientId, '2026-03-01')).toMatchObject({ ageBand: '18_24' });
  });
});

test('a contact moves the last contact and the retention forwards, never back', async () => {
  const { clientId } = await registerTestClient(house, centre.coordinator.actor);
  for (const day of ['2026-03-09', '2026-01-02'])
    await inside(centre.coordinator.actor, (context) => touchLastContact(context, clientId, day));
  const { rows } = await house.admin.query(
    'select last_contact_on, retention_until from serai.client where id = $1',
    [clientId],
  );
  expect(rows).toEqual([{ last_contact_on: '2026-03-09', retention_until: '2028-03-10' }]);
});

test('who is assigned is linked, who registered today calls it their own', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const mine = await registerTestClient(house, actor, { assignToMe: true });
  const relations = (who: StaffActor, today: string) =>
    inside(who, (_, tx) => relationsToClient(tx, who, mine.clientId, today));
  expect(await relations(actor, '2026-03-10')).toEqual(['linked', 'own']);
  expect(await relations(actor, '2026-03-11')).toEqual(['linked']);
  expect(await relations(centre.coordinator.actor, '2026-03-10')).toEqual([]);
});

test('a leaver’s files pass to a colleague', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { clientId } = await registerTestClient(house, actor, { assignToMe: true });
  const moved = await inside(centre.coordinator.actor, (context) =>
    handOverClients(context, actor.staffId, centre.coordinator.actor.staffId),
  );
  expect(moved).toBe(1);
  const { rows } = await house.admin.query('select assigned_to from serai.client where id = $1', [clientId]);
  expect(rows[0].assigned_to).toBe(centre.coordinator.actor.staffId);
});
