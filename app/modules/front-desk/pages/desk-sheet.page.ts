import type { LoaderFunctionArgs } from 'react-router';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { boardParams } from '../arrival.schemas.ts';
import { printPaperSheet } from '../queries/print-paper-sheet.query.server.ts';

/** The paper sheet as PDF: to be printed while there is power. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const params = boardParams.safeParse({
    siteId: new URL(request.url).searchParams.get('site') ?? undefined,
  });
  const { pdf } = await web.read(printPaperSheet, {
    ...(params.success && params.data),
    language: web.language,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="daily-sheet.pdf"',
    },
  });
}
