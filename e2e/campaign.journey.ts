import { afterAll, beforeAll, expect, test } from 'vitest';
import { adviseTestClient, days, openTestCalls } from '../app/modules/contacts/campaign.testing.ts';
import { signIn } from '../app/modules/staff/staff.testing.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

test('a month after the talk a counsellor calls from the list, on a phone in Arabic', async () => {
  const { house, centre } = journey;
  const counsellor = await journey.join('counsellor');
  for (const given of ['Parwana', 'Shirin'])
    await adviseTestClient(house, counsellor.actor, { person: { names: [{ given, family: 'Sadid' }] } });
  house.clock.advance(days(31));
  await openTestCalls(house, centre.centreId);
  const later = { ...counsellor, actor: await signIn(house, counsellor) };
  const { page, context, go, look, allow } = await journey.visit(later, {
    locale: 'ar',
    viewport: { width: 390, height: 844 },
  });
  allow(/422/);
  await context.addCookies([{ name: 'serai-language', value: 'ar', url: journey.url }]);
  await go('/staff/follow-ups/campaign');
  await page.getByRole('heading', { name: 'سؤالهم مجدداً عن قرارهم' }).waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  const second = page.getByRole('listitem').filter({ hasText: 'Shirin' });
  await second.getByText('تدوين مكالمة').click();
  await look('campaign-arabic-phone');
  await second.getByRole('button', { name: 'حفظ المكالمة' }).click();
  await second.getByRole('alert').first().waitFor();
  await second.getByRole('radio', { name: 'تم الوصول إليه' }).check();
  await second.getByLabel('الدقائق').fill('٧');
  await second.getByLabel('ماذا ينوي الآن؟').selectOption({ index: 1 });
  await second.getByLabel(/ما احتمال أن يذهب/).fill('٣');
  await look('campaign-arabic-filled');
  await second.getByRole('button', { name: 'حفظ المكالمة' }).click();
  await page.waitForURL(/done/);
  await page.getByText('Parwana').first().waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'Shirin' }).count()).toBe(0);
  await look('campaign-arabic-done');
});
