import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const staffRoutes: RouteConfigEntry[] = [
  route('lists/:list', 'modules/lists/pages/list-settings.page.tsx'),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
