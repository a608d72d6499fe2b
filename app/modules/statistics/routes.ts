import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [
  route('statistics', 'modules/statistics/pages/statistics.page.tsx'),
  route('statistics/definitions', 'modules/statistics/pages/definitions.page.tsx'),
  // Where the month stood before; addresses in letters and bookmarks stay good.
  route('figures', 'modules/statistics/pages/former-figures.page.ts'),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
