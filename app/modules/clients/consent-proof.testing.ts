import type { StaffActor } from '#platform/actor.ts';
import { testPdf } from '#platform/files/files.testing.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from './clients.testing.ts';
import { attachConsentProof } from './operations/attach-consent-proof.server.ts';

/** A person with a decision that was signed on paper. */
export async function registerSignedClient(house: TestHouse, actor: StaffActor) {
  const { clientId } = await registerTestClient(house, actor);
  const { rows } = await house.admin.query<{ id: string }>(
    'select id from serai.consent where client_id = $1 order by seq limit 1',
    [clientId],
  );
  return { clientId, consentId: String(rows[0]?.id) };
}

/** Keeps a scan through the operation itself. */
export const attachTestProof = (
  house: TestHouse,
  actor: StaffActor,
  about: { clientId: string; consentId: string },
  bytes: Uint8Array = testPdf(),
) => execute(house, attachConsentProof, actor, { ...about, file: new UploadedFile(bytes) });
