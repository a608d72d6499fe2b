import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/staff/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('account', page('account')),
  route('account/sign-in', page('account-sign-in')),
  route('switch', page('switch-centre')),
  route('team', page('team')),
  route('team/invite', page('team-invite')),
  route('team/:staffId', page('team-member')),
  route('team/:staffId/roles', page('team-roles')),
  route('team/:staffId/reset', page('team-reset')),
  route('team/:staffId/leave', page('team-leave')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [
  route('staff/sign-in', page('sign-in')),
  route('staff/sign-in/provider', page('provider-start')),
  route('staff/sign-in/provider/return', page('provider-return')),
  route('staff/unlock', page('unlock')),
  route('staff/people-here', page('people-here')),
  route('staff/accept/:token', page('accept')),
  ...['staff/sign-in/passkey', 'staff/unlock/passkey', 'staff/passkey/register', 'staff/passkey/step-up'].map(
    (path) => route(path, 'modules/staff/pages/passkey-options.page.ts', { id: path }),
  ),
  route('staff/lock', 'modules/staff/pages/lock.page.ts'),
  route('staff/sign-out', 'modules/staff/pages/sign-out.page.ts'),
];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
