import { redirect } from 'react-router';
import type { StaffActor } from '../actor.ts';
import { localPath } from './local-path.ts';
import type { Web } from './web-context.ts';

/**
 * The signed-in member of staff. Everyone else is sent to sign in and comes back here afterwards.
 * A locked session passes: the workspace shows the lock, and the operations refuse.
 * @throws redirect to /staff/sign-in
 */
export function requireStaff(web: Web): StaffActor {
  if (web.actor.kind === 'staff') return web.actor;
  const here = localPath(web.url.pathname.replace(/(\/_)?\.data$/, '') + withoutInternals(web.url), '/staff');
  throw redirect(`/staff/sign-in?next=${encodeURIComponent(here)}`);
}

/** React Router adds parameters of its own to the address when it asks for data. */
function withoutInternals(url: URL): string {
  const search = new URLSearchParams(url.search);
  search.delete('_routes');
  search.delete('index');
  return search.size > 0 ? `?${search}` : '';
}
