import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [
  route('audit', 'modules/audit/pages/audit.page.tsx'),
  route('audit/:seq', 'modules/audit/pages/audit-event.page.tsx'),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
