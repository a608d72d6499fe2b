import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { canReadPdf, readPdfText } from '#platform/documents/pdf-text.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { arrive } from '../front-desk.testing.ts';
import { arrivalsOfClientToday, waitingCount } from '../index.server.ts';
import { callArrival } from '../operations/call-arrival.server.ts';
import { leaveArrival } from '../operations/leave-arrival.server.ts';
import { serveArrivalAtDesk } from '../operations/serve-arrival.server.ts';
import { listArrivals } from './list-arrivals.query.server.ts';
import { printPaperSheet } from './print-paper-sheet.query.server.ts';
import { printTicket } from './print-ticket.query.server.ts';
import { whoIsWaiting } from './who-is-waiting.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let receptionist: TestStaff;
let clientId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  receptionist = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  clientId = (await registerTestClient(house, centre.coordinator.actor)).clientId;
});
afterAll(() => house?.close());

const views = async (action: string) =>
  (
    await house.admin.query(
      'select actor_id, item_ids, item_count, relation from serai.audit_event where action = $1 and result = $2 order by seq',
      [action, 'viewed'],
    )
  ).rows;

test('data officers and data protection officers do not see the desk', async () => {
  for (const role of ['data_officer', 'data_protection_officer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(read(house, listArrivals, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(house, whoIsWaiting, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      read(house, printTicket, actor, { arrivalId: crypto.randomUUID(), language: 'en' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('a site of nobody is refused', async () => {
  await expect(
    read(house, listArrivals, receptionist.actor, { siteId: crypto.randomUUID() }),
  ).rejects.toMatchObject({ code: 'input.invalid' });
});

test('the board shows the day of one site in turn, and looking at tickets is not looking at people', async () => {
  const { actor } = receptionist;
  const first = await arrive(house, actor, { clientId, partySize: 3 });
  const urgent = await arrive(house, actor, { urgent: true, note: 'red scarf' });
  const called = await arrive(house, actor);
  const gone = await arrive(house, actor);
  const served = await arrive(house, actor);
  await arrive(house, actor, { siteId: centre.siteIds[1] });
  await execute(house, callArrival, centre.coordinator.actor, { arrivalId: called.arrivalId });
  await execute(house, leaveArrival, actor, { arrivalId: gone.arrivalId });
  await execute(house, serveArrivalAtDesk, actor, { arrivalId: served.arrivalId });
  house.clock.advance(12 * 60_000);
  const board = await read(house, listArrivals, actor, {});
  expect(board.waiting.map((row) => row.id)).toEqual([urgent.arrivalId, first.arrivalId]);
  expect(board.waiting[0]).toMatchObject({ minutes: 12, hasNote: true, ticket: '2', clientId: null });
  expect(board.called).toMatchObject([{ id: called.arrivalId, calledBy: centre.coordinator.actor.staffId }]);
  expect(board.done.map((row) => [row.id, row.state]).sort()).toEqual(
    [
      [gone.arrivalId, 'left'],
      [served.arrivalId, 'served'],
    ].sort(),
  );
  expect(board.party).toBe(7);
  expect(await views('arrival.list')).toEqual([]);
});

test('names and notes of those who wait come with one audit row that says whose they were', async () => {
  const people = await read(house, whoIsWaiting, receptionist.actor, {});
  expect(people).toMatchObject([
    { name: expect.stringContaining('Gulalai'), fileNo: expect.stringMatching(/^K-2026-/) },
    { note: 'red scarf' },
  ]);
  expect(await views('arrival.who')).toEqual([
    { actor_id: receptionist.actor.staffId, item_ids: [clientId], item_count: 2, relation: 'centre' },
  ]);
});

test('a volunteer sees who a person is only after calling them', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['volunteer'], centre.siteIds[0]);
  expect(await read(house, whoIsWaiting, actor, {})).toEqual([]);
  const board = await read(house, listArrivals, actor, {});
  const theirs = board.waiting.find((row) => row.clientId === clientId);
  await execute(house, callArrival, actor, { arrivalId: theirs?.id });
  expect(await read(house, whoIsWaiting, actor, {})).toMatchObject([
    { arrivalId: theirs?.id, fileNo: expect.any(String) },
  ]);
  expect((await views('arrival.who')).at(-1)).toMatchObject({ relation: 'own', item_ids: [clientId] });
});

test('the stamp moves whenever the board does', async () => {
  const { actor } = receptionist;
  const stamp = async () => (await read(house, listArrivals, actor, {})).stamp;
  const before = await stamp();
  expect(await stamp()).toBe(before);
  const { arrivalId } = await arrive(house, actor);
  const arrived = await stamp();
  await execute(house, callArrival, actor, { arrivalId });
  expect(new Set([before, arrived, await stamp()]).size).toBe(3);
});

test.runIf(canReadPdf)(
  'the ticket carries a number and no name, the paper sheet the centre and its site',
  async () => {
    const { arrivalId, ticketNo } = await arrive(house, receptionist.actor, { clientId, note: 'blue coat' });
    const ticket = await read(house, printTicket, receptionist.actor, { arrivalId, language: 'en' });
    const { text } = readPdfText(ticket.pdf);
    expect(text).toContain(String(ticketNo));
    for (const secret of ['Gulalai', 'blue coat', 'K-2026', 'Migrant']) expect(text).not.toContain(secret);
    const sheet = await read(house, printPaperSheet, receptionist.actor, { language: 'en' });
    expect(readPdfText(sheet.pdf).text).toContain('Main office');
  },
);

test('who sees figures only prints no sheet for the desk', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(read(house, printPaperSheet, actor, { language: 'en' })).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
  });
});

test('other modules learn of the day through the door', async () => {
  await house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${receptionist.actor.sessionToken}, true)`.execute(tx);
    const arrivals = await arrivalsOfClientToday(tx, clientId, '2026-03-10');
    expect(arrivals.map((each) => each.state)).toEqual(['called', 'waiting']);
    expect(await waitingCount(tx, '2026-03-10', centre.siteIds[1])).toBe(1);
    expect(await waitingCount(tx, '2026-03-10')).toBeGreaterThan(1);
    expect(await waitingCount(tx, '2026-03-09')).toBe(0);
  });
});
