import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestProvider, type TestProvider } from '../app/modules/staff/provider.testing.ts';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
let provider: TestProvider;
beforeAll(async () => {
  journey = await openJourney();
  provider = await openTestProvider(journey.house.clock);
  journey.house.config.provider = provider.config;
});
afterAll(async () => {
  provider?.close();
  await journey?.close();
});

test('a colleague links the account at the network’s provider and signs in with it and their own code', async () => {
  const who = await journey.join('counsellor');
  provider.twist.person = { sub: 'amal-17', email: who.email };
  const trust = { ignoreHTTPSErrors: true };

  const own = await journey.visit(who, trust);
  await own.go('/staff/account/sign-in');
  await own.page.getByRole('button', { name: 'Link my account at Harbour Sign-in' }).click();
  await own.page.getByRole('heading', { name: 'You are leaving Serai for a moment' }).waitFor();
  await own.look('provider-start');
  await own.page.getByRole('link', { name: 'Go on to Harbour Sign-in' }).click();
  await own.page.getByRole('heading', { name: 'Link this account' }).waitFor();
  await own.look('provider-link');
  await own.page.getByRole('button', { name: 'Link it' }).click();
  await own.page.getByText(/^Linked since/).waitFor();
  await own.look('provider-linked');

  // Without script, on a phone, in Arabic.
  const phone = await journey.visit(undefined, {
    ...trust,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    locale: 'ar',
  });
  await phone.go('/staff/sign-in');
  await phone.look('provider-sign-in-phone-ar');
  await phone.page.getByRole('button', { name: /الدخول عبر/ }).click();
  await phone.look('provider-start-phone-ar');
  await phone.page.getByRole('link', { name: /المتابعة إلى/ }).click();
  await phone.page.getByRole('heading', { name: 'أوشكت على الدخول' }).waitFor();
  await phone.look('provider-return-phone-ar');
  const enter = async (code: string) => {
    await phone.page.locator('input[name=code]').fill(code);
    await phone.page.getByRole('button', { name: 'دخول', exact: true }).click();
  };
  phone.allow(/401/);
  await enter('000000');
  await phone.page.getByRole('alert').first().waitFor();
  await phone.look('provider-refused-phone-ar');
  await enter(nextCode(journey.house, who.seed));
  await phone.page.waitForURL(/\/staff(\/account)?$/);
  expect(new URL(phone.page.url()).origin).toBe(new URL(journey.url).origin);
});
