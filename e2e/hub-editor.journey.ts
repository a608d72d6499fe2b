import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '../app/modules/clients/clients.testing.ts';
import { recordTestContact } from '../app/modules/contacts/contacts.testing.ts';
import { addTestFact } from '../app/modules/facts/facts.testing.ts';
import { publishTestGuide } from '../app/modules/guides/guides.testing.ts';
import type { TestStaff } from '../app/modules/staff/staff.testing.ts';
import { type Journey, openJourney, type Visit } from './support/open-journey.ts';
import { phone360 } from './support/phone.ts';

let journey: Journey;
let author: TestStaff;
let second: TestStaff;
beforeAll(async () => {
  journey = await openJourney();
  author = await journey.join('counsellor');
  second = await journey.join('counsellor');
});
afterAll(() => journey?.close());

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const tap = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();
/** The public sees what was published at once; two seconds are what is promised for many processes. */
const isSeen = (visit: Visit, path: string, words: string) =>
  expect
    .poll(
      async () => {
        await visit.go(path);
        return visit.page.locator('body').innerText();
      },
      { timeout: 2_000 },
    )
    .toContain(words);

test('one writes a page with a fact, another checks and publishes it; the fact changes, and the page and who was told with it', async () => {
  const fact = await addTestFact(journey.house, author.actor, { code: 'stamp-fee', statement: 'The stamp.' });
  const writer = await journey.visit(author);
  await writer.go('/staff/guides/new');
  await writer.page.getByLabel('Title').fill('The stamp on your papers');
  await writer.page
    .getByLabel('In short')
    .fill('What the stamp costs, and where to get it. You may also stay.');
  await writer.page
    .getByLabel('The page', { exact: true })
    .fill('## The fee\n\n::fact[stamp-fee]\n\nAsk us first.');
  await writer.page.getByLabel('Address').fill('the-stamp');
  await writer.page.getByLabel('Section', { exact: true }).selectOption({ label: 'Get ready' });
  await writer.look('hub-editor-new');
  await press(writer.page, 'Save the draft');
  await writer.page.waitForURL(/\/edit\?done=add/);
  await writer.look('hub-editor-edit');
  const pageId = /guides\/([\da-f-]{36})/.exec(writer.page.url())?.[1] ?? '';
  await writer.go(`/staff/guides/${pageId}`);
  await tap(writer.page, 'Hand it in');
  const questions = writer.page.getByRole('group', { name: /read the page once more/ });
  await questions.waitFor();
  for (const box of await questions.getByRole('checkbox').all()) await box.check();
  await press(writer.page, 'Hand it in');
  await writer.page.getByText('Handed in. A colleague reads it now.').waitFor();
  await writer.page.getByText('Somebody else has to do this').waitFor();

  const reader = await journey.visit(undefined, phone360);
  reader.allow(/status of 404/);
  await reader.go('/en/guides/the-stamp');
  expect(await reader.page.locator('body').innerText()).not.toContain('The stamp on your papers');

  const checker = await journey.visit(second);
  await checker.go(`/staff/guides/${pageId}`);
  await tap(checker.page, 'Check it');
  await checker.page.getByText('The office itself').first().waitFor();
  await checker.look('hub-editor-check');
  await press(checker.page, 'Approve');
  await checker.page.getByText('Approved. It can be published.').waitFor();
  await tap(checker.page, 'Publish');
  await press(checker.page, 'Publish now');
  await checker.page.getByText('Published. Readers have it now.').waitFor();
  await isSeen(reader, '/en/guides/the-stamp', '500');
  await reader.look('hub-editor-public');

  const { clientId } = await registerTestClient(journey.house, author.actor, {
    names: [{ given: 'Lantana' }],
  });
  await recordTestContact(journey.house, author.actor, { clientIds: [clientId], guideIds: [pageId] });
  await checker.go(`/staff/facts/${fact.factId}/change`);
  await checker.look('hub-editor-fact');
  await checker.page.getByLabel(/^Value/).fill('900');
  await checker.page.getByLabel('Why').fill('The office says so since Monday');
  await checker.page.getByText('Yes', { exact: true }).click();
  await press(checker.page, 'Save for all pages');
  await checker.page.getByText('Changed on every page.').waitFor();
  await isSeen(reader, '/en/guides/the-stamp', '900');
  expect(await reader.page.locator('body').innerText()).not.toContain('500');
  await writer.go('/staff/advice');
  await writer.page.getByText('Lantana').waitFor();
  await writer.look('hub-editor-people');
});

test('of two editors on one page the second is shown the difference, and nothing is overwritten', async () => {
  const { pageId } = await publishTestGuide(journey.house, author.actor, second.actor, {
    slug: 'two-hands',
    body: 'The first line.\n\nThe second line.',
  });
  const [one, two] = [await journey.visit(author), await journey.visit(second)];
  const body = (visit: Visit) => visit.page.getByLabel('The page', { exact: true });
  await one.go(`/staff/guides/${pageId}/edit`);
  await two.go(`/staff/guides/${pageId}/edit`);
  await body(one).fill('The first line, mended.\n\nThe second line.');
  await press(one.page, 'Save the draft');
  await one.page.waitForURL(/done=edit/);
  await body(two).fill('The first line.\n\nThe second line, otherwise.');
  await press(two.page, 'Save the draft');
  await two.page.getByRole('heading', { name: 'The text, theirs and yours' }).waitFor();
  const shown = await two.page.getByRole('main').innerText();
  expect(shown).toContain('The first line, mended.');
  expect(shown).not.toContain('Both say the same');
  expect(await body(two).inputValue()).toBe('The first line.\n\nThe second line, otherwise.');
  await two.look('hub-editor-difference');
  const saved = async () =>
    (
      await journey.house.admin.query<{ body: string }>(
        'select body from serai.guide_text where page_id = $1',
        [pageId],
      )
    ).rows[0]?.body;
  expect(await saved()).toBe('The first line, mended.\n\nThe second line.');

  await body(two).fill('The first line, mended.\n\nThe second line, otherwise.');
  await press(two.page, 'Save mine as it stands below');
  await two.page.waitForURL(/done=edit/);
  expect(await saved()).toBe('The first line, mended.\n\nThe second line, otherwise.');
  const reader = await journey.visit(undefined, phone360);
  await reader.go('/en/guides/two-hands');
  expect(await reader.page.getByRole('main').innerText()).not.toMatch(/mended|otherwise/);
});
