import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantReader } from '#modules/clients/operations/grant-reader.server.ts';
import { unrestrictClient } from '#modules/clients/operations/unrestrict-client.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { findClients } from '#modules/clients/queries/find-clients.query.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { whoLooked } from '#modules/clients/queries/who-looked.query.server.ts';
import { mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { proposeTransfer } from '#modules/transfers/operations/propose-transfer.server.ts';
import { sendTransfer } from '#modules/transfers/operations/send-transfer.server.ts';
import { agreeToTransfer, newTransfer } from '#modules/transfers/transfers.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openSecondCentre } from '../../../../checks/second-centre.testing.ts';
import { atScreen, breakTestGlass, closedTestFile, emergency, wallGoesWith } from '../oversight.testing.ts';
import { listOversight } from '../queries/list-oversight.query.server.ts';
import { viewBreakGlass } from '../queries/view-break-glass.query.server.ts';
import { closeBreakGlass } from './close-break-glass.server.ts';
import { escalateBreakGlass } from './escalate-break-glass.server.ts';
import { openBreakGlass } from './open-break-glass.server.ts';
import { reviewBreakGlass } from './review-break-glass.server.ts';

let house: TestHouse;
let centre: TestCentre;
/** Named reader and owner; somebody at the desk when it happens; the officer. */
let maker: StaffActor;
let helper: StaffActor;
let officer: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const join = async (role: 'counsellor' | 'data_protection_officer') =>
    (await addTestStaff(house, centre.coordinator.actor, [role], centre.siteIds[0])).actor;
  maker = await join('counsellor');
  helper = await join('counsellor');
  officer = await join('data_protection_officer');
});
afterAll(() => house?.close());

const noticesOf = async (staffId: string, clientId: string) =>
  (
    await house.admin.query(
      'select kind from serai.staff_notice where staff_id = $1 and client_id = $2 order by at, kind',
      [staffId, clientId],
    )
  ).rows.map(({ kind }) => kind);
const open = (actor: StaffActor, clientId: string) => read(house, viewClient, actor, { clientId });

test('roles that keep no files, programs and an unproven second factor break nothing', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  for (const role of ['receptionist', 'data_officer', 'data_protection_officer', 'volunteer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(breakTestGlass(house, await atScreen(house, actor), fileNo)).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
  const late = { ...(await atScreen(house, helper)), steppedUpAt: new Date(0) };
  await expect(breakTestGlass(house, late, fileNo)).rejects.toMatchObject({ code: 'step-up.required' });
  const program = { ...(await atScreen(house, helper)), only: ['break-glass.open'] };
  await expect(breakTestGlass(house, program, fileNo)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, openBreakGlass, await atScreen(house, helper), { file: fileNo, reason: 'because' }),
  ).rejects.toMatchObject({ code: 'input.invalid' });
  await expect(open(helper, clientId)).rejects.toMatchObject({ code: 'not-found' });
  expect((await house.admin.query('select 1 from serai.break_glass')).rows).toEqual([]);
});

test('a file that is open anyway, several that are meant, or none are not opened', async () => {
  const helping = await atScreen(house, helper);
  const { clientId } = await registerTestClient(house, maker, {
    names: [{ given: 'Openly', family: 'Kept' }],
  });
  expect((await open(helper, clientId)).summary.name).toContain('Openly');
  const at = (code: string) => ({ code: 'input.invalid', fields: [{ path: 'file', code }] });
  await expect(breakTestGlass(house, helping, 'Openly Kept')).rejects.toMatchObject(at('no-such-file'));
  await expect(breakTestGlass(house, helping, '2026-99999')).rejects.toMatchObject(at('no-such-file'));
  for (const given of ['Twinned', 'Twinned'])
    await closedTestFile(house, maker, [], [{ given, family: 'Halfmoon' }]);
  await expect(breakTestGlass(house, helping, 'Twinned Halfmoon')).rejects.toMatchObject(at('several-files'));
});

test('one file opens for one session and an hour; owner, readers and reviewer hear of it at once', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  const other = await closedTestFile(house, maker);
  const helping = await atScreen(house, helper);
  const elsewhere = await atScreen(house, helper);
  const opened = await breakTestGlass(house, helping, fileNo);
  expect(opened.clientId).toBe(clientId);
  const file = await open(helping, clientId);
  expect(file.emergency).toEqual({ breakGlassId: opened.breakGlassId, endsAt: opened.endsAt });
  expect(new Date(opened.endsAt).getTime() - house.clock.now().getTime()).toBe(60 * 60_000);
  for (const [actor, person] of [
    [elsewhere, clientId],
    [helping, other.clientId],
    [centre.coordinator.actor, clientId],
  ] as const)
    await expect(open(actor, person)).rejects.toMatchObject({ code: 'not-found' });
  expect(await noticesOf(maker.staffId, clientId)).toEqual(['break-glass-opened']);
  expect(await noticesOf(officer.staffId, clientId)).toEqual(['break-glass-review']);
  expect(await noticesOf(helper.staffId, clientId)).toEqual([]);
  const { rows } = await house.admin.query(
    `select action, result, purpose from serai.audit_event where client_id = $1 and actor_id = $2 and action <> 'client.view' order by seq`,
    [clientId, helper.staffId],
  );
  expect(rows).toEqual([{ action: 'break-glass.open', result: 'done', purpose: 'break-glass' }]);
  expect(JSON.stringify((await house.admin.query('select * from serai.break_glass')).rows)).not.toContain(
    'fainted',
  );
});

test('it ends by itself, in the database too, and before its time by hand or with the session', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  const helping = await atScreen(house, helper);
  await breakTestGlass(house, helping, fileNo);
  await wallGoesWith(house);
  await open(helping, clientId);
  house.clock.advance(60 * 60_000 + 1_000);
  await wallGoesWith(house);
  await expect(open(helping, clientId)).rejects.toMatchObject({ code: 'not-found' });
  const again = await atScreen(house, helper);
  const { breakGlassId } = await breakTestGlass(house, again, fileNo);
  await open(again, clientId);
  await expect(
    execute(house, closeBreakGlass, await atScreen(house, maker), { breakGlassId }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await execute(house, closeBreakGlass, again, { breakGlassId });
  await expect(open(again, clientId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(execute(house, closeBreakGlass, again, { breakGlassId })).rejects.toMatchObject({
    code: 'oversight.over',
  });
  const third = await atScreen(house, helper);
  await breakTestGlass(house, third, fileNo);
  await house.admin.query('update serai.session set ended_at = now() where id = $1', [third.sessionId]);
  await expect(open(third, clientId)).rejects.toMatchObject({ code: 'not-found' });
});

test('whoever came in for an emergency opens the door neither for themselves nor for others', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  const chief = await atScreen(house, centre.coordinator.actor);
  await breakTestGlass(house, chief, fileNo);
  await expect(
    execute(house, grantReader, chief, { clientId, staffId: chief.staffId }),
  ).rejects.toMatchObject({ code: 'oversight.guest', status: 403 });
  await expect(
    execute(house, unrestrictClient, chief, { clientId, reason: 'for the test' }),
  ).rejects.toMatchObject({ code: 'oversight.guest' });
  const { rows } = await house.admin.query(
    'select staff_id from serai.restricted_reader where client_id = $1',
    [clientId],
  );
  expect(rows).toEqual([{ staff_id: maker.staffId }]);
});

test('no statement of the application opens one by itself, or settles one’s own', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  const helping = await atScreen(house, helper);
  const { breakGlassId } = await breakTestGlass(house, helping, fileNo);
  const as = (actor: StaffActor, attempt: ReturnType<typeof sql>) =>
    house.databases.app.transaction().execute(async (tx) => {
      await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
      return attempt.execute(tx);
    });
  await expect(
    as(
      helping,
      sql`insert into break_glass select gen_random_uuid(), centre_id, client_id, staff_id, session_id, file_no, sealed_reason,
      opened_at, ends_at from break_glass`,
    ),
  ).rejects.toThrow();
  await expect(
    as(helping, sql`update break_glass set ends_at = ends_at + interval '1 day'`),
  ).rejects.toMatchObject({ code: '42501' });
  await expect(
    as(
      helping,
      sql`update break_glass set reviewed_at = now(), reviewed_by = ${helper.staffId}, outcome = 'justified' where id = ${breakGlassId}`,
    ),
  ).rejects.toThrow(/break_glass/);
  await expect(
    as(
      helping,
      sql`update break_glass set reviewed_at = now(), reviewed_by = ${officer.staffId}, outcome = 'justified' where id = ${breakGlassId}`,
    ),
  ).rejects.toThrow(/settled/);
  const job = await beginJob(house, centre.centreId);
  const { rows } = (await as(job as unknown as StaffActor, sql`select * from closed_file(${clientId})`)) as {
    rows: unknown[];
  };
  expect(rows).toEqual([]);
});

test('somebody else reviews it with what was done under it, once, and never the one it is about', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  const chief = await atScreen(house, centre.coordinator.actor);
  const { breakGlassId } = await breakTestGlass(house, chief, fileNo);
  await open(chief, clientId);
  const verdict = { breakGlassId, outcome: 'justified', note: 'The ambulance asked for it' };
  await expect(execute(house, reviewBreakGlass, helper, verdict)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, reviewBreakGlass, chief, verdict)).rejects.toMatchObject({
    code: 'oversight.own-act',
  });
  await expect(read(house, viewBreakGlass, helper, { breakGlassId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const seen = await read(house, viewBreakGlass, officer, { breakGlassId });
  expect(seen).toMatchObject({ fileNo, reason: emergency, own: false, running: true, outcome: null });
  expect(seen.acts.map(({ action }) => action)).toEqual(['break-glass.open', 'client.view']);
  expect(JSON.stringify(seen)).not.toContain('Zarmina');
  // The file's own reader may settle it too: the offices of a small centre can be empty.
  await execute(house, reviewBreakGlass, maker, verdict);
  await expect(execute(house, reviewBreakGlass, officer, verdict)).rejects.toMatchObject({
    code: 'oversight.settled',
  });
  expect(await read(house, viewBreakGlass, officer, { breakGlassId })).toMatchObject({
    outcome: 'justified',
    review: 'The ambulance asked for it',
  });
  const { emergencies } = await read(house, listOversight, officer, {});
  expect(emergencies.find(({ id }) => id === breakGlassId)).toMatchObject({ outcome: 'justified', fileNo });
  await expect(read(house, listOversight, helper, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('a review that nobody does is told of to all who could, again every day', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  await breakTestGlass(house, await atScreen(house, helper), fileNo);
  const escalate = async () => execute(house, escalateBreakGlass, await beginJob(house, centre.centreId), {});
  await expect(execute(house, escalateBreakGlass, helper, {})).rejects.toMatchObject({ code: 'forbidden' });
  await escalate();
  expect(await noticesOf(officer.staffId, clientId)).toEqual(['break-glass-review']);
  house.clock.advance(72 * 3_600_000 + 1_000);
  await escalate();
  await escalate();
  for (const staffId of [officer.staffId, centre.coordinator.actor.staffId])
    expect(
      (await noticesOf(staffId, clientId)).filter((kind) => kind === 'break-glass-overdue'),
    ).toHaveLength(1);
  expect(await noticesOf(helper.staffId, clientId)).toEqual([]);
  house.clock.advance(24 * 3_600_000);
  await escalate();
  expect(
    (await noticesOf(officer.staffId, clientId)).filter((kind) => kind === 'break-glass-overdue'),
  ).toHaveLength(2);
});

test('the person sees in the list of looks that the glass was broken', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  const helping = await atScreen(house, helper);
  await breakTestGlass(house, helping, fileNo);
  await open(helping, clientId);
  const { looks } = await read(house, whoLooked, officer, { clientId });
  expect(looks.filter(({ purpose }) => purpose === 'break-glass').map(({ action }) => action)).toEqual([
    'client.view',
    'break-glass.open',
  ]);
});

test('the wall that lets nobody in without a grant is what keeps the file closed: with it open, the test is red', async () => {
  const { clientId } = await closedTestFile(house, maker);
  const { rows } = await house.admin.query(
    `select pg_get_functiondef('serai.break_glass_ends(uuid)'::regprocedure) as kept`,
  );
  await house.admin.query(
    `create or replace function serai.break_glass_ends(person uuid) returns timestamptz language sql stable as $$ select timestamptz '2099-01-01' $$`,
  );
  try {
    expect((await open(helper, clientId)).summary.id).toBe(clientId);
  } finally {
    await house.admin.query(rows[0].kept);
  }
  await expect(open(helper, clientId)).rejects.toMatchObject({ code: 'not-found' });
  expect((await read(house, findClients, helper, { text: 'Zarmina Closewell' })).found).toEqual([]);
});

test('whoever came in for an emergency sends the file to no other centre and joins none to it', async () => {
  const { clientId, fileNo } = await closedTestFile(house, maker);
  const other = await registerTestClient(house, maker);
  await agreeToTransfer(house, maker, clientId);
  const neighbour = await openSecondCentre(house);
  const chief = await atScreen(house, centre.coordinator.actor);
  await breakTestGlass(house, chief, fileNo);
  const refused = { code: 'oversight.guest', status: 403 };
  await expect(
    execute(
      house,
      proposeTransfer,
      chief,
      newTransfer(clientId, neighbour.centreId, { withRestricted: true }),
    ),
  ).rejects.toMatchObject(refused);
  const { transferId } = await execute(
    house,
    proposeTransfer,
    maker,
    newTransfer(clientId, neighbour.centreId, { withRestricted: true }),
  );
  await expect(
    execute(house, sendTransfer, chief, { transferId, countryChecked: true }),
  ).rejects.toMatchObject(refused);
  await expect(mergeTestFiles(house, [maker, chief], clientId, other.clientId)).rejects.toMatchObject({
    code: 'duplicates.ask-supervisor',
  });
  const { rows } = await house.admin.query(
    `select t.state, (select count(*)::integer from serai.client s where s.merged_into = o.client_id) as stubs
     from serai.transfer t join serai.transfer_origin o on o.transfer_id = t.id where o.client_id = $1`,
    [clientId],
  );
  expect(rows).toEqual([{ state: 'proposed', stubs: 0 }]);
});
