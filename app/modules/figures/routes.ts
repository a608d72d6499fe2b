import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [route('figures', 'modules/figures/pages/figures.page.tsx')];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
