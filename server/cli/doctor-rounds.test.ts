import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readConfig } from '#platform/config.server.ts';
import { isReportWished, readReport, wishForReport } from '#platform/doctor/doctor-report.server.ts';
import { createLog } from '#platform/log.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { startDoctorRounds } from './doctor-rounds.ts';
import { makeScratch, openEmbeddedHouse } from './embedded-house.testing.ts';

const scratch = makeScratch();
const dataDir = scratch.path('data');
const url = 'http://127.0.0.1:4380';
let house: TestHouse;
beforeAll(async () => {
  house = await openEmbeddedHouse(dataDir);
}, 60_000);
afterAll(async () => {
  await house?.close();
  scratch.remove();
});

test('a wish is fulfilled beside the running house, and without a wish nobody looks yet', async () => {
  const config = readConfig({}, { dataDir, log: 'silent' });
  const end = startDoctorRounds({ config, log: createLog('silent'), url });
  try {
    expect(existsSync(join(dataDir, 'doctor.json'))).toBe(false);
    await wishForReport(dataDir);
    await vi.waitFor(async () => expect(await isReportWished(dataDir)).toBe(false), {
      timeout: 50_000,
      interval: 200,
    });
    const report = await readReport(dataDir);
    expect(report?.findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['durability', 'rowSecurity', 'modes', 'program', 'swap', 'clock']),
    );
    expect(report?.findings.find(({ check }) => check === 'durability')).toMatchObject({ level: 'ok' });
  } finally {
    await end();
  }
}, 60_000);

test('a look that fails is logged, and its wish does not stay for ever', async () => {
  const events: string[] = [];
  const lost = scratch.path('lost');
  const config = readConfig({}, { dataDir: lost, log: 'silent' });
  mkdirSync(lost);
  await wishForReport(lost);
  const log = { ...createLog('silent'), error: (event: string) => void events.push(event) };
  const end = startDoctorRounds({ config, log, url });
  await vi.waitFor(async () => expect(await isReportWished(lost)).toBe(false), {
    timeout: 20_000,
    interval: 200,
  });
  await end();
  expect(events).toEqual(['doctor.failed']);
  expect(await readReport(lost)).toBeUndefined();
}, 30_000);
