import { sql, type Transaction } from 'kysely';
import type { ClientTables } from '#modules/clients/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import type { ImportTables } from './import.tables.server.ts';
import { referenceMac } from './import-seal.server.ts';

/** People of earlier imports by the number they had in the old register, as far as the actor reaches. */
export async function findReferences(
  house: House,
  actor: Actor,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const centreId = actor.centre?.id;
  if (!centreId || numbers.length === 0) return new Map();
  const macs = new Map(
    numbers.map((number) => [referenceMac(house, centreId, number).toString('base64'), number]),
  );
  const rows = await house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${actor.sessionToken ?? ''}, true)`.execute(tx);
    return (tx as Transaction<ImportTables>)
      .selectFrom('import_reference')
      .select(['number_mac', 'client_id'])
      .where('centre_id', '=', centreId)
      .where(
        'number_mac',
        'in',
        [...macs.keys()].map((mac) => Buffer.from(mac, 'base64')),
      )
      .execute();
  });
  return new Map(
    rows.flatMap(({ number_mac: mac, client_id: clientId }) => {
      const number = macs.get(mac.toString('base64'));
      return number === undefined ? [] : [[number, clientId] as const];
    }),
  );
}

/** Which of these people the actor reaches at all. */
export async function findReachable(
  house: House,
  actor: Actor,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${actor.sessionToken ?? ''}, true)`.execute(tx);
    return (tx as Transaction<ClientTables>)
      .selectFrom('client')
      .select('id')
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
  });
  return new Set(rows.map(({ id }) => id));
}
