import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [
  route('privacy-impact', 'modules/privacy-impact/pages/privacy-impact.page.tsx'),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
