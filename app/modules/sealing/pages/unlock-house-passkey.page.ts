import { type ActionFunctionArgs, redirect } from 'react-router';
import { isProblem } from '#platform/problem.ts';
import { describeProblem } from '#platform/web/describe-problem.server.ts';
import { webContext } from '#platform/web/web-context.ts';
import { passkeyOptions } from '#modules/staff/index.server.ts';

/** For the script of the passkey button: what the device is to sign, and to derive. It is made while no key is known. */
export async function action({ context }: ActionFunctionArgs) {
  const web = context.get(webContext);
  try {
    return Response.json(await passkeyOptions(web, 'sign-in', undefined));
  } catch (error) {
    if (!isProblem(error) || error.status >= 500) throw error;
    const problem = describeProblem(web.house.translators, web.language, error, web.requestId);
    return Response.json({ ok: false, problem }, { status: error.status });
  }
}

export const loader = () => redirect('/staff/unlock-house');
