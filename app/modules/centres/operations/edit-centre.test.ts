import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { editCentre } from './edit-centre.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const profile = (version: number) => ({
  name: { en: 'Gate House', ar: 'بيت البوابة' },
  kind: 'mrc',
  context: 'transit',
  country: 'JO',
  timeZone: 'Asia/Amman',
  calendar: 'gregory',
  phone: '+962 6 555 0100',
  address: { en: '1 Station Road' },
  filePrefix: 'gh',
  version,
});
const view = () => read(house, viewCentre, centre.coordinator.actor, {});

test('a counsellor may read the centre but not change it', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { version } = await read(house, viewCentre, actor, {});
  await expect(execute(house, editCentre, actor, profile(version))).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
  });
});

test('wrong input is refused field by field and changes nothing', async () => {
  const before = await view();
  const wrong = {
    ...profile(before.version),
    name: {},
    country: 'XX',
    timeZone: 'Mars/Base',
    phone: 'call us',
    filePrefix: 'TOOLONG',
  };
  await expect(execute(house, editCentre, centre.coordinator.actor, wrong)).rejects.toMatchObject({
    code: 'input.invalid',
    fields: expect.arrayContaining([
      { path: 'name', code: 'required' },
      { path: 'country', code: 'choose-one' },
      { path: 'timeZone', code: 'choose-one' },
      { path: 'phone', code: 'not-a-phone-number' },
      { path: 'filePrefix', code: 'file-prefix' },
    ]),
  });
  expect(await view()).toEqual(before);
});

test('text that hides its direction is refused', async () => {
  const { version } = await view();
  const wrong = { ...profile(version), name: { en: 'Gate\u202eHouse' } };
  await expect(execute(house, editCentre, centre.coordinator.actor, wrong)).rejects.toMatchObject({
    fields: [{ path: 'name.en', code: 'bad-characters' }],
  });
});

test('who looked before somebody else saved does not overwrite', async () => {
  const { version } = await view();
  await execute(house, editCentre, centre.coordinator.actor, profile(version));
  await expect(execute(house, editCentre, centre.coordinator.actor, profile(version))).rejects.toMatchObject({
    code: 'conflict.version',
    status: 409,
  });
});

test('the coordinator changes the centre, and the audit names the fields', async () => {
  const { version } = await view();
  await execute(house, editCentre, centre.coordinator.actor, { ...profile(version), context: 'mixed' });
  expect(await view()).toMatchObject({
    context: 'mixed',
    country: 'JO',
    filePrefix: 'GH',
    version: version + 1,
    name: { ar: 'بيت البوابة' },
  });
  expect(await latestAudit(house, 'centre.edit')).toMatchObject({
    result: 'done',
    subject_id: centre.centreId,
    fields: ['context'],
  });
});
