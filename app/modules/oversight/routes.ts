import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [
  route('oversight', 'modules/oversight/pages/oversight.page.tsx'),
  route('oversight/:breakGlassId', 'modules/oversight/pages/break-glass.page.tsx'),
  route('people/emergency', 'modules/oversight/pages/emergency.page.tsx'),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
