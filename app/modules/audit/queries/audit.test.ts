import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { unrestrictClient } from '#modules/clients/operations/unrestrict-client.server.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import { whoIsWaiting } from '#modules/front-desk/queries/who-is-waiting.query.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import type { AuditListParams } from '../audit.schemas.ts';
import { listAudit } from './list-audit.query.server.ts';
import { viewAuditEvent } from './view-audit-event.query.server.ts';
import { viewAuditState } from './view-audit-state.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
let officer: TestStaff;
let clientId: string;
let fileNo: string;
let hiddenId: string;

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  officer = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  clientId = (await registerTestClient(house, counsellor.actor)).clientId;
  fileNo = (await house.admin.query('select file_no from serai.client where id = $1', [clientId])).rows[0]
    .file_no;
  hiddenId = (
    await registerTestClient(house, counsellor.actor, { names: [{ given: 'Hidden', family: 'Person' }] })
  ).clientId;
  await execute(house, restrictClient, counsellor.actor, {
    clientId: hiddenId,
    readers: [],
    reason: 'a relative works here',
  });
  await arrive(house, counsellor.actor, { clientId });
});
afterAll(() => house?.close());

const list = (params: Partial<AuditListParams> = {}, who = centre.coordinator) =>
  read(house, listAudit, who.actor, params);
const actions = async (params: Partial<AuditListParams>) =>
  (await list(params)).events.map((event) => event.action);
const eventOf = async (action: string, about: string) =>
  (
    await house.admin.query(
      "select seq from serai.audit_event where action = $1 and client_id = $2 and result = 'done'",
      [action, about],
    )
  ).rows[0].seq;

test('the record is for coordinators and data protection officers; others who try stand in it', async () => {
  for (const role of ['counsellor', 'receptionist', 'data_officer', 'volunteer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(read(house, listAudit, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(house, viewAuditEvent, actor, { seq: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(house, viewAuditState, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect((await list({ result: 'refused' })).events).toHaveLength(12);
});

test('filters that cannot be are refused with the field named', async () => {
  const wrong: [Record<string, unknown>, string][] = [
    [{ from: '2026-02-30' }, 'from'],
    [{ staff: 'mina' }, 'staff'],
    [{ action: "x'--" }, 'action'],
    [{ result: 'maybe' }, 'result'],
    [{ before: 0 }, 'before'],
    [{ file: 'K-1999-00001' }, 'file'],
    [{ file: 'x\u0000y' }, 'file'],
    [{ from: '2026-03-10', to: '2026-03-09' }, 'to'],
  ];
  for (const [params, path] of wrong) {
    await expect(read(house, listAudit, centre.coordinator.actor, params)).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path }],
    });
  }
});

test('an event that is not there is not found', async () => {
  await expect(read(house, viewAuditEvent, centre.coordinator.actor, { seq: 99_999 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('what was done to a file is found by its number, and reading it is recorded on that file', async () => {
  expect(await actions({ file: fileNo.toLowerCase() })).toEqual(['arrival.register', 'client.register']);
  expect((await list({ file: clientId })).events[0]).toMatchObject({
    action: 'audit.list',
    result: 'viewed',
    fileNo,
    actorId: centre.coordinator.actor.staffId,
  });
});

test('a person who only stood in a list is found as well', async () => {
  await read(house, whoIsWaiting, counsellor.actor, {});
  expect(await actions({ file: fileNo, staff: counsellor.actor.staffId })).toContain('arrival.who');
});

test('staff, action, result and days narrow the list', async () => {
  expect(
    new Set((await list({ staff: counsellor.actor.staffId })).events.map((event) => event.actorId)),
  ).toEqual(new Set([counsellor.actor.staffId]));
  expect(await actions({ action: 'client.restrict' })).toEqual(['client.restrict']);
  expect((await list({ from: '2026-03-10', to: '2026-03-10' })).events.length).toBeGreaterThan(5);
  expect((await list({ from: '2026-03-11' })).events).toEqual([]);
  expect((await list({ to: '2026-03-09' })).events).toEqual([]);
});

test('pages follow one another without a gap', async () => {
  for (let each = 0; each < 55; each += 1)
    await arrive(house, counsellor.actor, { siteId: centre.siteIds[1] });
  const params = { action: 'arrival.register' };
  const first = await list(params);
  const second = await list({ ...params, before: first.next });
  expect(first.events).toHaveLength(50);
  expect(second.next).toBeUndefined();
  const seqs = [...first.events, ...second.events].map((event) => event.seq);
  expect(seqs).toHaveLength(56);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
});

test('a restricted file is in the record without its number, and its values stay closed', async () => {
  const seq = await eventOf('client.restrict', hiddenId);
  const event = await read(house, viewAuditEvent, centre.coordinator.actor, { seq });
  expect(event).toMatchObject({
    action: 'client.restrict',
    clientId: hiddenId,
    fileNo: undefined,
    detail: { state: 'closed' },
  });
});

test('values open for who may open the file, stay closed to a data protection officer, and are gone with the key', async () => {
  await execute(house, restrictClient, centre.coordinator.actor, {
    clientId,
    readers: [],
    reason: 'asked for it',
  });
  await execute(house, unrestrictClient, centre.coordinator.actor, { clientId, reason: 'no longer needed' });
  const seq = await eventOf('client.unrestrict', clientId);
  const opened = await read(house, viewAuditEvent, centre.coordinator.actor, { seq });
  expect(opened.detail).toEqual({ state: 'open', value: { reason: 'no longer needed' } });
  expect((await read(house, viewAuditEvent, officer.actor, { seq })).detail).toEqual({ state: 'closed' });
  const { rows } = await house.admin.query(
    "select actor_id, fields, client_id from serai.audit_event where action = 'audit.event' and 'values' = any(fields)",
  );
  expect(rows).toEqual([
    { actor_id: centre.coordinator.actor.staffId, fields: ['audit', 'values'], client_id: clientId },
  ]);
  await house.vault.keys.shred(clientId);
  expect((await read(house, viewAuditEvent, centre.coordinator.actor, { seq })).detail).toEqual({
    state: 'erased',
  });
});

test('the state says how long the record is and where its head stands', async () => {
  const state = await read(house, viewAuditState, officer.actor, {});
  expect(state).toMatchObject({
    headCode: expect.stringMatching(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/),
    lastCheck: undefined,
  });
  expect(state.events).toBeGreaterThan(60);
});
