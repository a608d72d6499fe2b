import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '../app/modules/clients/clients.testing.ts';
import { recordTestContact } from '../app/modules/contacts/contacts.testing.ts';
import type { TestStaff } from '../app/modules/staff/staff.testing.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
let proposer: TestStaff;
let confirmer: TestStaff;
beforeAll(async () => {
  journey = await openJourney();
  proposer = await journey.join('counsellor');
  confirmer = await journey.join('coordinator');
});
afterAll(() => journey?.close());

const register = async (given: string, family: string, phone: string) => {
  const person = {
    names: [{ given, family }],
    phones: [{ number: phone, owner: 'own' as const, safeToCall: true, safeToMessage: true }],
  };
  const { clientId } = await registerTestClient(journey.house, proposer.actor, person);
  await recordTestContact(journey.house, proposer.actor, { clientIds: [clientId] });
  return clientId;
};

test('two files of one person are joined by two people, and parted again', async () => {
  const kept = await register('Zarmina', 'Stanekzai', '0700111222');
  const other = await register('Zarmina', 'Stanekzay', '0700111222');
  const one = await journey.visit(proposer);
  await one.go('/staff/duplicates');
  await one.page.getByRole('link', { name: 'Lay side by side' }).first().waitFor();
  await one.look('duplicate-list');
  await one.go(`/staff/duplicates/${kept}/${other}`);
  await one.page.getByRole('heading', { name: 'Is it the same person?' }).waitFor();
  await one.look('duplicate-compare');
  await one.page.getByRole('button', { name: 'Propose to merge' }).click();
  await one.page.getByText('You proposed this. Somebody else has to confirm.').waitFor();
  expect(await one.page.getByRole('button', { name: 'Confirm and merge' }).count()).toBe(0);

  const two = await journey.visit(confirmer, { viewport: { width: 390, height: 844 } });
  await two.go('/staff/duplicates/proposals');
  await two.look('duplicate-proposals-phone');
  await two.page.getByRole('link', { name: 'Look at both' }).first().click();
  await two.page.getByRole('button', { name: 'Confirm and merge' }).waitFor();
  await two.look('duplicate-confirm-phone');
  await two.page.getByRole('button', { name: 'Confirm and merge' }).click();
  await two.page.waitForURL(new RegExp(`/staff/people/${kept}`));
  await two.go(`/staff/people/${other}`);
  await two.page.waitForURL(new RegExp(`/staff/people/${kept}`));
  await two.look('merged-person');

  await two.go('/staff/duplicates/merged');
  await two.page.getByRole('link', { name: 'Undo' }).first().click();
  await two.look('merged-undo');
  await two.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await two.page.getByText('The files are two again').waitFor();
  await two.go(`/staff/people/${other}`);
  expect(two.page.url()).toContain(other);
  await two.page.getByRole('heading', { name: 'Zarmina Stanekzay' }).waitFor();
});

test('two people with like names are told apart once, and not shown again', async () => {
  await register('Gulnaz', 'Rahimi', '0700333444');
  await register('Gulnaz', 'Rahimy', '0700333444');
  const { page, go, look } = await journey.visit(proposer, { locale: 'en-GB' });
  await go('/staff/duplicates');
  await page.getByRole('checkbox', { name: /Choose the row of Gulnaz/ }).check();
  await page.getByRole('button', { name: 'The chosen rows are two people each' }).click();
  await page.getByText('Noted: they are two people.').waitFor();
  expect(await page.getByText('Gulnaz').count()).toBe(0);
  await look('told-apart');
});
