import type { LoaderFunctionArgs } from 'react-router';
import { answerUpload } from '#platform/files/answer-upload.server.ts';
import { fileForms } from '#platform/files/file-kind.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { openConsentProof } from '../queries/open-consent-proof.query.server.ts';

/** The scan, to be saved and never shown inside a page: what a stranger put into a file must not run here. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { kind, fileId, keyId, bytes } = await web.read(openConsentProof, {
    clientId: params['clientId'] ?? '',
    consentId: params['consentId'] ?? '',
  });
  const { mediaType, extension } = fileForms[kind];
  const file = { id: fileId, keyId, kind, mediaType, fileName: `form.${extension}` };
  return answerUpload(web.house, request, file, bytes);
}
