import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const staffRoutes: RouteConfigEntry[] = [
  route('advice', 'modules/advice/pages/people-to-tell.page.tsx'),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
