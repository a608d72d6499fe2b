import type { LoaderFunctionArgs } from 'react-router';
import { settingOf, viewCentre } from '#modules/centres/index.server.ts';
import { notFound } from '#platform/problem.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { formatCardNumber } from '../client-card.ts';
import { printLanguage } from '../print-language.ts';
import { pdfResponse } from '../pdf-response.server.ts';
import { clientCard } from '../queries/client-card.query.server.ts';

/** The card for a card printer, or on a sheet to fold. A number and its QR code; nobody's name, nothing about the centre. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { centre } = requireStaff(web);
  const { card, languages } = await web.read(clientCard, { clientId: params['clientId'] ?? '' });
  if (!card) throw notFound();
  const place = await web.read(viewCentre, {});
  const neutralName = settingOf(centre.settings, 'card.neutral-name');
  const bytes = await web.house.documents.render(
    'client-card',
    {
      cardNumber: formatCardNumber(card.number),
      format: web.url.searchParams.get('format') === 'sheet' ? 'sheet' : 'card',
      ...(neutralName && { neutralName }),
      ...(settingOf(centre.settings, 'card.show-phone') && place.phone && { phone: place.phone }),
    },
    { language: printLanguage(web.url, languages) },
  );
  return pdfResponse(bytes, 'card');
}
