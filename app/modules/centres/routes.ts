import { index, type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [
  index('modules/centres/pages/public-home.page.tsx', { id: 'public-home' }),
  route(':language', 'modules/centres/pages/public-home.page.tsx', { id: 'public-home-in' }),
];
