import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { unsealIdentity } from '#modules/clients/client-identity.server.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openBenchCentre } from './bench-house.server.ts';
import { bulkTalk } from './bulk-contacts.server.ts';
import { bulkLoad } from './bulk-load.server.ts';
import { bulkPerson } from './bulk-people.server.ts';

const size = { people: 30, contacts: 60, complete: true };
let house: TestHouse;
let admin: pg.Pool;
let centre: DemoCentre;
let actor: StaffActor;
let ids: string[];
const byHand: string[] = [];

beforeAll(async () => {
  house = await openTestHouse({ start: new Date().toISOString() });
  centre = await openBenchCentre(house);
  actor = centre.staff.get('counsellor1') as StaffActor;
  admin = new pg.Pool({ ...house.admin.options, options: '-c search_path=serai' });
  ids = await bulkLoad({ house, admin, centre, size });
  // The same people and talks once more, as a colleague would have written them.
  for (let number = 0; number < size.people; number += 1) {
    const { person, safe, consent } = bulkPerson(number);
    const { clientId } = await execute(house, registerClient, actor, {
      ...person,
      ...safe,
      consent,
      siteId: centre.siteIds[0],
      registerAnyway: true,
    });
    byHand.push(clientId);
  }
  for (let number = 0; number < size.contacts; number += 1) {
    const first = (
      await admin.query<{ client_id: string | null }>(
        'select client_id from contact order by started_at offset $1 limit 1',
        [number],
      )
    ).rows[0];
    const twin = first?.client_id ? byHand[ids.indexOf(first.client_id)] : undefined;
    house.clock.advance(1_000);
    await execute(house, recordContact, actor, { ...bulkTalk(number, twin), siteId: centre.siteIds[0] });
  }
});
afterAll(async () => {
  await admin.end();
  await house.close();
});

/** What depends on the moment, on chance or on a key; everything else must be equal. */
const shape = (value: unknown): unknown =>
  Buffer.isBuffer(value) ? `${value.length} bytes` : value instanceof Date ? 'a moment' : value;
const chance = new Set([
  'id',
  'client_id',
  'contact_id',
  'file_no',
  'registered_on',
  'retention_until',
  'last_contact_on',
  'occurred_on',
  'given_on',
  'seq',
  'age_band',
  'minor',
  'first_time',
  'entered_later',
]);
const bare = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !chance.has(name))
      .map(([name, value]) => [name, shape(value)]),
  );

async function rows(query: string, values: unknown[] = []) {
  return (await admin.query<Record<string, unknown>>(query, values)).rows;
}

test('a person comes out as from the operation, column by column', async () => {
  for (const [number, id] of ids.entries()) {
    const [[mine], [theirs]] = [
      await rows('select * from client where id = $1', [id]),
      await rows('select * from client where id = $1', [byHand[number]]),
    ];
    expect(bare(mine ?? {})).toEqual(bare(theirs ?? {}));
    expect(Object.keys(mine ?? {})).toHaveLength(Object.keys(theirs ?? {}).length);
  }
});

test('what is sealed can be opened with the key in the key store, and says the same', async () => {
  const open = async (id: string | undefined) => {
    const [row] = await rows('select sealed from client_identity where client_id = $1', [id]);
    return unsealIdentity(house.vault, id ?? '', row?.['sealed'] as Buffer);
  };
  for (const [number, id] of ids.entries()) expect(await open(id)).toEqual(await open(byHand[number]));
});

test('the decisions on consent are the same rows', async () => {
  const consents = (id: string | undefined) =>
    rows('select * from consent where client_id = $1 order by purpose', [id]);
  for (const [number, id] of ids.entries())
    expect((await consents(id)).map(bare)).toEqual((await consents(byHand[number])).map(bare));
});

test('a talk comes out as from the operation, column by column', async () => {
  const half = (who: string[]) =>
    rows('select * from contact where client_id = any($1) or client_id is null order by recorded_at', [who]);
  const [mine, theirs] = [
    (await half(ids)).filter((row) => ids.includes(String(row['client_id']))),
    (await half(byHand)).filter((row) => byHand.includes(String(row['client_id']))),
  ];
  expect(mine).toHaveLength(theirs.length);
  expect(mine.map((row) => bare({ ...row, sealed_note: row['sealed_note'] === null }))).toEqual(
    theirs.map((row) => bare({ ...row, sealed_note: row['sealed_note'] === null })),
  );
  expect(await rows('select 1 from contact_client where client_id = any($1)', [ids])).toHaveLength(
    (await rows('select 1 from contact_client where client_id = any($1)', [byHand])).length,
  );
});

test('every identity is announced for the index, and the audit chain holds over both', async () => {
  expect(
    await rows('select distinct client_id from client_change where client_id = any($1)', [ids]),
  ).toHaveLength(size.people);
  expect((await verifyAudit(house.databases.audit, house.vault)).findings).toEqual([]);
  const actions = (id: string | undefined) =>
    rows(
      'select action, subject_type, actor_kind, roles, relation, fields, result from audit_event where client_id = $1 and action = $2',
      [id, 'client.register'],
    );
  for (const [number, id] of ids.entries()) expect(await actions(id)).toEqual(await actions(byHand[number]));
});

test('the next file number goes on after the last', async () => {
  const { fileNo } = await execute(house, registerClient, actor, {
    ...bulkPerson(9_999).person,
    consent: bulkPerson(9_999).consent,
    registerAnyway: true,
  });
  expect(fileNo).toMatch(/-00061$/);
});
