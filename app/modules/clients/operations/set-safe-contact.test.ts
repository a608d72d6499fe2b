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
import { unsealIdentity } from '../client-identity.server.ts';
import { setSafeContact } from './set-safe-contact.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('a data officer may not', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(execute(house, setSafeContact, officer.actor, { clientId, version: 1 })).rejects.toMatchObject(
    { code: 'forbidden' },
  );
});

test('a file that is not there is not found', async () => {
  await expect(
    execute(house, setSafeContact, counsellor.actor, { clientId: crypto.randomUUID(), version: 1 }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('what is no phone is refused at its row', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, setSafeContact, counsellor.actor, {
      clientId,
      version: 1,
      phones: [{ number: '0700123456' }, { number: 'none' }],
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'phones.1.number', code: 'not-a-phone' }] });
});

test('somebody else’s change in between is not overwritten', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, setSafeContact, counsellor.actor, { clientId, version: 1, phones: [] });
  await expect(
    execute(house, setSafeContact, counsellor.actor, {
      clientId,
      version: 1,
      contactWarning: 'Never on Fridays',
    }),
  ).rejects.toMatchObject({ code: 'conflict.version' });
});

test('the rules are replaced whole, countable beside and sealed within', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, setSafeContact, counsellor.actor, {
    clientId,
    version: 1,
    contactWarning: 'The brother must not know',
    phones: [
      {
        number: '+49 151 000 0000',
        owner: 'shared',
        safeToCall: false,
        safeToMessage: true,
        safeDays: [1, 2],
        safeWords: 'Say you are from the school',
      },
    ],
    email: { address: 'somebody@mail.example', safe: true },
  });
  const {
    rows: [row],
  } = await house.admin.query(
    'select c.contact_phone_ok, c.contact_message_ok, c.contact_email_ok, i.sealed from serai.client c join serai.client_identity i on i.client_id = c.id where c.id = $1',
    [clientId],
  );
  expect(row).toMatchObject({ contact_phone_ok: false, contact_message_ok: true, contact_email_ok: true });
  const identity = await unsealIdentity(house.vault, clientId, row.sealed);
  expect(identity).toMatchObject({
    contactWarning: 'The brother must not know',
    phones: [{ digits: '491510000000', owner: 'shared', safeDays: [1, 2] }],
  });
  expect(identity.names[0]?.given).toBe('Gulalai');
});
