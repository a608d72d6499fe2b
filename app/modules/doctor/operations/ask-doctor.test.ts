import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { fulfilWish, readReport, writeReport } from '#platform/doctor/doctor-report.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { viewDoctor } from '../queries/view-doctor.query.server.ts';
import { askDoctor } from './ask-doctor.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const look = () => read(house, viewDoctor, centre.coordinator.actor, {});

test('a counsellor neither reads what is wrong with the machine nor asks for it', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(read(house, viewDoctor, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, askDoctor, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  expect((await look()).isWished).toBe(false);
});

test('before anybody looked there is no report, and one that is damaged counts as none', async () => {
  expect(await look()).toEqual({ report: undefined, isWished: false });
  await writeFile(`${house.config.dataDir}/doctor.json`, '{"at":"yesterday"}');
  expect(await readReport(house.config.dataDir)).toBeUndefined();
});

test('a coordinator asks, it is recorded, and reads what was found', async () => {
  await execute(house, askDoctor, centre.coordinator.actor, {});
  expect((await look()).isWished).toBe(true);
  const { rows } = await house.admin.query(
    `select count(*)::int as n from serai.audit_event where action = 'doctor.ask' and result = 'done'`,
  );
  expect(rows[0].n).toBe(1);
  const report = {
    at: '2026-03-10T09:00:00.000Z',
    findings: [{ check: 'swap', level: 'attention' as const, code: 'open', params: { names: '/swapfile' } }],
  };
  await writeReport(house.config.dataDir, report);
  await fulfilWish(house.config.dataDir);
  expect(await look()).toEqual({ report, isWished: false });
});
