import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '../app/modules/clients/clients.testing.ts';
import { recordTestContact } from '../app/modules/contacts/contacts.testing.ts';
import type { TestStaff } from '../app/modules/staff/staff.testing.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
let counsellor: TestStaff;
let clientId: string;
beforeAll(async () => {
  journey = await openJourney();
  counsellor = await journey.join('counsellor');
  clientId = (
    await registerTestClient(journey.house, counsellor.actor, {
      names: [{ given: 'Omid', family: 'Sultani' }],
    })
  ).clientId;
});
afterAll(() => journey?.close());

test('a simple contact is recorded by keyboard alone', async () => {
  const { page, go, look } = await journey.visit(counsellor);
  await go(`/staff/contacts/new?client=${clientId}`);
  const topics = page.getByRole('combobox', { name: 'Topics' });
  await topics.waitFor();
  for (
    let presses = 0;
    presses < 60 && !(await topics.evaluate((field) => field === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  expect(await topics.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('vi');
  await page.keyboard.press('Enter');
  const result = page.getByRole('combobox', { name: 'Result' });
  for (
    let presses = 0;
    presses < 20 && !(await result.evaluate((field) => field === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Information');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await look('contact-by-keyboard');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/staff\/contacts\/[\da-f-]{36}/);
  await look('contact-recorded');
  const { rows } = await journey.house.admin.query('select client_id, topics from serai.contact');
  expect(rows).toEqual([{ client_id: clientId, topics: expect.arrayContaining([expect.any(String)]) }]);
});

test('a family is advised together: one contact, two people', async () => {
  const sister = await registerTestClient(journey.house, counsellor.actor, {
    names: [{ given: 'Wazhma', family: 'Sultani' }],
  });
  const { page, go, look } = await journey.visit(counsellor);
  await go(`/staff/contacts/new?client=${clientId}`);
  await page.getByText(/A family is one contact/).click();
  await page.getByRole('textbox', { name: /Name or file number/ }).fill('Wajma Sultani');
  await page.getByRole('button', { name: 'Search' }).last().click();
  await page.getByRole('link', { name: 'Add' }).first().click();
  await page.getByText('With 2 people together').waitFor();
  await page.getByRole('combobox', { name: 'Topics' }).pressSequentially('housing');
  await page.keyboard.press('Enter');
  await look('family');
  await page.getByRole('button', { name: 'Record contact' }).click();
  await page.waitForURL(/\/staff\/contacts\/[\da-f-]{36}/);
  const { rows } = await journey.house.admin.query(
    'select people, array(select client_id from serai.contact_client where contact_id = contact.id) as with from serai.contact where people = 2',
  );
  expect(rows).toEqual([{ people: 2, with: expect.arrayContaining([clientId, sister.clientId]) }]);
});

test('somebody who gives no name is counted, and nothing more', async () => {
  const { page, go, look } = await journey.visit(counsellor);
  await go('/staff/contacts/new?who=anonymous');
  await page.getByRole('group', { name: 'Sex' }).getByText('Female', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Topics' }).pressSequentially('passp');
  await page.getByRole('option', { name: 'Passport and identity papers' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Result' }).selectOption({ label: 'Information given' });
  await page.getByRole('checkbox', { name: /^Options explained/ }).check();
  // What was typed is kept by and by; that must not change the form.
  await page.getByText(/^Kept at/).waitFor();
  await look('anonymous');
  await page.getByRole('button', { name: 'Record contact' }).click();
  await page.waitForURL(/\/staff\/contacts\/[\da-f-]{36}/);
  const { rows } = await journey.house.admin.query(
    "select client_id, sex, sealed_note from serai.contact where who = 'anonymous'",
  );
  expect(rows).toEqual([{ client_id: null, sex: 'female', sealed_note: null }]);
});

test('a mistake is corrected with a reason, then taken out of every count with another; both stay to be seen', async () => {
  const { contactId } = await recordTestContact(journey.house, counsellor.actor, {
    clientIds: [clientId],
    minutes: 15,
  });
  const { page, go, look } = await journey.visit(counsellor);
  await go(`/staff/contacts/${contactId}/correct`);
  await page.getByLabel('Minutes').fill('45');
  await page.getByLabel('Why').fill('minutes were wrong');
  await look('correct');
  await page.getByRole('button', { name: 'Save correction' }).click();
  await page.waitForURL(new RegExp(`/staff/contacts/${contactId}$`));
  await page.getByText('minutes were wrong').waitFor();
  await look('corrected');

  await go(`/staff/contacts/${contactId}/void`);
  await page.getByLabel('Why').fill('recorded twice');
  await page.getByRole('button', { name: 'Void this contact' }).click();
  await page.waitForURL(new RegExp(`/staff/contacts/${contactId}$`));
  await page.getByText('recorded twice').waitFor();
  await look('voided');
});
