import type { Kysely } from 'kysely';
import type { CentreTables } from '#modules/centres/centre.tables.server.ts';
import { peopleIndex } from '#modules/clients/people-index.server.ts';
import type { House } from '#platform/house.server.ts';
import { addDays, localDay } from '#platform/language/local-day.ts';
import { demoCentre } from './demo-centre.ts';
import { openDemoCentre, reopenDemoCentre } from './open-demo-centre.server.ts';
import { type DemoSize, demoDays, planHistory } from './plan-history.ts';
import { runInOrder } from './run-in-order.ts';
import { seedCampaign } from './seed-campaign.server.ts';
import { seedHub } from './seed-hub.server.ts';
import { seedDisclosures } from './seed-disclosures.server.ts';
import { seedHouseholds } from './seed-households.server.ts';
import { seedImport } from './seed-import.server.ts';
import { seedMerges } from './seed-merges.server.ts';
import { seedNetwork } from './seed-network.server.ts';
import { seedOversight } from './seed-oversight.server.ts';
import { seedOwnData } from './seed-own-data.server.ts';
import { seedPrograms } from './seed-programs.server.ts';
import { seedQuestions } from './seed-questions.server.ts';
import { seedReleases } from './seed-releases.server.ts';
import { seedToday } from './seed-today.server.ts';
import { seedViews } from './seed-views.server.ts';
import { signInLately } from './sign-in-lately.server.ts';
import { createTeller } from './tell-episode.server.ts';

export interface SeedOptions extends Partial<DemoSize> {
  /** How much is done, from 0 to 1. */
  onProgress?: (done: number) => void;
  /** Writes at the same time. */
  atOnce?: number;
}

const seed = 'mehrdara';
const demoSize: DemoSize = { people: 3_000, contacts: 9_000 };

/**
 * Fills an empty house with the demo centre: its staff, its people and eighteen months of work until now, all written
 * through the operations with the clock set back. A seeding that was broken off goes on where it was when called again
 * with the same size.
 */
export async function seedDemo(
  house: House,
  { people, contacts, onProgress, atOnce = 8 }: SeedOptions = {},
): Promise<void> {
  const size = { people: people ?? demoSize.people, contacts: contacts ?? demoSize.contacts };
  const today = await storyDay(house);
  const plan = planHistory(seed, today, size);
  const index = peopleIndex(house);
  const centre = await openDemoCentre(house, seed, addDays(today, -demoDays));
  await index.ready;
  let written = 0;
  let told = 0;
  const onWrite = () => {
    written += 1;
    if (written - told < 50) return;
    told = written;
    onProgress?.(Math.min(0.99, written / plan.writes));
  };
  try {
    await runInOrder(plan.episodes, atOnce, createTeller({ house, seed, centre, onWrite }));
    await signInLately(house, seed, today);
    await seedHub(house, seed, centre);
    await seedQuestions(house, centre);
    await seedCampaign(house, seed, centre, today);
    await seedHouseholds(house, seed, centre);
    await seedMerges(house, centre);
    await seedImport(house, centre, addDays(today, -demoDays));
    await seedPrograms(house, seed, centre, today);
    await seedViews(house, seed, centre);
    await seedToday(house, seed, centre, size.people);
    await seedOversight(house, seed, centre, today);
    await seedOwnData(house, seed, centre, today);
    await seedDisclosures(house, seed, centre, today);
    await seedReleases(house, centre, today);
    await seedNetwork(house, seed, centre, today);
  } finally {
    await centre.close();
  }
  onProgress?.(1);
}

/** A demo that was made on another day: gives it arrivals and contacts of today, once a day. */
export async function refreshDemo(house: House): Promise<void> {
  const centre = await reopenDemoCentre(house);
  if (!centre) return;
  try {
    await seedToday(house, seed, centre, demoSize.people);
  } finally {
    await centre.close();
  }
}

/** The day on which the story ends: today, or the day on which an unfinished seeding began. */
async function storyDay(house: House): Promise<string> {
  const database: Kysely<CentreTables> = house.databases.auth;
  const begun = await database.selectFrom('centre').select('created_at').executeTakeFirst();
  if (!begun) return localDay(house.clock.now(), demoCentre.timeZone);
  return addDays(localDay(begun.created_at, demoCentre.timeZone), demoDays);
}
