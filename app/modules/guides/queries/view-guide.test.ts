import { randomUUID } from 'node:crypto';
import { publicActor } from '#platform/actor.ts';
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
import { addTestFact, changedFact } from '#modules/facts/facts.testing.ts';
import { changeFact } from '#modules/facts/operations/change-fact.server.ts';
import { addTestGuide, newGuide, publishTestGuide } from '../guides.testing.ts';
import { editGuide } from '../operations/edit-guide.server.ts';
import { listGuides } from './list-guides.query.server.ts';
import { publishedRows, siteRevision } from './published.query.server.ts';
import { viewGuide } from './view-guide.query.server.ts';
import { viewVersion } from './view-version.query.server.ts';

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

test('who protects the data reads no drafts; the public asks for what is published, staff do not ask that way', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(read(house, listGuides, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, viewGuide, actor, { pageId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, viewVersion, actor, { pageId, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(read(house, publishedRows, actor, { after: 0 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, siteRevision, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('what does not exist is not found, nor a version that was never out', async () => {
  await expect(read(house, viewGuide, desk.actor, { pageId: randomUUID() })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { pageId } = await addTestGuide(house, amal.actor);
  await expect(read(house, viewVersion, desk.actor, { pageId, version: 1 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the public gets what is published and a name for it, never a draft', async () => {
  const before = await read(house, siteRevision, publicActor, {});
  const draft = await addTestGuide(house, amal.actor);
  const { pageId } = await publishTestGuide(house, amal.actor, noor.actor);
  expect(await read(house, siteRevision, publicActor, {})).not.toBe(before);
  const ids = (await read(house, publishedRows, publicActor, { after: 0 })).pages.map(({ id }) => id);
  expect([ids.includes(pageId), ids.includes(draft.pageId)]).toEqual([true, false]);
});

test('the list counts what waits at each step', async () => {
  await addTestGuide(house, amal.actor, { title: 'Quiet lanterns' });
  const { guides, counts } = await read(house, listGuides, desk.actor, { text: 'quiet lan', show: 'draft' });
  expect(guides).toMatchObject([{ title: 'Quiet lanterns', state: 'draft' }]);
  expect(counts.draft).toBeGreaterThan(0);
});

test('an editor sees which of the quoted facts and linked pages there are', async () => {
  const { code } = await addTestFact(house, amal.actor);
  await publishTestGuide(house, amal.actor, noor.actor, { slug: 'out-there' });
  const { pageId } = await addTestGuide(house, amal.actor, {
    body: `::fact[${code}]\n\nAnd ::fact[nobody-wrote-it]\n\n:fact[nobody-wrote-it] [a](page:out-there) [b](page:not-there)`,
  });
  const { facts, linksTo, quotes } = await read(house, viewGuide, desk.actor, { pageId });
  expect(Object.keys(facts)).toEqual([code]);
  expect(quotes.facts).toEqual([code, 'nobody-wrote-it']);
  expect(linksTo).toMatchObject([{ slug: 'out-there', published_version: 1 }]);
});

test('a version with more digits than there are is refused, and breaks nothing', async () => {
  const { pageId } = await publishTestGuide(house, amal.actor, noor.actor);
  await expect(read(house, viewVersion, desk.actor, { pageId, version: 2 ** 31 })).rejects.toMatchObject({
    code: 'input.invalid',
  });
});

test('an older version is shown as it read then: its words and its facts', async () => {
  const fact = await addTestFact(house, amal.actor);
  const about = { body: `It costs :fact[${fact.code}].` };
  const { pageId, version } = await publishTestGuide(house, amal.actor, noor.actor, about);
  house.clock.advance(60_000);
  await execute(house, changeFact, amal.actor, { ...changedFact(fact, { value: '900' }) });
  await execute(house, editGuide, amal.actor, { ...newGuide(), pageId, version, title: 'New title' });
  const then = await read(house, viewVersion, desk.actor, { pageId, version: 1, language: 'ar' });
  expect(then.text).toMatchObject({ language: 'en', title: 'Read it before you sign', version: 1 });
  expect(then.facts[fact.code]).toMatchObject({ value: '500' });
  const later = await read(house, viewVersion, desk.actor, { pageId, version: 1, on: '2099-01-01' });
  expect(later.facts[fact.code]).toMatchObject({ value: '900' });
  expect((await read(house, viewGuide, desk.actor, { pageId })).facts).toEqual({});
});
