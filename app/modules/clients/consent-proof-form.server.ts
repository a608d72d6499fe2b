import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { refuseForm, type Submitted } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { maxProofBytes } from './consent-proof.ts';
import { attachConsentProof } from './operations/attach-consent-proof.server.ts';

/** Sends the form with the scan on; as `submitForm`, for a form whose one field is a file. */
export async function submitProof(
  web: Web,
  request: Request,
  about: { clientId: string; consentId: string },
): Promise<Submitted<{ consentId: string }>> {
  const data = await request.formData();
  try {
    const { files, idempotencyKey } = readFormData(data);
    const file = await UploadedFile.read(files.get('file') ?? [], 'file', maxProofBytes);
    return {
      ok: true,
      result: await web.execute(attachConsentProof, { ...about, file }, { idempotencyKey }),
    };
  } catch (error) {
    return refuseForm(web, error, {});
  }
}
