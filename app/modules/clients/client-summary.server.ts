import { sql, type Transaction } from 'kysely';
import { ageOn } from '#platform/language/birth.ts';
import type { Vault } from '#platform/vault/vault.server.ts';
import { calledName, type ClientIdentity, countableBirth, otherNames } from './client.ts';
import { unsealIdentities } from './client-identity.server.ts';
import type { ClientRow, ClientTables } from './client.tables.server.ts';

/** A person as lists and search show them: enough to be sure who it is. */
export interface ClientSummary {
  id: string;
  fileNo: string;
  name: string;
  otherNames: string[];
  sex: string;
  ageBand: string;
  birth: { year: number; precision: string; isoDate?: string } | undefined;
  /** In whole years today, the likeliest where only a year is known. */
  age: number | undefined;
  nationalities: string[];
  originCountry: string | null;
  originAdmin1: string | null;
  originPlace: string | undefined;
  stage: string;
  languages: string[];
  /** The last three digits of each phone: enough to compare, too little to call. */
  phoneEnds: string[];
  restricted: boolean;
  minor: boolean;
  assignedTo: string | null;
  registeredOn: string;
  lastContactOn: string | null;
}

export type SummaryRow = Pick<
  ClientRow,
  | 'id'
  | 'file_no'
  | 'sex'
  | 'age_band'
  | 'nationalities'
  | 'origin_country'
  | 'origin_admin1'
  | 'stage'
  | 'languages'
  | 'restricted'
  | 'assigned_to'
  | 'registered_on'
  | 'last_contact_on'
  | 'minor'
> & { sealed: Buffer };

export const summaryRows = (tx: Transaction<ClientTables>) =>
  tx
    .selectFrom('client')
    .innerJoin('client_identity', 'client_identity.client_id', 'client.id')
    // What became part of another file is nobody of their own.
    .where('client.merged_into', 'is', null)
    .select([
      'client.id',
      'client.file_no',
      'client.sex',
      'client.age_band',
      'client.nationalities',
      'client.origin_country',
      'client.origin_admin1',
      'client.stage',
      'client.languages',
      'client.restricted',
      'client.assigned_to',
      'client.registered_on',
      'client.last_contact_on',
      'client.minor',
      'client_identity.sealed',
    ]);

/** Opens the names of the rows; whoever was erased meanwhile is left out. The order stays. */
export async function summarise(
  vault: Vault,
  rows: readonly SummaryRow[],
  today: string,
): Promise<ClientSummary[]> {
  const identities = await unsealIdentities(
    vault,
    rows.map((row) => ({ client_id: row.id, sealed: row.sealed })),
  );
  return rows.flatMap((row) => {
    const identity = identities.get(row.id);
    return identity ? [summaryOf(row, identity, today)] : [];
  });
}

export function summaryOf(
  row: Omit<SummaryRow, 'sealed'>,
  identity: ClientIdentity,
  today: string,
): ClientSummary {
  const { birth } = identity;
  // As old as on this day: what was reckoned when the file was last written may be past.
  const { ageBand, minor } = countableBirth(birth, today, row.age_band);
  return {
    id: row.id,
    fileNo: row.file_no,
    name: calledName(identity),
    otherNames: otherNames(identity),
    sex: row.sex,
    ageBand,
    birth: birth && {
      year: birth.year,
      precision: birth.precision,
      ...(birth.isoDate && { isoDate: birth.isoDate }),
    },
    age: birth && ageOn(birth, today),
    nationalities: row.nationalities,
    originCountry: row.origin_country,
    originAdmin1: row.origin_admin1,
    originPlace: identity.originPlace,
    stage: row.stage,
    languages: row.languages,
    phoneEnds: identity.phones.map((phone) => phone.digits.slice(-3)),
    restricted: row.restricted,
    minor,
    assignedTo: row.assigned_to,
    registeredOn: row.registered_on,
    lastContactOn: row.last_contact_on,
  };
}

/** Summaries in the order of the ids; people out of the asker's reach are left out. */
export async function summariesOf(
  tx: Transaction<ClientTables>,
  vault: Vault,
  ids: readonly string[],
  today: string,
): Promise<ClientSummary[]> {
  if (ids.length === 0) return [];
  const rows = await summaryRows(tx)
    .where('client.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  const order = new Map(ids.map((id, at) => [id, at]));
  const found = await summarise(vault, rows, today);
  return found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
