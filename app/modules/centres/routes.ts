import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/centres/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('centre', page('centre-overview')),
  route('centre/profile', page('centre-profile')),
  route('centre/sites', page('centre-sites')),
  route('centre/sites/new', page('centre-site-new')),
  route('centre/sites/:siteId', page('centre-site')),
  route('centre/languages', page('centre-languages')),
  route('centre/use', page('centre-use')),
  route('centre/settings', page('centre-settings')),
];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [];
