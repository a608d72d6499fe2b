import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { insertCentre } from '#modules/centres/index.server.ts';
import { newCentreSchema, newSiteSchema } from '#modules/centres/centre.schemas.ts';
import { createCoordinator, hashPassphrase, newSeed } from '#modules/staff/index.server.ts';
import { signIn, type TestCentre } from '#modules/staff/staff.testing.ts';

/**
 * A second centre beside the first, for asking whether one can see into the other. The guided set-up opens one centre
 * a house, so this is the one place where a centre comes to be without it.
 */
export async function openSecondCentre(house: TestHouse): Promise<TestCentre> {
  const email = 'coordinator@second.example';
  const passphrase = 'nine slow camels at the well';
  const seed = newSeed();
  const now = house.clock.now();
  const centre = newCentreSchema.parse({
    name: { en: 'Second Centre' },
    kind: 'mrc',
    context: 'transit',
    country: 'IR',
    timeZone: 'Asia/Tehran',
    defaultLanguage: 'en',
    languages: ['en', 'fa-AF'],
    clientLanguages: ['en', 'prs'],
    filePrefix: 'Z',
  });
  const sites = [newSiteSchema.parse({ name: { en: 'Second office' }, type: 'main' })];
  const passphraseHash = await hashPassphrase(passphrase);
  const opened = await house.databases.auth.transaction().execute(async (tx) => {
    const made = await insertCentre(tx, {
      centre,
      sites,
      switches: [],
      now,
    });
    const place = { centreId: made.centreId, siteId: made.siteIds[0] ?? null, now };
    const secrets = { name: 'Second Coordinator', email, language: 'en', passphraseHash, seed, step: 0 };
    await createCoordinator(house, tx, place, secrets);
    return made;
  });
  const actor = await signIn(house, { email, passphrase, seed });
  return {
    centreId: opened.centreId,
    siteIds: opened.siteIds,
    coordinator: { actor, email, passphrase, seed },
  };
}
