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
import { addTestGuide, newGuide } from '../guides.testing.ts';
import { viewGuide } from '../queries/view-guide.query.server.ts';
import { addGuide } from './add-guide.server.ts';
import { bringStarter } from './bring-starter.server.ts';
import { editGuide } from './edit-guide.server.ts';

let house: TestHouse;
let centre: TestCentre;
let amal: TestStaff;
let noor: TestStaff;
let desk: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  amal = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  noor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
});
afterAll(() => house?.close());

test('the front desk writes no pages', async () => {
  await expect(execute(house, addGuide, desk.actor, newGuide())).rejects.toMatchObject({ code: 'forbidden' });
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(
    execute(house, editGuide, desk.actor, { ...newGuide(), pageId, version: 1 }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test.each([
  ['a name with capitals', { slug: 'My Page' }, 'slug'],
  ['half a corridor', { corridorFrom: 'PK' }, 'corridorTo'],
  ['a summary of 200 words', { summary: 'word '.repeat(200) }, 'summary'],
  ['letters that turn the line around', { title: 'Fee \u202e005' }, 'title'],
  ['a notice that ends before it begins', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'endsOn'],
])('%s is not taken', async (_what, more, path) => {
  await expect(execute(house, addGuide, amal.actor, newGuide(more))).rejects.toMatchObject({
    code: 'input.invalid',
    fields: [expect.objectContaining({ path })],
  });
});

test('two pages do not share a name', async () => {
  await addTestGuide(house, amal.actor, { slug: 'only-one' });
  await expect(addTestGuide(house, noor.actor, { slug: 'only-one' })).rejects.toMatchObject({
    fields: [{ path: 'slug', code: 'already-used' }],
  });
});

test('of two editors the second is told, and nothing is overwritten', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await execute(house, editGuide, amal.actor, { ...newGuide(), pageId, version: 1, title: 'First' });
  await expect(
    execute(house, editGuide, noor.actor, { ...newGuide(), pageId, version: 1, title: 'Second' }),
  ).rejects.toMatchObject({ code: 'conflict.version' });
  const { source, page } = await read(house, viewGuide, desk.actor, { pageId });
  expect([source.title, page.version, page.edited_by]).toEqual(['First', 2, amal.actor.staffId]);
});

test('an outline becomes a draft with its first words, and keeps its questions beside them', async () => {
  await execute(house, bringStarter, centre.coordinator.actor, {});
  const { rows } = await house.admin.query(
    "select id, slug from serai.guide_page where origin = 'outline' order by slug limit 1",
  );
  const { slug: _, ...given } = newGuide();
  await execute(house, editGuide, amal.actor, { ...given, pageId: rows[0].id, version: 1 });
  const { page } = await read(house, viewGuide, desk.actor, { pageId: rows[0].id });
  expect(page.origin).toBe('own');
  expect(page.outline?.questions.length).toBeGreaterThan(0);
});
