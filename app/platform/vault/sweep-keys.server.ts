import { sql } from 'kysely';
import type { House } from '../house.server.ts';

const orphanHours = 24;
const answerWeeks = 8;
const sessionDays = 90;
const page = 1_000;

export interface Swept {
  expiredKeys: number;
  orphanKeys: number;
}

/**
 * Destroys the keys that nothing needs any more: those of stretches of time that are over (drafts, first answers), and
 * keys minted for a record that was never written. A key is an orphan only after a day: no transaction is open so long.
 * Rows that their key leaves unreadable go too, and so do sessions that ended long ago.
 */
export async function sweepKeys(house: House): Promise<Swept> {
  const now = house.clock.now();
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const expiredKeys = await house.vault.keys.shredExpired(now);
  const { auth } = house.databases;
  await sql`delete from idempotency where created_at < ${ago(answerWeeks * 7 * 24)}`.execute(auth);
  await sql`delete from draft where updated_at < ${ago(3 * 7 * 24)}`.execute(auth);
  await sql`delete from session where expires_at < ${ago(sessionDays * 24)}`.execute(auth);

  let orphanKeys = 0;
  let after: string | undefined;
  for (;;) {
    const ids = await house.vault.keys.listMintedBefore(ago(orphanHours), after, page);
    if (ids.length === 0) return { expiredKeys, orphanKeys };
    const used = await sql<{ keys_in_use: string }>`select keys_in_use(${ids}::uuid[])`.execute(auth);
    const needed = new Set(used.rows.map((row) => row.keys_in_use));
    for (const id of ids.filter((each) => !needed.has(each))) {
      await house.vault.keys.shred(id);
      orphanKeys += 1;
    }
    after = ids.at(-1);
  }
}
