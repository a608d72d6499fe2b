import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (name: string) => `modules/facts/pages/${name}.page.tsx`;

/** Paths under /staff, inside the workspace; files are named from the `app` folder. */
export const staffRoutes: RouteConfigEntry[] = [
  route('facts', page('fact-list')),
  route('facts/new', page('fact-new')),
  route('facts/:factId', page('fact')),
  route('facts/:factId/change', page('fact-change')),
  route('facts/:factId/translations', page('fact-translations')),
];
export const doorRoutes: RouteConfigEntry[] = [];
export const publicRoutes: RouteConfigEntry[] = [];
