import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/duplicates/pages/${name}.page.tsx`;

export const staffRoutes: RouteConfigEntry[] = [
  route('duplicates', page('duplicate-list')),
  route('duplicates/proposals', page('merge-proposals')),
  route('duplicates/merged', page('merged-files')),
  route('duplicates/:clientId/:otherClientId', page('duplicate-compare')),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
