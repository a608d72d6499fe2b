import type { LoaderFunctionArgs } from 'react-router';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { printTicket } from '../queries/print-ticket.query.server.ts';

/** The ticket as PDF, for a receipt printer or any other. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  const { pdf, number } = await web.read(printTicket, {
    arrivalId: params['arrivalId'] ?? '',
    language: web.language,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="ticket-${number}.pdf"`,
    },
  });
}
