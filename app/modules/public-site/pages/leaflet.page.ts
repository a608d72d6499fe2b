import type { LoaderFunctionArgs } from 'react-router';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { guideLeaflet, textFor } from '#modules/guides/index.server.ts';
import { notFound } from '#platform/problem.ts';
import { webContext } from '#platform/web/web-context.ts';
import { guideHref } from '../guide-link.server.ts';
import { hoursInWords } from '../hours-words.ts';
import { openSitePage } from '../open-site-page.server.ts';
import { siteOrigin } from '../site-origin.server.ts';

/** A page as a leaflet to print: A5, two columns, with a QR code that leads to the page as it stands later. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { language } = web;
  const { site } = await openSitePage(web, params.language);
  const guide = site.bySlug.get(params.slug ?? '');
  if (!guide) throw notFound();
  const centre = await loadPublicCentre(web.house, language);
  const place = centre?.sites[0];
  const hours = hoursInWords(place?.hours ?? [], language, web.t('public'));
  const data = guideLeaflet({
    text: textFor(guide, language),
    facts: (code) => site.fact(code, language),
    url: siteOrigin(web) + guideHref(language, guide.slug),
    centre: {
      name: centre?.name,
      phone: place?.phones[0]?.number,
      address: place?.address,
      hours: hours.map(({ days, times }) => `${days} ${times.join(', ')}`).join('; '),
    },
    verifiedOn: guide.verifiedOn,
    isOverdue: guide.isOverdue,
    language,
    texts: web.t('guide-body'),
  });
  const bytes = await web.house.documents.render('guide-leaflet', data, { language });
  return new Response(bytes.slice().buffer, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${guide.slug}.pdf"`,
    },
  });
}
