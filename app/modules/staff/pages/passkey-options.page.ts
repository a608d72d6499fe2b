import { type ActionFunctionArgs, redirect } from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { describeProblem } from '#platform/web/describe-problem.server.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { passkeyOptions } from '../passkey-web.server.ts';
import { findSessionActor } from '../session.server.ts';
import type { PasskeyPurpose } from '../staff.tables.server.ts';
import { proveStepUp } from '../step-up-form.server.ts';

const purposes: Readonly<Record<string, PasskeyPurpose>> = {
  '/staff/sign-in/passkey': 'sign-in',
  '/staff/unlock/passkey': 'unlock',
  '/staff/passkey/register': 'register',
  '/staff/passkey/step-up': 'step-up',
};

/**
 * For the script of a passkey button: the challenge. Before a new key is made, the form's code must have been right:
 * otherwise a device would keep a key that the house refuses.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const purpose = purposes[web.url.pathname];
  try {
    if (!purpose) return Response.json({ ok: false }, { status: 404 });
    if (purpose === 'sign-in') return Response.json(await passkeyOptions(web, purpose, undefined));
    const actor =
      purpose === 'unlock' ? await findSessionActor(web.house, web.cookies.sessionToken) : web.actor;
    if (!actor || !isStaff(actor) || (actor.locked && purpose !== 'unlock'))
      return Response.json(
        { ok: false, signedOut: true, problem: inWords(web, new Problem('session.expired', 401)) },
        { status: 409 },
      );
    if (purpose === 'register') {
      const refused = await proveStepUp(web, request);
      if (refused)
        return Response.json({ ok: false, refused: true, problem: refused.problem }, { status: 422 });
    }
    return Response.json(await passkeyOptions(web, purpose, actor));
  } catch (error) {
    if (!isProblem(error) || error.status >= 500) throw error;
    return Response.json({ ok: false, problem: inWords(web, error) }, { status: error.status });
  }
}

const inWords = (web: Web, problem: Problem) =>
  describeProblem(web.house.translators, web.language, problem, web.requestId);

export const loader = () => redirect('/staff');
