import type { LoaderFunctionArgs } from 'react-router';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { printLanguage } from '../print-language.ts';
import { pdfResponse } from '../pdf-response.server.ts';
import { whoLooked } from '../queries/who-looked.query.server.ts';
import { wallTime } from '../wall-time.ts';
import { lookKind, lookReason } from '../who-looked.ts';

/** The list that a client takes home: roles, no names of staff, in the client's own language. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { centre } = requireStaff(web);
  const seen = await web.read(whoLooked, { clientId: params['clientId'] ?? '' });
  const language = printLanguage(web.url, seen.languages);
  const t = web.house.translators.for(language, 'consent');
  const place = await web.read(viewCentre, {});
  const bytes = await web.house.documents.render(
    'access-list',
    {
      centreName: textIn(place.name, language, place.languages),
      fileNumber: seen.fileNo ?? '',
      date: localDay(web.house.clock.now(), centre.timeZone),
      rows: seen.looks.map((look) => {
        const { day, time } = wallTime(new Date(look.at), centre.timeZone);
        return {
          date: day,
          time,
          role: t(`access.role.${look.role}`),
          what: t(`access.what.${lookKind(look.action, look.result, look.purpose)}`),
          purpose: t(`access.why.${lookReason(look.purpose)}`),
        };
      }),
    },
    { language },
  );
  return pdfResponse(bytes, 'list');
}
