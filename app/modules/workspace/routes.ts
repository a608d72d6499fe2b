import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [route('*', 'modules/workspace/pages/staff-missing.page.tsx')];

/** Signed-out pages in the plain frame, with their full path. */
export const doorRoutes: RouteConfigEntry[] = [];

/** Pages for everyone, without script, with their full path. */
export const publicRoutes: RouteConfigEntry[] = [
  route('language', 'modules/workspace/pages/choose-language.page.ts'),
  route('*', 'modules/workspace/pages/public-missing.page.tsx'),
];
