import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { arrive } from '../front-desk.testing.ts';
import { registerArrival } from './register-arrival.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const count = async () => (await house.admin.query('select count(*)::int as n from serai.arrival')).rows[0].n;

test('a data officer may not register anybody, and the attempt is recorded', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(arrive(house, actor)).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  const { rows } = await house.admin.query(
    "select result from serai.audit_event where action = 'arrival.register' and actor_id = $1",
    [actor.staffId],
  );
  expect(rows).toEqual([{ result: 'refused' }]);
});

test('a volunteer may not say whose file it is', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  await expect(arrive(house, actor, { clientId: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('wrong input is refused field by field and nothing is written', async () => {
  const { actor } = centre.coordinator;
  const before = await count();
  const wrong: [Record<string, unknown>, string][] = [
    [{ visitReason: 'tea' }, 'visitReason'],
    [{ visitReason: 'info', partySize: 0 }, 'partySize'],
    [{ visitReason: 'info', language: 'xx' }, 'language'],
    [{ visitReason: 'info', note: 'red\u0000scarf' }, 'note'],
    [{ visitReason: 'info', note: 'x'.repeat(81) }, 'note'],
    [{ visitReason: 'info', siteId: crypto.randomUUID() }, 'siteId'],
    [{ visitReason: 'info', clientId: crypto.randomUUID() }, 'clientId'],
  ];
  for (const [input, path] of wrong) {
    await expect(execute(house, registerArrival, actor, input)).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path }],
    });
  }
  expect(await count()).toBe(before);
});

test('tickets count from one at each site, without a gap even when many come at once', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const [main, station] = centre.siteIds;
  const tickets = await Promise.all(Array.from({ length: 6 }, () => arrive(house, actor, { siteId: main })));
  expect(tickets.map((ticket) => ticket.ticketNo).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await arrive(house, actor, { siteId: station })).ticketNo).toBe(1);
});

test('the same key gives the same ticket', async () => {
  const { actor } = centre.coordinator;
  const input = { visitReason: 'legal', siteId: centre.siteIds[0] };
  const first = await execute(house, registerArrival, actor, input, { idempotencyKey: 'one-press-twice' });
  const again = await execute(house, registerArrival, actor, input, { idempotencyKey: 'one-press-twice' });
  expect(again).toEqual(first);
});

test('the note is sealed, and the audit tells that there is one but not what it says', async () => {
  const { arrivalId } = await arrive(house, centre.coordinator.actor, {
    urgent: true,
    note: 'red scarf',
    siteId: centre.siteIds[0],
  });
  const { rows } = await house.admin.query('select * from serai.arrival where id = $1', [arrivalId]);
  expect(rows[0]).toMatchObject({ urgent: true, day: '2026-03-10', client_id: null });
  expect(JSON.stringify(rows[0].sealed_note.toString('latin1'))).not.toContain('scarf');
  const audit = await house.admin.query(
    'select fields, sealed_detail from serai.audit_event where subject_id = $1',
    [arrivalId],
  );
  expect(audit.rows).toEqual([{ fields: ['ticket', 'urgent', 'note'], sealed_detail: null }]);
});
