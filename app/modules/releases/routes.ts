import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/releases/pages/${name}`;

/** Paths under /staff, inside the workspace. */
export const staffRoutes: RouteConfigEntry[] = [
  route('statistics/release', page('release-new.page.tsx')),
  route('statistics/releases', page('release-list.page.tsx')),
  route('statistics/releases/:releaseId', page('release.page.tsx')),
  route('statistics/releases/:releaseId/:file', page('release-file.page.ts')),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
