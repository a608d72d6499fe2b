import type { Kysely } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { SetupDraft } from './setup-draft.ts';
import type { SetupTables } from './setup.tables.server.ts';

const placeOf = (house: House) => ({ table: 'setup_draft', column: 'sealed', row: house.id });

/** What was typed so far; empty on the first visit. */
export async function loadSetupDraft(house: House, database: Kysely<SetupTables>): Promise<SetupDraft> {
  const row = await database
    .selectFrom('setup_draft')
    .select('sealed')
    .where('house_id', '=', house.id)
    .executeTakeFirst();
  return row ? house.vault.unsealForHouse<SetupDraft>(placeOf(house), row.sealed) : {};
}

/** Keeps the draft sealed, so that a reload, a restart or a power cut loses nothing. */
export async function keepSetupDraft(
  house: House,
  database: Kysely<SetupTables>,
  draft: SetupDraft,
  now: Date,
): Promise<void> {
  const sealed = house.vault.sealForHouse(placeOf(house), draft);
  await database
    .insertInto('setup_draft')
    .values({ house_id: house.id, sealed, updated_at: now })
    .onConflict((conflict) => conflict.column('house_id').doUpdateSet({ sealed, updated_at: now }))
    .execute();
}
