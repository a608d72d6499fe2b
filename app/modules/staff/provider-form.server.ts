import { redirect } from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { describeProblem } from '#platform/web/describe-problem.server.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { deviceTokenOf, enterBrowser, requireSafeLine } from './browser-session.server.ts';
import { joinInBrowser } from './desk-web.server.ts';
import { deviceClass } from './device-class.ts';
import { linkProvider } from './operations/link-provider.server.ts';
import { askProvider } from './prove-at-provider.server.ts';
import { type AttemptKeys, findAttempt } from './provider-attempt.server.ts';
import { backOf, keysOf } from './provider-web.server.ts';
import { startProviderSession } from './start-provider-session.server.ts';
import { submitSteppedUp } from './step-up-form.server.ts';
import { unreadNotices } from './unread-notices.server.ts';

/**
 * Signs in, or links, with the answer that the browser brought back.
 * @throws a redirect when all is well @returns the refused form
 */
export async function submitReturn(
  web: Web,
  request: Request,
): Promise<RefusedForm & { retryAfter?: number }> {
  const form = await request.clone().formData();
  const sent = form.get('answer');
  const answer = typeof sent === 'string' ? sent.slice(0, 4000) : '';
  const keys = keysOf(web, new URLSearchParams(answer));
  const attempt = await findAttempt(web.house, keys);
  try {
    requireSafeLine(web);
    if (attempt?.purpose === 'link') return await submitLink(web, request, keys, answer);
    const code = form.get('code');
    const deviceToken = deviceTokenOf(web);
    const session = await startProviderSession(
      web.house,
      keys,
      { answer, back: backOf(web), code: typeof code === 'string' ? code : '' },
      { address: web.address, deviceToken, device: deviceClass(request.headers.get('user-agent')) },
    );
    enterBrowser(web, session, deviceToken);
    await joinInBrowser(web, session.token);
    const told = await unreadNotices(web.house, session.token);
    throw redirect(told ? '/staff/account' : '/staff');
  } catch (error) {
    if (!isProblem(error) || (error.status >= 500 && error.code !== 'provider.unreachable')) throw error;
    // A refused sign-in is no session that ended: the page stays, so that a mistyped code can be typed again.
    const problem = describeProblem(web.house.translators, web.language, error, web.requestId);
    return { ok: false, problem, values: {}, retryAfter: error.retryAfter };
  }
}

async function submitLink(
  web: Web,
  request: Request,
  keys: AttemptKeys,
  answer: string,
): Promise<RefusedForm> {
  if (!isStaff(web.actor) || web.actor.locked) throw redirect('/staff/account/sign-in');
  try {
    await askProvider(web.house, keys, { answer, back: backOf(web) });
  } catch (error) {
    // Signed in already: "that did not match" would speak of their passphrase.
    if (isProblem(error) && error.code === 'session.refused') throw new Problem('provider.not-yours', 409);
    throw error;
  }
  const submitted = await submitSteppedUp(web, request, linkProvider, () => keys);
  if (submitted.ok) throw redirect('/staff/account/sign-in?saved#provider');
  return submitted;
}
