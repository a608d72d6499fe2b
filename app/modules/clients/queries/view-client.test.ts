import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { agreedConsent, moveToAnotherCentre, registerTestClient } from '../clients.testing.ts';
import { assignClient } from '../operations/assign-client.server.ts';
import { withdrawConsent } from '../operations/withdraw-consent.server.ts';
import { viewClient } from './view-client.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const view = (clientId: string, actor = counsellor.actor) => read(house, viewClient, actor, { clientId });

test('whoever counts, audits or only receives does not open a file', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  for (const role of ['data_officer', 'data_protection_officer', 'receptionist', 'volunteer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(view(clientId, actor)).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('a volunteer opens the file of a person they were given, without status, papers or notes', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    legalStatus: 'expired_document',
    note: 'Sleeps badly',
  });
  await execute(house, assignClient, counsellor.actor, { clientId, staffId: actor.staffId });
  const file = await view(clientId, actor);
  expect(file.linked).toBe(true);
  expect(file.identity).not.toHaveProperty('legalStatus');
  expect(file.identity).not.toHaveProperty('note');
  expect((await view(clientId)).identity).toMatchObject({
    legalStatus: 'expired_document',
    note: 'Sleeps badly',
  });
});

test('a file of another centre, or of nobody, is not found', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await moveToAnotherCentre(house, clientId);
  await expect(view(clientId)).rejects.toMatchObject({ code: 'not-found', status: 404 });
  await expect(view(crypto.randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  await expect(view('not-an-id')).rejects.toMatchObject({ code: 'input.invalid' });
});

test('looking without a link says so, to the reader and to the audit', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  expect((await view(clientId)).linked).toBe(true);
  expect((await view(clientId, centre.coordinator.actor)).linked).toBe(false);
  const { rows } = await house.admin.query(
    `select purpose from serai.audit_event where action = 'client.view' and client_id = $1 order by seq`,
    [clientId],
  );
  expect(rows.map((row) => row.purpose)).toEqual(['service', 'not-linked']);
});

test('the file says how the person may be reached now, and a withdrawal changes it at once', async () => {
  // 9:00 UTC is 14:00 in Karachi, within the hours that she named.
  const { clientId } = await registerTestClient(house, counsellor.actor);
  expect((await view(clientId)).reach.phone).toMatchObject({
    allowed: true,
    phones: [{ digits: '92700123456' }],
  });
  await execute(house, withdrawConsent, counsellor.actor, { clientId, purposes: ['contact_by_phone'] });
  expect((await view(clientId)).reach.phone).toMatchObject({ allowed: false, reasons: ['no-phone-consent'] });
});

test('the story holds consents and changes with who made them', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const file = await view(clientId);
  expect(file.history).toHaveLength(5);
  expect(file.history[0]).toMatchObject({ recordedBy: 'Test counsellor' });
  expect(file.openQuestions).toEqual([]);
  expect(file.summary).toMatchObject({ name: 'Gulalai Yusufzai', phoneEnds: ['456'], ageBand: '25_34' });
});

test('who witnessed and what was said is for those who counsel', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    consent: { ...agreedConsent, form: 'verbal_witnessed', witness: 'A neighbour' },
  });
  await execute(house, assignClient, counsellor.actor, { clientId, staffId: actor.staffId });
  expect((await view(clientId)).history[0]?.words).toEqual({ witness: 'A neighbour' });
  expect((await view(clientId, actor)).history[0]).not.toHaveProperty('words');
});
