import type { LoaderFunctionArgs } from 'react-router';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import {
  type ConsentDecision,
  type ConsentQuestion,
  consentForms as printedForms,
  consentQuestions,
} from '#platform/documents/documents.server.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { printLanguage } from '../print-language.ts';
import { pdfResponse } from '../pdf-response.server.ts';
import { retentionYears } from '../retention-setting.ts';
import { listConsents } from '../queries/list-consents.query.server.ts';

/** What was decided, to sign; what was not decided has empty boxes. No name stands on it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { centre } = requireStaff(web);
  const seen = await web.read(listConsents, { clientId: params['clientId'] ?? '' });
  const place = await web.read(viewCentre, {});
  const explainedIn = seen.history[0]?.explainedIn;
  const language = printLanguage(web.url, [...(explainedIn ? [explainedIn] : []), ...seen.languages]);
  const decisions: Partial<Record<ConsentQuestion, ConsentDecision>> = {};
  for (const purpose of consentQuestions) {
    const status = seen.inForce.find((consent) => consent.purpose === purpose)?.status;
    if (status === 'given') decisions[purpose] = 'given';
    if (status === 'refused' || status === 'withdrawn') decisions[purpose] = 'refused';
  }
  const form = printedForms.find((each) => each === seen.history.find((decision) => decision.form)?.form);
  const bytes = await web.house.documents.render(
    'consent-form',
    {
      centreName: textIn(place.name, language, place.languages),
      fileNumber: seen.fileNo,
      date: seen.today,
      decisions,
      ...(form && { form }),
      retentionYears: retentionYears(centre.settings),
    },
    { language },
  );
  return pdfResponse(bytes, 'form');
}
