import type { Kysely } from 'kysely';
import { type Actor, publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { findProgram } from '#modules/staff/index.server.ts';
import type { IntegrationTables } from './integration.tables.server.ts';
import { actsOf, tokenMark } from './scopes.ts';

/** Who holds a token of the API: a program that may do the acts of its scopes and no other; the public for any other text. */
export async function resolveToken(house: House, token: string): Promise<Actor> {
  if (!token.startsWith(tokenMark)) return publicActor;
  const program = await findProgram(house, token);
  if (!program) return publicActor;
  const database: Kysely<IntegrationTables> = house.databases.auth;
  const row = await database
    .selectFrom('api_token')
    .where('id', '=', program.sessionId)
    .where('revoked_at', 'is', null)
    .select(['scopes', 'last_used_on'])
    .executeTakeFirst();
  if (!row) return publicActor;
  const today = localDay(house.clock.now(), program.centre.timeZone);
  if (row.last_used_on !== today) {
    await database
      .updateTable('api_token')
      .set({ last_used_on: today })
      .where('id', '=', program.sessionId)
      .execute();
  }
  return { ...program, only: actsOf(row.scopes) };
}
