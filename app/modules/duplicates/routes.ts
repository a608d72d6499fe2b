import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/duplicates/pages/${name}.page.tsx`;

export const staffRoutes: RouteConfigEntry[] = [route('duplicates', page('duplicate-list'))];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
