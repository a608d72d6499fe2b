import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecondCentre } from '../../../checks/second-centre.testing.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { acceptTransfer } from '#modules/transfers/operations/accept-transfer.server.ts';
import {
  agreeToTransfer,
  registerMovingPerson,
  sendTestTransfer,
} from '#modules/transfers/transfers.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { runImport } from './jobs.server.ts';
import { fileOf, takeTestImport, uploadTestImport } from './imports.testing.ts';
import { startImport } from './operations/start-import.server.ts';
import { undoImport } from './operations/undo-import.server.ts';
import { undoRows } from './operations/undo-rows.server.ts';
import { listImportRows } from './queries/list-import-rows.query.server.ts';
import { viewImport } from './queries/view-import.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let head: StaffActor;
let mina: StaffActor;
let other: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  other = await openSecondCentre(house);
  head = centre.coordinator.actor;
  mina = (await addTestStaff(house, head, ['counsellor'])).actor;
  await peopleIndex(house).ready;
});
afterAll(() => house?.close());

const restrict = (clientId: string) =>
  execute(house, restrictClient, mina, { clientId, reason: 'threatened here' });
const rowsOf = async (importId: string) =>
  (
    await house.admin.query(
      'select number, state, client_id, contact_id, made_client from serai.import_row where import_id = $1 and number > 1 order by number',
      [importId],
    )
  ).rows;
async function undo(importId: string): Promise<void> {
  await execute(house, undoImport, { ...head, steppedUpAt: house.clock.now() }, { importId });
  await execute(house, undoRows, await beginJob(house, centre.centreId), { importId });
}

test('a file of guesses does not tell whose phone it is: of somebody out of reach there is no id and no reason', async () => {
  const phone = { number: '0700 999 888', owner: 'own' as const, safeToCall: true, safeToMessage: false };
  const known = { names: [{ given: 'Zarghuna', family: 'Popalzai' }], phones: [phone] };
  const { clientId } = await registerTestClient(house, mina, known);
  await restrict(clientId);
  await expect
    .poll(
      async () =>
        (
          await peopleIndex(house).similar(
            { id: '', scope: centre.centreId, names: ['Zarghuna Popalzai'], phones: [], references: [] },
            5,
          )
        ).length,
    )
    .toBeGreaterThan(0);
  const guess = fileOf('Name,Sex,Phone\nZarghuna Popalzai,F,0700999888\n');
  const importId = await uploadTestImport(house, head, guess, { name: 'guess.csv' });
  // Name and phone together would be `same`.
  expect((await read(house, viewImport, head, { importId })).counts).toMatchObject({ same: 0, like: 1 });
  const { rows } = await read(house, listImportRows, head, { importId, what: 'alike' });
  expect(rows).toMatchObject([{ number: 2, resemblance: 'like', reasons: [], suspect: {} }]);
  expect(JSON.stringify(rows)).not.toContain(clientId);
});

test('an import whose person moved to another centre since is taken back all the same, and leaves the person alone', async () => {
  const importId = await takeTestImport(
    house,
    head,
    fileOf(
      'Name,Sex,Phone,Visit date,Service\nGulalai Momand,F,0700444333,13/02/2024,Visa\nSpin Ghar,M,,14/02/2024,Visa\n',
    ),
    { name: 'moved.csv' },
  );
  const [{ client_id: clientId }] = await rowsOf(importId);
  await agreeToTransfer(house, head, clientId);
  const transferId = await sendTestTransfer(house, head, clientId, other.centreId);
  await execute(house, acceptTransfer, other.coordinator.actor, { transferId });
  await undo(importId);
  expect(await rowsOf(importId)).toMatchObject([
    { number: 2, state: 'kept' },
    { number: 3, state: 'undone' },
  ]);
});

test('a conversation of somebody who was closed since is not destroyed by whoever may not open them', async () => {
  const importId = await takeTestImport(
    house,
    head,
    fileOf('Name,Sex,Visit date,Service\nTorpekai Alokozai,F,13/02/2024,Visa\n'),
    { name: 'closed.csv' },
  );
  const [{ client_id: clientId, contact_id: contactId }] = await rowsOf(importId);
  await restrict(clientId);
  await undo(importId);
  expect(await rowsOf(importId)).toMatchObject([{ state: 'kept' }]);
  const { rowCount } = await house.admin.query('select 1 from serai.contact where id = $1', [contactId]);
  expect(rowCount).toBe(1);
});

test('a row that was to go to a file which moved meanwhile does not hold up the import', async () => {
  const phone = { number: '0700 321 456', owner: 'own' as const, safeToCall: true, safeToMessage: false };
  const known = { names: [{ given: 'Palwasha', family: 'Kakar' }], phones: [phone] };
  const clientId = await registerMovingPerson(house, mina, known);
  await expect
    .poll(
      async () =>
        (
          await peopleIndex(house).similar(
            { id: '', scope: centre.centreId, names: ['Palwasha Kakar'], phones: [], references: [] },
            5,
          )
        ).length,
    )
    .toBeGreaterThan(0);
  const file = fileOf('Name,Sex,Phone,Visit date,Service\nPalwasha Kakar,F,0700321456,13/02/2024,Visa\n');
  const importId = await uploadTestImport(house, head, file, { name: 'known.csv' });
  expect((await read(house, viewImport, head, { importId })).counts).toMatchObject({ same: 1 });
  const transferId = await sendTestTransfer(house, mina, clientId, other.centreId);
  await execute(house, acceptTransfer, other.coordinator.actor, { transferId });
  const { version } = await read(house, viewImport, head, { importId });
  await execute(house, startImport, { ...head, steppedUpAt: house.clock.now() }, { importId, version });
  await runImport(house, importId, centre.centreId);
  expect(await read(house, viewImport, head, { importId })).toMatchObject({ state: 'done' });
  expect(await rowsOf(importId)).toMatchObject([{ state: 'taken', made_client: true }]);
});

test('what a person said when they were called is not lost with the import', async () => {
  const file = fileOf('Name,Sex,Visit date,Service\nGhotai Safi,F,13/02/2024,Visa\n');
  const importId = await takeTestImport(house, head, file, { name: 'called.csv' });
  const [{ client_id: clientId, contact_id: contactId }] = await rowsOf(importId);
  await house.admin.query(
    `insert into serai.campaign_call (id, centre_id, client_id, contact_id, round, due_on, opens_on, closes_on,
       assigned_to, outcome, decision, closed_at, closed_by, created_at)
     values (gen_random_uuid(), $1, $2, $3, 'first', '2026-03-01', '2026-03-01', '2026-03-01', $4, 'reached', 'stays', now(), $4, now())`,
    [centre.centreId, clientId, contactId, mina.staffId],
  );
  await undo(importId);
  expect(await rowsOf(importId)).toMatchObject([{ state: 'kept' }]);
  expect((await house.admin.query('select 1 from serai.campaign_call')).rowCount).toBe(1);
});
