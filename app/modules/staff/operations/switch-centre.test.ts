import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecondCentre } from '../../../../checks/second-centre.testing.ts';
import { isStaff, publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { codeAt, newSeed } from '../one-time-code.server.ts';
import { ownCentres } from '../queries/own-centres.query.server.ts';
import { resolveActor } from '../session.server.ts';
import { addTestStaff, openTestCentre, signIn, type TestCentre, type TestStaff } from '../staff.testing.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { changePassphrase } from './change-passphrase.server.ts';
import { inviteStaff } from './invite-staff.server.ts';
import { switchCentre } from './switch-centre.server.ts';

const otherPassphrase = 'eleven clay lamps on the wall';

let house: TestHouse;
let here: TestStaff;
let centre: TestCentre;
let stranger: TestStaff;
let there: { staffId: string; centreId: string; seed: string };
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const other = await openSecondCentre(house);
  here = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  stranger = await addTestStaff(house, other.coordinator.actor, ['counsellor']);
  const invited = await execute(house, inviteStaff, other.coordinator.actor, {
    name: 'The same person',
    email: here.email.toUpperCase(),
    roles: ['receptionist'],
    language: 'en',
  });
  const seed = newSeed();
  await execute(house, acceptInvitation, publicActor, {
    token: invited.token,
    passphrase: otherPassphrase,
    seed,
    code: codeAt(seed, house.clock.now()),
  });
  there = { staffId: invited.staffId, centreId: other.centreId, seed };
});
afterAll(() => house?.close());

let actor: StaffActor;
beforeEach(async () => {
  actor = await signIn(house, here);
});

const proof = () => ({ passphrase: otherPassphrase, code: codeAt(there.seed, house.clock.now()) });
const go = (input: object) => execute(house, switchCentre, actor, { staffId: there.staffId, ...input });

test('somebody else’s account, or one’s own without a proof, is no way into another centre', async () => {
  await expect(go({ staffId: stranger.actor.staffId, ...proof() })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(go({})).rejects.toMatchObject({ code: 'session.proof-needed', status: 428 });
  await expect(go({ ...proof(), passphrase: here.passphrase })).rejects.toMatchObject({
    fields: [{ path: 'code', code: 'wrong-code' }],
  });
  await expect(go({ ...proof(), code: '000000' })).rejects.toMatchObject({ fields: [{ path: 'code' }] });
  await expect(read(house, ownCentres, publicActor, {})).rejects.toMatchObject({ code: 'forbidden' });
  expect((await resolveActor(house, actor.sessionToken)).kind).toBe('staff');
});

test('one goes on in the other centre with the roles of there, and the session here is over', async () => {
  expect(await read(house, ownCentres, actor, {})).toMatchObject({
    several: true,
    // That there is an account is told to nobody who has not proven it.
    elsewhere: [],
    others: [{ centreId: there.centreId }],
  });
  const { token } = await go({ staffId: undefined, centreId: there.centreId, ...proof() });
  const arrived = await resolveActor(house, token);
  expect(isStaff(arrived) && arrived).toMatchObject({
    staffId: there.staffId,
    roles: ['receptionist'],
    centre: { id: there.centreId },
  });
  expect((await resolveActor(house, actor.sessionToken)).kind).toBe('public');
  const { rows } = await house.admin.query(
    `select centre_id, actor_id from serai.audit_event where action = 'session.switch-centre' and result = 'done' order by at desc limit 2`,
  );
  expect(new Set(rows.map((row) => row.actor_id))).toEqual(new Set([here.actor.staffId, there.staffId]));
  expect(new Set(rows.map((row) => row.centre_id)).size).toBe(2);
});

test('whether an address has an account in another centre is not told, whatever is tried', async () => {
  const nobodyThere = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const tried = async (who: StaffActor, input: object) => {
    const asked = { centreId: there.centreId, ...input };
    const error = await execute(house, switchCentre, who, asked).catch((problem: unknown) => problem);
    return isProblem(error) ? { code: error.code, status: error.status, fields: error.fields } : error;
  };
  const guess = { passphrase: 'not the passphrase', code: '000000' };
  expect(await tried(nobodyThere.actor, guess)).toEqual(await tried(actor, guess));
  expect(await tried(nobodyThere.actor, guess)).toMatchObject({ fields: [{ code: 'wrong-code' }] });
  expect(await tried(nobodyThere.actor, {})).toEqual(await tried(actor, {}));
  const seen = async (who: StaffActor) => read(house, ownCentres, who, {});
  expect(await seen(nobodyThere.actor)).toEqual(await seen(actor));
});

test('a link that was kept spares the proof, ends no later, and proves nothing anew', async () => {
  await go({ ...proof(), keep: true });
  actor = await signIn(house, here);
  house.clock.advance(60_000);
  const { token, expiresAt } = await go({});
  const arrived = await resolveActor(house, token);
  expect(isStaff(arrived) && arrived.steppedUpAt).toBeUndefined();
  expect(new Date(expiresAt).getTime()).toBeLessThan(house.clock.now().getTime() + 10 * 3_600_000);
});

test('a link is void as soon as the secrets of either account change', async () => {
  house.clock.advance(1_000);
  await execute(house, changePassphrase, actor, {
    current: here.passphrase,
    passphrase: 'thirteen green doors in a row',
  });
  await expect(go({})).rejects.toMatchObject({ code: 'session.proof-needed' });
});
