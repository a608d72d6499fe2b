import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { arrive } from '../front-desk.testing.ts';
import { callArrival } from './call-arrival.server.ts';
import { leaveArrival } from './leave-arrival.server.ts';
import { serveArrivalAtDesk } from './serve-arrival.server.ts';
import { undoArrival } from './undo-arrival.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const row = async (id: string) =>
  (await house.admin.query('select * from serai.arrival where id = $1', [id])).rows[0];

test('a data officer may not finish an arrival', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  for (const operation of [serveArrivalAtDesk, leaveArrival, undoArrival]) {
    await expect(execute(house, operation, actor, { arrivalId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
});

test('a volunteer finishes only those whom the volunteer called', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  const { arrivalId } = await arrive(house, centre.coordinator.actor);
  await expect(execute(house, serveArrivalAtDesk, actor, { arrivalId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect((await row(arrivalId)).served_at).toBeNull();
  await execute(house, callArrival, actor, { arrivalId });
  await execute(house, serveArrivalAtDesk, actor, { arrivalId });
  expect(await row(arrivalId)).toMatchObject({ called_by: actor.staffId, contact_id: null });
});

test('who has left is not served, and who is served does not leave', async () => {
  const { actor } = centre.coordinator;
  const gone = await arrive(house, actor);
  await execute(house, leaveArrival, actor, { arrivalId: gone.arrivalId });
  await expect(
    execute(house, serveArrivalAtDesk, actor, { arrivalId: gone.arrivalId }),
  ).rejects.toMatchObject({ code: 'arrival.already-done' });
  const served = await arrive(house, actor);
  await execute(house, serveArrivalAtDesk, actor, { arrivalId: served.arrivalId });
  await expect(execute(house, leaveArrival, actor, { arrivalId: served.arrivalId })).rejects.toMatchObject({
    code: 'arrival.already-done',
  });
});

test('undo is refused where there is nothing to undo', async () => {
  const { arrivalId } = await arrive(house, centre.coordinator.actor);
  await expect(execute(house, undoArrival, centre.coordinator.actor, { arrivalId })).rejects.toMatchObject({
    code: 'arrival.nothing-to-undo',
  });
});

test('who was sent away by mistake waits again with the old ticket, and the audit tells both', async () => {
  const { actor } = centre.coordinator;
  const { arrivalId, ticketNo } = await arrive(house, actor);
  await execute(house, leaveArrival, actor, { arrivalId });
  await execute(house, undoArrival, actor, { arrivalId });
  expect(await row(arrivalId)).toMatchObject({
    ticket_no: ticketNo,
    left_at: null,
    called_at: null,
    served_at: null,
    called_by: null,
  });
  const { rows } = await house.admin.query(
    'select action from serai.audit_event where subject_id = $1 order by seq',
    [arrivalId],
  );
  expect(rows.map((each) => each.action)).toEqual(['arrival.register', 'arrival.leave', 'arrival.undo']);
});
