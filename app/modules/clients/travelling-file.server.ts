import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { forbidden } from '#platform/problem.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ClientIdentity } from './client.ts';
import { unsealIdentity } from './client-identity.server.ts';
import type { ClientRow, ClientTables } from './client.tables.server.ts';
import { type ClientContext, consentsInForce } from './client-door.server.ts';
import { sealProof } from './consent-rows.server.ts';
import type { ConsentInForce } from './consent.ts';
import { insertClients } from './insert-clients.server.ts';
import type { FactColumns } from './person-file.ts';
import { findSuspects } from './possible-duplicates.server.ts';

/** A person's file on its way to another centre: who they are, what may be counted, and what they agreed to. */
export interface TravellingFile {
  fileNo: string;
  registeredOn: string;
  facts: FactColumns;
  identity: ClientIdentity;
  consents: ConsentInForce[];
}

/** Parts of a file that can stay behind; `history` is not of the file itself. */
export interface Packing {
  /** Only what is needed to reach the person and to know them again. */
  minimum: boolean;
  without: readonly string[];
}

/** A file that can move: whole, of this centre, within reach. Locked until the end of the transaction. */
export async function lockMovableFile(
  context: ClientContext,
  clientId: string,
): Promise<Pick<ClientRow, 'id' | 'centre_id' | 'restricted' | 'file_no'> | undefined> {
  return context
    .on<ClientTables>()
    .selectFrom('client')
    .select(['id', 'centre_id', 'restricted', 'file_no'])
    .where('id', '=', clientId)
    .where('file_status', '=', 'active')
    .where('merged_into', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** The file as it would travel. Undefined when out of reach. */
export async function packFile(
  context: ClientContext,
  clientId: string,
  packing: Packing,
): Promise<TravellingFile | undefined> {
  const tx = context.on<ClientTables>();
  const row = await tx
    .selectFrom('client')
    .innerJoin('client_identity', 'client_identity.client_id', 'client.id')
    .selectAll('client')
    .select('client_identity.sealed')
    .where('client.id', '=', clientId)
    .executeTakeFirst();
  if (!row) return undefined;
  const identity = await unsealIdentity(context.house.vault, clientId, row.sealed);
  return {
    fileNo: row.file_no,
    registeredOn: row.registered_on,
    facts: packing.minimum ? leastFacts(row) : factsOf(row),
    identity: packIdentity(identity, packing),
    // A yes to this move is not a yes to the next one.
    consents: (await consentsInForce(tx, clientId)).filter(({ purpose }) => purpose !== 'share_for_transfer'),
  };
}

const factsOf = (row: ClientRow): FactColumns => ({
  sex: row.sex as FactColumns['sex'],
  birth_year: row.birth_year,
  birth_precision: row.birth_precision,
  age_band: row.age_band,
  minor: row.minor,
  nationalities: row.nationalities,
  origin_country: row.origin_country,
  origin_admin1: row.origin_admin1,
  destinations: row.destinations,
  stage: row.stage as FactColumns['stage'],
  purpose: row.purpose as FactColumns['purpose'],
  categories: row.categories as FactColumns['categories'],
  languages: row.languages as FactColumns['languages'],
  literacy: row.literacy as FactColumns['literacy'],
  education: row.education as FactColumns['education'],
  employment: row.employment as FactColumns['employment'],
  sector: row.sector as FactColumns['sector'],
  dependants: row.dependants,
  heard_via: row.heard_via as FactColumns['heard_via'],
  staff_sex_preference: row.staff_sex_preference as FactColumns['staff_sex_preference'],
});

const leastFacts = (row: ClientRow): FactColumns => ({
  ...factsOf(row),
  origin_admin1: null,
  destinations: [],
  purpose: null,
  categories: [],
  literacy: null,
  education: null,
  employment: null,
  sector: null,
  dependants: null,
  heard_via: null,
});

const partNames: Record<string, keyof ClientIdentity> = {
  legal_status: 'legalStatus',
  delicate_categories: 'delicateCategories',
  disability: 'disability',
  id_documents: 'idDocuments',
  emergency_contact: 'emergencyContact',
  file_note: 'note',
};

const least: readonly (keyof ClientIdentity)[] = [
  'names',
  'birth',
  'phones',
  'messageApp',
  'email',
  'contactWarning',
];

function packIdentity(identity: ClientIdentity, { minimum, without }: Packing): ClientIdentity {
  const left = new Set(without.flatMap((part) => partNames[part] ?? []));
  return Object.fromEntries(
    Object.entries(identity).filter(([part]) => {
      const name = part as keyof ClientIdentity;
      return !left.has(name) && (!minimum || least.includes(name));
    }),
  ) as unknown as ClientIdentity;
}

interface Arrival {
  file: TravellingFile;
  /** Stays restricted; these may open it. */
  readers: readonly string[] | undefined;
  siteId: string | null;
  assignedTo: string | null;
  staffId: string;
  /** In words, at each consent: where it was given. */
  givenElsewhere: string;
}

/**
 * Opens a file here for somebody whose file was sent from another centre: a new number, a key of its own. Consents stand
 * as they were given there, with their date and form, and say so. People who may be the same are kept to be looked at.
 */
export async function takeOverFile(
  context: Pick<OperationContext<unknown>, 'house' | 'actor' | 'on' | 'now' | 'today'>,
  arrival: Arrival,
): Promise<{ clientId: string; fileNo: string; possibleDuplicates: number }> {
  const { house, actor, now, today } = context;
  const centre = actor.centre;
  if (!centre) throw forbidden();
  const tx = context.on<ClientTables>();
  const { file, staffId } = arrival;
  const suspects = await findSuspects(house, centre.id, file.facts, file.identity);
  const clientId = await house.vault.keys.mint('person');
  const consents = await Promise.all(
    file.consents.map(async (consent) => {
      const id = randomUUID();
      return {
        id,
        centre_id: centre.id,
        client_id: clientId,
        restricted: false,
        purpose: consent.purpose,
        status: consent.status,
        form: consent.form,
        legal_basis: consent.status === 'not_possible_vital_interest' ? 'vital_interest' : 'consent',
        explained_in: consent.explainedIn,
        checklist: [],
        sealed_proof: await sealProof(house, clientId, id, { reason: arrival.givenElsewhere }),
        given_on: consent.givenOn,
        valid_until: consent.validUntil,
        recorded_by: staffId,
        recorded_at: now,
      };
    }),
  );
  const [fileNo = ''] = await insertClients({ house, tx, centre, staffId, now, today }, [
    {
      clientId,
      facts: file.facts,
      identity: file.identity,
      siteId: arrival.siteId,
      assignedTo: arrival.assignedTo,
      registeredOn: today,
      consents,
    },
  ]);
  if (suspects.length > 0) {
    await tx
      .insertInto('possible_duplicate')
      .values(
        suspects.map((hit) => ({
          client_id: clientId,
          other_client_id: hit.id,
          centre_id: centre.id,
          score: hit.score,
          reasons: hit.reasons,
          created_at: now,
        })),
      )
      .execute();
  }
  if (arrival.readers) {
    const grants = arrival.readers.map((reader) => ({
      client_id: clientId,
      staff_id: reader,
      centre_id: centre.id,
      granted_by: staffId,
      granted_at: now,
    }));
    await tx.insertInto('restricted_reader').values(grants).execute();
    await sql`select set_client_restricted(${clientId}, true)`.execute(tx);
  }
  return { clientId, fileNo, possibleDuplicates: suspects.length };
}

/** Has the person been asked here, since that moment, whether their record may be kept? */
export async function wasAskedSince(context: ClientContext, clientId: string, since: Date): Promise<boolean> {
  const row = await context
    .on<ClientTables>()
    .selectFrom('consent')
    .select('id')
    .where('client_id', '=', clientId)
    .where('purpose', '=', 'service_and_record')
    .where('status', '=', 'given')
    .where('recorded_at', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}
