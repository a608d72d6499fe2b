import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/households/pages/${name}.page.tsx`;

export const staffRoutes: RouteConfigEntry[] = [
  route('people/:clientId/household', page('household')),
  route('of-age', page('of-age')),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
