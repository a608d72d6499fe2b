import { cleanFile } from '#platform/files/clean-file.ts';
import { fileKindNames } from '#platform/files/file-kind.ts';
import { fileTooLarge } from '#platform/files/uploaded-file.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, notFound } from '#platform/problem.ts';
import { loadClient, relationsToSubject } from '../client-subject.server.ts';
import type { ClientTables } from '../client.tables.server.ts';
import { sealDigest } from '../consent-proof.server.ts';
import { attachConsentProofInput } from '../consent-proof.schemas.ts';
import { maxProofBytes } from '../consent-proof.ts';
import { requireStaffActor } from '../require-staff-actor.ts';

/**
 * Keeps the scan of a signed consent. A better scan may follow, and earlier ones stay as proof. The file is on the disk
 * before its row: should the row fail, a file without one is swept after a day.
 * @throws `required`, `file-too-large`, `file-type` at `file`; `not-found` for a decision of somebody else
 */
export const attachConsentProof = operationsOn<ClientTables>()({
  name: 'consent.attach-proof',
  input: attachConsentProofInput,
  subject: 'consent',
  load: loadClient,
  relations: relationsToSubject,
  async run({ house, tx, actor, now }, { consentId, file }, client) {
    const { staffId } = requireStaffActor(actor);
    const consent = await tx
      .selectFrom('consent')
      .select('id')
      .where('id', '=', consentId)
      .where('client_id', '=', client.id)
      .executeTakeFirst();
    if (!consent) throw notFound();
    if (file.bytes.length === 0) throw fieldProblem('file', 'required');
    if (file.bytes.length > maxProofBytes) throw fileTooLarge('file', maxProofBytes);
    const clean = cleanFile(file.bytes);
    if (!clean) throw fieldProblem('file', 'file-type', { types: fileKindNames });
    const { kind } = clean;
    const stored = await house.files.put(clean.bytes, { keyId: client.id, kind, maxBytes: maxProofBytes });
    await tx
      .insertInto('consent_proof')
      .values({
        file_id: stored.id,
        consent_id: consentId,
        client_id: client.id,
        centre_id: client.centre_id,
        restricted: client.restricted,
        kind,
        size: stored.size,
        sealed_digest: await sealDigest(house, client.id, consentId, stored),
        recorded_by: staffId,
        recorded_at: now,
      })
      .execute();
    return {
      result: { clientId: client.id, consentId, kind, size: stored.size },
      audit: {
        subjectId: client.id,
        clientId: client.id,
        fields: ['proof'],
        itemIds: [consentId, stored.id],
      },
    };
  },
});
