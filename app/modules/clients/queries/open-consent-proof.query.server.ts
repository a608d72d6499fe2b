import { queriesOn } from '#platform/operations/query.server.ts';
import { relationsToClient } from '../client-door.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { readProof } from '../consent-proof.server.ts';
import { consentProofParams } from '../consent-proof.schemas.ts';

/** The newest scan that was kept with a decision. Names and signatures stand on it: for those who open the file itself. */
export const openConsentProof = queriesOn<ClientTables>()({
  name: 'consent.proof',
  params: consentProofParams,
  subject: 'consent',
  audit: 'viewed',
  async run({ house, tx, actor, today }, { clientId, consentId }) {
    const row = await tx
      .selectFrom('consent_proof')
      .select(['file_id', 'consent_id', 'client_id', 'kind', 'sealed_digest', 'sealed_under'])
      .where('consent_id', '=', consentId)
      .where('client_id', '=', clientId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return undefined;
    return {
      relations: await relationsToClient(tx, actor, clientId, today),
      answer: {
        kind: row.kind,
        fileId: row.file_id,
        keyId: row.sealed_under ?? row.client_id,
        bytes: await readProof(house, row),
      },
      viewed: { subjectId: clientId, clientId, fields: ['proof'], purpose: 'consent' },
    };
  },
});
