import { publicActor } from '#platform/actor.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { sweepKeys } from '#platform/vault/sweep-keys.server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { testM4a, testMp3 } from '../audio.testing.ts';
import { audioFilesInUse, readAudio } from '../audio-file.server.ts';
import { addTestGuide, publishTestGuide } from '../guides.testing.ts';
import { publishedSite } from '../published-site.server.ts';
import { findAudio } from '../queries/find-audio.query.server.ts';
import { addAudio } from './add-audio.server.ts';
import { removeAudio } from './remove-audio.server.ts';

let house: TestHouse;
let centre: TestCentre;
let amal: TestStaff;
let noor: TestStaff;
let desk: TestStaff;
beforeAll(async () => {
  // Keys are dated by the database's own clock, so the house starts at the real time here.
  house = await openTestHouse({ start: new Date().toISOString() });
  centre = await openTestCentre(house);
  amal = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  noor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const spoken = (bytes: Uint8Array = testMp3('Zarghuna')) => ({
  language: 'ur',
  file: new UploadedFile(bytes),
});

test('the front desk adds and removes no recordings', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(execute(house, addAudio, desk.actor, { pageId, ...spoken() })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, removeAudio, desk.actor, { pageId, language: 'ur' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('what is no recording is not kept, whatever it is called', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(
    execute(house, addAudio, amal.actor, { pageId, ...spoken(Buffer.from('<html>')) }),
  ).rejects.toMatchObject({ fields: [expect.objectContaining({ path: 'file', code: 'file-type' })] });
  await expect(
    execute(house, addAudio, amal.actor, { pageId, ...spoken(Buffer.alloc(8 * 1024 ** 2 + 1)) }),
  ).rejects.toMatchObject({ fields: [expect.objectContaining({ path: 'file', code: 'file-too-large' })] });
  await expect(execute(house, removeAudio, amal.actor, { pageId, language: 'ur' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the recording of a draft is for staff alone', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await execute(house, addAudio, amal.actor, { pageId, ...spoken() });
  await expect(read(house, findAudio, publicActor, { pageId, language: 'ur' })).rejects.toMatchObject({
    code: 'not-found',
  });
  const row = await read(house, findAudio, desk.actor, { pageId, language: 'ur' });
  expect(row.media_type).toBe('audio/mpeg');
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  await expect(read(house, findAudio, actor, { pageId, language: 'ur' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('readers hear it from the next request on, without what was written into it, until it is taken away', async () => {
  const { pageId } = await publishTestGuide(
    house,
    amal.actor,
    noor.actor,
    { slug: 'read-aloud' },
    {
      ur: { title: 'پڑھیں', summary: 'وقت لیں۔', blocks: ['## پہلے', 'پڑھیں۔', '1. پوچھیں۔'] },
    },
  );
  const heard = async () => (await publishedSite(house))?.bySlug.get('read-aloud')?.texts.get('ur')?.audioId;
  expect(await heard()).toBeUndefined();
  await execute(house, addAudio, amal.actor, { pageId, ...spoken() });
  const first = await read(house, findAudio, publicActor, { pageId, language: 'ur' });
  expect(await heard()).toBe(first.file_id);
  const tasks = 'select kind, language, opened_by from serai.content_task where page_id = $1';
  const look = { kind: 'second_look', language: 'ur', opened_by: amal.actor.staffId };
  expect((await house.admin.query(tasks, [pageId])).rows).toEqual([look]);
  expect((await readAudio(house, first)).equals(testMp3())).toBe(true);
  await execute(house, addAudio, noor.actor, { pageId, ...spoken(testM4a()) });
  const second = await read(house, findAudio, publicActor, { pageId, language: 'ur' });
  expect(second.media_type).toBe('audio/mp4');
  expect(await audioFilesInUse(house, [first.file_id, second.file_id])).toEqual([second.file_id]);
  await execute(house, removeAudio, amal.actor, { pageId, language: 'ur' });
  expect(await heard()).toBeUndefined();
  expect(await audioFilesInUse(house, [second.file_id])).toEqual([]);
});

test('the nightly sweep keeps the keys of recordings and destroys those of removed ones', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await execute(house, addAudio, amal.actor, { pageId, ...spoken() });
  const kept = await read(house, findAudio, desk.actor, { pageId, language: 'ur' });
  await execute(house, addAudio, amal.actor, { pageId, ...spoken(), language: 'ar' });
  const gone = await read(house, findAudio, desk.actor, { pageId, language: 'ar' });
  await execute(house, removeAudio, amal.actor, { pageId, language: 'ar' });
  house.clock.advance(25 * 3_600_000);
  await sweepKeys(house);
  expect(await readAudio(house, kept)).toHaveLength(testMp3().length);
  await expect(readAudio(house, gone)).rejects.toMatchObject({ code: 'vault.key-missing' });
});
