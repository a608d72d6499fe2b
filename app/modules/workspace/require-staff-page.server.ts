import { type MiddlewareFunction, redirect } from 'react-router';
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
  return next();
};
