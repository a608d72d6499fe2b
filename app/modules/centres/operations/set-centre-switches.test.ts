import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { switchesFrom } from '../centre-switches.ts';
import { listSwitches } from '../queries/list-switches.query.server.ts';
import { setCentreSwitches } from './set-centre-switches.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const switches = async () => switchesFrom(await read(house, listSwitches, centre.coordinator.actor, {}));

test('a counsellor reads the switches and may not turn them', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(
    execute(house, setCentreSwitches, actor, { lists: [{ list: 'topic', off: ['banking'] }] }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, listSwitches, actor, {})).resolves.toEqual([]);
});

test('one wrong list refuses them all', async () => {
  const lists = [
    { list: 'topic', off: ['banking'] },
    { list: 'stage', off: ['unknown'] },
    { list: 'nonsense', off: [] },
  ];
  await expect(execute(house, setCentreSwitches, centre.coordinator.actor, { lists })).rejects.toMatchObject({
    fields: [
      { path: 'lists.1', code: 'always-on' },
      { path: 'lists.2', code: 'not-in-list' },
    ],
  });
  expect((await switches()).isOn('topic', 'banking')).toBe(true);
});

test('what is switched off goes, what is switched on again comes back, other lists stay', async () => {
  const { actor } = centre.coordinator;
  await execute(house, setCentreSwitches, actor, {
    lists: [
      { list: 'topic', off: ['banking', 'event'] },
      { list: 'client-field', off: ['gender'], required: ['origin'] },
    ],
  });
  await execute(house, setCentreSwitches, actor, { lists: [{ list: 'topic', off: ['event'] }] });
  const now = await switches();
  expect(now.isOn('topic', 'banking')).toBe(true);
  expect(now.isOn('topic', 'event')).toBe(false);
  expect(now.isOn('client-field', 'gender')).toBe(false);
  expect(now.isRequired('client-field', 'origin')).toBe(true);
  expect(await latestAudit(house, 'centre.set-switches')).toMatchObject({
    result: 'done',
    fields: ['topic'],
  });
});
