import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { findClients } from '#modules/clients/queries/find-clients.query.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { newContact } from '#modules/contacts/contacts.testing.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { changeRoles } from '#modules/staff/operations/change-roles.server.ts';
import { listStaff } from '#modules/staff/queries/list-staff.query.server.ts';
import { resolveActor } from '#modules/staff/index.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { keeperOf, makeTestToken, openTestProgram } from '../integrations.testing.ts';
import { listTokens } from '../queries/list-tokens.query.server.ts';
import { resolveToken } from '../resolve-token.server.ts';
import { actsOf, scopeNames } from '../scopes.ts';
import { createToken } from './create-token.server.ts';
import { revokeToken } from './revoke-token.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = (await addTestStaff(house, centre.coordinator.actor, ['counsellor'])).actor;
});
afterAll(() => house?.close());

const keeper = () => keeperOf(house, centre.coordinator.actor);
const asked = { name: 'Hotline software', scopes: ['contacts.write'], days: 90 };

test('who is not the coordinator makes no token, and the coordinator only with a fresh code', async () => {
  await expect(execute(house, createToken, counsellor, asked)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, createToken, { ...keeper(), steppedUpAt: undefined }, asked),
  ).rejects.toMatchObject({ code: 'step-up.required' });
  expect(await read(house, listTokens, keeper(), {})).toEqual([]);
});

test.each([
  [{ ...asked, scopes: [] }, 'scopes'],
  [{ ...asked, scopes: ['everything'] }, 'scopes.0'],
  [{ ...asked, days: 366 }, 'days'],
  [{ ...asked, name: ' ' }, 'name'],
])('%o is refused at its field', async (input, path) => {
  await expect(execute(house, createToken, keeper(), input)).rejects.toMatchObject({
    code: 'input.invalid',
    fields: [{ path }],
  });
});

test('a token is shown once and kept as a hash alone', async () => {
  const { token, tokenId, expiresOn } = await execute(house, createToken, keeper(), asked);
  expect(token).toMatch(/^serai_[\w-]{43}$/);
  expect(expiresOn).toBe('2026-06-08');
  const { rows } = await house.admin.query('select * from serai.session where id = $1', [tokenId]);
  expect(JSON.stringify(rows)).not.toContain(token.slice(6));
  expect(await read(house, listTokens, keeper(), {})).toMatchObject([
    { id: tokenId, name: 'Hotline software', scopes: ['contacts.write'], state: 'open', lastUsedOn: null },
  ]);
  const audit = await house.admin.query(
    `select * from serai.audit_event where action = 'token.create' and result = 'done'`,
  );
  expect(audit.rows).toMatchObject([{ subject_id: tokenId, fields: ['contacts.write'] }]);
});

test.each(scopeNames)('a program with %s may do its acts and no other', async (scope) => {
  const program = await openTestProgram(house, centre.coordinator.actor, [scope]);
  const may = house.policy.actions().filter((action) => house.policy.mayEver(program, action));
  const known = house.policy.actions();
  expect(may.sort()).toEqual(
    actsOf([scope])
      .filter((action) => known.includes(action))
      .sort(),
  );
});

test('a program acts under its own name, and is nobody’s colleague', async () => {
  const program = await openTestProgram(house, centre.coordinator.actor, ['contacts.write']);
  const siteId = centre.siteIds[0];
  const { contactId } = await execute(house, recordContact, program, newContact({ siteId }));
  const { rows } = await house.admin.query(
    `select actor_id from serai.audit_event where action = 'contact.record' and subject_id = $1`,
    [contactId],
  );
  expect(rows).toEqual([{ actor_id: program.staffId }]);
  const team = await read(house, listStaff, centre.coordinator.actor, {});
  expect(team.map(({ id }) => id)).not.toContain(program.staffId);
  await expect(
    execute(house, changeRoles, keeper(), { staffId: program.staffId, roles: ['coordinator'], version: 1 }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('it opens no restricted file, and of others neither status nor notes', async () => {
  const program = await openTestProgram(house, centre.coordinator.actor, ['clients.read']);
  const { clientId } = await registerTestClient(house, counsellor, {
    names: [{ given: 'Zarlasht', family: 'Momandi' }],
    legalStatus: 'pending_application',
    note: 'Sold the flat',
  });
  const seen = JSON.stringify(await read(house, viewClient, program, { clientId }));
  expect(seen).toContain('Zarlasht');
  expect(seen).not.toContain('pending_application');
  expect(seen).not.toContain('Sold the flat');
  await execute(house, restrictClient, counsellor, { clientId, readers: [], reason: 'danger' });
  await expect(read(house, viewClient, program, { clientId })).rejects.toMatchObject({ code: 'not-found' });
  const { found } = await read(house, findClients, program, { text: 'Zarlasht Momandi' });
  expect(found).toEqual([]);
});

test('an ended token is nobody at once, in the database too', async () => {
  const { token, tokenId } = await makeTestToken(house, centre.coordinator.actor, ['clients.read']);
  const program = await resolveToken(house, token);
  await expect(execute(house, revokeToken, counsellor, { tokenId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await execute(house, revokeToken, centre.coordinator.actor, { tokenId });
  expect(await resolveToken(house, token)).toEqual(publicActor);
  // Whoever still holds the actor in memory reaches no row: the wall asks the session.
  const { found } = await read(
    house,
    findClients,
    { ...program, roles: ['coordinator'] },
    {
      text: 'Zarlasht',
    },
  ).catch(() => ({ found: [] }));
  expect(found).toEqual([]);
  await expect(execute(house, revokeToken, centre.coordinator.actor, { tokenId })).rejects.toMatchObject({
    code: 'token.ended',
  });
});

test('a token runs out after its last day', async () => {
  const { token } = await makeTestToken(house, centre.coordinator.actor, ['clients.read'], 1);
  expect(await resolveToken(house, token)).toMatchObject({ kind: 'staff' });
  house.clock.advance(25 * 3_600_000);
  expect(await resolveToken(house, token)).toEqual(publicActor);
});

test('a token is no session of a browser, and a session no token', async () => {
  const { token } = await makeTestToken(house, centre.coordinator.actor, ['clients.read']);
  expect(await resolveActor(house, token)).toEqual(publicActor);
  expect(await resolveToken(house, counsellor.sessionToken)).toEqual(publicActor);
  expect(await resolveToken(house, `serai_${'x'.repeat(43)}`)).toEqual(publicActor);
});

test('a token of a centre that the network has suspended opens nothing until the doors are open again', async () => {
  const { token } = await makeTestToken(house, centre.coordinator.actor, ['clients.read']);
  const set = (status: string) =>
    house.admin.query('update serai.centre set status = $1 where id = $2', [status, centre.centreId]);
  await set('suspended');
  expect(await resolveToken(house, token)).toEqual(publicActor);
  await set('open');
  expect(await resolveToken(house, token)).toMatchObject({ kind: 'staff' });
});
