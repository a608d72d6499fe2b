import { sql, type Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import {
  insertCentre,
  type NewCentre,
  type NewSite,
  type SwitchChoice,
} from '#modules/centres/index.server.ts';
import { bringStarterTask } from '#modules/guides/index.server.ts';
import { type CoordinatorSecrets, createCoordinator } from '#modules/staff/index.server.ts';
import type { SetupTables } from './setup.tables.server.ts';

interface Plan {
  centre: NewCentre;
  sites: readonly NewSite[];
  switches: readonly SwitchChoice[];
  coordinator: CoordinatorSecrets;
  now: Date;
}

/** Writes the centre and its first coordinator and closes the set-up for ever, in the caller's transaction. */
export async function openCentre(house: House, tx: Transaction<SetupTables>, plan: Plan) {
  const { centreId, siteIds } = await insertCentre(tx, plan);
  const place = { centreId, siteId: siteIds[0] ?? null, now: plan.now };
  const staffId = await createCoordinator(house, tx, place, plan.coordinator);
  await tx.updateTable('house').set({ setup_completed_at: plan.now }).execute();
  await tx.deleteFrom('setup_code').execute();
  await tx.deleteFrom('setup_draft').execute();
  // The pages that come with the program, unpublished: the centre opens without waiting for them.
  const order = JSON.stringify({ centreId });
  await sql`select serai_queue.enqueue(${bringStarterTask}, ${order}::json, null, ${bringStarterTask})`.execute(
    tx,
  );
  return { centreId, staffId, siteIds };
}
