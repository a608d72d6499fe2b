import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { addTestGuide, newGuide, publishTestGuide } from '../guides.testing.ts';
import { neutralityQuestions } from '../guide-rules.ts';
import { publishedSite } from '../published-site.server.ts';
import { textFor } from '../published-site.ts';
import { approveGuide } from './approve-guide.server.ts';
import { archiveGuide } from './archive-guide.server.ts';
import { editGuide } from './edit-guide.server.ts';
import { publishGuide } from './publish-guide.server.ts';
import { submitGuide } from './submit-guide.server.ts';
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

const all = [...neutralityQuestions];

test('the front desk publishes nothing', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(execute(house, publishGuide, desk.actor, { pageId, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a draft is not published before its check, and who wrote it does not publish it', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(execute(house, publishGuide, noor.actor, { pageId, version: 1 })).rejects.toMatchObject({
    code: 'guide.wrong-state',
  });
  await execute(house, submitGuide, amal.actor, { pageId, version: 1, neutrality: all });
  await expect(execute(house, approveGuide, amal.actor, { pageId, version: 2 })).rejects.toMatchObject({
    code: 'guide.second-person',
  });
  await execute(house, approveGuide, noor.actor, { pageId, version: 2 });
  await expect(execute(house, publishGuide, amal.actor, { pageId, version: 3 })).rejects.toMatchObject({
    code: 'guide.second-person',
  });
  const { rows } = await house.admin.query('select state from serai.guide_page where id = $1', [pageId]);
  expect(rows).toEqual([{ state: 'ready' }]);
});

test('a page that quotes a fact nobody wrote does not reach the check', async () => {
  const { pageId } = await addTestGuide(house, amal.actor, { body: '::fact[no-such-fact]' });
  await expect(
    execute(house, submitGuide, amal.actor, { pageId, version: 1, neutrality: all }),
  ).rejects.toMatchObject({ code: 'guide.unknown-facts', params: { list: 'no-such-fact' } });
});

test('readers see what was published, word for word, until the next is', async () => {
  const { pageId, version } = await publishTestGuide(house, amal.actor, noor.actor, {
    slug: 'word-for-word',
  });
  const read = async () => {
    const guide = (await publishedSite(house))?.bySlug.get('word-for-word');
    return guide && textFor(guide, 'ar');
  };
  expect(await read()).toMatchObject({ title: 'Read it before you sign', isFallback: true, version: 1 });
  await execute(house, editGuide, amal.actor, { ...newGuide(), pageId, version, title: 'Another title' });
  expect((await read())?.title).toBe('Read it before you sign');
  await execute(house, submitGuide, amal.actor, { pageId, version: version + 1, neutrality: all });
  await execute(house, approveGuide, noor.actor, { pageId, version: version + 2 });
  await execute(house, publishGuide, noor.actor, { pageId, version: version + 3 });
  expect(await read()).toMatchObject({ title: 'Another title', version: 2 });
  const { rows } = await house.admin.query(
    'select version, title from serai.guide_version where page_id = $1 order by version',
    [pageId],
  );
  expect(rows).toEqual([
    { version: 1, title: 'Read it before you sign' },
    { version: 2, title: 'Another title' },
  ]);
});

test('a translation goes out marked as a draft, and falls behind where its source moves on', async () => {
  const { pageId, version } = await publishTestGuide(
    house,
    amal.actor,
    noor.actor,
    { slug: 'two-languages', body: 'First.\n\nSecond.' },
    { ar: { title: 'اقرأ', summary: 'خذ وقتك.', blocks: ['أولًا.', 'ثانيًا.'] } },
  );
  const read = async () => (await publishedSite(house))?.bySlug.get('two-languages')?.texts.get('ar');
  expect(await read()).toMatchObject({ isChecked: false, staleBlocks: [], isWhole: true });
  await execute(house, editGuide, amal.actor, {
    ...newGuide(),
    pageId,
    version,
    body: 'First.\n\nSecond, changed.',
  });
  await execute(house, submitGuide, amal.actor, { pageId, version: version + 1, neutrality: all });
  await execute(house, approveGuide, noor.actor, { pageId, version: version + 2 });
  await execute(house, publishGuide, noor.actor, { pageId, version: version + 3 });
  expect(await read()).toMatchObject({ staleBlocks: [1], isWhole: false });
});

test('a page that another links to is not taken away; the links are named', async () => {
  const { pageId, version } = await publishTestGuide(house, amal.actor, noor.actor, { slug: 'leaned-on' });
  await publishTestGuide(house, amal.actor, noor.actor, {
    slug: 'leaning',
    body: 'See [this](page:leaned-on).',
  });
  await expect(
    execute(house, archiveGuide, centre.coordinator.actor, { pageId, version, reason: 'out of date' }),
  ).rejects.toMatchObject({ code: 'guide.quoted', params: { pages: 'leaning' } });
});

test('who translates a page that is out does not put these words before readers alone', async () => {
  const { pageId, version } = await publishTestGuide(house, amal.actor, noor.actor, {
    slug: 'own-words',
    body: 'First.',
  });
  const words = { title: 'اقرأ', summary: 'خذ وقتك.', blocks: [{ text: 'أولًا.', upToDate: true }] };
  const input = { pageId, version, language: 'ar', textVersion: 0, ...words };
  await execute(house, translateGuide, amal.actor, input);
  const out = { pageId, version, languages: ['ar'] };
  await expect(execute(house, publishGuide, amal.actor, out)).rejects.toMatchObject({
    code: 'guide.second-person',
  });
  const read = async () => (await publishedSite(house))?.bySlug.get('own-words')?.texts.get('ar');
  expect(await read()).toBeUndefined();
  await execute(house, publishGuide, noor.actor, out);
  expect(await read()).toMatchObject({ isChecked: false });
});

test('what a page is about, its place and its days change for readers only when they are published', async () => {
  const { pageId, version } = await publishTestGuide(house, amal.actor, noor.actor, { slug: 'stays-put' });
  const moved = newGuide({
    type: 'notice',
    section: 'dangers',
    startsOn: '2026-03-01',
    endsOn: '2026-03-02',
  });
  await execute(house, editGuide, amal.actor, { ...moved, pageId, version });
  // As after a start, when everything is read anew.
  await house.admin.query('update serai.guide_page set revision = revision + 1000 where id = $1', [pageId]);
  await publishTestGuide(house, amal.actor, noor.actor);
  const read = async () => (await publishedSite(house))?.bySlug.get('stays-put');
  const { type, section, endsOn } = (await read()) ?? {};
  expect([type, section, endsOn]).toEqual(['procedure', 'get_ready', undefined]);
  await execute(house, submitGuide, amal.actor, { pageId, version: version + 1, neutrality: all });
  await execute(house, approveGuide, noor.actor, { pageId, version: version + 2 });
  await execute(house, publishGuide, noor.actor, { pageId, version: version + 3 });
  expect(await read()).toMatchObject({ type: 'notice', section: 'dangers', endsOn: '2026-03-02' });
});

test('who wrote most of a page does not check it because a colleague moved a comma', async () => {
  const { pageId } = await addTestGuide(house, amal.actor);
  const { actor: sami } = await addTestStaff(
    house,
    centre.coordinator.actor,
    ['counsellor'],
    centre.siteIds[0],
  );
  await execute(house, editGuide, sami, { ...newGuide(), pageId, version: 1 });
  await execute(house, submitGuide, sami, { pageId, version: 2, neutrality: all });
  await expect(execute(house, approveGuide, amal.actor, { pageId, version: 3 })).rejects.toMatchObject({
    code: 'guide.second-person',
  });
  await execute(house, approveGuide, noor.actor, { pageId, version: 3 });
  await execute(house, publishGuide, noor.actor, { pageId, version: 4 });
  const { rows } = await house.admin.query('select hands from serai.guide_page where id = $1', [pageId]);
  expect(rows).toEqual([{ hands: [] }]);
});

test('a page on danger stays one for its check, whatever its next version calls it', async () => {
  const { pageId, version } = await publishTestGuide(house, amal.actor, noor.actor, { slug: 'danger-here' });
  await house.admin.query(
    `update serai.guide_page set published_about = published_about || '{"risk_class": "risk"}' where id = $1`,
    [pageId],
  );
  await execute(house, editGuide, amal.actor, { ...newGuide(), pageId, version });
  await execute(house, submitGuide, amal.actor, { pageId, version: version + 1, neutrality: all });
  await execute(house, approveGuide, noor.actor, { pageId, version: version + 2 });
  await expect(
    execute(house, publishGuide, noor.actor, { pageId, version: version + 3 }),
  ).rejects.toMatchObject({
    code: 'guide.second-person',
  });
});
