import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { receiptKeys } from '#modules/questions/index.server.ts';
import { placeHold } from '#modules/retention/operations/place-hold.server.ts';
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
import { carryOutErasure } from '../carry-out-erasure.server.ts';
import { orderTestErasure } from '../erasures.testing.ts';
import { listRequests } from '../queries/list-requests.query.server.ts';
import { ownRequest } from '../queries/own-request.query.server.ts';
import { prepareRequest } from '../queries/prepare-request.query.server.ts';
import { viewRequest } from '../queries/view-request.query.server.ts';
import { decideRequest } from './decide-request.server.ts';
import { eraseClient } from './erase-client.server.ts';
import { recordRequest } from './record-request.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
let clientId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  ({ clientId } = await registerTestClient(house, counsellor.actor));
});
afterAll(() => house?.close());

const coordinator = () => signIn(house, centre.coordinator);
const asked = (given: object = {}) => ({
  clientId,
  kind: 'correction' as const,
  channel: 'desk' as const,
  identityBy: 'card' as const,
  words: 'My year of birth is wrong',
  ...given,
});
const whatBecame = async (receipt: string) =>
  read(house, ownRequest, publicActor, { token: (await receiptKeys(receipt)).token });

test('who may not: a data officer writes nothing down, a counsellor decides nothing', async () => {
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(execute(house, recordRequest, officer.actor, asked())).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(read(house, listRequests, officer.actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, prepareRequest, officer.actor, { clientId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const { requestId } = await execute(house, recordRequest, counsellor.actor, asked());
  await expect(read(house, viewRequest, officer.actor, { requestId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const input = { requestId, version: 1 };
  await expect(execute(house, decideRequest, counsellor.actor, input)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, eraseClient, counsellor.actor, input)).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a copy or an erasing at the word of somebody unknown is not even written down', async () => {
  for (const given of [{ kind: 'access' }, { kind: 'erasure', cause: 'client_request' }])
    await expect(
      execute(house, recordRequest, counsellor.actor, asked({ ...given, identityBy: 'not_needed' })),
    ).rejects.toMatchObject({ fields: [{ path: 'identityBy', code: 'identity-needed' }] });
  await expect(
    execute(house, recordRequest, counsellor.actor, asked({ kind: 'erasure' })),
  ).rejects.toMatchObject({ fields: [{ path: 'cause', code: 'required' }] });
  await expect(
    execute(house, recordRequest, counsellor.actor, asked({ receivedOn: '2026-04-01' })),
  ).rejects.toMatchObject({ fields: [{ path: 'receivedOn', code: 'in-the-future' }] });
});

test('thirty days, words under the key, and a receipt that opens state and days alone', async () => {
  const { requestId, digits, words } = await execute(house, recordRequest, counsellor.actor, asked());
  expect(await whatBecame(digits.join(' '))).toEqual({
    kind: 'correction',
    receivedOn: '2026-03-10',
    dueOn: '2026-04-09',
    state: 'open',
    decidedOn: null,
    refusal: null,
  });
  expect(await whatBecame(words.join(' '))).toMatchObject({ kind: 'correction' });
  await expect(whatBecame('1111 2222 3333 4444 5555 0000')).rejects.toMatchObject({ code: 'not-found' });
  const seen = await read(house, viewRequest, counsellor.actor, { requestId });
  expect(seen).toMatchObject({ words: 'My year of birth is wrong', clientId, state: 'open' });
  const { rows } = await house.admin.query('select * from serai.subject_request where id = $1', [requestId]);
  expect(JSON.stringify(rows)).not.toContain('year of birth');
  expect(
    (await read(house, prepareRequest, counsellor.actor, { clientId })).before.map(({ id }) => id),
  ).toContain(requestId);
});

test('whoever wrote it down does not decide it while a colleague could; alone it is done, and said so', async () => {
  const own = await coordinator();
  const { requestId } = await execute(house, recordRequest, own, asked());
  const decision = { requestId, version: 1, outcome: 'done' as const, toldHow: 'in_person' as const };
  const officer = await addTestStaff(house, own, ['data_protection_officer']);
  await expect(execute(house, decideRequest, await coordinator(), decision)).rejects.toMatchObject({
    code: 'erasures.second-person',
  });
  await expect(
    execute(house, decideRequest, officer.actor, { ...decision, outcome: 'refused' }),
  ).rejects.toMatchObject({ fields: [{ path: 'refusal', code: 'required' }] });
  await expect(
    execute(house, decideRequest, officer.actor, { ...decision, version: 7 }),
  ).rejects.toMatchObject({
    code: 'conflict.version',
  });
  await execute(house, decideRequest, officer.actor, decision);
  await expect(execute(house, decideRequest, officer.actor, decision)).rejects.toMatchObject({
    code: 'erasures.decided',
  });
  await house.admin.query(`update serai.staff_member set status = 'disabled' where id = $1`, [
    officer.actor.staffId,
  ]);
  const again = await execute(house, recordRequest, await coordinator(), asked());
  await execute(house, decideRequest, await coordinator(), { ...decision, requestId: again.requestId });
  expect(await read(house, viewRequest, counsellor.actor, { requestId: again.requestId })).toMatchObject({
    state: 'done',
    decidedAlone: true,
  });
});

test('an erasing is granted by erasing, with a fresh proof and said twice; under a hold it is refused', async () => {
  const erasing = asked({ kind: 'erasure', cause: 'client_request' });
  const { requestId } = await execute(house, recordRequest, counsellor.actor, erasing);
  const grant = { requestId, version: 1, toldHow: 'in_person' as const, sure: true as const };
  await expect(
    execute(house, decideRequest, await coordinator(), { ...grant, outcome: 'done' }),
  ).rejects.toMatchObject({ code: 'erasures.erase-instead' });
  const stale = await coordinator();
  house.clock.advance(11 * 60_000);
  await expect(execute(house, eraseClient, stale, grant)).rejects.toMatchObject({ code: 'step-up.required' });
  await expect(
    execute(house, eraseClient, await coordinator(), { ...grant, sure: false }),
  ).rejects.toMatchObject({
    code: 'input.invalid',
  });
  await execute(house, placeHold, await coordinator(), {
    clientId,
    ground: 'own_claim',
    reason: 'Wage claim',
    reviewOn: '2026-08-01',
  });
  await expect(execute(house, eraseClient, await coordinator(), grant)).rejects.toMatchObject({
    code: 'erasures.legal-hold',
  });
});

test('a hold that comes between order and erasing stops it; nothing was destroyed', async () => {
  const person = await registerTestClient(house, counsellor.actor);
  const { erasureId } = await orderTestErasure(
    house,
    [counsellor.actor, await coordinator()],
    person.clientId,
  );
  const hold = {
    clientId: person.clientId,
    ground: 'audit' as const,
    reason: 'Too late',
    reviewOn: '2026-08-01',
  };
  await expect(execute(house, placeHold, await coordinator(), hold)).rejects.toMatchObject({
    code: 'retention.erasing',
  });
  // As a court's order over the whole centre would.
  const whole = await execute(house, placeHold, await coordinator(), { ...hold, clientId: undefined });
  expect(await carryOutErasure(house, erasureId)).toBe('held');
  await house.vault.keys.open(person.clientId);
  await house.admin.query(
    'update serai.legal_hold set ended_at = now(), ended_by = placed_by where id = $1',
    [whole.holdId],
  );
});

test('what bars erasing bars it behind two merges too: a hold, and an emergency look that nobody has judged', async () => {
  const hands = [counsellor.actor, centre.coordinator.actor] as const;
  const names = ['Parwana', 'Shirin', 'Nargis'];
  const files: string[] = [];
  for (const given of names)
    files.push(
      (
        await registerTestClient(house, counsellor.actor, {
          names: [{ given, family: 'Rahimi' }],
          phones: [],
        })
      ).clientId,
    );
  const [held = '', between = '', kept = ''] = files;
  const { holdId } = await execute(house, placeHold, await coordinator(), {
    clientId: held,
    ground: 'court_case',
    reason: 'Named in a case against a recruiter',
    reviewOn: '2026-08-01',
  });
  await mergeTestFiles(house, hands, between, held);
  await mergeTestFiles(house, hands, kept, between);
  const order = async () => orderTestErasure(house, [counsellor.actor, await coordinator()], kept);
  await expect(order()).rejects.toMatchObject({ code: 'erasures.legal-hold' });
  await house.admin.query(
    'update serai.legal_hold set ended_at = now(), ended_by = placed_by where id = $1',
    [holdId],
  );
  await house.admin.query(
    `insert into serai.break_glass (id, centre_id, client_id, staff_id, session_id, file_no, sealed_reason, opened_at, ends_at, review_due)
     values (gen_random_uuid(), $1, $2, gen_random_uuid(), gen_random_uuid(), 'F-1', '', now(), now() + interval '1 hour', now() + interval '3 days')`,
    [centre.centreId, between],
  );
  await expect(order()).rejects.toMatchObject({ code: 'erasures.open-matter' });
  for (const id of files) await house.vault.keys.open(id);
});

test('after the erasing the receipt still answers, and the request names nobody', async () => {
  const person = await registerTestClient(house, counsellor.actor);
  const { requestId, erasureId, receipt } = await orderTestErasure(
    house,
    [counsellor.actor, await coordinator()],
    person.clientId,
  );
  await carryOutErasure(house, erasureId);
  expect(await whatBecame(receipt)).toMatchObject({ kind: 'erasure', state: 'done', refusal: null });
  const { requests } = await read(house, listRequests, counsellor.actor, { open: false });
  expect(requests.find(({ id }) => id === requestId)).toMatchObject({ clientId: null, name: null });
  const { rows } = await house.admin.query(
    `select action, purpose, item_count from serai.audit_event where action in ('client.erase', 'client.erased') order by seq desc limit 2`,
  );
  expect(rows).toMatchObject([{ action: 'client.erased', item_count: 1 }, { action: 'client.erase' }]);
});
