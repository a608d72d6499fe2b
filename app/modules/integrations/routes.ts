import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/integrations/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [
  route('centre/programs', page('programs')),
  route('centre/programs/token', page('token-new')),
  route('centre/programs/webhook', page('webhook-new')),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
