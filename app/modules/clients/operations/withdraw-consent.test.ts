import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { registerTestClient } from '../clients.testing.ts';
import { restrictClient } from './restrict-client.server.ts';
import { withdrawConsent } from './withdraw-consent.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a data officer, who sees no people, may not', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(
    execute(house, withdrawConsent, officer.actor, { clientId, purposes: ['contact_by_phone'] }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a restricted file is not found by whoever may not open it', async () => {
  const { clientId } = await registerTestClient(house, centre.coordinator.actor);
  await execute(house, restrictClient, centre.coordinator.actor, {
    clientId,
    reason: 'A colleague’s relative',
  });
  await expect(
    execute(house, withdrawConsent, counsellor.actor, { clientId, purposes: ['contact_by_phone'] }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('what was never agreed to cannot be withdrawn', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, withdrawConsent, counsellor.actor, { clientId, purposes: ['research_follow_up'] }),
  ).rejects.toMatchObject({ fields: [{ path: 'purposes', code: 'nothing-to-withdraw' }] });
});

test('anybody at the desk takes it back for the person, without a reason, and it counts at once', async () => {
  const reception = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await house.admin.query(
    `insert into serai.outbox (id, centre_id, client_id, kind, key_id, sealed, send_after, created_at) values (gen_random_uuid(), $1, $2, 'reminder', $2, '\\x00', now(), now())`,
    [centre.centreId, clientId],
  );
  const answer = await execute(house, withdrawConsent, reception.actor, {
    clientId,
    purposes: ['contact_by_phone', 'contact_by_message', 'photo_video'],
  });
  expect(answer.withdrawn).toEqual(['contact_by_message', 'contact_by_phone']);
  const { rows } = await house.admin.query(
    `select distinct on (purpose) purpose, status from serai.consent where client_id = $1 order by purpose, seq desc`,
    [clientId],
  );
  expect(Object.fromEntries(rows.map((row) => [row.purpose, row.status]))).toMatchObject({
    contact_by_phone: 'withdrawn',
    contact_by_message: 'withdrawn',
    service_and_record: 'given',
  });
  const { rows: waiting } = await house.admin.query('select state from serai.outbox where client_id = $1', [
    clientId,
  ]);
  expect(waiting).toEqual([{ state: 'withdrawn' }]);
  const {
    rows: [audit],
  } = await house.admin.query(
    `select actor_id, fields from serai.audit_event where action = 'consent.withdraw' and result = 'done' and client_id = $1`,
    [clientId],
  );
  expect(audit).toEqual({
    actor_id: reception.actor.staffId,
    fields: ['contact_by_message', 'contact_by_phone'],
  });
});
