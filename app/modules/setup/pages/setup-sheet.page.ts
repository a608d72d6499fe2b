import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { setupActor } from '#platform/actor.ts';
import { localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { textIn } from '#modules/centres/index.server.ts';
import { makeSetupSheet } from '../operations/make-setup-sheet.server.ts';
import { requireSetup } from '../require-setup.server.ts';
import { sheetResponse } from '../sheet-response.server.ts';

/** Makes the sheet and hands it over as a file; each time a new key. */
export async function action({ context, params }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const { code, draft } = await requireSetup(web, params['code']);
  const made = await execute(web.house, makeSetupSheet, setupActor, { setupCode: code });
  return sheetResponse(web.house, {
    centreName: textIn(made.centreName, web.language, [made.language]),
    date: localDay(web.house.clock.now(), draft.profile?.timeZone ?? 'UTC'),
    recoveryKey: made.recoveryKey,
    language: web.language,
  });
}

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(`/setup/${encodeURIComponent(params['code'] ?? '')}/recovery`);
