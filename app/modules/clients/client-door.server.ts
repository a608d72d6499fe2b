import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';
import type { House } from '#platform/house.server.ts';
import type { Relation } from '#platform/policy/policy.ts';
import { calledName, type ClientIdentity, countableBirth, retentionDay } from './client.ts';
import { unsealIdentities, unsealIdentity } from './client-identity.server.ts';
import type { ClientTables } from './client.tables.server.ts';
import type { ConsentInForce } from './consent.ts';
import { retentionYears } from './retention-setting.ts';
import { fileMergedAway } from './survivor-of.server.ts';
import type { SafeContact } from './safe-contact.ts';

/** What these doors need of an operation's or a query's context. */
export interface ClientContext {
  house: House;
  actor: Actor;
  today: string;
  on<Other>(): Transaction<Other>;
}

/** Coarse facts of a person as another module may copy them into its own rows. */
export interface ClientForService {
  id: string;
  sex: string;
  /** On the day asked for. */
  ageBand: string;
  stage: string;
  /** The first of the nationalities. */
  nationality: string | null;
  originAdmin1: string | null;
  restricted: boolean;
  minor: boolean;
  assignedTo: string | null;
  lastContactOn: string | null;
  languages: string[];
}

/**
 * The person's coarse facts, their row locked until the end of the transaction. Undefined when out of the actor's reach.
 * @throws Problem `clients.merged` (409) when the file became part of another
 * @param onDay the day of the service, `YYYY-MM-DD`: what was on paper yesterday counts with yesterday's age
 */
export async function loadClientForService(
  context: ClientContext,
  clientId: string,
  onDay: string = context.today,
): Promise<ClientForService | undefined> {
  const row = await serviceRows(context)
    .where('client.id', '=', clientId)
    .forNoKeyUpdate('client')
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.merged_into) throw fileMergedAway();
  return forService(row, await unsealIdentity(context.house.vault, row.id, row.sealed), onDay);
}

/**
 * As `loadClientForService`, for many at once; each on the day of their own service. Whoever is out of the actor's reach
 * is left out. Locked in the order of their ids.
 */
export async function loadClientsForService(
  context: ClientContext,
  served: readonly { clientId: string; onDay: string }[],
): Promise<(ClientForService | undefined)[]> {
  const ids = [...new Set(served.map(({ clientId }) => clientId))];
  if (ids.length === 0) return [];
  const rows = await serviceRows(context)
    .where('client.id', 'in', ids)
    .orderBy('client.id')
    .forNoKeyUpdate('client')
    .execute();
  const identities = await unsealIdentities(
    context.house.vault,
    rows.map((row) => ({ client_id: row.id, sealed: row.sealed })),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return served.map(({ clientId, onDay }) => {
    const row = byId.get(clientId);
    const identity = identities.get(clientId);
    return row && !row.merged_into && identity ? forService(row, identity, onDay) : undefined;
  });
}

const serviceRows = (context: ClientContext) =>
  context
    .on<ClientTables>()
    .selectFrom('client')
    .innerJoin('client_identity', 'client_identity.client_id', 'client.id')
    .select([
      'client.id',
      'client.sex',
      'client.age_band',
      'client.stage',
      'client.nationalities',
      'client.origin_admin1',
      'client.restricted',
      'client.minor',
      'client.assigned_to',
      'client.last_contact_on',
      'client.languages',
      'client.merged_into',
      'client_identity.sealed',
    ]);

type ServiceRow = Awaited<ReturnType<ReturnType<typeof serviceRows>['execute']>>[number];

function forService(row: ServiceRow, { birth }: ClientIdentity, onDay: string): ClientForService {
  const { ageBand, minor } = countableBirth(birth, onDay, row.age_band);
  return {
    id: row.id,
    sex: row.sex,
    ageBand,
    stage: row.stage,
    nationality: row.nationalities[0] ?? null,
    originAdmin1: row.origin_admin1,
    restricted: row.restricted,
    minor,
    assignedTo: row.assigned_to,
    lastContactOn: row.last_contact_on,
    languages: row.languages,
  };
}

/** The person was served on this day: moves the last contact and with it the day the file is kept until, never back. */
export async function touchLastContact(context: ClientContext, clientId: string, day: string): Promise<void> {
  const until = retentionDay(day, retentionYears(context.actor.centre?.settings));
  await context
    .on<ClientTables>()
    .updateTable('client')
    .set({
      last_contact_on: sql`greatest(last_contact_on, ${day}::date)`,
      retention_until: sql`greatest(retention_until, ${until}::date)`,
    })
    .where('id', '=', clientId)
    .execute();
}

/** As `touchLastContact`, for many days at once. */
export async function touchLastContacts(
  context: ClientContext,
  served: readonly { clientId: string; day: string }[],
): Promise<void> {
  const years = retentionYears(context.actor.centre?.settings);
  await sql`update client set
      last_contact_on = greatest(last_contact_on, served.day),
      retention_until = greatest(retention_until, (served.day + make_interval(years => ${years}))::date)
    from (select id, max(day) as day
          from unnest(${served.map((each) => each.clientId)}::uuid[], ${served.map((each) => each.day)}::date[]) as t (id, day)
          group by id) served
    where client.id = served.id`.execute(context.on<ClientTables>());
}

/**
 * How the actor stands to a person: `linked` when the file is assigned to them, they had a contact with the person, or
 * called the person's arrival today; `own` when they registered the file today.
 */
export async function relationsToClient(
  tx: Transaction<AnyTables>,
  actor: Actor,
  clientId: string,
  today: string,
): Promise<Relation[]> {
  if (!actor.staffId) return [];
  const me = actor.staffId;
  const { rows } = await sql<{ linked: boolean; own: boolean }>`
    select (assigned_to = ${me}
        or exists (select 1 from contact_client cc join contact k on k.id = cc.contact_id
                   where cc.client_id = client.id and k.counsellor_id = ${me} and k.voided_at is null)
        or exists (select 1 from arrival where arrival.client_id = client.id and day = ${today} and called_by = ${me})) is true as linked,
      (registered_by = ${me} and registered_on = ${today}) as own
    from client where id = ${clientId}`.execute(tx);
  return [...(rows[0]?.linked ? ['linked' as const] : []), ...(rows[0]?.own ? ['own' as const] : [])];
}

/** The newest decision of every purpose that was ever asked. */
export async function consentsInForce(
  tx: Transaction<ClientTables>,
  clientId: string,
): Promise<ConsentInForce[]> {
  const rows = await tx
    .selectFrom('consent')
    .where('client_id', '=', clientId)
    .distinctOn('purpose')
    .select(['purpose', 'status', 'form', 'explained_in', 'given_on', 'valid_until'])
    .orderBy('purpose')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map((row) => ({
    purpose: row.purpose,
    status: row.status,
    form: row.form,
    explainedIn: row.explained_in,
    givenOn: row.given_on,
    validUntil: row.valid_until,
  }));
}

/** How to reach a person, with what they agreed to: both halves of `mayReach`. Undefined when out of reach. */
export async function loadSafeContact(
  context: ClientContext,
  clientId: string,
): Promise<{ safe: SafeContact; consents: ConsentInForce[]; name: string; languages: string[] } | undefined> {
  const tx = context.on<ClientTables>();
  const row = await tx
    .selectFrom('client_identity')
    .innerJoin('client', 'client.id', 'client_identity.client_id')
    .where('client_identity.client_id', '=', clientId)
    .select(['client_identity.sealed', 'client.languages'])
    .executeTakeFirst();
  if (!row) return undefined;
  const identity = await unsealIdentity(context.house.vault, clientId, row.sealed);
  const { phones, email, messageApp, contactWarning } = identity;
  return {
    safe: {
      phones,
      ...(email && { email }),
      ...(messageApp && { messageApp }),
      ...(contactWarning && { contactWarning }),
    },
    consents: await consentsInForce(tx, clientId),
    name: calledName(identity),
    languages: row.languages,
  };
}

/**
 * Names and file numbers for a list. Personal data: the caller's query names these ids in `viewed.itemIds`.
 * People out of the actor's reach are left out.
 */
export async function clientLabels(
  context: ClientContext,
  ids: readonly string[],
): Promise<Map<string, { name: string; fileNo: string; restricted: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await context
    .on<ClientTables>()
    .selectFrom('client_identity')
    .innerJoin('client', 'client.id', 'client_identity.client_id')
    .where('client_identity.client_id', 'in', [...new Set(ids)])
    .select(['client_identity.client_id', 'client_identity.sealed', 'client.file_no', 'client.restricted'])
    .execute();
  const identities = await unsealIdentities(context.house.vault, rows);
  return new Map(
    rows.flatMap((row) => {
      const identity = identities.get(row.client_id);
      return identity
        ? [
            [
              row.client_id,
              { name: calledName(identity), fileNo: row.file_no, restricted: row.restricted },
            ] as const,
          ]
        : [];
    }),
  );
}
