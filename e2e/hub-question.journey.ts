import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishTestGuide } from '../app/modules/guides/guides.testing.ts';
import { openTestIntake } from '../app/modules/questions/questions.testing.ts';
import { type Journey, openJourney } from './support/open-journey.ts';
import { phone360 } from './support/phone.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
  const { house, centre } = journey;
  await openTestIntake(house, centre.centreId);
  await publishTestGuide(house, (await journey.join('counsellor')).actor, centre.coordinator.actor, {
    slug: 'passport-kept',
    title: 'Somebody keeps my passport',
    section: 'problems',
    topics: ['passport_withheld'],
  });
});
afterAll(() => journey?.close());

test('somebody asks without a name, reads the answer with the code, asks back, and deletes everything', async () => {
  const asker = await journey.visit(undefined, { ...phone360, javaScriptEnabled: false });
  const { page } = asker;
  // A code that opens nothing is an answer, not a fault.
  asker.allow(/status of 404 .*\/en\/answer$/);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await asker.go('/en');
  await page.getByRole('link', { name: /^Ask a question without your name/ }).click();
  await asker.look('ask-start');
  await press('I have a problem: pay, papers, violence, arrest');
  await press('Send the question');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('What do you want to know?').fill('My employer has my passport.');
  await press('Send the question');
  await page.getByRole('heading', { name: 'We have your question' }).waitFor();
  const code = (await page.locator('.ask-receipt li').allInnerTexts()).join(' ');
  expect(code.split(' ')).toHaveLength(7);
  expect(page.url()).not.toContain(code.split(' ')[0]);
  await asker.look('ask-receipt');

  const open = async (typed: string) => {
    await asker.go('/en/ask');
    await page.getByRole('link', { name: 'I have a code: show me the answer' }).click();
    await page.getByLabel('Your code').fill(typed);
    await press('Show me the answer');
  };
  await open('zoo zoo zoo zoo zoo zoo zoo');
  await page.getByRole('alert').getByText('Nothing was found under this code').waitFor();

  await answerInTheInbox();

  // As it was written down: in capitals, with dashes.
  await open(code.toUpperCase().replaceAll(' ', '-'));
  await page.getByText('Nobody may keep it. Come to us.').waitFor();
  await page.getByRole('link', { name: 'Somebody keeps my passport' }).waitFor();
  await asker.look('ask-answer');
  await page.getByLabel('Ask back, or add something').fill('And if he is angry?');
  await press('Send');
  await page.getByRole('status').waitFor();

  await open(code);
  await page.getByText('And if he is angry?').waitFor();
  await page.locator('summary', { hasText: 'Delete everything' }).click();
  await page.getByLabel('Yes, delete everything').check();
  await press('Delete everything');
  await page.getByRole('heading', { name: 'Everything is deleted' }).waitFor();
  await open(code);
  await page.getByText('Nothing was found under this code').waitFor();
  const { rows } = await journey.house.admin.query(
    'select (select count(*)::int from serai.question) as q, (select count(*)::int from serai.question_message) as m',
  );
  expect(rows).toEqual([{ q: 0, m: 0 }]);
});

async function answerInTheInbox(): Promise<void> {
  const counsellor = await journey.visit(await journey.join('counsellor'));
  const { page } = counsellor;
  await counsellor.go('/staff/questions');
  expect(await page.getByRole('main').innerText()).not.toContain('passport.');
  await counsellor.look('question-inbox');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await page.getByText('My employer has my passport.').waitFor();
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('Nobody may keep it. Come to us.');
  await page.getByRole('checkbox', { name: 'Somebody keeps my passport' }).check();
  await page.getByLabel('Count it under').selectOption({ index: 1 });
  await counsellor.look('question-open');
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await page.getByText('The answer is there for the asker, and counted.').waitFor();
  await counsellor.look('question-answered');
  // The answer is the beginning of a page, with a tap; nothing is written by that.
  await page.getByRole('button', { name: 'Begin a page with this answer' }).click();
  await page.getByRole('heading', { name: 'New page' }).waitFor();
  expect(await page.locator('[name="body"]').inputValue()).not.toBe('');
  expect(await page.locator('[name="type"]').inputValue()).toBe('faq');
}
