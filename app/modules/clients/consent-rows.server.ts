import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import type { ConsentTable } from './client.tables.server.ts';
import { consentGap, type ConsentProof } from './consent.ts';
import type { RecordConsent } from './consent.schemas.ts';

/** One talk about consent, with its decisions by purpose. */
export type ConsentTalk = Omit<RecordConsent, 'clientId'>;

interface Recording {
  house: House;
  centreId: string;
  clientId: string;
  restricted: boolean;
  staffId: string;
  now: Date;
  today: string;
}

/**
 * Checks a talk about consent. A yes needs its form and everything explained; that it could not be asked needs a reason.
 * @param path where the talk stands in the input, for the field problems (`consent` or empty)
 * @throws Problem `input.invalid` with `consent-not-explained`, `guardian-or-best-interest`, `assent-missing`, `reason-missing`
 */
export function checkConsentTalk(talk: ConsentTalk, minor: boolean, today: string, path = ''): void {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  const decisions = Object.values(talk.decisions);
  if (talk.givenOn && talk.givenOn > today) throw fieldProblem(at('givenOn'), 'in-the-future');
  if (talk.validUntil && talk.validUntil < (talk.givenOn ?? today))
    throw fieldProblem(at('validUntil'), 'in-the-past');
  if (decisions.includes('not_possible_vital_interest') && !talk.reason)
    throw fieldProblem(at('reason'), 'reason-missing');
  if (!decisions.includes('given')) return;
  const gap = consentGap(talk, minor);
  if (gap) throw fieldProblem(at(gap.field), gap.code);
}

/** The rows of a talk: one for each decision. Names of witnesses and guardians and any words stay sealed. */
export async function consentRows(talk: ConsentTalk, given: Recording): Promise<Insertable<ConsentTable>[]> {
  const proof = proofOf(talk);
  const decided = Object.entries(talk.decisions).filter(
    (entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== undefined,
  );
  return Promise.all(
    decided.map(async ([purpose, status]) => {
      const id = randomUUID();
      return {
        id,
        centre_id: given.centreId,
        client_id: given.clientId,
        restricted: given.restricted,
        purpose,
        status,
        form: status === 'not_possible_vital_interest' ? null : (talk.form ?? null),
        legal_basis: status === 'not_possible_vital_interest' ? 'vital_interest' : 'consent',
        explained_in: talk.explainedIn,
        checklist: talk.explained,
        sealed_proof: proof ? await sealProof(given.house, given.clientId, id, proof) : null,
        given_on: talk.givenOn ?? given.today,
        valid_until: status === 'given' ? (talk.validUntil ?? null) : null,
        recorded_by: given.staffId,
        recorded_at: given.now,
      };
    }),
  );
}

const proofPlace = (consentId: string) => ({ table: 'consent', column: 'sealed_proof', row: consentId });

export const sealProof = (
  house: House,
  clientId: string,
  consentId: string,
  proof: ConsentProof,
): Promise<Buffer> => house.vault.seal(clientId, proofPlace(consentId), proof);

export const unsealProof = (
  house: House,
  clientId: string,
  consentId: string,
  sealed: Buffer,
): Promise<ConsentProof> => house.vault.unseal(clientId, proofPlace(consentId), sealed);

function proofOf(talk: ConsentTalk): ConsentProof | undefined {
  const { reason, witness, guardian, assent, bestInterest } = talk;
  const proof: ConsentProof = {
    ...(reason && { reason }),
    ...(witness && { witness }),
    ...(guardian && { guardian }),
    ...(assent && { assent }),
    ...(bestInterest && { bestInterest }),
  };
  return Object.keys(proof).length > 0 ? proof : undefined;
}
