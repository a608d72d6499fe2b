import { type MiddlewareFunction, redirect } from 'react-router';
import { navigationFor } from '#modules/workspace/navigation.ts';
import { localPath } from '#platform/web/local-path.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';

/** Runs before any loader of the workspace: nobody in without signing in, and a locked screen stays locked. */
export const requireStaffPage: MiddlewareFunction<Response> = async ({ context }, next) => {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  if (actor.locked) {
    const here = localPath(web.url.pathname, '/staff');
    throw redirect(`/staff/unlock?next=${encodeURIComponent(here)}`);
  }
  if (web.url.pathname === '/staff') {
    // Those who do not work at the desk begin with what they may see.
    const items = navigationFor(web.house.policy, actor);
    const first = items[0];
    if (first && items.every((item) => item.to !== '/staff')) throw redirect(first.to);
  }
  return next();
};
