import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney, type Visit } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

type Who = Awaited<ReturnType<Journey['join']>>;

async function signIn({ page }: Visit, who: Who) {
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Passphrase').fill(who.passphrase);
  await page.getByLabel('Code from your app').fill(nextCode(journey.house, who.seed));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in') || url.pathname.includes('account'));
}

async function unlock({ page }: Visit, who: Who) {
  await page.getByRole('heading', { name: 'This screen is locked' }).waitFor();
  await page.getByLabel('Passphrase').fill(who.passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.getByText(`Test ${who.actor.roles[0]}`).first().waitFor();
}

for (const script of [true, false]) {
  test(`two colleagues take turns at one computer, ${script ? 'with' : 'without'} script, and one button ends the day`, async () => {
    const first = await journey.join('counsellor');
    const second = await journey.join('receptionist');
    const visit = await journey.visit(undefined, { javaScriptEnabled: script });
    const { page, go, look } = visit;
    const pictures = script ? 'desk-turns' : 'desk-turns-plain';
    await go('/staff/sign-in');
    await signIn(visit, first);
    await go('/staff/people-here');
    expect(new URL(page.url()).pathname).toBe('/staff');
    await go('/staff/account/sign-in');
    await page.getByRole('button', { name: 'This is a shared computer' }).click();
    await page.getByText('This browser is a shared computer.').waitFor();
    await look(`${pictures}-marked`);

    await page.getByLabel('Signed in as').click();
    await page.getByRole('link', { name: 'Switch person' }).click();
    await page.getByText('Nobody else is signed in here.').waitFor();
    await look(`${pictures}-alone`);
    await page.getByRole('button', { name: 'Somebody else signs in' }).click();
    await page.getByRole('button', { name: 'Test c.' }).waitFor();
    await look(`${pictures}-door`);
    await signIn(visit, second);

    await go('/staff/people-here');
    await page.getByRole('button', { name: 'Test c.' }).click();
    await page.getByRole('button', { name: 'Test r.' }).waitFor();
    await look(`${pictures}-locked`);
    if (script) {
      const { context } = visit;
      await context.addCookies([{ name: 'serai-language', value: 'ar', url: journey.url }]);
      await page.setViewportSize({ width: 390, height: 844 });
      await go('/staff/people-here');
      await look(`${pictures}-phone-arabic`);
      await page.setViewportSize({ width: 1280, height: 900 });
      await context.addCookies([{ name: 'serai-language', value: 'en', url: journey.url }]);
    }
    await go('/staff/people');
    await unlock(visit, first);

    const stranger = await journey.visit();
    await stranger.go('/staff/sign-in');
    await stranger.page.getByLabel('E-mail').waitFor();
    expect(await stranger.page.getByText('At this computer').count()).toBe(0);

    await go('/staff/people-here');
    await page.getByRole('button', { name: 'Sign out everybody at this computer' }).click();
    await page.getByLabel('E-mail').waitFor();
    expect(await page.getByText('At this computer').count()).toBe(0);
    const ended = await journey.house.admin.query(
      `select ended_reason from serai.session where device_hash is not null and ended_at is null and staff_id = any($1)`,
      [[first.actor.staffId, second.actor.staffId]],
    );
    expect(ended.rows).toEqual([]);
  });
}
