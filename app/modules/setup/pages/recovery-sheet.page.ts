import { type ActionFunctionArgs, redirect } from 'react-router';
import { localDay } from '#platform/language/local-day.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import { makeRecoverySheet } from '../operations/make-recovery-sheet.server.ts';
import { sheetResponse } from '../sheet-response.server.ts';

/** Makes a new sheet and hands it over as a file. No key goes with the form: the answer must not be kept for a repetition. */
export async function action({ context }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { recoveryKey } = await web.execute(makeRecoverySheet, {});
  const { name, defaultLanguage } = await web.read(viewCentre, {});
  return sheetResponse(web.house, {
    centreName: textIn(name, web.language, [defaultLanguage]),
    date: localDay(web.house.clock.now(), actor.centre.timeZone),
    recoveryKey,
    language: web.language,
  });
}

export const loader = () => redirect('/staff/centre/recovery');
