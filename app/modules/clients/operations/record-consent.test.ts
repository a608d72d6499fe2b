import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { agreedConsent, registerTestClient } from '../clients.testing.ts';
import { recordConsent } from './record-consent.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const talk = { explainedIn: 'prs', form: 'thumbprint' as const, explained: agreedConsent.explained };
const inForce = async (clientId: string, purpose: string) =>
  (
    await house.admin.query(
      'select status, form from serai.consent where client_id = $1 and purpose = $2 order by seq desc limit 1',
      [clientId, purpose],
    )
  ).rows[0];

test('a data protection officer may not record a decision', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  await expect(
    execute(house, recordConsent, officer.actor, { clientId, ...talk, decisions: { photo_video: 'given' } }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('for a file that is not there it is not found', async () => {
  await expect(
    execute(house, recordConsent, counsellor.actor, {
      clientId: crypto.randomUUID(),
      ...talk,
      decisions: { photo_video: 'given' },
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a decision on nothing is none', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, recordConsent, counsellor.actor, { clientId, ...talk, decisions: {} }),
  ).rejects.toMatchObject({ fields: [{ path: 'decisions', code: 'choose-one' }] });
});

test('a yes without the explaining does not count', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, recordConsent, counsellor.actor, {
      clientId,
      ...talk,
      explained: [],
      decisions: { research_follow_up: 'given' },
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'explained', code: 'consent-not-explained' }] });
});

test('a day to come, or an end before the beginning, is refused', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, recordConsent, counsellor.actor, {
      clientId,
      ...talk,
      givenOn: '2030-01-01',
      decisions: { research_follow_up: 'given' },
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'givenOn' }] });
  await expect(
    execute(house, recordConsent, counsellor.actor, {
      clientId,
      ...talk,
      validUntil: '2020-01-01',
      decisions: { research_follow_up: 'given' },
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'validUntil' }] });
});

test('the newest decision is in force and the earlier one stays', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, recordConsent, counsellor.actor, {
    clientId,
    ...talk,
    decisions: { research_follow_up: 'given', photo_video: 'refused' },
  });
  expect(await inForce(clientId, 'research_follow_up')).toEqual({ status: 'given', form: 'thumbprint' });
  expect(await inForce(clientId, 'photo_video')).toEqual({ status: 'refused', form: 'thumbprint' });
  const { rows } = await house.admin.query(
    `select status from serai.consent where client_id = $1 and purpose = 'research_follow_up' order by seq`,
    [clientId],
  );
  expect(rows.map((row) => row.status)).toEqual(['refused', 'given']);
});

test('the names of a witness and a guardian are sealed', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, recordConsent, counsellor.actor, {
    clientId,
    ...talk,
    witness: 'Canary Witness',
    decisions: { research_follow_up: 'given' },
  });
  const { rows } = await house.admin.query(
    `select t::text as row from serai.consent t where client_id = $1`,
    [clientId],
  );
  expect(JSON.stringify(rows)).not.toContain('Canary');
});
