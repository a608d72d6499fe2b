import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedConsent, registerTestClient } from '#modules/clients/clients.testing.ts';
import { mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { undoMerge } from '#modules/duplicates/operations/undo-merge.server.ts';
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
import { openHousehold } from './operations/open-household.server.ts';
import { setGuardian } from './operations/set-guardian.server.ts';
import { householdOf } from './queries/household-of.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const both = () => [counsellor.actor, centre.coordinator.actor] as const;
const somebody = async (given: string, age?: number) =>
  (
    await registerTestClient(house, counsellor.actor, {
      names: [{ given, family: 'Noorzad' }],
      ...(age !== undefined && {
        birth: { calendar: 'gregory', age },
        consent: { ...agreedConsent, form: 'guardian_plus_assent', guardian: 'An aunt', assent: true },
      }),
    })
  ).clientId;
const of = (clientId: string) => read(house, householdOf, counsellor.actor, { clientId });
/** Everything but who moved it when. */
const rows = async () => ({
  members: (await house.admin.query('select * from serai.household_member order by id')).rows,
  guardians: (
    await house.admin.query(
      'select id, child_id, guardian_id, relation, assent, from_on, until_on, ended_by, ended_because from serai.guardianship order by id',
    )
  ).rows,
});

test('households and guardians follow a merge, once, and are back where they were when it is undone', async () => {
  const [kept, second, child, wife] = [
    await somebody('Farid'),
    await somebody('Fareed'),
    await somebody('Sohrab', 11),
    await somebody('Wazhma'),
  ];
  const open = (clientId: string) => execute(house, openHousehold, counsellor.actor, { clientId });
  const { householdId } = await open(wife);
  for (const clientId of [kept, second])
    await execute(house, addMember, counsellor.actor, { householdId, clientId, relation: 'other' });
  await open(second);
  for (const guardianId of [kept, second])
    await execute(house, setGuardian, counsellor.actor, {
      childId: child,
      guardianId,
      relation: 'parent',
      assent: true,
    });
  const before = await rows();
  const mergeId = await mergeTestFiles(house, both(), kept, second);
  const after = await of(kept);
  expect(after.households).toHaveLength(2);
  expect((await of(wife)).households[0]?.members.filter(({ untilOn }) => untilOn === undefined)).toHaveLength(
    2,
  );
  expect((await of(child)).guardians.map(({ person }) => person?.id)).toEqual([kept]);
  await execute(house, undoMerge, counsellor.actor, { mergeId });
  expect(await rows()).toEqual(before);
});

test('what is sealed under a child’s key can be read after a merge and after its undoing', async () => {
  const [kept, second] = [await somebody('Ramin', 9), await somebody('Rameen', 9)];
  await execute(house, setGuardian, counsellor.actor, {
    childId: second,
    name: 'Zarmina Noorzad',
    relation: 'relative',
    assent: false,
    note: 'He is very shy',
  });
  const mergeId = await mergeTestFiles(house, both(), kept, second);
  expect((await of(kept)).guardians[0]?.outside?.name).toBe('Zarmina Noorzad');
  await execute(house, undoMerge, counsellor.actor, { mergeId });
  expect((await of(second)).guardians[0]?.outside?.name).toBe('Zarmina Noorzad');
  expect((await of(kept)).guardians).toEqual([]);
});

test('a guardian who turns out to be the child is no guardian any more, until it is undone', async () => {
  const [child, adult] = [await somebody('Milad', 16), await somebody('Meelad')];
  await execute(house, setGuardian, counsellor.actor, {
    childId: child,
    guardianId: adult,
    relation: 'relative',
    assent: true,
  });
  const before = await rows();
  const mergeId = await mergeTestFiles(house, both(), child, adult);
  expect((await of(child)).guardians).toEqual([]);
  await execute(house, undoMerge, counsellor.actor, { mergeId });
  expect(await rows()).toEqual(before);
});
