import { sql, type Transaction } from 'kysely';
import { settingOf } from '#modules/centres/index.server.ts';
import { type Actor, advisingRoles } from '#platform/actor.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';

/** `confirm`: a colleague confirms; `alone`: there is none who could; `off`: the centre merges without a second person. */
export type SecondPerson = 'confirm' | 'alone' | 'off';

/**
 * Whether a second person has to confirm a merge of these files. Where nobody else who advises may open both of them, it
 * is done at once and looked at later, instead of never.
 */
export async function secondPersonFor(
  tx: Transaction<AnyTables>,
  actor: Actor,
  files: readonly { id: string; restricted: boolean }[],
): Promise<SecondPerson> {
  if (!settingOf(actor.centre?.settings, 'duplicates.second-person')) return 'off';
  const closed = files.filter(({ restricted }) => restricted).map(({ id }) => id);
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from staff_member s where s.status = 'active' and s.roles && ${[...advisingRoles]}::text[]
        and s.id <> ${actor.staffId ?? null}
        and (select count(*) from restricted_reader r where r.staff_id = s.id and r.client_id = any(${closed}::uuid[])) = ${closed.length}
    ) as found`.execute(tx);
  return rows[0]?.found ? 'confirm' : 'alone';
}
