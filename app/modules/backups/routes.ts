import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [
  route('centre/backups', 'modules/backups/pages/backups.page.tsx'),
  route('centre/backups/place', 'modules/backups/pages/place-new.page.tsx'),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
