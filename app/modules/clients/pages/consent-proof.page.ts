import type { LoaderFunctionArgs } from 'react-router';
import { fileForms } from '#platform/files/file-kind.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { openConsentProof } from '../queries/open-consent-proof.query.server.ts';

/** The scan, to be saved and never shown inside a page: what a stranger put into a file must not run here. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { kind, bytes } = await web.read(openConsentProof, {
    clientId: params['clientId'] ?? '',
    consentId: params['consentId'] ?? '',
  });
  const { mediaType, extension } = fileForms[kind];
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="form.${extension}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
