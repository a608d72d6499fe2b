import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/imports/pages/${name}.page.tsx`;

export const staffRoutes: RouteConfigEntry[] = [
  route('imports', page('import-list')),
  route('imports/new', page('import-new')),
  route('imports/:importId', page('import')),
  route('imports/:importId/rows', page('import-rows')),
  route('imports/:importId/wrong-rows/:kind', 'modules/imports/pages/wrong-rows.page.ts'),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
