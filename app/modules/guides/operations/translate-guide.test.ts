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
import { sideBySide } from '../stale-blocks.ts';
import { checkTranslation } from './check-translation.server.ts';
import { editGuide } from './edit-guide.server.ts';
import { translateGuide } from './translate-guide.server.ts';

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

const arabic = (blocks: string[], more: Record<string, unknown> = {}) => ({
  language: 'ar',
  textVersion: 0,
  title: 'اقرأ',
  summary: 'خذ وقتك.',
  blocks: blocks.map((text) => ({ text, upToDate: text !== '' })),
  ...more,
});
const page = () => addTestGuide(house, amal.actor, { body: 'First.\n\nSecond.' });

test('the front desk translates and checks nothing', async () => {
  const { pageId } = await page();
  await expect(
    execute(house, translateGuide, desk.actor, { pageId, version: 1, ...arabic(['أ', 'ب']) }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, checkTranslation, desk.actor, { pageId, version: 1, language: 'ar', textVersion: 1 }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test.each([
  ['the source is not its own translation', { language: 'en' }, 'language'],
  ['the blocks are those of the source, one for one', arabic(['أ']), 'blocks'],
  ['a block stays one block', arabic(['أ\n\nوأيضًا', 'ب']), 'blocks'],
])('%s', async (_what, more, path) => {
  const { pageId } = await page();
  await expect(
    execute(house, translateGuide, amal.actor, { pageId, version: 1, ...arabic(['أ', 'ب']), ...more }),
  ).rejects.toMatchObject({ fields: [expect.objectContaining({ path })] });
});

test('a translation that was saved in between is not overwritten', async () => {
  const { pageId } = await page();
  await execute(house, translateGuide, amal.actor, { pageId, version: 1, ...arabic(['أ', 'ب']) });
  await expect(
    execute(house, translateGuide, noor.actor, { pageId, version: 1, ...arabic(['ت', 'ث']) }),
  ).rejects.toMatchObject({ code: 'conflict.version' });
});

test('what is not translated yet stands in the words of the source, and is not called checked', async () => {
  const { pageId } = await page();
  await execute(house, translateGuide, amal.actor, { pageId, version: 1, ...arabic(['أ', '']) });
  const { texts, source } = await read(house, viewGuide, desk.actor, { pageId });
  const own = texts.find(({ language }) => language === 'ar');
  expect(own?.body).toBe('أ\n\nSecond.');
  expect(sideBySide(source.body, own)).toMatchObject([{ isCurrent: true }, { isCurrent: false, text: '' }]);
  await expect(
    execute(house, checkTranslation, noor.actor, { pageId, version: 1, language: 'ar', textVersion: 1 }),
  ).rejects.toMatchObject({ code: 'guide.translation-behind' });
});

test('a second reader checks it; the translator does not', async () => {
  const { pageId } = await page();
  await execute(house, translateGuide, amal.actor, { pageId, version: 1, ...arabic(['أ', 'ب']) });
  const check = { pageId, version: 1, language: 'ar', textVersion: 1 };
  await expect(execute(house, checkTranslation, amal.actor, check)).rejects.toMatchObject({
    code: 'guide.second-person',
  });
  await execute(house, checkTranslation, noor.actor, check);
  const { texts } = await read(house, viewGuide, desk.actor, { pageId });
  expect(texts.find(({ language }) => language === 'ar')).toMatchObject({
    status: 'checked',
    checked_by: noor.actor.staffId,
  });
  await execute(house, editGuide, amal.actor, {
    ...newGuide(),
    pageId,
    version: 1,
    body: 'First.\n\nIn between.\n\nSecond.',
  });
  const now = await read(house, viewGuide, desk.actor, { pageId });
  const own = now.texts.find(({ language }) => language === 'ar');
  expect(sideBySide(now.source.body, own).map(({ text, isCurrent }) => [text, isCurrent])).toEqual([
    ['أ', true],
    ['', false],
    ['ب', true],
  ]);
});
