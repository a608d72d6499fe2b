import { type ActionFunctionArgs, redirect } from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { directionOf } from '#platform/language/interface-languages.ts';
import { webContext } from '#platform/web/web-context.ts';
import { panicLock } from '../panic-lock.server.ts';

/** Minutes for which this browser shows nothing of the public pages either, as after leaving one. */
const awayMinutes = 10;

/**
 * The panic button. Whoever pressed it gets a page that looks like nothing, in one answer: there may be no second one.
 * What the browser kept is wiped with it.
 */
export async function action({ context }: ActionFunctionArgs) {
  const web = context.get(webContext);
  if (!isStaff(web.actor)) return redirect('/staff/sign-in');
  await panicLock(web);
  web.cookies.endSession();
  web.cookies.set('serai-left', '1', awayMinutes * 60);
  const t = web.t('public');
  const { language } = web;
  const body = `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${t('leave.neutralTitle')}</title><p>${t('leave.neutralText')}</p></html>`;
  return new Response(body, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Clear-Site-Data': '"cache", "storage"',
      Connection: 'close',
    },
  });
}

export const loader = () => redirect('/staff');
