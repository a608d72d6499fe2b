import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { newContact } from '#modules/contacts/contacts.testing.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { resumeErasures } from '#modules/erasures/replay-erasures.server.ts';
import {
  addTestStaff,
  openTestCentre,
  signIn,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { holdOfClient } from '../queries/hold-of-client.query.server.ts';
import { listHolds } from '../queries/list-holds.query.server.ts';
import { retentionOverview } from '../queries/retention-overview.query.server.ts';
import { lookTonight } from '../retention.testing.ts';
import { approveProposals } from './approve-proposals.server.ts';
import { confirmClock } from './confirm-clock.server.ts';
import { keepLonger } from './keep-longer.server.ts';
import { placeHold } from './place-hold.server.ts';
import { endHold } from './end-hold.server.ts';
import { lookThrough } from './look-through.server.ts';

const day = 86_400_000;
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const look = () => lookTonight(house, centre.centreId);
const coordinator = () => signIn(house, centre.coordinator);
const file = async () => (await registerTestClient(house, counsellor.actor)).clientId;
/** Years go by, a night at a time as far as the clock's guard can tell. */
async function pass(days: number) {
  house.clock.advance(days * day);
  await execute(house, confirmClock, await coordinator(), {});
}
const proposed = async () =>
  (await read(house, retentionOverview, await coordinator(), {})).proposals.map(({ clientId }) => clientId);
const proposalOf = async (clientId: string) =>
  (await read(house, retentionOverview, await coordinator(), {})).proposals.find(
    (row) => row.clientId === clientId,
  )?.id ?? '';
const states = async (clientId: string) =>
  (
    await house.admin.query(
      'select state from serai.retention_proposal where client_id = $1 order by proposed_at',
      [clientId],
    )
  ).rows.map(({ state }) => state);
const fileIsThere = async (clientId: string) =>
  (await house.admin.query('select 1 from serai.client where id = $1', [clientId])).rowCount === 1;

test('nobody but a job looks through, and a counsellor neither sees nor approves', async () => {
  const { actor } = centre.coordinator;
  await expect(execute(house, lookThrough, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, retentionOverview, counsellor.actor, {})).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, approveProposals, counsellor.actor, { proposalIds: [centre.centreId], sure: true }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a file is proposed the day after its time, not on its last day, and nothing goes by itself', async () => {
  const clientId = await file();
  await look();
  expect(await proposed()).not.toContain(clientId);
  await pass(731);
  await look();
  expect(await proposed()).not.toContain(clientId);
  await pass(1);
  expect(await look()).toMatchObject({ result: 'done', counts: { 'client-file.proposed': 1 } });
  expect(await proposed()).toContain(clientId);
  await look();
  expect(await states(clientId)).toEqual(['open']);
  expect(await fileIsThere(clientId)).toBe(true);
});

test('without a fresh proof nothing is approved; with it the file is erased', async () => {
  const clientId = await file();
  await pass(740);
  await look();
  const proposalId = await proposalOf(clientId);
  house.clock.advance(20 * 60_000);
  const stale = await coordinator();
  house.clock.advance(11 * 60_000);
  await expect(
    execute(house, approveProposals, stale, { proposalIds: [proposalId], sure: true }),
  ).rejects.toMatchObject({ code: 'step-up.required' });
  await expect(
    execute(house, approveProposals, await coordinator(), { proposalIds: [proposalId] }),
  ).rejects.toMatchObject({ code: 'input.invalid' });
  await execute(house, approveProposals, await coordinator(), { proposalIds: [proposalId], sure: true });
  await resumeErasures(house);
  expect(await fileIsThere(clientId)).toBe(false);
});

test('whoever comes back is not proposed any more, and a list that was shown before does not erase them', async () => {
  const clientId = await file();
  await pass(740);
  await look();
  const proposalId = await proposalOf(clientId);
  const today = house.clock.now().toISOString().slice(0, 10);
  await execute(house, recordContact, await signIn(house, counsellor), {
    ...newContact({ clientIds: [clientId], occurredOn: today }),
  });
  await expect(
    execute(house, approveProposals, await coordinator(), { proposalIds: [proposalId], sure: true }),
  ).rejects.toMatchObject({ code: 'retention.clock-restarted' });
  await look();
  expect(await states(clientId)).toEqual(['withdrawn']);
});

test('kept with a reason and a day, it is proposed again after that day', async () => {
  const clientId = await file();
  await pass(740);
  await look();
  const proposalId = await proposalOf(clientId);
  const until = new Date(house.clock.now().getTime() + 10 * day).toISOString().slice(0, 10);
  await expect(
    execute(house, keepLonger, await coordinator(), {
      proposalId,
      until: '2020-01-01',
      reason: 'Comes back in spring',
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'until', code: 'in-the-past' }] });
  await execute(house, keepLonger, await coordinator(), {
    proposalId,
    until,
    reason: 'Comes back in spring',
  });
  await look();
  expect(await states(clientId)).toEqual(['kept']);
  await pass(12);
  await look();
  expect(await states(clientId)).toEqual(['kept', 'open']);
});

test('a held person is neither proposed nor erased, and is again when the hold is over', async () => {
  const clientId = await file();
  await pass(740);
  await look();
  const proposalId = await proposalOf(clientId);
  const reviewOn = new Date(house.clock.now().getTime() + 100 * day).toISOString().slice(0, 10);
  const hold = {
    clientId,
    ground: 'court_case' as const,
    reason: 'Wage case before the labour court',
    reviewOn,
  };
  await expect(execute(house, placeHold, counsellor.actor, hold)).rejects.toMatchObject({
    code: 'forbidden',
  });
  for (const peek of [
    () => read(house, holdOfClient, counsellor.actor, { clientId }),
    () => read(house, listHolds, counsellor.actor, {}),
  ])
    await expect(peek()).rejects.toMatchObject({ code: 'forbidden' });
  expect(await read(house, holdOfClient, await coordinator(), { clientId })).toMatchObject({ hold: null });
  const { holdId } = await execute(house, placeHold, await coordinator(), hold);
  const { reason } = hold;
  expect(await read(house, holdOfClient, await coordinator(), { clientId })).toMatchObject({
    hold: { id: holdId, reason, reviewOn },
  });
  expect((await read(house, listHolds, await coordinator(), {})).holds).toMatchObject([
    { id: holdId, clientId, reason, isOverdue: false },
  ]);
  await expect(
    execute(house, endHold, counsellor.actor, { holdId, reason: 'I think it is over' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, placeHold, await coordinator(), hold)).rejects.toMatchObject({
    code: 'retention.held-already',
  });
  await expect(
    execute(house, approveProposals, await coordinator(), { proposalIds: [proposalId], sure: true }),
  ).rejects.toMatchObject({ code: 'erasures.legal-hold' });
  await look();
  expect(await states(clientId)).toEqual(['withdrawn']);
  await execute(house, endHold, await coordinator(), { holdId, reason: 'The case is settled' });
  expect((await read(house, listHolds, await coordinator(), {})).holds).toEqual([]);
  await look();
  expect(await states(clientId)).toEqual(['withdrawn', 'open']);
});

test('a hold over the whole centre holds everybody', async () => {
  const clientId = await file();
  await pass(740);
  const reviewOn = new Date(house.clock.now().getTime() + 100 * day).toISOString().slice(0, 10);
  const { holdId } = await execute(house, placeHold, await coordinator(), {
    ground: 'investigation',
    reason: 'The ministry looks into the centre',
    reviewOn,
  });
  await look();
  expect(await proposed()).toEqual([]);
  await execute(house, endHold, await coordinator(), { holdId, reason: 'Over' });
  await look();
  expect(await proposed()).toContain(clientId);
});

test('a restricted file counts as a case, five years, and only its readers see it proposed', async () => {
  const clientId = await file();
  const other = await signIn(house, counsellor);
  await execute(house, restrictClient, other, { clientId, readers: [], reason: 'A relative works here' });
  await pass(800);
  await look();
  expect(await states(clientId)).toEqual([]);
  await pass(1100);
  await look();
  expect(await states(clientId)).toEqual(['open']);
  expect(await proposed()).not.toContain(clientId);
});

test('under a clock that jumped ten years nothing is proposed and nothing goes, until somebody says it is right', async () => {
  const clientId = await file();
  await look();
  house.clock.advance(3_650 * day);
  expect(await look()).toMatchObject({ result: 'clock' });
  house.clock.advance(day);
  expect(await look()).toMatchObject({ result: 'clock' });
  expect(await states(clientId)).toEqual([]);
  const { rows } = await house.admin.query(
    `select count(*) as n from serai.staff_notice where kind = 'retention-stopped'`,
  );
  expect(Number(rows[0].n)).toBe(1);
  await expect(execute(house, confirmClock, counsellor.actor, {})).rejects.toMatchObject({
    code: 'forbidden',
  });
  await execute(house, confirmClock, await coordinator(), {});
  expect(await look()).toMatchObject({ result: 'done' });
  expect(await states(clientId)).toEqual(['open']);
});

test('more than five in a hundred do not go by themselves: nothing goes, a person is asked', async () => {
  const small = await openTestHouse();
  try {
    const own = await openTestCentre(small);
    const who = own.coordinator.actor;
    for (let at = 0; at < 3; at += 1)
      await execute(small, recordContact, who, {
        ...newContact({ note: 'Waits at the bridge' }),
        siteId: undefined,
      });
    const notes = async () =>
      Number(
        (await small.admin.query('select count(*) as n from serai.contact where sealed_note is not null'))
          .rows[0].n,
      );
    small.clock.advance(day);
    await signIn(small, own.coordinator);
    expect(await lookTonight(small, own.centreId)).toMatchObject({ result: 'too-many' });
    expect(await notes()).toBe(3);
    const { proposals } = await read(small, retentionOverview, await signIn(small, own.coordinator), {});
    expect(proposals).toMatchObject([{ class: 'anonymous-note', pieces: 3 }]);
    await execute(small, approveProposals, await signIn(small, own.coordinator), {
      proposalIds: proposals.map(({ id }) => id),
      sure: true,
    });
    expect(await notes()).toBe(0);
  } finally {
    await small.close();
  }
});

test('a few old notes of people without a name go by themselves, keys and all', async () => {
  const busy = await openTestHouse();
  try {
    const own = await openTestCentre(busy);
    const who = own.coordinator.actor;
    const { contactId } = await execute(busy, recordContact, who, {
      ...newContact({ note: 'Waits at the bridge' }),
      siteId: undefined,
    });
    for (let at = 0; at < 24; at += 1)
      await execute(busy, recordContact, who, { ...newContact({ note: undefined }), siteId: undefined });
    busy.clock.advance(day);
    await signIn(busy, own.coordinator);
    expect(await lookTonight(busy, own.centreId)).toMatchObject({
      result: 'done',
      counts: { 'anonymous-note.gone': 1 },
    });
    await expect(busy.vault.keys.open(contactId)).rejects.toMatchObject({ code: 'vault.key-missing' });
  } finally {
    await busy.close();
  }
});
