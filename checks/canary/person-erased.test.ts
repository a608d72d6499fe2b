import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasingSteps } from '#modules/erasures/erasing-steps.server.ts';
import { findClients } from '#modules/clients/queries/find-clients.query.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { listContacts } from '#modules/contacts/queries/list-contacts.query.server.ts';
import { mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  signIn,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { everyRow } from './every-row.testing.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { carryOutErasure } from '#modules/erasures/carry-out-erasure.server.ts';
import { liveTestLife, orderTestErasure } from '#modules/erasures/erasures.testing.ts';
import { replayErasures, resumeErasures } from '#modules/erasures/replay-erasures.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const team = async () => [counsellor.actor, await signIn(house, centre.coordinator)] as const;
const life = (given: string) =>
  liveTestLife(house, counsellor.actor, { given, family: 'Quillhaven', note: 'Lanternquick moonbridge' });

const counted = async () => {
  const { rows } = await house.admin.query(
    `select s.* from serai.statistics_counts($1, null, null, '2020-01-01', '2030-01-01', true) s
     where s.measure <> 'visits' or true order by 1, 2, 3, 4`,
    [centre.centreId],
  );
  return rows;
};

/** Where an id or a key of the person still stands, the record of who did what aside. */
async function placesOf(id: string): Promise<string[]> {
  const rows = await everyRow(house.admin);
  return rows
    .filter(([, bytes]) => bytes.includes(id))
    .map(([name]) => name)
    .filter((name) => !['serai.audit_event', 'serai.client_change'].includes(name));
}

test('a life in all its tables is gone: nobody is found, nothing points at the person, sums and chain stay', async () => {
  const { clientId, contactId } = await life('Zephyrinne');
  const before = await counted();
  expect((await placesOf(clientId)).length).toBeGreaterThan(8);
  const { erasureId } = await orderTestErasure(house, await team(), clientId);
  expect(await carryOutErasure(house, erasureId)).toBe('done');
  expect(await placesOf(clientId)).toEqual([]);
  expect(await counted()).toEqual(before);
  expect((await verifyAudit(house.databases.audit, house.vault)).findings).toEqual([]);
  const found = await read(house, findClients, counsellor.actor, { text: 'Zephyrinne' });
  expect(found.found).toEqual([]);
  await expect(read(house, viewClient, counsellor.actor, { clientId })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { rows } = await house.admin.query('select sealed_note, client_id from serai.contact where id = $1', [
    contactId,
  ]);
  expect(rows[0].sealed_note).toBeNull();
  expect(rows[0].client_id).not.toBe(clientId);
  await read(house, listContacts, counsellor.actor, {});
  for await (const ids of house.files.listBefore(new Date('2100-01-01'))) expect(ids).toEqual([]);
  await expect(house.vault.keys.open(clientId)).rejects.toMatchObject({ code: 'vault.key-missing' });
});

test('what was merged into the file goes with it', async () => {
  const first = await life('Orsolyanna');
  const second = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Orsolyanna', family: 'Quillhaven' }],
  });
  const hands = [await signIn(house, counsellor), await signIn(house, centre.coordinator)] as const;
  await mergeTestFiles(house, hands, first.clientId, second.clientId);
  const { erasureId } = await orderTestErasure(house, await team(), first.clientId);
  await carryOutErasure(house, erasureId);
  for (const id of [first.clientId, second.clientId]) {
    expect(await placesOf(id)).toEqual([]);
    await expect(house.vault.keys.open(id)).rejects.toMatchObject({ code: 'vault.key-missing' });
  }
});

test('a restricted person goes through the wall that closed the file', async () => {
  const { clientId } = await life('Wrenfeather');
  await execute(house, restrictClient, counsellor.actor, {
    clientId,
    readers: [centre.coordinator.actor.staffId],
    reason: 'A relative works next door',
  });
  const before = await counted();
  const { erasureId } = await orderTestErasure(house, await team(), clientId);
  await carryOutErasure(house, erasureId);
  expect(await placesOf(clientId)).toEqual([]);
  expect(await counted()).toEqual(before);
});

test.each(['begun', 'shredded', 'rows'] as const)(
  'broken off when it was %s, it goes on from there',
  async (part) => {
    const { clientId } = await life('Brokenoff');
    const { erasureId } = await orderTestErasure(house, await team(), clientId);
    const stop = (at: string) => {
      if (at === part) throw new Error('killed');
    };
    await expect(carryOutErasure(house, erasureId, { after: stop })).rejects.toThrow('killed');
    await resumeErasures(house);
    expect(await placesOf(clientId)).toEqual([]);
    expect(await carryOutErasure(house, erasureId)).toBe('done');
  },
);

test('whoever comes back with an older copy of the records is erased again before anybody is let in', async () => {
  const { clientId } = await life('Returnedone');
  const tables = ['client', 'client_identity'];
  const kept = await Promise.all(
    tables.map(async (table) => ({
      table,
      rows: (
        await house.admin.query(
          `select to_jsonb(t) as row from serai.${table} t where ${table === 'client' ? 'id' : 'client_id'} = $1`,
          [clientId],
        )
      ).rows,
    })),
  );
  const { erasureId } = await orderTestErasure(house, await team(), clientId);
  await carryOutErasure(house, erasureId);
  for (const { table, rows } of kept)
    for (const { row } of rows)
      await house.admin.query(
        `insert into serai.${table} select * from jsonb_populate_record(null::serai.${table}, $1)`,
        [row],
      );
  expect(await placesOf(clientId)).toContain('serai.client');
  expect(await replayErasures(house)).toBe(1);
  expect(await placesOf(clientId)).toEqual([]);
  expect(await replayErasures(house)).toBe(0);
});

const hasRows = ['draft', 'contact', 'client_identity', 'arrival', 'subject_request', 'retention_proposal'];
const tried = erasingSteps.filter(({ tables }) => hasRows.some((table) => table in tables));

test.each(tried.map((step) => [Object.keys(step.tables)[0] ?? '', step] as const))(
  'when %s is left out it is found: the file stays by its foreign key, or the search finds it',
  async (_name, step) => {
    const { clientId } = await life('Leftover');
    await house.admin.query(
      `insert into serai.retention_proposal (id, centre_id, class, client_id, pieces, clock_on, due_on, proposed_at)
       select gen_random_uuid(), centre_id, 'client-file', id, 1, registered_on, registered_on, now() from serai.client where id = $1`,
      [clientId],
    );
    const { erasureId } = await orderTestErasure(house, await team(), clientId);
    const steps = erasingSteps.filter((each) => each !== step);
    const failed = await carryOutErasure(house, erasureId, { steps }).then(
      () => false,
      () => true,
    );
    const traces = await placesOf(clientId);
    expect(failed || Object.keys(step.tables).some((table) => traces.includes(`serai.${table}`))).toBe(true);
    await resumeErasures(house);
  },
);
