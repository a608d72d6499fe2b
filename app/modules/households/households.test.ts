import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreedConsent, moveToAnotherCentre, registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addMember } from './operations/add-member.server.ts';
import { changeRelation } from './operations/change-relation.server.ts';
import { closeHousehold } from './operations/close-household.server.ts';
import { endGuardian } from './operations/end-guardian.server.ts';
import { openHousehold } from './operations/open-household.server.ts';
import { removeMember } from './operations/remove-member.server.ts';
import { setGuardian } from './operations/set-guardian.server.ts';
import { householdOf } from './queries/household-of.query.server.ts';
import { guardianOfAge } from './queries/of-age.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

let people = 0;
const somebody = async (actor = counsellor.actor) =>
  (
    await registerTestClient(house, actor, {
      names: [{ given: `Mahbuba${'abcdefghijklmnopqrstuvwxyz'[people++ % 26]}`, family: 'Hotak' }],
    })
  ).clientId;
const child = async () =>
  (
    await registerTestClient(house, counsellor.actor, {
      names: [{ given: `Sohrab${people++}`, family: 'Hotak' }],
      birth: { calendar: 'gregory', year: house.clock.now().getUTCFullYear() - 15 },
      consent: { ...agreedConsent, form: 'guardian_plus_assent', guardian: 'Mahbuba Hotak', assent: true },
    })
  ).clientId;
const of = (clientId: string, actor = counsellor.actor) => read(house, householdOf, actor, { clientId });

async function family() {
  const [head, spouse] = [await somebody(), await somebody()];
  const { householdId, memberId } = await execute(house, openHousehold, counsellor.actor, { clientId: head });
  const added = await execute(house, addMember, counsellor.actor, {
    householdId,
    clientId: spouse,
    relation: 'spouse',
  });
  return { head, spouse, householdId, headMember: memberId, spouseMember: added.memberId };
}

describe('who may not', () => {
  test('a data officer sees and links nobody', async () => {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
    const { head, spouse, householdId, spouseMember } = await family();
    const refused = { code: 'forbidden' };
    await expect(of(head, actor)).rejects.toMatchObject(refused);
    await expect(execute(house, openHousehold, actor, { clientId: head })).rejects.toMatchObject(refused);
    await expect(
      execute(house, addMember, actor, { householdId, clientId: spouse, relation: 'other' }),
    ).rejects.toMatchObject(refused);
    await expect(
      execute(house, changeRelation, actor, { memberId: spouseMember, relation: 'other' }),
    ).rejects.toMatchObject(refused);
    await expect(execute(house, removeMember, actor, { memberId: spouseMember })).rejects.toMatchObject(
      refused,
    );
    await expect(execute(house, closeHousehold, actor, { householdId })).rejects.toMatchObject(refused);
    await expect(read(house, guardianOfAge, actor, {})).rejects.toMatchObject(refused);
  });

  test('reception links whom she registered today, and nobody else’s people', async () => {
    const { actor } = await addTestStaff(
      house,
      centre.coordinator.actor,
      ['receptionist'],
      centre.siteIds[0],
    );
    await expect(execute(house, openHousehold, actor, { clientId: await somebody() })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await execute(house, openHousehold, actor, { clientId: await somebody(actor) });
    await expect(
      execute(house, setGuardian, actor, {
        childId: await child(),
        name: 'Aunt',
        relation: 'relative',
        assent: true,
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('somebody of another centre is not found', async () => {
    const { head, headMember, householdId } = await family();
    await moveToAnotherCentre(house, head);
    const notFound = { code: 'not-found' };
    await expect(of(head)).rejects.toMatchObject(notFound);
    await expect(
      execute(house, changeRelation, counsellor.actor, { memberId: headMember, relation: 'other' }),
    ).rejects.toMatchObject(notFound);
    await expect(
      execute(house, addMember, counsellor.actor, { householdId, clientId: head, relation: 'other' }),
    ).rejects.toMatchObject(notFound);
  });
});

describe('households', () => {
  test('a second head, a second time the same person and a day to come are refused, and nothing changes', async () => {
    const { head, spouse, householdId, spouseMember } = await family();
    const wrong = async (promise: Promise<unknown>, path: string, code: string) =>
      expect(promise).rejects.toMatchObject({
        code: 'input.invalid',
        fields: [{ path, code }],
      });
    const add = (clientId: string, more: object) =>
      execute(house, addMember, counsellor.actor, { householdId, clientId, relation: 'other', ...more });
    await wrong(add(spouse, {}), 'clientId', 'already-member');
    await wrong(add(await somebody(), { relation: 'head' }), 'relation', 'has-head');
    await wrong(add(await somebody(), { fromOn: '2999-01-01' }), 'fromOn', 'not-in-the-future');
    await wrong(
      execute(house, changeRelation, counsellor.actor, { memberId: spouseMember, relation: 'head' }),
      'relation',
      'has-head',
    );
    await wrong(
      execute(house, removeMember, counsellor.actor, { memberId: spouseMember, untilOn: '2001-01-01' }),
      'untilOn',
      'before-it-began',
    );
    expect((await of(head)).households[0]?.members).toHaveLength(2);
  });

  test('who lives with whom stands on both files, with the time, and in the audit', async () => {
    const { head, spouse, householdId, spouseMember } = await family();
    expect((await of(spouse)).households[0]?.members.map(({ relation }) => relation)).toEqual(
      expect.arrayContaining(['head', 'spouse']),
    );
    await execute(house, changeRelation, counsellor.actor, { memberId: spouseMember, relation: 'sibling' });
    await execute(house, removeMember, counsellor.actor, { memberId: spouseMember });
    const [shown] = (await of(head)).households;
    expect(shown?.members.find(({ memberId }) => memberId === spouseMember)).toMatchObject({
      relation: 'sibling',
      untilOn: expect.any(String),
    });
    // Somebody may come back, and belong to another household too.
    await execute(house, addMember, counsellor.actor, { householdId, clientId: spouse, relation: 'spouse' });
    await execute(house, openHousehold, counsellor.actor, { clientId: spouse });
    expect((await of(spouse)).households).toHaveLength(2);
    const { rows } = await house.admin.query(
      `select action, client_id from serai.audit_event where action like 'household.%' and subject_id = $1 order by seq`,
      [householdId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'household.open',
      'household.add-member',
      'household.change-relation',
      'household.remove-member',
      'household.add-member',
    ]);
  });

  test('a closed household takes nobody in', async () => {
    const { head, householdId } = await family();
    await execute(house, closeHousehold, counsellor.actor, { householdId });
    await expect(
      execute(house, addMember, counsellor.actor, {
        householdId,
        clientId: await somebody(),
        relation: 'other',
      }),
    ).rejects.toMatchObject({ code: 'households.closed' });
    expect((await of(head)).households[0]?.members.every(({ untilOn }) => untilOn !== undefined)).toBe(true);
  });

  test('a link opens no file: a volunteer reads only that somebody else is there', async () => {
    const volunteer = await addTestStaff(house, centre.coordinator.actor, ['volunteer'], centre.siteIds[0]);
    const { head, spouse } = await family();
    await house.admin.query('update serai.client set assigned_to = $1 where id = $2', [
      volunteer.actor.staffId,
      head,
    ]);
    await expect(of(spouse, volunteer.actor)).rejects.toMatchObject({ code: 'forbidden' });
    const answer = await of(head, volunteer.actor);
    expect(answer.households[0]?.members).toHaveLength(2);
    expect(answer.households[0]?.members.find(({ self }) => !self)?.person).toBeUndefined();
    expect(JSON.stringify(answer)).not.toContain(spouse);
  });

  test('a restricted member is not there for whoever may not open them, not even as a count', async () => {
    const { head, spouse } = await family();
    await execute(house, restrictClient, counsellor.actor, { clientId: spouse, reason: 'At risk' });
    const answer = await of(head, centre.coordinator.actor);
    expect(answer.households[0]?.members).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain(spouse);
    expect((await of(head)).households[0]?.members).toHaveLength(2);
  });
});

describe('guardians', () => {
  const set = (input: object) =>
    execute(house, setGuardian, counsellor.actor, { relation: 'parent', assent: true, ...input });
  const wrong = async (promise: Promise<unknown>, path: string, code: string) =>
    expect(promise).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path, code }],
    });

  test('no guardian without a name, for an adult, by a child, or without the child’s word', async () => {
    const [childId, adult] = [await child(), await somebody()];
    await wrong(set({ childId }), 'name', 'guardian-missing');
    await wrong(set({ childId: adult, name: 'Aunt' }), 'relation', 'not-a-child');
    await wrong(set({ childId, guardianId: childId }), 'guardianId', 'not-an-adult');
    await wrong(set({ childId, guardianId: await child() }), 'guardianId', 'not-an-adult');
    await wrong(set({ childId, name: 'Aunt', assent: false }), 'assent', 'assent-missing');
    expect((await of(childId)).guardianState).toBe('missing');
  });

  test('somebody outside is sealed under the child’s key; a person of the house stands on both files', async () => {
    const [childId, adult] = [await child(), await somebody()];
    await set({
      childId,
      name: 'Zarmina Hotak',
      phone: '0700 222 333',
      assent: false,
      note: 'Too young to say',
    });
    await set({ childId, guardianId: adult });
    await wrong(set({ childId, guardianId: adult }), 'guardianId', 'already-guardian');
    const { rows } = await house.admin.query('select * from serai.guardianship where child_id = $1', [
      childId,
    ]);
    expect(JSON.stringify(rows)).not.toContain('Zarmina');
    const answer = await of(childId);
    expect(answer.guardianState).toBe('in-force');
    expect(answer.guardians.map(({ outside }) => outside?.name)).toContain('Zarmina Hotak');
    expect((await of(adult)).wards.map(({ id }) => id)).toEqual([childId]);
  });

  test('a guardian who cannot be reached is missed on the file', async () => {
    const childId = await child();
    const { guardianshipId } = await set({ childId, name: 'Zarmina Hotak' });
    await expect(
      execute(house, endGuardian, counsellor.actor, { guardianshipId, because: 'tired' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await execute(house, endGuardian, counsellor.actor, { guardianshipId, because: 'not_reachable' });
    expect(await of(childId)).toMatchObject({ guardianState: 'lost', guardians: [] });
    await expect(
      execute(house, endGuardian, counsellor.actor, { guardianshipId, because: 'not_reachable' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  test('whoever comes of age is on the list of those to ask anew', async () => {
    const childId = await child();
    await set({ childId, name: 'Zarmina Hotak' });
    const ids = async () =>
      (await read(house, guardianOfAge, counsellor.actor, {})).people.map(({ id }) => id);
    expect(await ids()).not.toContain(childId);
    house.clock.advance(5 * 366 * 24 * 3_600_000);
    expect((await of(childId)).guardianState).toBe('of-age');
    expect(await ids()).toContain(childId);
    house.clock.advance(-5 * 366 * 24 * 3_600_000);
  });
});
