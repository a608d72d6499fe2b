import { type Insertable, sql, type Transaction } from 'kysely';
import type { ActorCentre } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { type ClientIdentity, formatFileNo, retentionDay } from './client.ts';
import { sealIdentity } from './client-identity.server.ts';
import type { ClientTable, ClientTables, ConsentTable } from './client.tables.server.ts';
import type { FactColumns } from './person-file.ts';
import { retentionYears } from './retention-setting.ts';
import { countableReach } from './safe-contact.ts';

/** A file about to be opened: described, its key minted, its consents decided. */
export interface NewFile {
  /** Also the id of the person's key. */
  clientId: string;
  facts: FactColumns;
  identity: ClientIdentity;
  siteId: string | null;
  assignedTo: string | null;
  /** `YYYY-MM-DD`; earlier than today where the file comes from an old register. */
  registeredOn: string;
  consents: Insertable<ConsentTable>[];
}

interface Opening {
  house: House;
  tx: Transaction<ClientTables>;
  centre: ActorCentre;
  staffId: string;
  now: Date;
  today: string;
}

/**
 * Writes files, their sealed identities and consents: one statement for all of them, so that each stands whole or not
 * at all. The only way a person comes into the register.
 * @returns the file numbers, in the order given
 */
export async function insertClients(opening: Opening, files: readonly NewFile[]): Promise<string[]> {
  if (files.length === 0) return [];
  const { house, tx, centre, staffId, now, today } = opening;
  const numbers = await takeFileNumbers(tx, centre.id, Number(today.slice(0, 4)), files.length);
  const years = retentionYears(centre.settings);
  const clients = files.map(
    (file, at): Insertable<ClientTable> => ({
      id: file.clientId,
      centre_id: centre.id,
      site_id: file.siteId,
      file_no: numbers[at] ?? '',
      ...file.facts,
      ...countableReach(file.identity),
      assigned_to: file.assignedTo,
      registered_on: file.registeredOn,
      registered_by: staffId,
      recorded_at: now,
      last_contact_on: null,
      retention_until: retentionDay(file.registeredOn, years),
      updated_by: staffId,
      updated_at: now,
    }),
  );
  const identities = await Promise.all(
    files.map(async ({ clientId, identity }) => ({
      client_id: clientId,
      centre_id: centre.id,
      sealed: await sealIdentity(house.vault, clientId, identity),
      version: 1,
    })),
  );
  const consents = files.flatMap((file) => file.consents);
  const written = tx
    .with('file', (db) => db.insertInto('client').values(clients).returning('id'))
    .with('identity', (db) => db.insertInto('client_identity').values(identities).returning('client_id'));
  if (consents.length > 0) await written.insertInto('consent').values(consents).execute();
  else await written.selectFrom('file').select('id').execute();
  return numbers;
}

async function takeFileNumbers(
  tx: Transaction<ClientTables>,
  centreId: string,
  year: number,
  count: number,
): Promise<string[]> {
  const { last, prefix } = await tx
    .insertInto('file_number')
    .values({ centre_id: centreId, year, last: count })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'year']).doUpdateSet({ last: sql`file_number.last + excluded.last` }),
    )
    .returning([
      'last',
      sql<string>`(select file_prefix from centre where centre.id = file_number.centre_id)`.as('prefix'),
    ])
    .executeTakeFirstOrThrow();
  return Array.from({ length: count }, (_, at) => formatFileNo(prefix, year, last - count + 1 + at));
}
