import type { LoaderFunctionArgs } from 'react-router';
import { settingOf, textIn, viewCentre } from '#modules/centres/index.server.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { printLanguage } from '../print-language.ts';
import { pdfResponse } from '../pdf-response.server.ts';

/** The leaflet to take away, in the language asked for. */
export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { centre } = requireStaff(web);
  const place = await web.read(viewCentre, {});
  const language = printLanguage(web.url, [web.language]);
  const address = textIn(place.address, language, place.languages);
  const bytes = await web.house.documents.render(
    'privacy-notice',
    {
      centreName: textIn(place.name, language, place.languages),
      ...(address && { address }),
      ...(place.phone && { phone: place.phone }),
      counsellingYears: settingOf(centre.settings, 'retention.counselling-years'),
      caseYears: settingOf(centre.settings, 'retention.case-years'),
    },
    { language },
  );
  return pdfResponse(bytes, 'leaflet');
}
