import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { exportList } from '#modules/lists/operations/export-list.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { recordTestContact } from '../contacts.testing.ts';
import { countContacts, exportContacts } from './export-contacts.query.server.ts';
import { listContacts } from './list-contacts.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let head: StaffActor;
let mina: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  head = centre.coordinator.actor;
  mina = (await addTestStaff(house, head, ['counsellor'], centre.siteIds[0])).actor;
});
afterAll(() => house?.close());

const terms = { list: 'contacts', format: 'csv', columns: ['day', 'who'], reason: 'for the ministry' };
const asked = (filter: Record<string, string>) => execute(house, exportList, head, { ...terms, filter });

test('a counsellor takes no contacts out, and counts none for it', async () => {
  const { exportId } = await asked({ whose: 'all' });
  await expect(read(house, exportContacts, mina, { exportId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, countContacts, mina, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('without a reason of one’s own for this list nothing leaves', async () => {
  const other = (await addTestStaff(house, head, ['coordinator'])).actor;
  const { exportId } = await execute(house, exportList, other, { ...terms, filter: {} });
  await expect(read(house, exportContacts, head, { exportId })).rejects.toMatchObject({ code: 'not-found' });
  const people = await execute(house, exportList, head, { ...terms, list: 'people', filter: {} });
  await expect(read(house, exportContacts, head, people)).rejects.toMatchObject({ code: 'not-found' });
});

test('the file holds what was asked for, without restricted people, and all in it count as looked at', async () => {
  const [open, closed] = [
    await registerTestClient(house, mina),
    await registerTestClient(house, mina),
  ] as const;
  for (const { clientId } of [open, closed]) {
    await recordTestContact(house, mina, {
      who: 'client',
      clientIds: [clientId],
      channel: 'hotline_inbound',
    });
  }
  await recordTestContact(house, mina);
  await execute(house, restrictClient, mina, { clientId: closed.clientId, reason: 'in danger' });
  const filter = { whose: 'all', channel: 'hotline_inbound' };
  expect(await read(house, countContacts, head, filter as never)).toBe(1);
  const page = await read(house, exportContacts, head, await asked(filter));
  expect(page.rows.map(({ client }) => client?.id)).toEqual([open.clientId]);
  expect(page.terms).toMatchObject({ columns: ['day', 'who'], reason: 'for the ministry' });
  expect(await latestAudit(house, 'contact.export')).toMatchObject({
    result: 'viewed',
    fields: ['day', 'who'],
    item_count: 1,
  });
});

test('after ten minutes a reason has to be given again', async () => {
  const { exportId } = await asked({ whose: 'all' });
  await read(house, exportContacts, head, { exportId });
  house.clock.advance(11 * 60_000);
  head = await signIn(house, centre.coordinator);
  await expect(read(house, exportContacts, head, { exportId })).rejects.toMatchObject({ code: 'not-found' });
});

test('the list is narrowed by what was left open and goes on in the order that was asked', async () => {
  const nobody = await recordTestContact(house, mina, { occurredOn: '2026-03-05', corridorTo: undefined });
  await recordTestContact(house, mina, { occurredOn: '2026-03-06', corridorTo: 'AE' });
  const filter = { from: '2026-03-01', to: '2026-03-08', sort: 'oldest' as const };
  const all = await read(house, listContacts, mina, filter);
  expect(all.rows.map(({ occurredOn }) => occurredOn)).toEqual(['2026-03-05', '2026-03-06']);
  const open = await read(house, listContacts, mina, { ...filter, corridorTo: 'unknown' });
  expect(open.rows.map(({ id }) => id)).toEqual([nobody.contactId]);
  const rest = await read(house, listContacts, mina, {
    ...filter,
    before: `2026-03-05T00:00:00.000Z~${nobody.contactId}`,
  });
  expect(rest.rows.map(({ occurredOn }) => occurredOn)).toEqual(['2026-03-06']);
});
