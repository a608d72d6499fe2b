import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ActorCentre } from '#platform/actor.ts';
import type { HitReason } from '#platform/name-matching/indexed-person.ts';
import { parseInput } from '#platform/operations/parse-input.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { fullName } from './client.ts';
import { personSchema, safeContactSchema } from './client.schemas.ts';
import type { ClientTables } from './client.tables.server.ts';
import { sealProof } from './consent-rows.server.ts';
import type { ConsentForm } from './consent.ts';
import { insertClients, type NewFile } from './insert-clients.server.ts';
import { personToCompare } from './compared-facts.ts';
import { describePerson, safeContactOf } from './person-file.ts';
import { keepPairs } from './kept-pairs.server.ts';

const oldFileSchema = personSchema.extend(safeContactSchema.shape);

/** A person as an old register tells of them: as registering takes it, and nobody has said what is safe. */
export type OldFileInput = z.input<typeof oldFileSchema>;

/** A consent that was documented before: on paper, with its day. What was explained then is not known. */
export interface DocumentedConsent {
  form: ConsentForm;
  /** BCP 47. */
  explainedIn: string;
  /** `YYYY-MM-DD` */
  givenOn: string;
  /** In words, for whoever reads the file later: where this is documented. */
  note: string;
}

/** A described old file: what `insertOldFiles` writes and what is compared with the register. */
export type OldFile = ReturnType<typeof describePerson>;

/**
 * Reads a person with the rules of registering. Phones are never safe: nobody of the old register was asked.
 * @throws Problem `input.invalid` with the fields that are wrong
 */
export function describeOldFile(
  input: unknown,
  centre: Pick<ActorCentre, 'country'>,
  today: string,
): OldFile {
  const person = parseInput(oldFileSchema, input);
  const phones = person.phones.map((phone) => ({ ...phone, safeToCall: false, safeToMessage: false }));
  const email = person.email && { ...person.email, safe: false };
  return describePerson(person, safeContactOf({ ...person, phones, email }, centre.country), today);
}

/** The old file as the index of people compares it. */
export const oldFileToCompare = ({ facts, identity }: OldFile, scope: string, id: string) =>
  personToCompare(
    scope,
    {
      names: identity.names.map(fullName),
      phones: identity.phones.map((phone) => phone.digits),
      sex: facts.sex,
      birthYear: facts.birth_year,
      birthPrecise: facts.birth_precision !== 'estimated',
      originCountry: facts.origin_country,
    },
    id,
  );

export interface OldFileToInsert {
  /** Minted before (`vault.keys.mint('person')`), so that rows of one file can point at each other. */
  clientId: string;
  file: OldFile;
  /** `YYYY-MM-DD`, not in the future. */
  registeredOn: string;
  consent?: DocumentedConsent | undefined;
  /** Somebody who may be the same person: the pair is kept to be looked at. */
  suspect?: { clientId: string; score: number; reasons: HitReason[] } | undefined;
}

/**
 * Opens files for people of an old register, inside the importing module's operation. Without a documented consent the
 * file stands with no decision at all: the person is asked at the next contact, and reached in no way before.
 * @param by who answers for the import, and at which place
 */
export async function insertOldFiles(
  context: Pick<OperationContext<unknown>, 'house' | 'actor' | 'on' | 'now' | 'today'>,
  given: readonly OldFileToInsert[],
  by: { staffId: string; siteId: string | null },
): Promise<void> {
  const { house, actor, now, today } = context;
  const centre = actor.centre;
  if (!centre) throw forbidden();
  const tx = context.on<ClientTables>();
  const files: NewFile[] = [];
  for (const { clientId, file, registeredOn, consent } of given) {
    const counts = consent && (!file.facts.minor || consent.form === 'guardian_plus_assent');
    files.push({
      clientId,
      ...file,
      siteId: by.siteId,
      assignedTo: null,
      registeredOn,
      consents: counts ? [await documentedRow(clientId, consent)] : [],
    });
  }
  await insertClients({ house, tx, centre, staffId: by.staffId, now, today }, files);
  const pairs = given.flatMap(({ clientId, suspect }) =>
    suspect ? [{ clientId, otherId: suspect.clientId, score: suspect.score, reasons: suspect.reasons }] : [],
  );
  await keepPairs(tx, centre.id, now, pairs);

  async function documentedRow(clientId: string, consent: DocumentedConsent) {
    const id = randomUUID();
    return {
      id,
      centre_id: centre?.id ?? '',
      client_id: clientId,
      restricted: false,
      purpose: 'service_and_record',
      status: 'given' as const,
      form: consent.form,
      legal_basis: 'consent',
      explained_in: consent.explainedIn,
      checklist: [],
      sealed_proof: await sealProof(house, clientId, id, { reason: consent.note }),
      given_on: consent.givenOn,
      valid_until: null,
      recorded_by: by.staffId,
      recorded_at: now,
    };
  }
}
