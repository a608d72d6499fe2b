import { type ActionFunctionArgs, redirect } from 'react-router';
import { isStaff } from '#platform/actor.ts';
import { localPath } from '#platform/web/local-path.ts';
import { webContext } from '#platform/web/web-context.ts';
import { lockSession } from '../operations/lock-session.server.ts';

/** Locks the screen and comes back, once it is unlocked, to where one was. */
export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  if (isStaff(web.actor) && !web.actor.locked) await web.execute(lockSession, {});
  return redirect(`/staff/unlock?next=${encodeURIComponent(pathBefore(request))}`);
}

export const loader = () => redirect('/staff');

/** The page on which the button stood; other sites tell nothing here. */
function pathBefore(request: Request): string {
  try {
    const { pathname, search } = new URL(request.headers.get('referer') ?? '');
    return pathname.startsWith('/staff') ? localPath(pathname + search, '/staff') : '/staff';
  } catch {
    return '/staff';
  }
}
