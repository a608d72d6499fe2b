import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

test('somebody comes in, gets a ticket, is called and served; the coordinator sees all of it in the audit', async () => {
  const receptionist = await journey.visit(await journey.join('receptionist'));
  const desk = receptionist.page;
  await receptionist.go('/staff');
  await desk.getByLabel('For what?').selectOption({ index: 1 });
  await desk.getByLabel('To recognise them by (Optional)').fill('green umbrella');
  await desk.getByRole('button', { name: 'Give a ticket' }).click();
  await desk.getByText('green umbrella').first().waitFor();
  await receptionist.look('desk-waiting');

  const counsellor = await journey.visit(await journey.join('counsellor'));
  await counsellor.go('/staff');
  await counsellor.page.getByRole('button', { name: 'Call the next' }).click();
  await counsellor.page
    .getByRole('region', { name: 'With somebody' })
    .getByRole('link', { name: /record/i })
    .first()
    .waitFor();
  await counsellor.look('desk-called');

  const coordinator = await journey.visit(journey.centre.coordinator);
  await coordinator.go('/staff/audit');
  const record = await coordinator.page.locator('main').innerText();
  expect(record).toContain('Test receptionist');
  expect(record).toContain('Test counsellor');
  expect(record).not.toContain('green umbrella');
  await coordinator.page.getByRole('button', { name: 'Check now' }).click();
  await coordinator.page
    .getByText(/nothing was altered|whole|unbroken|in order/i)
    .first()
    .waitFor();
  await coordinator.look('audit');
});
